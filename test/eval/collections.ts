/** Collections of any size cut from a set, indexed by the product's own chunking and postings. */
import type { Article } from '../../src/articles/article.js';
import { splitChunks } from '../../src/articles/chunks.js';
import type { Snapshot } from '../../src/index/snapshot.js';
import { hashOf } from '../../src/text/hash.js';
import { makeSnapshot } from '../support/snapshots.js';
import type { CachedVectors } from './vectors.js';

/** The snapshot that a re-index of these articles (sorted by id) would make. */
export async function indexArticles(articles: readonly Article[], vectors: CachedVectors): Promise<Snapshot> {
  const texts = articles.flatMap((one) =>
    splitChunks(one).map(({ start, end }) => one.text.slice(start, end)),
  );
  const made = await vectors.of('passage', texts);
  const known = new Map(texts.map((text, at) => [text, made[at]]));
  const none = new Float32Array(vectors.model.dimensions);
  return makeSnapshot(articles, (text) => known.get(text) ?? none);
}

/** Cuts a set into collections of `size` articles, by chance but the same in each run; a smaller rest is left out. */
export function cutCollections(articles: readonly Article[], size: number): Article[][] {
  const mixed = articles.toSorted((a, b) => compare(hashOf(a.articleId), hashOf(b.articleId)));
  return Array.from({ length: Math.floor(mixed.length / size) }, (_, at) =>
    mixed.slice(at * size, (at + 1) * size).toSorted((a, b) => compare(a.articleId, b.articleId)),
  );
}

/** Any of several things, by chance but always the same for a key. */
export function pick<Thing>(things: readonly Thing[], key: string): Thing | undefined {
  return things[Number.parseInt(hashOf(key).slice(0, 8), 16) % things.length];
}

function compare(a: string, b: string): number {
  return a < b ? -1 : 1;
}
