/** What a message has shown, from the state and back: references there, the words of each paragraph once. */
import { referToShown, type PassageReference } from '../../answers/shown-passages.js';
import type { Passage } from '../../answers/passage.js';
import type { ShownMessage } from '../../state/shown-messages.js';
import type { Store } from '../../state/store.js';
import type { ShownPlace } from '../reply.js';

/** What a message shows to everybody. */
export interface Showing extends Partial<
  Pick<ShownMessage, 'guildId' | 'receiptId' | 'verdict' | 'isOfSentences' | 'locale'>
> {
  readonly passages: readonly Passage[];
}

/** Notes what a message shows, in place of what it showed before, so that it can be amended. */
export function noteShown(
  { shownMessages, shownParagraphs }: Store,
  { channelId, messageId }: ShownPlace,
  { passages, ...more }: Showing,
): void {
  const shown = passages.map((passage) => ({ passage, reference: referToShown(passage) }));
  shownParagraphs.add(
    shown.map(({ passage: { text, attribution }, reference: { article, paragraph, hash } }) => ({
      article,
      paragraph,
      hash,
      text,
      attribution,
    })),
  );
  shownMessages.add({ ...more, channelId, messageId, passages: shown.map(({ reference }) => reference) });
}

/** A passage as it was shown, whatever became of its article; undefined when its words are not kept any more. */
export function recallShown({ shownParagraphs }: Store, reference: PassageReference): Passage | undefined {
  const kept = shownParagraphs.get(reference);
  if (kept === undefined) return undefined;
  const { paragraph, last, highlights, score } = reference;
  const { attribution, text } = kept;
  return { attribution, alsoIn: [], paragraph, last, text, highlights, score };
}
