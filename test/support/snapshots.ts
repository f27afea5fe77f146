/** Small snapshots for tests, made by the real chunking and postings; only the vectors are simple. */
import type { Article } from '../../src/articles/article.js';
import { splitChunks, type Chunk } from '../../src/articles/chunks.js';
import { buildSegment } from '../../src/index/segment.js';
import { createSnapshot, type IndexedChunk, type Snapshot } from '../../src/index/snapshot.js';
import { VectorBlock, type BlockOptions } from '../../src/index/vector-block.js';
import { hashOf } from '../../src/text/hash.js';
import { termsOf } from '../../src/text/terms.js';

const DIMENSIONS = 64;

export interface ArticleDraft extends Partial<Omit<Article, 'articleId' | 'text' | 'paragraphs'>> {
  readonly articleId: string;
  readonly paragraphs: readonly string[];
}

/** An article whose paragraphs stand between blank lines, as in a text file. */
export function makeArticle({ articleId, paragraphs, ...rest }: ArticleDraft): Article {
  let start = 0;
  const spans = paragraphs.map((text, at) => {
    const span = { number: at + 1, start, end: start + text.length };
    start = span.end + 2;
    return span;
  });
  return {
    title: articleId,
    tags: [],
    file: `${articleId}.txt`,
    fileHash: hashOf(paragraphs.join()),
    related: [],
    leftOut: [],
    ...rest,
    articleId,
    text: paragraphs.join('\n\n'),
    paragraphs: spans,
  };
}

/** @param vectorOf - unit vector of a chunk's text; by default that of `wordVector`. */
export async function makeSnapshot(
  articles: readonly Article[],
  vectorOf: (text: string) => Float32Array = wordVector,
  options: BlockOptions = {},
): Promise<Snapshot> {
  const sources = articles
    .toSorted((a, b) => (a.articleId < b.articleId ? -1 : 1))
    .map((article) => {
      const chunks = splitChunks(article);
      const rows = chunks.map(({ start, end }) => vectorOf(article.text.slice(start, end)));
      return freshArticle(article, chunks, rows);
    });
  const dimensions = sources.find(({ chunks }) => chunks.length > 0)?.dimensions ?? DIMENSIONS;
  const rows = sources.reduce((sum, { chunks }) => sum + chunks.length, 0);
  const block = VectorBlock.withRoomFor(rows, dimensions, options);
  const segment = await buildSegment('only', sources, block);
  const parts = [{ segment, dead: new Set<number>() }];
  return createSnapshot({ generation: 1, committedAt: '2026-01-01', block, parts });
}

/** An article as a run hands it over to be written; its chunks with the hashes of their texts. */
export function freshArticle(article: Article, chunks: readonly Chunk[], rows: readonly Float32Array[]) {
  const dimensions = rows[0]?.length ?? 0;
  const vectors = new Float32Array(rows.length * dimensions);
  rows.forEach((row, at) => vectors.set(row, at * dimensions));
  const hashed = chunks.map((chunk) => ({
    ...chunk,
    hash: hashOf(article.text.slice(chunk.start, chunk.end)).slice(0, 32),
  }));
  return { kind: 'fresh' as const, article, chunks: hashed, vectors, dimensions };
}

/** All chunks in the order of articles, with their numbers. */
export function chunksOf(snapshot: Snapshot): (IndexedChunk & { readonly row: number })[] {
  return snapshot.articles.flatMap((_, article) =>
    Array.from({ length: snapshot.rowCounts[article] ?? 0 }, (_, at) => {
      const row = (snapshot.firstRows[article] ?? 0) + at;
      const chunk = snapshot.chunkAt(row);
      if (chunk === undefined) throw new Error(`There is no chunk in row ${row}.`);
      return { ...chunk, row };
    }),
  );
}

/** Vectors of all chunks in the order of articles, one behind the other. */
export function vectorsOf(snapshot: Snapshot): number[] {
  return chunksOf(snapshot).flatMap(({ row }) => [...snapshot.block.rowsAt(row, row + 1)]);
}

/** A unit vector in which texts that share words are close: each term counts in one of 64 places. */
export function wordVector(text: string): Float32Array {
  const vector = new Float32Array(DIMENSIONS);
  for (const term of termsOf(text)) {
    const place = Number.parseInt(hashOf(term).slice(0, 8), 16) % DIMENSIONS;
    vector[place] = (vector[place] ?? 0) + 1;
  }
  const length = Math.hypot(...vector);
  return length === 0 ? vector : vector.map((value) => value / length);
}
