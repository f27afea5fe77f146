/** Passages of a message and what became of them, as data. */
import fc from 'fast-check';
import type { Passage } from '../../src/answers/passage.js';
import { hashOfWords } from '../../src/answers/references.js';
import type { Amended, RecalledPassage } from '../../src/discord/watch/render-amended.js';
import { compareWords } from '../../src/quotes/word-changes.js';
import { hostileParagraph } from './hostile-text.js';
import { anyPassage } from './passages.js';

const NOTICED = Date.UTC(2026, 10, 24);

/** A passage whose words have changed. */
export function changed(shown: Passage, text: string): RecalledPassage {
  const { changes } = compareWords(shown.text, text);
  const now = { ...shown, text, highlights: [] };
  return { shown, amended: { kind: 'changed', shown: wordsOf(shown), now, changes }, at: NOTICED };
}

/** A passage that is gone. */
export function vanished(shown: Passage, isArticleGone: boolean): RecalledPassage {
  const amended: Amended = { kind: 'vanished', shown: wordsOf(shown), isArticleGone };
  return { shown, amended, at: NOTICED };
}

function wordsOf({ paragraph, last, text }: Passage) {
  return { article: '0123456789ab', paragraph, last, text, hash: hashOfWords(text) };
}

/** Hostile texts of which pieces were put in, taken out or exchanged for others. */
const anyChanged = fc
  .tuple(anyPassage, hostileParagraph, fc.nat(), fc.nat(400))
  .map(([shown, other, at, length]) => {
    const from = at % shown.text.length;
    return changed(shown, (shown.text.slice(0, from) + other + shown.text.slice(from + length)).trim());
  })
  .filter(({ shown, amended }) => amended?.kind === 'changed' && amended.now.text !== shown.text);

export const anyRecalled: fc.Arbitrary<RecalledPassage> = fc.oneof(
  anyChanged,
  fc.tuple(anyPassage, fc.boolean()).map(([shown, isArticleGone]) => vanished(shown, isArticleGone)),
  anyPassage.map((shown) => ({ shown })),
);
