import { describe, expect, test } from 'vitest';
import { scoreNames } from '../../src/search/article-signals.js';
import { termsOf } from '../../src/text/terms.js';
import { makeArticle, makeSnapshot } from '../support/snapshots.js';

const ARTICLES = [
  makeArticle({ articleId: 'a', title: 'Old bridge closed for repairs', source: 'The Verge', paragraphs: ['One paragraph.'] }),
  makeArticle({ articleId: 'b', title: 'New bridge opened by the king', source: 'Example Times', paragraphs: ['Another one.'] }),
  makeArticle({ articleId: 'c', title: 'Rain', paragraphs: ['No source.'] }),
]; // prettier-ignore

async function score(text: string, articles = ARTICLES): Promise<[number, number][]> {
  const scores = scoreNames(await makeSnapshot(articles), text, [...new Set(termsOf(text))]);
  return [...scores].filter(([, value]) => value > 0);
}

describe('an article is preferred', () => {
  test('when the question names its source, in any case', async () => {
    expect(await score('what did the example times report?')).toEqual([[1, 0.25]]);
  });

  test('when the question is its headline, more or less', async () => {
    expect(await score('Old bridge closed for repairs')).toEqual([[0, 1]]);
    const [[article, value] = [-1, 0]] = await score('old bridge closed, repairs');
    expect(article).toBe(0);
    expect(value).toBeGreaterThan(0.8);
  });
});

describe('nothing is preferred', () => {
  test('for a word or two of a headline or source', async () => {
    expect(await score('Why was the bridge closed?')).toEqual([]);
    expect(await score('Is he on the verge of tears?')).toEqual([[0, 0.25]]); // cannot be told from the name
    expect(await score('How many times?')).toEqual([]);
  });

  test('when all articles are of the one source', async () => {
    expect(await score('What does The Verge say?', ARTICLES.slice(0, 1))).toEqual([]);
  });

  test('for a question without a term', async () => {
    expect(await score('Who is it?')).toEqual([]);
  });
});
