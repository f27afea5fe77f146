/** What a message answers: another message, or a command that somebody used. */
import { toPlainText } from '../markdown-text.js';
import type { Message } from '../messages.js';
import { nameMention } from './mention.js';
import { useChat } from './page-context.js';

export function Origin({ message: { invokedBy, replyTo } }: { readonly message: Message }) {
  const { state } = useChat();
  if (invokedBy !== undefined) {
    return (
      <p class="origin">
        <span dir="auto">{invokedBy.userName}</span> used{' '}
        <span class="command-name">{invokedBy.commandName}</span>
      </p>
    );
  }
  if (replyTo === undefined) return null;
  const { id, authorName, excerpt } = replyTo;
  return (
    <p class="origin">
      <span class="hidden">In reply to </span>
      <button
        type="button"
        class="text-button origin-text"
        dir="auto"
        onClick={() => document.getElementById(`message-${id}`)?.scrollIntoView({ block: 'center' })}
      >
        <b>@{authorName}</b> {toPlainText(excerpt, (mention) => nameMention(mention, state))}
      </button>
    </p>
  );
}
