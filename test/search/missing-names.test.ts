import { expect, test } from 'vitest';
import { shareOfMissing } from '../../src/search/missing-names.js';
import { makeArticle, makeSnapshot } from '../support/snapshots.js';

const ARTICLES = [
  makeArticle({
    articleId: 'a',
    title: 'News of Oslo',
    source: 'The Herald',
    paragraphs: ['Ada met Grace.', 'It was in 1843.'],
  }),
  makeArticle({ articleId: 'b', title: 'Elsewhere', paragraphs: ['Alan stayed at home.'] }),
];

test.each([
  ['Did Ada meet Grace in Oslo?', 0],
  ['Did Ada meet Alan in 1843?', 1 / 3],
  ['Did Alan meet Kurt?', 1],
  ['Did the Herald report that Alan met Ada?', 1 / 3],
  ['Why did they meet?', 0],
  // A first word says nothing by its capital.
  ['Kurt met whom?', 0],
  ['did alan meet kurt', 0],
  ['', 0],
])('of %j the article lacks %f', async (question, share) => {
  expect(shareOfMissing(await makeSnapshot(ARTICLES), question, { chunk: 0 })).toBeCloseTo(share);
});

test('where nothing is found, nothing is missing', async () => {
  expect(shareOfMissing(await makeSnapshot(ARTICLES), 'Did Alan meet Kurt?', undefined)).toBe(0);
  expect(shareOfMissing(await makeSnapshot(ARTICLES), 'Did Alan meet Kurt?', { chunk: 99 })).toBe(0);
});
