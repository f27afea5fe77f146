/** The names and numbers of a question: they tell what it is about, more than what it asks of it. */
import { termOf, tokenize } from '../text/terms.js';

const NAME_OR_NUMBER = /^[\p{Lu}\p{N}]/u;

/**
 * The terms of its names and numbers, with repetitions. The first word of a question is written with a capital whatever it is, and
 * does not count.
 */
export function termsOfNames(question: string): string[] {
  return tokenize(question)
    .slice(1)
    .filter(({ start, end }) => NAME_OR_NUMBER.test(question.slice(start, end)))
    .flatMap(({ folded }) => termOf(folded) ?? []);
}
