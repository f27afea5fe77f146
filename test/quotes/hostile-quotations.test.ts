/**
 * Quotations made to break the checker. How long the slowest takes is for `npm run bench`; here, whatever comes is answered,
 * with places that are the articles' own.
 */
import { expect, test } from 'vitest';
import { checkQuotation } from '../../src/quotes/check-quotation.js';
import { createRandom } from '../eval/random.js';
import { fakeEmbedder } from '../support/embedder.js';
import {
  hostileArticle,
  HOSTILE_KINDS,
  LONGEST_QUOTATION,
  makeHostile,
  SPEECH,
} from '../support/hostile-quotations.js';
import { readShippedArticle } from '../support/shipped-article.js';
import { makeArticle, makeSnapshot } from '../support/snapshots.js';
import { expectSpans } from './checking.js';

/** `npm run bench -- --only quotation` checks 10,000 among as many paragraphs as are asked for. */
const QUOTATIONS = Number(process.env['HOSTILE'] ?? '400');

const paragraphs = readShippedArticle().paragraphs.map(({ text }) => text);
const words = paragraphs.join(' ').split(/\s+/u);
const snapshot = await makeSnapshot([
  makeArticle({ articleId: 'shipped', paragraphs }),
  hostileArticle('the', ['the'], 40_000),
  hostileArticle('pattern', words.slice(3, 7), 40_000),
  hostileArticle('speech', SPEECH, 40_000),
]);

test.each(HOSTILE_KINDS)('%s: a quotation is answered, with places of the articles', async (kind) => {
  const quotations = makeHostile(QUOTATIONS, words, createRandom(9)).filter((one) => one.kind === kind);
  for (const { quote } of quotations) {
    expect(quote.length).toBeLessThanOrEqual(LONGEST_QUOTATION);
    const check = await checkQuotation(snapshot, quote, fakeEmbedder());
    expectSpans(check);
    expect(check.matches.length > 0).toBe(check.verdict !== 'not-found');
  }
  expect(quotations.length).toBeGreaterThanOrEqual(Math.floor(QUOTATIONS / HOSTILE_KINDS.length));
});

test('a pattern that an article repeats is found exactly, and with another word behind it as altered', async () => {
  const pattern = Array.from({ length: 200 }, () => words.slice(3, 7).join(' ')).join(' ');
  expect(await checkQuotation(snapshot, pattern, fakeEmbedder())).toMatchObject({ verdict: 'exact' });
  const other = await checkQuotation(snapshot, `${pattern} hippopotamus`, fakeEmbedder());
  expect(other).toMatchObject({ verdict: 'altered' });
});
