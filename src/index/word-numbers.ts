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
/** Numbers of an entry, side by side so that the processor fetches them at once: hash, end of the word, its number. */
const FIELDS = 3;

export class WordNumbers {
  /** Entry + 1, or 0 where nothing is; half of them at most are in use. */
  #slots = new Uint32Array(FIRST_SLOTS);
  #entries = new Int32Array((FIELDS * FIRST_SLOTS) / 2);
  #size = 0;
  /** All words, one behind the other: each begins where the one before ends. */
  #text = new Uint16Array(FIRST_TEXT);

  /** The number of the word from `start` up to and without `end`; undefined when it is new. */
  numberAt(codes: Uint16Array, start: number, end: number): number | undefined {
    const hash = hashAt(codes, start, end);
    const mask = this.#slots.length - 1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const entry = (this.#slots[slot] ?? 0) - 1;
      if (entry < 0) return undefined;
      const at = FIELDS * entry;
      if (this.#entries[at] === hash && this.#isAt(at, codes, start, end)) return this.#entries[at + 2];
    }
  }

  /** Gives a new word its number. */
  set(word: string, number: number): void {
    if (2 * this.#size >= this.#slots.length) this.#spread();
    const codes = codesOf(word);
    const hash = hashAt(codes, 0, codes.length);
    const at = FIELDS * this.#size;
    const begin = this.#endBefore(at);
    const end = begin + codes.length;
    while (end > this.#text.length) this.#text = doubled(this.#text);
    this.#text.set(codes, begin);
    this.#entries.set([hash, end, number], at);
    this.#place(hash, this.#size++);
  }

  /** Where the word before that of the entry at this place ends. */
  #endBefore(at: number): number {
    return this.#entries[at - FIELDS + 1] ?? 0;
  }

  #isAt(entry: number, codes: Uint16Array, start: number, end: number): boolean {
    const begin = this.#endBefore(entry);
    if ((this.#entries[entry + 1] ?? 0) - begin !== end - start) return false;
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
    const entries = new Int32Array(2 * this.#entries.length);
    entries.set(this.#entries);
    this.#entries = entries;
    for (let entry = 0; entry < this.#size; entry++) this.#place(entries[FIELDS * entry] ?? 0, entry);
  }
}

/** Never negative. */
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
