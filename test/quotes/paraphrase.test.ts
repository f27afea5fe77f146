import { describe, expect, test } from 'vitest';
import { EmbeddingError } from '../../src/errors.js';
import { checkQuotation } from '../../src/quotes/check-quotation.js';
import { fakeEmbedder } from '../support/embedder.js';
import { makeArticle, makeSnapshot } from '../support/snapshots.js';
import { embedderOf, expectSpans, wordsOf } from './checking.js';

const OTHER = 'Nothing of interest was said by anybody on that day.';

describe('possible paraphrases', () => {
  const sentence = 'Iran rejected the new offer of the inspectors on Tuesday.';
  const articles = [makeArticle({ articleId: 'a', paragraphs: [`${OTHER} ${sentence}`] })];
  const quote = 'On Tuesday inspectors had their new offer rejected by Iran';

  test('a sentence that shares rare words and is close is a possible paraphrase', async () => {
    const embedder = embedderOf((text) => text === quote || text === sentence);
    const result = await checkQuotation(await makeSnapshot(articles), quote, embedder);
    expectSpans(result);
    expect(result.verdict).toBe('paraphrase');
    expect(result.matches.map(wordsOf)).toEqual([sentence]);
  });

  test('one that is not close is not', async () => {
    const embedder = embedderOf((text) => text === quote);
    expect((await checkQuotation(await makeSnapshot(articles), quote, embedder)).verdict).toBe('not-found');
    expect(embedder.asked).toEqual([quote, sentence]);
  });

  test('nothing is embedded when the very words are found, or when no sentence shares enough of them', async () => {
    const embedder = embedderOf(() => true);
    const snapshot = await makeSnapshot(articles);
    await checkQuotation(snapshot, 'Iran rejected the new offer of the inspectors', embedder);
    await checkQuotation(snapshot, 'Violins are slowly painted purple by the sea', embedder);
    expect(embedder.asked).toEqual([]);
  });

  test('two sentences that share words, of which each has more of its own, are none, however close they are', async () => {
    const own = 'Iran rejected the offer of inspectors on Tuesday, while nurses in northern Portugal demanded better contracts, longer holidays and shelters.';
    const other = 'Iran rejected an offer inspectors sent Tuesday because farmers repaired bridges';
    const check = async (paragraph: string) =>
      checkQuotation(await makeSnapshot([makeArticle({ articleId: 'a', paragraphs: [paragraph] })]), other, embedderOf(() => true));
    expect((await check(own)).verdict).toBe('not-found');
    expect((await check(own.replace(', longer holidays and shelters', ''))).verdict).toBe('paraphrase');
  }); // prettier-ignore

  test('an embedder that cannot answer is an error, not "not found"', async () => {
    const embedder = { ...fakeEmbedder(), embedQuestion: () => Promise.reject(new EmbeddingError('closed')) };
    await expect(checkQuotation(await makeSnapshot(articles), quote, embedder)).rejects.toThrow(
      EmbeddingError,
    );
  });
});
