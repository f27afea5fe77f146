import { describe, expect, test } from 'vitest';
import { makeArticle } from '../support/snapshots.js';
import { checkIn, expectSpans } from './checking.js';

const OTHER = 'Nothing of interest was said by anybody on that day.';
const SAID = 'We will never give up the island without a long fight';

describe('several places', () => {
  test('the same words in several articles are all listed, oldest first, undated last', async () => {
    const { verdict, matches } = await checkIn(
      [
        makeArticle({ articleId: 'a', paragraphs: [SAID] }),
        makeArticle({ articleId: 'b', paragraphs: [OTHER, SAID], date: '2024-05-01' }),
        makeArticle({ articleId: 'c', paragraphs: [SAID], date: '2023-12-31T23:00:00Z' }),
      ],
      SAID,
    );
    expect(verdict).toBe('exact');
    expect(matches.map(({ article, first }) => [article.articleId, first])).toEqual([
      ['c', 1],
      ['b', 2],
      ['a', 1],
    ]);
  });

  test('the same characters come before the same words', async () => {
    const { verdict, matches } = await checkIn(
      [
        makeArticle({ articleId: 'a', paragraphs: [SAID.toUpperCase()], date: '2020-01-01' }),
        makeArticle({ articleId: 'b', paragraphs: [SAID], date: '2021-01-01' }),
      ],
      SAID,
    );
    expect(verdict).toBe('exact');
    expect(matches.map(({ article }) => article.articleId)).toEqual(['b', 'a']);
  });

  test('the least altered place is the only one', async () => {
    const { verdict, matches } = await checkIn(
      [
        makeArticle({ articleId: 'a', paragraphs: [SAID.replace('never', 'soon').replace('long', 'short')] }),
        makeArticle({ articleId: 'b', paragraphs: [SAID.replace('long', 'short')] }),
      ],
      SAID,
    );
    expect(verdict).toBe('altered');
    expect(matches.map(({ article }) => article.articleId)).toEqual(['b']);
  });

  test('a quotation put together from two articles names both', async () => {
    const { verdict, matches } = await checkIn(
      [
        makeArticle({
          articleId: 'a',
          paragraphs: ['He said that we will never give up the island this year.'],
        }),
        makeArticle({
          articleId: 'b',
          paragraphs: ['The talks about trade with our neighbours begin on Monday.'],
        }),
      ],
      'we will never give up the island, trade with our neighbours begin on Monday',
    );
    expect(verdict).toBe('altered');
    expect(matches.map(({ article, differences }) => [article.articleId, differences[0]?.quoted])).toEqual([
      ['a', 'trade with our neighbours begin on Monday'],
      ['b', 'we will never give up the island'],
    ]);
    expect(matches.map(({ flags }) => flags)).toEqual([
      [{ kind: 'splice', quoted: 'we will never give up the island', original: '' }],
      [{ kind: 'splice', quoted: 'trade with our neighbours begin on Monday', original: '' }],
    ]);
  });

  test('nothing matches across articles, or across what an article holds between paragraphs', async () => {
    const [first, second] = ['We will never give up', 'the island without a fight'];
    const between = makeArticle({ articleId: 'a', paragraphs: [first, 'Read more: tides', second] });
    const gap = { ...between, paragraphs: between.paragraphs.filter(({ number }) => number !== 2) };
    const twoArticles = [first, second].map((text, at) =>
      makeArticle({ articleId: `${at}`, paragraphs: [text] }),
    );
    const joined = makeArticle({ articleId: 'a', paragraphs: [first, second] });
    const quote = 'never give up the island without';
    expect((await checkIn([joined], quote)).verdict).toBe('exact');
    expect((await checkIn([gap], quote)).verdict).toBe('not-found');
    expect((await checkIn(twoArticles, quote)).verdict).toBe('not-found');
  });
});

describe('other languages and scripts', () => {
  const texts = {
    persian: 'او گفت: «ما هرگز نمی‌خواهیم از این جزیره برویم» و رفت.',
    chinese: '他说：“我们永远不会放弃这个岛屿。”然后他离开了。',
    russian: 'Он сказал: «Мы никогда не сдадим этот остров без боя».',
    german: 'Sie sagte: „Wir geben diese Insel für kein Geld der Welt auf.“',
  };
  const articles = Object.entries(texts).map(([articleId, text]) =>
    makeArticle({ articleId, paragraphs: [text] }),
  );

  test.each([
    ['persian', '«ما هرگز نمی‌خواهیم از این جزیره برویم»', 'exact'],
    ['persian', 'ما هرگز نمی خواهیم از اين جزيره برويم', 'punctuation'], // spaces, Arabic forms of letters
    ['chinese', '我们永远不会放弃这个岛屿', 'exact'],
    ['chinese', '我们永远，不会放弃这个岛屿', 'punctuation'],
    ['chinese', '我们永远会放弃这个岛屿', 'altered'],
    ['russian', 'мы никогда не сдадим этот остров', 'punctuation'],
    ['russian', 'Мы никогда не сдадим этот остров без боя', 'exact'],
    ['russian', 'Мы сдадим этот остров без боя и слёз', 'altered'],
    ['german', 'Wir geben diese Insel für kein Geld der Welt auf.', 'exact'],
    ['german', 'Wir geben diese Insel für viel Geld der Welt auf.', 'altered'],
  ])('%s: %s: %s', async (articleId, quote, verdict) => {
    const result = await checkIn(articles, quote);
    expectSpans(result);
    expect(result.verdict).toBe(verdict);
    expect(result.matches[0]?.article.articleId).toBe(articleId);
  });
});

test.each([
  ['the crisis cost 1.5 billion dollars in one year', 'the crisis cost 15 billion dollars in one year'],
  ['we were told to pay $50 for a single ticket', 'we were told to pay €50 for a single ticket'],
  ['it was a part of the plan we made', 'it was apart of the plan we made'],
  ["and now we're all afraid of the storm", 'and now were all afraid of the storm'],
  ['the man who did this is not guilty', 'the man who did this is guilty'],
])('a changed word is altered: %s', async (text, quote) => {
  const result = await checkIn([makeArticle({ articleId: 'a', paragraphs: [text] })], quote);
  expectSpans(result);
  expect(result.verdict).toBe('altered');
  expect(result.matches[0]?.differences).toHaveLength(1);
});
