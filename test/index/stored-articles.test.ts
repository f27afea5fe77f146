import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseArticles, serializeArticles } from '../../src/index/stored-articles.js';
import { makeArticle } from '../support/snapshots.js';

const text = fc.string({ unit: 'binary', minLength: 1, maxLength: 30 });
const article = fc
  .record({
    articleId: text,
    paragraphs: fc.array(text, { minLength: 1, maxLength: 4 }),
    title: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }),
    tags: fc.array(fc.constantFrom('trade', 'Tāiwān', '🙂'), { maxLength: 2 }),
    related: fc.array(text, { maxLength: 2 }),
    leftOut: fc.array(fc.record({ text, reason: text }), { maxLength: 2 }),
  })
  .map(makeArticle);

test('gives back the articles as they were', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(article, { maxLength: 4 }), async (articles) => {
      expect(await parseArticles(await serializeArticles(articles))).toEqual(articles);
    }),
  );
});

test('keeps every optional part', async () => {
  const full = makeArticle({
    articleId: 'a',
    paragraphs: ['One.'],
    source: 'Example Times',
    author: 'A. Writer',
    date: '2023-02-17',
    url: 'https://example.org/visit',
    language: 'en',
  });
  expect(await parseArticles(await serializeArticles([full]))).toEqual([full]);
});

test('names the line that cannot be read', async () => {
  const file = await serializeArticles(
    ['a', 'b'].map((articleId) => makeArticle({ articleId, paragraphs: ['One.'] })),
  );
  const lines = file.toString().split('\n');
  const damaged = Buffer.from([lines[0], '{"articleId":"b"}', ''].join('\n'));
  await expect(parseArticles(damaged)).rejects.toThrow('line 2 is no article');
  await expect(parseArticles(file.subarray(0, -1))).rejects.toThrow('is cut off in line 2');
});
