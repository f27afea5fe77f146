/** Numbers for the terms of a segment in the making, so that counting handles numbers instead of strings. */
import { createCodeReader, visitWords } from '../text/words.js';
import type { NumberList } from './number-list.js';
import { NO_TERM, WordTerms } from './word-terms.js';

export class TermNumbers {
  readonly #words: WordTerms;
  readonly #codesOf = createCodeReader();
  /** By the number that a term has among all: its number here + 1, or 0 when it has none yet. */
  #own = new Uint32Array(0);
  /** In the order of their numbers, which begin with 0. */
  readonly terms: string[] = [];

  /** @param words - those that are known from other segments. */
  constructor(words = new WordTerms()) {
    this.#words = words;
  }

  /** A term that is new gets the next number. */
  numberOf(term: string): number {
    return this.#ownOf(this.#words.numberOf(term));
  }

  /** Adds the numbers of `termsOf(text)` to a list. */
  addTo(list: NumberList, text: string): void {
    const codes = this.#codesOf(text);
    const visit = (start: number, end: number): void => {
      const number = this.#words.numberAt(text, codes, start, end);
      if (number !== NO_TERM) list.push(this.#ownOf(number));
    };
    visitWords(text, visit, codes);
  }

  #ownOf(number: number): number {
    const known = this.#own[number] ?? 0;
    if (known > 0) return known - 1;
    if (number >= this.#own.length) this.#makeRoom();
    const own = this.terms.push(this.#words.terms[number] ?? '');
    this.#own[number] = own;
    return own - 1;
  }

  #makeRoom(): void {
    const longer = new Uint32Array(2 * this.#words.terms.length);
    longer.set(this.#own);
    this.#own = longer;
  }
}
