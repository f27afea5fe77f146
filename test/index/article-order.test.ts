import fc from 'fast-check';
import { expect, test } from 'vitest';
import { splitChunks } from '../../src/articles/chunks.js';
import { orderArticles, type ArticleOrder } from '../../src/index/article-order.js';
import { buildSegment } from '../../src/index/segment.js';
import type { SnapshotPart } from '../../src/index/snapshot.js';
import { VectorBlock } from '../../src/index/vector-block.js';
import { freshArticle, makeArticle } from '../support/snapshots.js';

async function partOf(name: string, ids: readonly string[]): Promise<SnapshotPart> {
  const articles = ids.toSorted().map((articleId) => makeArticle({ articleId, paragraphs: ['One.'] }));
  const sources = articles.map((article) => freshArticle(article, splitChunks(article), []));
  const segment = await buildSegment(name, sources, VectorBlock.withRoomFor(ids.length, 0));
  return { segment, dead: new Set() };
}

/** What the columns say, article by article. */
const rowsOf = ({ articles, parts, ordinals }: ArticleOrder) =>
  articles.map((article, row) => [article, parts[row], ordinals[row]]);

/** The twin: all articles in one list, sorted. */
const sortPlainly = (parts: readonly SnapshotPart[]) =>
  parts
    .flatMap(({ segment, dead }, at) =>
      segment.articles.flatMap((article, ordinal) =>
        dead.has(ordinal) ? [] : [[article, at, ordinal] as const],
      ),
    )
    .toSorted(([a], [b]) => (a.articleId < b.articleId ? -1 : 1));

/** Which segment each id is in; whether it is removed later, and whether its segment is written again. */
const places = fc.dictionary(
  fc.string({ minLength: 1, maxLength: 3 }),
  fc.record({ segment: fc.nat(5), isRemoved: fc.boolean() }),
  { maxKeys: 40 },
);

async function partsOf(
  prefix: string,
  at: number,
  found: readonly (readonly [string, { segment: number }])[],
) {
  const ids = found.filter(([, { segment }]) => segment === at).map(([id]) => id);
  return ids.length === 0 ? [] : [await partOf(`${prefix}-${at}`, ids)];
}

test('is the order of the ids, from nothing or from the order before', async () => {
  await fc.assert(
    fc.asyncProperty(places, fc.subarray([0, 1, 2, 3, 4, 5]), async (record, rewritten) => {
      const all = Object.entries(record);
      const numbers = [0, 1, 2, 3, 4, 5];
      const first = (await Promise.all(numbers.map((at) => partsOf('old', at, all)))).flat();
      const before = { parts: first, order: await orderArticles(first) };
      expect(rowsOf(before.order)).toEqual(sortPlainly(first));

      const removed = new Set(all.flatMap(([id, { isRemoved }]) => (isRemoved ? [id] : [])));
      const kept = first
        .filter(({ segment }) => !rewritten.includes(Number(segment.name.slice(4))))
        .map((part) => {
          const dead = part.segment.articles.flatMap(({ articleId }, at) =>
            removed.has(articleId) ? [at] : [],
          );
          return { ...part, dead: new Set(dead) };
        });
      const again = all.filter(([id, { segment }]) => rewritten.includes(segment) && !removed.has(id));
      const fresh = (await Promise.all(rewritten.map((at) => partsOf('new', at, again)))).flat();
      const parts = [...fresh, ...kept];
      expect(rowsOf(await orderArticles(parts, before))).toEqual(sortPlainly(parts));
      expect(rowsOf(await orderArticles(parts))).toEqual(sortPlainly(parts));
    }),
  );
});
