/** Checks the quotations of a set, the way a reader has them checked, and keeps what came of each. */
import type { Answerer } from '../answers/answer.js';
import type { Snapshot } from '../index/snapshot.js';
import { checkWords } from '../quotes/check-quotation.js';
import { readQuotation } from '../quotes/quotation.js';
import type { Verdict } from '../quotes/verdict.js';
import { wordIndexOf } from '../quotes/word-index.js';
import { readWords } from '../quotes/words.js';
import { quotationToJson } from '../terminal/json.js';
import type { QuotationQuery } from './eval-set.js';

export interface QuotationResult {
  readonly query: QuotationQuery;
  readonly verdict: Verdict;
  /** Whether one side seems to say something that the other does not; undefined where nothing was compared. */
  readonly leavesOutOrAdds?: boolean | undefined;
  /** Id of the article of the first place; undefined when nothing is found. */
  readonly articleId: string | undefined;
  /** Whether a relevant article is named first, or one that has the very same words there. */
  readonly isRightArticle: boolean;
  /** What `cli source --json` prints. */
  readonly source: object;
  /** Look-up without the embedder, and the whole check, in milliseconds. */
  readonly lookUpMs: number;
  readonly wholeMs: number;
}

/** @throws UserError for a quotation without a letter or digit: the set is broken. */
export async function runQuotations(
  answerer: Answerer,
  snapshot: Snapshot,
  queries: readonly QuotationQuery[],
): Promise<QuotationResult[]> {
  const index = await wordIndexOf(snapshot);
  const wordsOf = new Map(snapshot.articles.map(({ articleId, text }) => [articleId, keysOf(text)]));
  const results: QuotationResult[] = [];
  for (const query of queries) {
    const started = performance.now();
    checkWords(index, readQuotation(index, query.quote));
    const lookedUp = performance.now();
    const answer = await answerer.checkQuotation(query.quote);
    const wholeMs = performance.now() - lookedUp;
    const source = quotationToJson(query.quote, answer);
    const isChecked = answer.kind === 'checked';
    const place = isChecked ? answer.places[0] : undefined;
    const articleId = place?.passage.attribution.articleId;
    const words =
      place === undefined ? '' : keysOf(place.passage.text.slice(place.span.start, place.span.end));
    const hasWords = (id: string): boolean => wordsOf.get(id)?.includes(words) === true;
    results.push({
      query,
      verdict: isChecked ? answer.verdict : 'not-found',
      leavesOutOrAdds: isChecked ? answer.meaning?.leavesOutOrAdds : undefined,
      articleId,
      isRightArticle: query.relevant.some((id) => id === articleId || (words !== '' && hasWords(id))),
      source,
      lookUpMs: lookedUp - started,
      wholeMs,
    });
  }
  return results;
}

/** The words alone, each with a space on both sides. */
function keysOf(text: string): string {
  return ` ${[...readWords(text)].map(({ key }) => key).join(' ')} `;
}
