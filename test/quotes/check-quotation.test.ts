import path from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Article } from '../../src/articles/article.js';
import { readArticles } from '../../src/articles/read-articles.js';
import { checkQuotation } from '../../src/quotes/check-quotation.js';
import { markOf } from '../../src/quotes/differences.js';
import type { QuotationCheck } from '../../src/quotes/verdict.js';
import { fakeEmbedder } from '../support/embedder.js';
import { makeArticle, makeSnapshot } from '../support/snapshots.js';
import { expectSpans, wordsOf } from './checking.js';

const ARTICLES = fileURLToPath(new URL('../../data/articles', import.meta.url));

const shipped: Article[] = [];
for await (const reading of readArticles(path.resolve(ARTICLES))) {
  if (reading.kind === 'article') shipped.push(reading.article);
}
const [article = makeArticle({ articleId: 'none', paragraphs: [] })] = shipped;
const snapshot = await makeSnapshot(shipped);
/** Ends where the last paragraph does; the list of related headlines is behind it. */
const body = article.text.slice(0, article.paragraphs.at(-1)?.end);
/** Words with all that is written to them, as a reader copies them. */
const words = [...body.matchAll(/\S+/gu)].map(({ index, 0: text }) => ({
  start: index,
  end: index + text.length,
}));

/** A run of the shipped article's words. */
function runs(least: number, most: number) {
  return fc
    .tuple(fc.nat(words.length - 1), fc.integer({ min: least, max: most }))
    .filter(([first, count]) => first + count <= words.length)
    .map(([first, count]) => words.slice(first, first + count))
    .map((run) => run.filter(({ start, end }) => /[\p{L}\p{N}]/u.test(body.slice(start, end))))
    .filter((run) => run.length >= least);
}

type Word = (typeof words)[number];

function textOf(run: readonly Word[]): string {
  return body.slice(run[0]?.start, run.at(-1)?.end);
}

