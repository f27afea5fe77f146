/**
 * The terms of a segment, each with a number, as typed arrays: loading them is reading them, and 15,000 strings less lie
 * about for each segment. A hash table with linear probing; `slots` holds number + 1, and 0 where nothing is.
 */

import { areBelow } from './column-file.js';

const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

export class TermTable {
  constructor(
    /** Their number is a power of two, more than there are terms. */
    readonly slots: Uint32Array,
    /** Where each term ends in `text`; it begins where the one before ends. */
    readonly ends: Uint32Array,
    /** All terms in UTF-16, one behind the other. */
    readonly text: Uint16Array,
  ) {
    const isPower = slots.length > 0 && (slots.length & (slots.length - 1)) === 0;
    const isInside = areBelow(slots, ends.length + 1) && areBelow(ends, text.length + 1);
    if (!isPower || slots.length <= ends.length || !isInside)
      throw new Error('holds a damaged list of terms');
  }

  /** Numbers follow the order of the terms, which are distinct. */
  static of(terms: readonly string[]): TermTable {
    const slots = new Uint32Array(2 ** Math.ceil(Math.log2(2 * terms.length + 2)));
    const ends = new Uint32Array(terms.length);
    const text = new Uint16Array(terms.reduce((sum, { length }) => sum + length, 0));
    let end = 0;
    for (const [number, term] of terms.entries()) {
      for (let at = 0; at < term.length; at++) text[end++] = term.charCodeAt(at);
      ends[number] = end;
      let slot = hashOfTerm(term) & (slots.length - 1);
      while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1);
      slots[slot] = number + 1;
    }
    return new TermTable(slots, ends, text);
  }

  get size(): number {
    return this.ends.length;
  }

  numberOf(term: string): number | undefined {
    const mask = this.slots.length - 1;
    for (let slot = hashOfTerm(term) & mask; ; slot = (slot + 1) & mask) {
      const number = (this.slots[slot] ?? 0) - 1;
      if (number < 0) return undefined;
      if (this.#isAt(number, term)) return number;
    }
  }

  termAt(number: number): string {
    return String.fromCharCode(...this.text.subarray(this.ends[number - 1] ?? 0, this.ends[number] ?? 0));
  }

  /**
   * Terms of these lengths that share the first letter with a word, or the second. Cost: a look at each term, some nanoseconds;
   * a table of them would be made anew with every generation, in one piece.
   */
  termsLike(word: string, from: number, to: number): string[] {
    const [first, second] = [word.charCodeAt(0), word.charCodeAt(1)];
    const found: string[] = [];
    let start = 0;
    for (let number = 0; number < this.ends.length; number++) {
      const end = this.ends[number] ?? 0;
      const length = end - start;
      const isAlike =
        length >= from &&
        length <= to &&
        (this.text[start] === first || (length > 1 && this.text[start + 1] === second));
      if (isAlike) found.push(this.termAt(number));
      start = end;
    }
    return found;
  }

  #isAt(number: number, term: string): boolean {
    const start = this.ends[number - 1] ?? 0;
    if ((this.ends[number] ?? 0) - start !== term.length) return false;
    for (let at = 0; at < term.length; at++) {
      if (this.text[start + at] !== term.charCodeAt(at)) return false;
    }
    return true;
  }
}

function hashOfTerm(term: string): number {
  let hash = FNV_OFFSET;
  for (let at = 0; at < term.length; at++) hash = Math.imul(hash ^ term.charCodeAt(at), FNV_PRIME);
  return (hash ^ (hash >>> 15)) >>> 0;
}
