/** What everybody sees is remembered: should an article be corrected, the message that shows it is found again. */
import type { Passage } from '../answers/passage.js';
import type { Asking } from './asking.js';
import type { Reply } from './reply.js';
import { noteShown, type Showing } from './watch/shown-passages.js';

/** @returns what to call when Discord shows the passages; undefined when there is nothing to remember. */
export function rememberShown(
  { isPrivate, guildId, locale: own, rooms: { store } }: Asking,
  passages: readonly Passage[],
  more: Pick<Showing, 'receiptId' | 'verdict' | 'isOfSentences'> = {},
): Reply['onShown'] {
  if (isPrivate || passages.length === 0) return undefined;
  const locale = guildId === undefined ? own : undefined;
  return (place) => noteShown(store, place, { ...more, guildId, locale, passages });
}
