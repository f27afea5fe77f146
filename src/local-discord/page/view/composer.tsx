/** Where one writes: text, or the options of a command. */
import { CommandForm } from './command-form.js';
import { MESSAGE_BOX_ID } from './focus.js';
import { useChat } from './page-context.js';
import { TextBox } from './text-box.js';

export function Composer() {
  const { state, dispatch } = useChat();
  const { draft, replyTo } = state;
  return (
    <div class="composer" id={MESSAGE_BOX_ID} tabIndex={-1}>
      {replyTo !== undefined && (
        <p class="replying">
          <span>
            Replying to <b dir="auto">{replyTo.author.name}</b>
          </span>
          <button
            type="button"
            class="text-button"
            onClick={() => dispatch({ kind: 'reply', message: undefined })}
          >
            Cancel reply
          </button>
        </p>
      )}
      {draft.kind === 'text' ? <TextBox text={draft.text} /> : <CommandForm {...draft} />}
    </div>
  );
}
