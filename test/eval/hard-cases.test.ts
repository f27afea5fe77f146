import { expect, test } from 'vitest';
import { makeArticle } from '../support/snapshots.js';
import { KINDS, LENGTHS, makeAbsent, makeAltered } from './hard-cases.js';
import { createRandom } from './random.js';

const words = Array.from({ length: 200 }, (_, at) => `word${at}`);
const articles = [makeArticle({ articleId: 'a', paragraphs: [words.join(' ')] })];

function make(seed: number) {
  return makeAltered(articles, 2, createRandom(seed));
}

test('hard cases are the same in each run, and other ones for another seed', () => {
  expect(make(1)).toEqual(make(1));
  expect(make(1)).not.toEqual(make(2));
  expect(make(1)).toHaveLength(KINDS.length * LENGTHS.length * 2);
});

test('as many words are changed as the kind says', () => {
  const cases = makeAltered(articles, 5, createRandom(3));
  const kept = (kind: string, length: number) =>
    cases
      .filter((one) => one.kind === kind && one.length === length)
      .map(({ quote }) => quote.split(' ').filter((word, at, all) => nextOf(all[at - 1]) === word).length);
  expect(kept('cut', 10)).toEqual(Array.from({ length: 5 }, () => 8)); // two runs: one word each has none before it
  expect(cases.filter(({ kind, length }) => kind === 'inserted' && length === 8).map(({ quote }) => quote.split(' ').length)).toEqual([10, 10, 10, 10, 10]);
}); // prettier-ignore

function nextOf(word: string | undefined): string {
  return `word${Number(word?.slice(4)) + 1}`;
}

test('absent quotations are runs of the withheld articles', () => {
  for (const { quote, articleId } of makeAbsent(articles, 2, createRandom(4))) {
    expect(words.join(' ')).toContain(quote);
    expect(articleId).toBeUndefined();
  }
});
