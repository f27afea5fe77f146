/** Names and numbers of a question that an article does not have: it may be about something alike. */
import type { Snapshot } from '../index/snapshot.js';
import { termsOf } from '../text/terms.js';
import { termsOfNames } from './question-names.js';

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

/** Cost: the articles that have the term. */
function has({ articlePostings }: Snapshot, article: number, term: string): boolean {
  let isThere = false;
  articlePostings.forEach(term, (one) => (isThere ||= one === article));
  return isThere;
}
