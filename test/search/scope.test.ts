import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { scopeOf, type ArticleFilter } from '../../src/search/scope.js';
import { chunksOf, makeArticle, makeSnapshot } from '../support/snapshots.js';
import { paragraphOn } from '../support/temporary-index.js';

const SOURCES = [undefined, 'Example Times', 'Daily Example'];
const DATES = [undefined, '2023-02-17', '2023-02-17T23:30:00+14:00', '2024-01-01', '1963-05-03'];

const shelf = fc
  .array(
    fc.record({ source: fc.constantFrom(...SOURCES), date: fc.constantFrom(...DATES), size: fc.nat(3) }),
    {
      maxLength: 6,
    },
  )
  .map((list) =>
    list.map(({ source, date, size }, at) =>
      makeArticle({
        articleId: `a${at}`,
        ...(source === undefined ? {} : { source }),
        ...(date === undefined ? {} : { date }),
        paragraphs: Array.from({ length: size }, (_, n) => paragraphOn(`topic ${n}`)),
      }),
    ),
  );

const filter: fc.Arbitrary<ArticleFilter> = fc.record(
  {
    article: fc.nat(6),
    source: fc.constantFrom('Example Times', 'daily EXAMPLE ', 'example', 'Nobody'),
    sources: fc.subarray(['example TIMES ', 'Daily Example', 'example', 'Nobody']),
    since: fc.constantFrom('2023-02-17', '1963-01-01', '2025-01-01'),
    before: fc.constantFrom('2023-02-18', '2024-01-01', '1900-01-01'),
    without: fc.array(fc.nat(6)).map((positions) => new Set(positions)),
  },
  { requiredKeys: [] },
);

test('the scope is what walking over all articles finds', async () => {
  await fc.assert(
    fc.asyncProperty(shelf, filter, async (articles, wanted) => {
      const { article, source, sources = [], since, before, without } = wanted;
      const allowed = sources.map((name) => name.trim().toLowerCase());
      const snapshot = await makeSnapshot(articles);
      const rows = chunksOf(snapshot)
        .filter(({ article: position }) => {
          const one = snapshot.articles[position];
          const time = Date.parse(one?.date ?? '');
          return (
            (article === undefined || article === position) &&
            (source === undefined ||
              one?.source?.toLowerCase().includes(source.trim().toLowerCase()) === true) &&
            (allowed.length === 0 || allowed.includes(one?.source?.toLowerCase() ?? '')) &&
            without?.has(position) !== true &&
            (since === undefined || time >= Date.parse(since)) &&
            (before === undefined || time < Date.parse(before))
          );
        })
        .map(({ row }) => row);
      const scope = scopeOf(snapshot, wanted);
      const listed = scope.ranges.flatMap(([from, to]) =>
        Array.from({ length: to - from }, (_, at) => from + at),
      );
      expect(listed).toEqual(rows);
      expect(scope.size).toBe(rows.length);
    }),
  );
});

describe('everything', () => {
  test('is one run of rows in an index written at once, and found only once', async () => {
    const articles = ['a', 'b', 'c'].map((articleId) =>
      makeArticle({ articleId, paragraphs: [paragraphOn(articleId)] }),
    );
    const snapshot = await makeSnapshot(articles);
    expect(scopeOf(snapshot).ranges).toEqual([[0, 3]]);
    expect(scopeOf(snapshot)).toBe(scopeOf(snapshot, {}));
  });
});
