import { describe, expect, test } from 'vitest';
import { describeArticle, describeShelf, suggestArticles } from '../../src/answers/shelf.js';
import { makeArticle, makeSnapshot } from '../support/snapshots.js';

const paragraphs = ['One paragraph, five words here.', 'And another.'];
const ARTICLES = [
  makeArticle({
    articleId: 'old',
    title: 'Élections in Perú',
    source: 'Gazette',
    date: '2019-05-01',
    paragraphs,
  }),
  makeArticle({ articleId: 'new', title: 'Trade talks', source: 'Herald', date: '2024-03-02', paragraphs }),
  makeArticle({
    articleId: 'mid',
    title: 'The trade in elephants',
    source: 'Gazette',
    date: '2021-01-01T08:00:00Z',
    paragraphs,
  }),
  makeArticle({ articleId: 'undated', title: 'Trade winds', source: 'Almanac', paragraphs }),
  makeArticle({ articleId: 'alone', title: 'Nothing known', paragraphs: ['Single.'] }),
];

describe('the overview', () => {
  test('counts, and names the sources with most articles first, equal ones by name', async () => {
    const shelf = describeShelf(await makeSnapshot(ARTICLES));
    expect(shelf).toMatchObject({ articles: 5, paragraphs: 9 });
    expect(shelf.sources).toEqual([
      { source: 'Gazette', articles: 2 },
      { source: 'Almanac', articles: 1 },
      { source: 'Herald', articles: 1 },
    ]);
  });

  test('names the newest first, those without a date last, and five at most', async () => {
    const newestOf = async (articles: typeof ARTICLES) =>
      describeShelf(await makeSnapshot(articles)).newest.map(({ articleId }) => articleId);
    expect(await newestOf(ARTICLES)).toEqual(['new', 'mid', 'old', 'alone', 'undated']);
    const sixth = makeArticle({ articleId: 'sixth', date: '2020-01-01', paragraphs });
    expect(await newestOf([...ARTICLES, sixth])).toEqual(['new', 'mid', 'sixth', 'old', 'alone']);
  });

  test('an empty shelf has nothing on it', async () => {
    expect(describeShelf(await makeSnapshot([]))).toEqual({
      articles: 0,
      paragraphs: 0,
      sources: [],
      newest: [],
    });
  });
});

test('the card of an article counts its words as a reader would', () => {
  const article = makeArticle({
    articleId: 'card',
    title: 'Card',
    tags: ['defence'],
    language: 'en',
    related: ['Another article'],
    paragraphs: ["Taiwan's U.S. visit cost 1,200 dollars.", '— “No,” he said.'],
  });
  expect(describeArticle(article)).toEqual({
    attribution: expect.objectContaining({ articleId: 'card', title: 'Card' }),
    tags: ['defence'],
    language: 'en',
    paragraphs: 2,
    words: 9,
    related: ['Another article'],
  });
});

async function suggested(part: string, limit = 25): Promise<string[]> {
  return suggestArticles(await makeSnapshot(ARTICLES), part, limit).map(({ articleId }) => articleId);
}

describe('suggestions', () => {
  test('titles that begin with it come first, then the newest', async () => {
    expect(await suggested('trade')).toEqual(['new', 'undated', 'mid']);
  });

  test('ignore case, accents and white space around', async () => {
    expect(await suggested('  elections in PERU ')).toEqual(['old']);
    expect(await suggested('ÉLECTIONS')).toEqual(['old']);
  });

  test('look at the source and the id as well', async () => {
    expect(await suggested('gazette')).toEqual(['mid', 'old']);
    expect(await suggested('undat')).toEqual(['undated']);
  });

  test('nothing typed gives the newest, no match gives nothing, the limit holds', async () => {
    expect(await suggested('', 2)).toEqual(['new', 'mid']);
    expect(await suggested('zebra')).toEqual([]);
    expect(await suggested('trade', 1)).toEqual(['new']);
    expect(await suggested('trade', 0)).toEqual([]);
  });

  test('a match does not run from the title into the source', async () => {
    expect(await suggested('talks herald')).toEqual([]);
  });
});
