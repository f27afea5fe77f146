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

  test('altered words that several articles have are listed oldest first, too', async () => {
    const more = Array.from({ length: 10 }, () => OTHER);
    const { verdict, matches } = await checkIn(
      [
        makeArticle({ articleId: 'a', paragraphs: [SAID, ...more] }),
        makeArticle({ articleId: 'b', paragraphs: [SAID, ...more], date: '2024-05-01' }),
        makeArticle({ articleId: 'c', paragraphs: [SAID, ...more], date: '2023-12-31' }),
      ],
      SAID.replace('long', 'short'),
    );
    expect(verdict).toBe('altered');
    expect(matches.map(({ article }) => article.articleId)).toEqual(['c', 'b', 'a']);
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

  test('two places of one article with an ellipsis between them are no splice', async () => {
    const far = Array.from({ length: 20 }, (_, at) => `Paragraph number ${at} is about the weather at sea.`);
    const first = 'The treasure was buried beneath the seventh lamp post by a dentist.';
    const last = 'Nobody believed him until the lamp post fell over in a storm.';
    const article = makeArticle({ articleId: 'a', paragraphs: [first, ...far, last] });
    const [start, end] = [
      'The treasure was buried beneath the seventh',
      'until the lamp post fell over in a storm',
    ];
    const elided = await checkIn([article], `${start} … ${end}`);
    expect(elided.verdict).toBe('altered');
    expect(
      elided.matches.map(({ first: number, flags, differences }) => [number, flags, differences]),
    ).toEqual([
      [1, [], []],
      [22, [], []],
    ]);
    const spliced = await checkIn([article], `${start} ${end}`);
    expect(spliced.matches.map(({ flags }) => flags.map(({ kind }) => kind))).toEqual([
      ['splice'],
      ['splice'],
    ]);
    const turned = await checkIn([article], `${end} … ${start}`);
    expect(turned.matches.map(({ flags }) => flags.map(({ kind }) => kind))).toEqual([
      ['splice'],
      ['splice'],
    ]);
  });

  test('what the reporter puts between two parts of a quotation is no cut', async () => {
    const said = '“We will never give up the island,” said Berg, who had not slept, “without a long fight.”';
    const quote = 'We will never give up the island without a long fight.';
    const { matches } = await checkIn([makeArticle({ articleId: 'a', paragraphs: [said] })], quote);
    expect(matches[0]).toMatchObject({ differences: [{ quoted: '' }], flags: [] });
    const own = said.replace(/[“”]/gu, '');
    const cut = await checkIn([makeArticle({ articleId: 'a', paragraphs: [own] })], quote);
    expect(cut.matches[0]?.flags).toMatchObject([{ kind: 'cut' }]);
  });

  test('an ellipsis says itself that words are left out, but must hide no negation', async () => {
    const article = makeArticle({
      articleId: 'a',
      paragraphs: ['On Friday we will not pay nine million for the old island.'],
    });
    const hiding = await checkIn([article], 'On Friday we will … pay nine million for the old island');
    expect(hiding.matches[0]?.flags).toEqual([{ kind: 'negation', quoted: '', original: 'not' }]);
    const short = await checkIn([article], 'On Friday we will not pay […] for the old island');
    expect(short.matches[0]?.flags).toEqual([]);
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
