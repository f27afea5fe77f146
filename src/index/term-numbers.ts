/** Numbers for the terms of a segment in the making, so that counting handles numbers instead of strings. */
import { termOfWord } from '../text/terms.js';
import { visitWords } from '../text/words.js';
import { WordNumbers } from './word-numbers.js';

/** Stands for a word that has no term. */
const NO_TERM = -1;

export class TermNumbers {
  readonly #numbers = new Map<string, number>();
  /** By word as it stands in the text: a look at it saves folding and stemming. */
  readonly #ofWords = new WordNumbers();

  /** How many terms there are. */
  get size(): number {
    return this.#numbers.size;
  }

  /** In the order of their numbers, which begin with 0. */
  get terms(): string[] {
    return [...this.#numbers.keys()];
  }

  /** A term that is new gets the next number. */
  numberOf(term: string): number {
    let number = this.#numbers.get(term);
    if (number === undefined) {
      number = this.#numbers.size;
      this.#numbers.set(term, number);
    }
    return number;
  }

  /** The numbers of `termsOf(text)`. */
  numbersOf(text: string): number[] {
    const numbers: number[] = [];
    visitWords(text, (start, end) => {
      const number = this.#ofWords.numberAt(text, start, end) ?? this.#meet(text.slice(start, end));
      if (number !== NO_TERM) numbers.push(number);
    });
    return numbers;
  }

  #meet(word: string): number {
    const term = termOfWord(word);
    const number = term === undefined ? NO_TERM : this.numberOf(term);
    this.#ofWords.set(word, number);
    return number;
  }
}
