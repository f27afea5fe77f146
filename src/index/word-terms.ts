/** The terms of all words that a run has met, each folded and stemmed only once, in whichever segment it stands. */
import { termOfWord } from '../text/terms.js';
import { WordNumbers } from './word-numbers.js';

/** Stands for a word that has no term. */
export const NO_TERM = -1;

export class WordTerms {
  readonly #words = new WordNumbers();
  readonly #numbers = new Map<string, number>();
  /** By number. */
  readonly terms: string[] = [];

  /** Number of a term; a new one gets the next. */
  numberOf(term: string): number {
    let number = this.#numbers.get(term);
    if (number === undefined) {
      number = this.terms.push(term) - 1;
      this.#numbers.set(term, number);
    }
    return number;
  }

  /** Number of the term of the word at this place, or `NO_TERM`. @param codes - of the text. */
  numberAt(text: string, codes: Uint16Array, start: number, end: number): number {
    return this.#words.numberAt(codes, start, end) ?? this.#meet(text.slice(start, end));
  }

  #meet(word: string): number {
    const term = termOfWord(word);
    const number = term === undefined ? NO_TERM : this.numberOf(term);
    this.#words.set(word, number);
    return number;
  }
}
