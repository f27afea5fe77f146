/** What everybody sees is remembered: should an article be corrected, the message that shows it is found again. */
import type { Passage } from '../answers/passage.js';
import type { Asking } from './asking.js';
import type { Reply } from './reply.js';
import { noteShown, type Showing } from './watch/shown-passages.js';

/** @returns what to call when Discord shows the passages; undefined when there is nothing to remember. */
export function rememberShown(
  { isPrivate, guildId, rooms: { store } }: Pick<Asking, 'isPrivate' | 'guildId' | 'rooms'>,
  passages: readonly Passage[],
  more: Omit<Showing, 'passages' | 'guildId'> = {},
): Reply['onShown'] {
  if (isPrivate || passages.length === 0) return undefined;
  return (place) => noteShown(store, place, { ...more, guildId, passages });
}
