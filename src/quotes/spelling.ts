/** Finds the words of a collection that an unknown word of a quotation may be a misspelling of. */
import { areNear } from './near-words.js';
import { lettersOf, mayBeNear } from './outline.js';

/** Slips of the pen that `areNear` allows, at most. */
const SLIPS = 2;
/** A word as long as this is compared with longer ones only. */
const LONGEST = 63;
/** More than these are no hint any more. */
const MOST_FOUND = 8;

/** Words by length and by first and last character, one of which is mostly right. */
export class Spelling {
  readonly #buckets = new Map<number, number[]>();
  readonly #keys: readonly string[];
  readonly #letters: Uint32Array;

  /** Empty: words are added one by one, so that others have their turn. */
  constructor(keys: readonly string[], letters: Uint32Array) {
    this.#keys = keys;
    this.#letters = letters;
  }

  add(number: number): void {
    const key = this.#keys[number] ?? '';
    if (key.length > LONGEST) return;
    for (const bucket of new Set([bucketOf(key.charCodeAt(0), key.length, 0), lastBucketOf(key)])) {
      const numbers = this.#buckets.get(bucket);
      if (numbers === undefined) this.#buckets.set(bucket, [number]);
      else numbers.push(number);
    }
  }

  /** Numbers of words that are nearly the same; none when there are too many to tell. */
  near(key: string): number[] {
    const letters = lettersOf(key);
    const found = new Set<number>();
    for (let length = key.length - SLIPS; length <= key.length + SLIPS; length++) {
      const first = bucketOf(key.charCodeAt(0), length, 0);
      const last = bucketOf(key.charCodeAt(key.length - 1), length, 1);
      for (const bucket of [first, last]) {
        for (const number of this.#buckets.get(bucket) ?? []) {
          if (!mayBeNear(letters, this.#letters[number] ?? 0, SLIPS)) continue;
          if (areNear(key, this.#keys[number] ?? '')) found.add(number);
        }
      }
    }
    return found.size > MOST_FOUND ? [] : [...found];
  }
}

function lastBucketOf(key: string): number {
  return bucketOf(key.charCodeAt(key.length - 1), key.length, 1);
}

function bucketOf(code: number, length: number, side: 0 | 1): number {
  return (code * (LONGEST + 1) + length) * 2 + side;
}
