/** Changes of what stands in the message box. */
import type { Draft } from './draft.js';
import type { Action } from './state.js';

export type DraftAction = Extract<
  Action,
  { kind: 'drafted' | 'option-opened' | 'option-closed' | 'option-filled' }
>;

export function reduceDraft(draft: Draft, action: DraftAction): Draft {
  if (action.kind === 'drafted') return action.draft;
  if (draft.kind === 'text') return draft;
  const { name } = action;
  const others = draft.open.filter((one) => one !== name);
  switch (action.kind) {
    case 'option-opened':
      return { ...draft, open: [...others, name] };
    case 'option-closed':
      return { ...draft, open: others, values: without(draft.values, name) };
    case 'option-filled':
      return { ...draft, values: { ...draft.values, [name]: action.filled } };
  }
}

function without<T>(record: Readonly<Record<string, T>>, name: string): Record<string, T> {
  return Object.fromEntries(Object.entries(record).filter(([key]) => key !== name));
}
