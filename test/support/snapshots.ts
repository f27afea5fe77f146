/** Small snapshots for tests, made by the real chunking and postings; only the vectors are simple. */
import type { Article } from '../../src/articles/article.js';
import { splitChunks } from '../../src/articles/chunks.js';
import { buildPostings } from '../../src/index/lexical.js';
import type { Snapshot } from '../../src/index/snapshot.js';
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
): Promise<Snapshot> {
  const sorted = articles.toSorted((a, b) => (a.articleId < b.articleId ? -1 : 1));
  const chunks = sorted.flatMap((one, article) => splitChunks(one).map((chunk) => ({ ...chunk, article })));
  const rows = chunks.map(({ article, start, end }) =>
    vectorOf((sorted[article]?.text ?? '').slice(start, end)),
  );
  const dimensions = rows[0]?.length ?? DIMENSIONS;
  const vectors = new Float32Array(chunks.length * dimensions);
  rows.forEach((row, at) => vectors.set(row, at * dimensions));
  const postings = await buildPostings(sorted, chunks);
  return {
    generation: 1,
    committedAt: '2026-01-01',
    articles: sorted,
    chunks,
    dimensions,
    vectors,
    ...postings,
  };
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
