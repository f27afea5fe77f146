/** Numbers for the terms of a segment in the making, so that counting handles numbers instead of strings. */
import { visitWords } from '../text/words.js';
import { NO_TERM, WordTerms } from './word-terms.js';

export class TermNumbers {
  readonly #words: WordTerms;
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

  /** The numbers of `termsOf(text)`. */
  numbersOf(text: string): number[] {
    const numbers: number[] = [];
    visitWords(text, (start, end) => {
      const number = this.#words.numberAt(text, start, end);
      if (number !== NO_TERM) numbers.push(this.#ownOf(number));
    });
    return numbers;
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
