import { expect, test } from 'vitest';
import { toPlaces } from '../../src/answers/quotation-place.js';
import { makeArticle } from '../support/snapshots.js';

test('all places of the same words are listed with their marks, and who said them at the first ones', () => {
  const paragraphs = Array.from({ length: 30 }, () => '“It is over,” Anna Berg said.');
  const article = makeArticle({ articleId: 'a', paragraphs });
  const matches = article.paragraphs.map(({ number, start }) => ({
    article,
    first: number,
    last: number,
    span: { start: start + 1, end: start + 11 },
    differences: [],
    flags: [],
  }));
  const places = toPlaces(matches);
  expect(places.map(({ passage }) => passage.paragraph)).toEqual(matches.map(({ first }) => first));
  expect(places.every(({ isQuoted, isNested }) => isQuoted && !isNested)).toBe(true);
  const named = places.map(({ speaker }) => speaker?.name === 'Anna Berg');
  expect(named).toEqual(matches.map((_, rank) => rank < 10));
});
