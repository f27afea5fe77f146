/**
 * The words of all articles of a snapshot with their places, and where each word stands. Built once a snapshot, at the first
 * quotation, in slices, and dropped with it.
 */
import type { Article } from '../articles/article.js';
import { createSlices } from '../index/slices.js';
import type { Snapshot } from '../index/snapshot.js';
import type { Span } from '../text/span.js';
import { hasWord } from '../text/paragraphs.js';
import { GrowingArray } from './growing-array.js';
import { edgesOf, lettersOf } from './outline.js';
import { Spelling } from './spelling.js';
import { Vocabulary } from './vocabulary.js';
import { readWords } from './words.js';

/** Stands between articles, and where an article holds other text between two paragraphs: nothing matches across it. */
export const BORDER = 0;

/** A place is a position in `ids`, `starts` and `ends`. */
export interface WordIndex {
  readonly articles: readonly Article[];
  /** Number of a key. */
  readonly numbers: Pick<Vocabulary, 'get'>;
  /** Key of a number. */
  readonly keys: readonly string[];
  /** `edgesOf` and `lettersOf` each key. */
  readonly edges: Uint32Array;
  readonly letters: Uint32Array;
  readonly spelling: Pick<Spelling, 'near'>;
  /** Number of the word at each place, or `BORDER`. */
  readonly ids: Uint32Array;
  /** Offsets of the word at each place in its article's text. */
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  /** First place of each article. */
  readonly firstPlaces: Uint32Array;
  /** The places of word `n` are `places[offsets[n]]` up to `places[offsets[n + 1]]`, in ascending order. */
  readonly offsets: Uint32Array;
  readonly places: Uint32Array;
  /** The same places of each word, sorted by the number of the word that follows: a pair is found by halving. */
  readonly byNext: Uint32Array;
}

/** How many words are handled between two looks at the clock. */
const WORDS_A_STEP = 256;
const PLACES_A_STEP = 8192;
/** The index is built while others wait for their answers. */
const SLICE_MS = 4;

const indexes = new WeakMap<Snapshot, Promise<WordIndex>>();

/** The index of a snapshot; the first call builds it, and everybody waits for the same one. */
export function wordIndexOf(snapshot: Snapshot): Promise<WordIndex> {
  let index = indexes.get(snapshot);
  if (index === undefined) {
    index = buildWordIndex(snapshot.articles);
    indexes.set(snapshot, index);
  }
  return index;
}

export async function buildWordIndex(articles: readonly Article[]): Promise<WordIndex> {
  const pause = createSlices(SLICE_MS);
  const numbers = new Vocabulary();
  const [ids, starts, ends] = [new GrowingArray(), new GrowingArray(), new GrowingArray()];
  const firstPlaces = new Uint32Array(articles.length);
  const add = (number: number, { start, end }: Span): void => {
    ids.push(number);
    starts.push(start);
    ends.push(end);
  };
  for (const [position, article] of articles.entries()) {
    firstPlaces[position] = ids.length;
    for (const stretch of stretchesOf(article)) {
      for (const word of readWords(article.text, stretch.start, stretch.end)) {
        add(numbers.add(word.key), word);
        if (ids.length % WORDS_A_STEP === 0) await pause();
      }
      add(BORDER, { start: stretch.end, end: stretch.end });
      await pause();
    }
  }
  const [edges, letters] = [new GrowingArray(), new GrowingArray()];
  for (const key of numbers.keys) {
    edges.push(edgesOf(key));
    letters.push(lettersOf(key));
    if (edges.length % PLACES_A_STEP === 0) await pause();
  }
  const outlines = await letters.join(pause);
  const spelling = new Spelling(numbers.keys, outlines);
  for (let number = 1; number < numbers.keys.length; number++) {
    spelling.add(number);
    if (number % WORDS_A_STEP === 0) await pause();
  }
  const words = await ids.join(pause);
  return {
    articles,
    numbers,
    keys: numbers.keys,
    edges: await edges.join(pause),
    letters: outlines,
    spelling,
    ids: words,
    starts: await starts.join(pause),
    ends: await ends.join(pause),
    firstPlaces,
    ...(await listPlaces(words, numbers.keys.length, pause)),
  };
}

/** Position in `articles` of the article that a place belongs to. */
export function articleAt({ firstPlaces }: WordIndex, place: number): number {
  let [low, high] = [0, firstPlaces.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((firstPlaces[middle] ?? 0) <= place) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** How often a word stands in the collection; 0 for an unknown one. */
export function countOf({ offsets }: WordIndex, number: number): number {
  return number === BORDER ? 0 : (offsets[number + 1] ?? 0) - (offsets[number] ?? 0);
}

/** How rare a word is: 0 for one that is everywhere. An unknown word is as rare as one that stands once. */
export function rarityOf(index: WordIndex, number: number): number {
  return Math.log(index.ids.length / Math.max(1, countOf(index, number)));
}

/** Spans of the text without other text in between: mostly one, the whole article. */
function stretchesOf(article: Article): Span[] {
  const stretches: Span[] = [];
  for (const { start, end } of article.paragraphs) {
    const last = stretches.at(-1);
    if (last !== undefined && !hasWord(article.text.slice(last.end, start))) {
      stretches[stretches.length - 1] = { start: last.start, end };
    } else {
      stretches.push({ start, end });
    }
  }
  return stretches;
}

async function listPlaces(
  ids: Uint32Array,
  size: number,
  pause: () => Promise<void>,
): Promise<Pick<WordIndex, 'offsets' | 'places' | 'byNext'>> {
  const offsets = new Uint32Array(size + 1);
  for (let place = 0; place < ids.length; place++) {
    const number = ids[place] ?? BORDER;
    offsets[number + 1] = (offsets[number + 1] ?? 0) + 1;
    if (place % PLACES_A_STEP === 0) await pause();
  }
  for (let number = 1; number <= size; number++) {
    offsets[number] = (offsets[number] ?? 0) + (offsets[number - 1] ?? 0);
  }
  const places = await sortPlaces(ids, offsets, pause, (n) => n);
  // Going through all places in the order of their words, and one back, meets each word's places in the order of the next.
  const byNext = await sortPlaces(ids, offsets, pause, (n) => (places[n] ?? 0) - 1);
  return { offsets, places, byNext };
}

/** Puts places under their words, in the order in which they are named: `placeOf` is asked for 0, 1, 2 … */
async function sortPlaces(
  ids: Uint32Array,
  offsets: Uint32Array,
  pause: () => Promise<void>,
  placeOf: (n: number) => number,
): Promise<Uint32Array> {
  const next = offsets.slice();
  const sorted = new Uint32Array(ids.length);
  for (let n = 0; n < ids.length; n++) {
    const place = placeOf(n);
    if (place >= 0) {
      const number = ids[place] ?? BORDER;
      const at = next[number] ?? 0;
      sorted[at] = place;
      next[number] = at + 1;
    }
    if (n % PLACES_A_STEP === 0) await pause();
  }
  return sorted;
}