/** Letters and digits alone: what is left when marks, white space and case are taken away. */
function bare(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

function check(quote: string): Promise<QuotationCheck> {
  return checkQuotation(snapshot, quote, fakeEmbedder());
}

describe('the shipped article', () => {
  test('any run of its words is an exact quotation, and the place has those words', async () => {
    await fc.assert(
      fc.asyncProperty(runs(1, 60), async (run) => {
        const quote = textOf(run);
        const result = await check(quote);
        expectSpans(result);
        expect(result.verdict).toBe('exact');
        const found = result.matches.find(
          ({ span }) => span.start <= (run[0]?.end ?? 0) && span.end >= (run[0]?.start ?? 0),
        );
        expect(bare(found === undefined ? '' : wordsOf(found))).toBe(bare(quote));
      }),
    );
  });

  test('curly marks, white space, decomposed letters and marks around are no difference', async () => {
    await fc.assert(
      fc.asyncProperty(runs(1, 40), fc.constantFrom('  ', '\n\n', '\t', '\u00A0'), async (run, space) => {
        const quote = textOf(run)
          .replaceAll("'", '’')
          .replace(/"(?=\w)/gu, '“')
          .replaceAll('"', '”')
          .replace(/\s+/gu, space)
          .normalize('NFD');
        expect((await check(`${space}“${quote}” `)).verdict).toBe('exact');
      }),
    );
  });

  test('other case, commas and dashes are a difference of punctuation', async () => {
    const changes = [
      (text: string) => text.toUpperCase(),
      (text: string) => text.replace(/(?<=\p{L}{3}) (?=\p{L})/u, ' — '),
      (text: string) => text.replace(/(?<=\p{L}{3}) (?=\p{L})/u, ', '),
      (text: string) => `${text}!!`,
    ];
    await fc.assert(
      fc.asyncProperty(runs(2, 40), fc.constantFrom(...changes), async (run, change) => {
        const quote = textOf(run);
        fc.pre(change(quote) !== quote);
        const result = await check(change(quote));
        expectSpans(result);
        expect(result.verdict).toBe('punctuation');
        expect(result.matches.every((match) => bare(wordsOf(match)) === bare(quote))).toBe(true);
      }),
    );
  });

  test('a replaced word is altered, with exactly that difference', async () => {
    await fc.assert(
      fc.asyncProperty(runs(8, 40), fc.nat(), async (run, number) => {
        const word = run[1 + (number % (run.length - 2))] ?? { start: 0, end: 0 };
        const own =
          /[\p{L}\p{N}].*[\p{L}\p{N}]|[\p{L}\p{N}]/u.exec(body.slice(word.start, word.end))?.[0] ?? '';
        fc.pre(/^[\p{L}\p{N}]+$/u.test(own));
        const start = word.start + body.slice(word.start, word.end).indexOf(own);
        const quote =
          body.slice(run[0]?.start, start) + 'zebra' + body.slice(start + own.length, run.at(-1)?.end);
        const result = await check(quote);
        expectSpans(result);
        expect(result.verdict).toBe('altered');
        expect(result.matches[0]?.differences).toEqual([
          { quoted: 'zebra', original: own, originalSpan: { start, end: start + own.length } },
        ]);
      }),
    );
  });

  test('an added word is altered, with exactly that difference', async () => {
    await fc.assert(
      fc.asyncProperty(runs(8, 40), fc.nat(), async (run, number) => {
        const at = 1 + (number % (run.length - 1));
        const quote = `${textOf(run.slice(0, at))} never ${textOf(run.slice(at))}`;
        const result = await check(quote);
        expectSpans(result);
        expect(result.verdict).toBe('altered');
        expect(result.matches[0]?.differences.map(({ quoted, original }) => [quoted, original])).toEqual([
          ['never', ''],
        ]);
      }),
    );
  });

  test('a dropped word is altered, with exactly that difference', async () => {
    await fc.assert(
      fc.asyncProperty(runs(9, 40), fc.nat(), async (run, number) => {
        const at = 1 + (number % (run.length - 2));
        const [before, dropped, after] = [run.slice(0, at), run.slice(at, at + 1), run.slice(at + 1)];
        fc.pre(/^\w+$/u.test(textOf(dropped)));
        const result = await check(`${textOf(before)} ${textOf(after)}`);
        expectSpans(result);
        expect(result.verdict).toBe('altered');
        expect(result.matches[0]?.differences.map(({ quoted, original }) => [quoted, original])).toEqual([
          ['', textOf(dropped)],
        ]);
      }),
    );
  });

  test('unrelated text is not found', async () => {
    const word = fc.constantFrom(
      'violin',
      'the',
      'banana',
      'of',
      'slowly',
      'purple',
      'is',
      'not',
      'sea',
      'Taiwan',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(word, { minLength: 6, maxLength: 40 }), async (list) => {
        expect(await check(list.join(' '))).toEqual({ verdict: 'not-found', matches: [] });
      }),
    );
  });

  test.each([
    ['"I won\'t explain the details,"', 'exact'],
    ['I won’t explain the details', 'exact'],
    ['I won’t explain the details.', 'punctuation'], // the article has a comma
    ['i wont explain the details', 'punctuation'],
    ['I will explain the details', 'not-found'], // five words
    ['I will explain until I get formal notification', 'altered'],
    ['tell the details', 'not-found'],
    ['plain the det', 'not-found'], // no borders of words
    ['China urges calm after spy balloon discovered flying in US airspace', 'not-found'], // a related headline
    ['', 'not-found'],
    ['…', 'not-found'],
  ])('%s: %s', async (quote, verdict) => {
    expect((await check(quote)).verdict).toBe(verdict);
  });

  test('a dropped negation is never more than altered', async () => {
    const { verdict, matches } = await check(
      'We do have a comment on specific operations … but I would highlight that',
    );
    expect(verdict).toBe('altered');
    expect(matches[0]?.differences).toMatchObject([{ quoted: 'do', original: "don't" }]);
  });

  test('an ellipsis stands for the words that are left out', async () => {
    const { matches } = await check('China staged war games … to express its anger at a Taipei visit');
    expect(matches[0]?.differences).toMatchObject([{ quoted: '…', original: 'near Taiwan last August' }]);
  });

  test.each([
    ['"I […] explain the details," he said', [['[…]', "won't"]]],
    ['[Mr Chiu] explain the details," he said. "I won\'t explain', [['[Mr Chiu]', "I won't"]]],
  ])('what whoever quotes has marked is told as such: %s', async (quote, expected) => {
    const { verdict, matches } = await check(quote);
    expect(verdict).toBe('altered');
    expect(matches[0]?.differences.map(({ quoted, original }) => [quoted, original])).toEqual(expected);
    expect(matches[0]?.differences.every((one) => markOf(one) !== undefined)).toBe(true);
  });

  test('words go on across paragraphs', async () => {
    const { verdict, matches } = await check(
      '"I won\'t explain until I get formal notification." Chase would be',
    );
    expect(verdict).toBe('exact'); // the end of a paragraph is white space like any other
    expect(matches).toMatchObject([{ first: 7, last: 8 }]);
  });
});

test('no input crashes it, and what it says always fits the article and the quotation', async () => {
  const piece = fc.oneof(
    fc.constantFrom(
      '"',
      '“',
      '…',
      '[…]',
      '[n]o',
      '\u0000',
      '\u202E',
      '\u0301',
      '不',
      'نمی‌',
      '1,2.3',
      'U.S.',
      ' ',
      '%',
      '$',
    ),
    runs(1, 12).map(textOf),
    fc.string({ unit: 'binary', maxLength: 10 }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 12 }), async (pieces) => {
      const quote = pieces.join('');
      const result = await check(quote);
      expectSpans(result);
      for (const { differences } of result.matches) {
        for (const { quoted } of differences) expect(quote).toContain(quoted);
      }
      expect(result.matches.length === 0).toBe(result.verdict === 'not-found');
    }),
  );
});
