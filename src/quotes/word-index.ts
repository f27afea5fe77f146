/**
 * The words of all articles of a snapshot with their places, and where each word stands. Built once a snapshot, at the first
 * quotation, in slices, and dropped with it.
 */
import type { Article } from '../articles/article.js';
import { createSlices } from '../index/slices.js';
import type { Snapshot } from '../index/snapshot.js';
import type { Span } from '../text/span.js';
import { hasWord } from '../text/paragraphs.js';
import { readWords } from './words.js';

/** Stands between articles, and where an article holds other text between two paragraphs: nothing matches across it. */
export const BORDER = 0;

/** A place is a position in `ids`, `starts` and `ends`. */
export interface WordIndex {
  readonly articles: readonly Article[];
  /** Number of a key, from 1. */
  readonly numbers: ReadonlyMap<string, number>;
  /** Key of a number. */
  readonly keys: readonly string[];
  /** `edgesOf` each key. */
  readonly edges: Uint32Array;
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
}

/** How many words are handled between two looks at the clock. */
const WORDS_A_STEP = 256;
const PLACES_A_STEP = 20_000;

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
  const pause = createSlices();
  const numbers = new Map<string, number>();
  const keys = [''];
  const [ids, starts, ends] = [new GrowingArray(), new GrowingArray(), new GrowingArray()];
  const edges = new GrowingArray();
  edges.push(0);
  const firstPlaces = new Uint32Array(articles.length);
  for (const [position, article] of articles.entries()) {
    firstPlaces[position] = ids.length;
    for (const stretch of stretchesOf(article)) {
      for (const { start, end, key } of readWords(article.text, stretch.start, stretch.end)) {
        let number = numbers.get(key);
        if (number === undefined) {
          number = keys.push(key) - 1;
          numbers.set(key, number);
          edges.push(edgesOf(key));
        }
        ids.push(number);
        starts.push(start);
        ends.push(end);
        if (ids.length % WORDS_A_STEP === 0) await pause();
      }
      ids.push(BORDER);
      starts.push(stretch.end);
      ends.push(stretch.end);
      await pause();
    }
  }
  const words = ids.toArray();
  const { offsets, places } = await listPlaces(words, keys.length, pause);
  return {
    articles,
    numbers,
    keys,
    edges: edges.toArray(),
    ids: words,
    starts: starts.toArray(),
    ends: ends.toArray(),
    firstPlaces,
    offsets,
    places,
  };
}

/** First and last character of a key in one number: words that differ in both are never nearly the same. */
export function edgesOf(key: string): number {
  return key === '' ? 0 : key.charCodeAt(0) * 0x10000 + key.charCodeAt(key.length - 1);
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
): Promise<Pick<WordIndex, 'offsets' | 'places'>> {
  const offsets = new Uint32Array(size + 1);
  for (let place = 0; place < ids.length; place++) {
    const number = ids[place] ?? BORDER;
    offsets[number + 1] = (offsets[number + 1] ?? 0) + 1;
    if (place % PLACES_A_STEP === 0) await pause();
  }
  for (let number = 1; number <= size; number++) {
    offsets[number] = (offsets[number] ?? 0) + (offsets[number - 1] ?? 0);
  }
  const next = offsets.slice();
  const places = new Uint32Array(ids.length);
  for (let place = 0; place < ids.length; place++) {
    const number = ids[place] ?? BORDER;
    const at = next[number] ?? 0;
    places[at] = place;
    next[number] = at + 1;
    if (place % PLACES_A_STEP === 0) await pause();
  }
  return { offsets, places };
}

/** A typed array that doubles when it is full. */
class GrowingArray {
  #values = new Uint32Array(1024);
  length = 0;

  push(value: number): void {
    if (this.length === this.#values.length) {
      const larger = new Uint32Array(this.length * 2);
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values[this.length++] = value;
  }

  toArray(): Uint32Array {
    return this.#values.slice(0, this.length);
  }
}
