/**
 * Finds the places where the very words of a quotation stand, whatever the marks between them: "under-age" stands where
 * "underage" does. Begins at rare words and walks from there in both directions, so no text is scanned.
 */
import type { Span } from '../text/span.js';
import { BORDER, articleAt, countOf, type WordIndex } from './word-index.js';
import type { Quotation } from './quotation.js';
import { edgesOf } from './outline.js';
import { mayJoin } from './words.js';

/** Places of the first and last word. */
export interface PlaceRange {
  readonly first: number;
  readonly last: number;
}

/** So many different words are tried as the beginning of a walk: one may be written in another way where the others stand. */
const STARTS = 3;
/** A word that stands more often is only tried when there is no rarer one. */
const COMMON = 20_000;
/** Enough of the same words: a quotation of one common word stands everywhere ... */
const MOST_RANGES = 1000;
/** ... and of a long one, whose marks are compared at every range, so many words in all. */
const MOST_WORDS = 100_000;
/** Words walked over. Only a pattern that is repeated on both sides takes more: it is met again at every word of itself. */
const MOST_STEPS = 2_000_000;

/** A walk in one direction; `place` is undefined where the words differ. */
interface Walk {
  readonly place: number | undefined;
  readonly steps: number;
}

/** @returns ranges in ascending order. */
export function findSameWords(index: WordIndex, quotation: Quotation): PlaceRange[] {
  const found = new Map<number, PlaceRange>();
  const most = Math.min(MOST_RANGES, Math.ceil(MOST_WORDS / Math.max(1, quotation.ids.length)));
  const edges = Uint32Array.from(quotation.words, ({ key }) => edgesOf(key));
  let left = MOST_STEPS;
  for (const at of startingWords(index, quotation)) {
    const number = quotation.ids[at] ?? BORDER;
    const end = index.offsets[number + 1] ?? 0;
    for (let n = index.offsets[number] ?? 0; n < end && found.size < most && left > 0; n++) {
      const start = index.places[n] ?? 0;
      const { place: last, steps } = walk(index, quotation, edges, at, start, 1);
      left -= steps;
      if (last === undefined) continue;
      const { place: first, steps: back } = walk(index, quotation, edges, at, start, -1);
      left -= back;
      if (first !== undefined) found.set(first, { first, last });
    }
  }
  return [...found.values()].toSorted((a, b) => a.first - b.first);
}

/** Positions of the rarest known words, each word once. */
function startingWords(index: WordIndex, { ids }: Quotation): number[] {
  const positions = new Map<number, number>();
  ids.forEach((number, at) => {
    if (number !== BORDER && !positions.has(number)) positions.set(number, at);
  });
  return [...positions]
    .map(([number, at]) => ({ at, count: countOf(index, number) }))
    .toSorted((a, b) => a.count - b.count)
    .filter(({ count }, rank) => rank === 0 || (rank < STARTS && count <= COMMON))
    .map(({ at }) => at);
}

/** Goes from a word that both sides share to the end (step 1) or the beginning (step -1) of the quotation. */
function walk(
  index: WordIndex,
  quotation: Quotation,
  edges: Uint32Array,
  at: number,
  place: number,
  step: 1 | -1,
): Walk {
  const { ids, words } = quotation;
  let steps = 1;
  while (at + step >= 0 && at + step < words.length) {
    const [nextAt, nextPlace] = [at + step, place + step];
    const number = index.ids[nextPlace] ?? BORDER;
    steps++;
    if (number === BORDER) return { place: undefined, steps };
    if (number === ids[nextAt]) {
      [at, place] = [nextAt, nextPlace];
      continue;
    }
    const joined = mayBeJoined(index.edges[number], edges[nextAt], step)
      ? joinWords(index, quotation, nextAt, nextPlace, step)
      : undefined;
    if (joined === undefined) return { place: undefined, steps };
    [at, place] = [joined.at, joined.place];
  }
  return { place, steps };
}

/** Seen at a glance of most words: neither begins (or, going backwards, ends) with the other. */
function mayBeJoined(one = 0, other = 0, step: 1 | -1): boolean {
  const difference = one ^ other;
  return step === 1 ? difference >>> 16 === 0 : (difference & 0xffff) === 0;
}

/** Words that are written together on one side and apart on the other; the shorter side grows until both are equal. */
function joinWords(
  index: WordIndex,
  { text, words }: Quotation,
  at: number,
  place: number,
  step: 1 | -1,
): { readonly at: number; readonly place: number } | undefined {
  let ours = words[at]?.key ?? '';
  let theirs = keyAt(index, place);
  while (ours !== theirs) {
    const isOursShorter = ours.length < theirs.length;
    const [short, long] = isOursShorter ? [ours, theirs] : [theirs, ours];
    if (!(step === 1 ? long.startsWith(short) : long.endsWith(short))) return undefined;
    const next = isOursShorter
      ? grow(ours, words[at + step]?.key ?? '', gapBetween(text, words[at], words[at + step]), step)
      : grow(theirs, keyAt(index, place + step), gapAt(index, step === 1 ? place : place - 1), step);
    if (next === undefined) return undefined;
    if (isOursShorter) [ours, at] = [next, at + step];
    else [theirs, place] = [next, place + step];
  }
  return { at, place };
}

function grow(word: string, next: string, between: string, step: 1 | -1): string | undefined {
  if (next === '') return undefined;
  const [left, right] = step === 1 ? [word, next] : [next, word];
  return mayJoin(left, between, right) ? left + right : undefined;
}

/** Key of the word at a place; empty at a border. */
function keyAt({ ids, keys }: WordIndex, place: number): string {
  return keys[ids[place] ?? BORDER] ?? '';
}

/** The article's characters between the word at a place and the next one. */
export function gapAt(index: WordIndex, place: number): string {
  const article = index.articles[articleAt(index, place)];
  return article?.text.slice(index.ends[place], index.starts[place + 1]) ?? '';
}

function gapBetween(text: string, one: Span | undefined, other: Span | undefined): string {
  if (one === undefined || other === undefined) return '';
  return one.start < other.start ? text.slice(one.end, other.start) : text.slice(other.end, one.start);
}
