/**
 * Finds the places where the very words of a quotation stand, whatever the marks between them: "under-age" stands where
 * "underage" does. Begins at rare words and walks from there in both directions, so no text is scanned.
 */
import type { Span } from '../text/span.js';
import { BORDER, articleAt, countOf, type WordIndex } from './word-index.js';
import type { Quotation } from './quotation.js';
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
/** Enough of the same words: a quotation of one common word stands everywhere. */
const MOST_RANGES = 1000;

/** @returns ranges in ascending order. */
export function findSameWords(index: WordIndex, quotation: Quotation): PlaceRange[] {
  const found = new Map<number, PlaceRange>();
  for (const at of startingWords(index, quotation)) {
    const number = quotation.ids[at] ?? BORDER;
    const end = index.offsets[number + 1] ?? 0;
    for (let n = index.offsets[number] ?? 0; n < end && found.size < MOST_RANGES; n++) {
      const place = index.places[n] ?? 0;
      const last = walk(index, quotation, at, place, 1);
      const first = last === undefined ? undefined : walk(index, quotation, at, place, -1);
      if (first !== undefined && last !== undefined) found.set(first, { first, last });
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

/**
 * Goes from a word that both sides share to the end (step 1) or the beginning (step -1) of the quotation.
 *
 * @returns the place of the last word reached, or undefined where the words differ.
 */
function walk(
  index: WordIndex,
  quotation: Quotation,
  at: number,
  place: number,
  step: 1 | -1,
): number | undefined {
  const { ids, words } = quotation;
  while (at + step >= 0 && at + step < words.length) {
    const [nextAt, nextPlace] = [at + step, place + step];
    const number = index.ids[nextPlace] ?? BORDER;
    if (number === BORDER) return undefined;
    if (number === ids[nextAt]) {
      [at, place] = [nextAt, nextPlace];
      continue;
    }
    const joined = joinWords(index, quotation, nextAt, nextPlace, step);
    if (joined === undefined) return undefined;
    [at, place] = [joined.at, joined.place];
  }
  return place;
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
