/** Names and numbers of a question that an article does not have: it may be about something alike. */
import type { Snapshot } from '../index/snapshot.js';
import { termOf, termsOf, tokenize } from '../text/terms.js';

const NAME_OR_NUMBER = /^[\p{Lu}\p{N}]/u;

/**
 * The share of them that the article of a chunk lacks, in its title, source and text; 0 for a question without any, and without a
 * chunk.
 */
export function shareOfMissing(
  snapshot: Snapshot,
  question: string,
  best: { readonly chunk: number } | undefined,
): number {
  const article = best === undefined ? undefined : snapshot.chunkAt(best.chunk)?.article;
  const terms = termsOfNames(question);
  if (article === undefined || terms.length === 0) return 0;
  const source = new Set(termsOf(snapshot.articles[article]?.source ?? ''));
  const missing = terms.filter((term) => !source.has(term) && !has(snapshot, article, term));
  return missing.length / terms.length;
}

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

/** Cost: the articles that have the term. */
function has({ articlePostings }: Snapshot, article: number, term: string): boolean {
  let isThere = false;
  articlePostings.forEach(term, (one) => (isThere ||= one === article));
  return isThere;
}
