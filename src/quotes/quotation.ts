/** What the user pasted, made ready for comparison. */
import type { Span } from '../text/span.js';
import { trimSpan } from '../text/span.js';
import { readWords, type Word } from './words.js';
import { BORDER, type WordIndex } from './word-index.js';

/** Whether the article with a number is searched; left out, all are. */
export type IsSearched = (article: number) => boolean;

export interface Quotation {
  /** Exactly as the user wrote it. */
  readonly text: string;
  /** The text without quotation marks and white space pasted around it. */
  readonly core: Span;
  readonly words: readonly Word[];
  /** For each word its number in the index, or `BORDER` (which equals no word) for an unknown one. */
  readonly ids: Uint32Array;
  /** Positions of unknown words, with numbers of the words they may be misspellings of. */
  readonly misspelt: ReadonlyMap<number, readonly number[]>;
}

/** A quotation with more unknown words is in another language, or made to be slow. */
const MOST_MISSPELT = 40;

const MARK = /["'«»‹›\u2018-\u201F\u300C-\u300F\u301D-\u301F\uFF02\uFF07`´]/u;

/** A quotation without any word has empty `words`. */
export function readQuotation(index: WordIndex, text: string): Quotation {
  const words = [...readWords(text)];
  const ids = Uint32Array.from(words, ({ key }) => index.numbers.get(key) ?? BORDER);
  return { text, core: stripMarks(text), words, ids, misspelt: findMisspelt(index, words, ids) };
}

function findMisspelt(
  { spelling }: WordIndex,
  words: readonly Word[],
  ids: Uint32Array,
): Map<number, readonly number[]> {
  const misspelt = new Map<number, readonly number[]>();
  for (const [at, { key }] of words.entries()) {
    if (misspelt.size === MOST_MISSPELT) break;
    if (ids[at] === BORDER) misspelt.set(at, spelling.near(key));
  }
  return misspelt;
}

function stripMarks(text: string): Span {
  let span = trimSpan(text, { start: 0, end: text.length });
  for (;;) {
    const isOpen = MARK.test(text.charAt(span.start)) && span.start < span.end;
    const isClosed = MARK.test(text.charAt(span.end - 1)) && span.start < span.end - 1;
    if (!isOpen && !isClosed) return span;
    const inner = { start: span.start + (isOpen ? 1 : 0), end: span.end - (isClosed ? 1 : 0) };
    span = trimSpan(text, inner);
  }
}
