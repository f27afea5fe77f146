/** Words of the page itself: a refusal, or a bot that did not answer. */
import type { Note } from '../state.js';
import { OnlyYou } from './only-you.js';
import { useChat } from './page-context.js';

export function NoteView({ note: { id, text } }: { readonly note: Note }) {
  const { dispatch } = useChat();
  return (
    <article class="message note ephemeral" aria-label="Note from this page">
      <p class="text" dir="auto">
        <span class="warning" aria-hidden="true">
          ⚠{' '}
        </span>
        {text}
      </p>
      <OnlyYou onDismiss={() => dispatch({ kind: 'note-dismissed', id })} />
    </article>
  );
}
