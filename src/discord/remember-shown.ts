/** What everybody sees is remembered: should an article be corrected, the message that shows it is found again. */
import type { Passage } from '../answers/passage.js';
import type { Asking } from './asking.js';
import type { Reply } from './reply.js';

/** @returns what to call when Discord shows the passages; undefined when there is nothing to remember. */
export function rememberShown(
  { isPrivate, guildId, rooms: { store, answerer } }: Asking,
  passages: readonly Passage[],
  receiptId?: string,
): Reply['onShown'] {
  if (isPrivate || passages.length === 0) return undefined;
  const shown = passages.map(answerer.referToShown);
  return ({ channelId, messageId }) => {
    store.shownMessages.add({ guildId, channelId, messageId, receiptId, passages: shown });
    store.shownParagraphs.add(
      passages.map((passage) => ({
        ...answerer.referTo(passage),
        text: passage.text,
        attribution: passage.attribution,
      })),
    );
  };
}
