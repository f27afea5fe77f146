/** A quotation is looked up only in the articles that are searched, whatever is found elsewhere. */
import { expect, test } from 'vitest';
import { checkQuotation } from '../../src/quotes/check-quotation.js';
import type { QuotationCheck } from '../../src/quotes/verdict.js';
import { makeArticle, makeSnapshot } from '../support/snapshots.js';
import { embedderOf } from './checking.js';

const SAID = 'The inspectors of the agency left the country early on Tuesday morning without a word.';
const ALTERED = 'The inspectors of the agency left the country early on Tuesday evening without a word.';
const MEANT = 'Early on Tuesday, without a word, the agency had its inspectors leave that country.';
const articles = [
  makeArticle({ articleId: 'exact', paragraphs: [SAID] }),
  makeArticle({ articleId: 'altered', paragraphs: [ALTERED] }),
  makeArticle({ articleId: 'meant', paragraphs: [MEANT] }),
];
/** Among few words none is rare. */
const others = Array.from({ length: 40 }, (_, at) =>
  makeArticle({
    articleId: `other ${at}`,
    paragraphs: [`Harbour ${at} was closed by storm ${at}, said pilot ${at}.`],
  }),
);
const snapshot = await makeSnapshot([...articles, ...others]);

async function checkIn(...searched: readonly string[]): Promise<QuotationCheck> {
  const isSearched = (at: number): boolean => searched.includes(snapshot.articles[at]?.articleId ?? '');
  return checkQuotation(
    snapshot,
    SAID,
    embedderOf(() => true),
    isSearched,
  );
}

test.each([
  [['exact', 'altered', 'meant'], 'exact', ['exact']],
  [['altered', 'meant'], 'altered', ['altered']],
  [['meant'], 'paraphrase', ['meant']],
  [[], 'not-found', []],
] as const)('in %j the verdict is %s', async (searched, verdict, found) => {
  const check = await checkIn(...searched);
  expect(check.verdict).toBe(verdict);
  expect(check.matches.map(({ article }) => article.articleId)).toEqual(found);
});

test('where all are searched, nothing is different', async () => {
  const all = await checkQuotation(
    snapshot,
    SAID,
    embedderOf(() => true),
  );
  expect(all).toEqual(await checkIn('exact', 'altered', 'meant'));
});
