/**
 * A number for each of many words, found by a word's place in the codes of a text: a map would want a string of its own for
 * each of millions of words, only to look at it once. A hash table with linear probing, as `TermTable`, but it grows.
 */
import { codesOf } from '../text/words.js';

const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;
/** Slots at first; a power of two, as always. */
const FIRST_SLOTS = 1 << 12;
/** UTF-16 units at first. */
const FIRST_TEXT = 1 << 15;

export class WordNumbers {
  /** Entry + 1, or 0 where nothing is. */
  #slots = new Uint32Array(FIRST_SLOTS);
  #hashes: number[] = [];
  #numbers: number[] = [];
  /** Where each word ends in `#text`; it begins where the one before ends. */
  #ends: number[] = [];
  #text = new Uint16Array(FIRST_TEXT);

  /** The number of the word from `start` up to and without `end`; undefined when it is new. */
  numberAt(codes: Uint16Array, start: number, end: number): number | undefined {
    const hash = hashAt(codes, start, end);
    const mask = this.#slots.length - 1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const entry = (this.#slots[slot] ?? 0) - 1;
      if (entry < 0) return undefined;
      if (this.#hashes[entry] === hash && this.#isAt(entry, codes, start, end)) return this.#numbers[entry];
    }
  }

  /** Gives a new word its number. */
  set(word: string, number: number): void {
    if (2 * this.#numbers.length >= this.#slots.length) this.#spread();
    const codes = codesOf(word);
    const hash = hashAt(codes, 0, codes.length);
    const entry = this.#numbers.push(number) - 1;
    this.#hashes.push(hash);
    this.#place(hash, entry);
    const begin = this.#ends.at(-1) ?? 0;
    this.#ends.push(begin + word.length);
    while (begin + word.length > this.#text.length) this.#text = doubled(this.#text);
    this.#text.set(codes, begin);
  }

  #isAt(entry: number, codes: Uint16Array, start: number, end: number): boolean {
    const begin = this.#ends[entry - 1] ?? 0;
    if ((this.#ends[entry] ?? 0) - begin !== end - start) return false;
    for (let at = start; at < end; at++) {
      if (this.#text[begin + at - start] !== codes[at]) return false;
    }
    return true;
  }

  #place(hash: number, entry: number): void {
    const mask = this.#slots.length - 1;
    let slot = hash & mask;
    while (this.#slots[slot] !== 0) slot = (slot + 1) & mask;
    this.#slots[slot] = entry + 1;
  }

  #spread(): void {
    this.#slots = new Uint32Array(2 * this.#slots.length);
    for (const [entry, hash] of this.#hashes.entries()) this.#place(hash, entry);
  }
}

/** Never negative: a small integer, which arrays keep as such. */
function hashAt(codes: Uint16Array, start: number, end: number): number {
  let hash = FNV_OFFSET;
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ (codes[at] ?? 0), FNV_PRIME);
  return (hash ^ (hash >>> 15)) & 0x3fffffff;
}

function doubled(text: Uint16Array): Uint16Array<ArrayBuffer> {
  const longer = new Uint16Array(2 * text.length);
  longer.set(text);
  return longer;
}
