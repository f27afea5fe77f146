/** A mention by its name; a command can be taken into the message box. */
import type { Inline } from '../markdown-tree.js';
import type { State } from '../state.js';
import { focusMessageBox } from './focus.js';
import { useChat } from './page-context.js';

type Mentioned = Extract<Inline, { kind: 'mention' | 'everyone' | 'command' }>;

export function Mention({ node }: { readonly node: Mentioned }) {
  const { state, dispatch } = useChat();
  if (node.kind !== 'command') {
    return (
      <span class="mention" dir="auto">
        {node.kind === 'everyone' ? node.text : nameMention(node, state)}
      </span>
    );
  }
  const take = (): void => {
    dispatch({ kind: 'drafted', draft: { kind: 'text', text: `/${node.name}` } });
    focusMessageBox();
  };
  return (
    <button type="button" class="mention" onClick={take}>
      /{node.name}
    </button>
  );
}

export function nameMention({ of, id }: Extract<Mentioned, { kind: 'mention' }>, { world }: State): string {
  if (of === 'role') return '@role';
  const known = of === 'user' ? [world?.bot, ...(world?.members ?? [])] : (world?.channels ?? []);
  return `${of === 'user' ? '@' : '#'}${known.find((one) => one?.id === id)?.name ?? 'unknown'}`;
}
