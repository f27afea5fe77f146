/** What a message has shown beside what has become of it. */
import type { Answerer } from '../../answers/answer.js';
import type { Passage } from '../../answers/passage.js';
import type { ShownPassage } from '../../state/shown-passage.js';
import type { Store } from '../../state/store.js';
import type { Span } from '../../text/span.js';
import type { RecalledPassage } from './render-amended.js';
import { recallShown } from './shown-passages.js';

/** A passage of a message with its reference. */
export interface Looked extends RecalledPassage {
  readonly reference: ShownPassage;
}

/** Undefined when the words are not kept any more. @param isOfSentences - whether only the highlight was shown. */
export type Look = (reference: ShownPassage, isOfSentences: boolean) => Looked | undefined;

type Rooms = Readonly<{ answerer: Answerer; store: Store }>;

/** Many messages show the same passage; each is looked at once by what this returns. */
export function lookBack(rooms: Rooms): Look {
  const known = new Map<string, RecalledPassage | undefined>();
  return (reference, isOfSentences) => {
    const { article, paragraph, last, hash, highlights } = reference;
    const sentence = isOfSentences ? highlights[0] : undefined;
    const key = [article, paragraph, last, hash, sentence?.start, sentence?.end].join();
    if (!known.has(key)) known.set(key, look(rooms, reference, sentence));
    const looked = known.get(key);
    if (looked === undefined) return undefined;
    const { shown } = looked;
    return { ...looked, reference, shown: sentence === undefined ? { ...shown, highlights } : shown };
  };
}

function look(
  { answerer, store }: Rooms,
  reference: ShownPassage,
  sentence: Span | undefined,
): RecalledPassage | undefined {
  const shown = recallShown(store, reference);
  if (shown === undefined) return undefined; // its words were shown too long ago
  const [correction] = answerer.correct([{ ...reference, text: shown.text, sentence }]);
  // The very words elsewhere in the article are no correction.
  const amended = correction?.kind === 'moved' ? undefined : correction;
  return { shown: sentence === undefined ? shown : cutOut(shown, sentence), amended };
}

/** A sentence as a passage of its own. */
function cutOut(passage: Passage, { start, end }: Span): Passage {
  return { ...passage, text: passage.text.slice(start, end), highlights: [] };
}
