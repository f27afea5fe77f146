/** Fusion: lexical and dense scores become one, over all chunks in scope. Loops over columns: nothing is made for each chunk. */
import type { Snapshot } from '../index/snapshot.js';
import type { Scope } from './scope.js';
import { Top } from './top.js';

/** Weights of the fused score; the best of those measured on seven sets, and flat around these values. */
const WEIGHTS = { dense: 0.6, lexical: 0.4, article: 0.2, articleDense: 0.4 } as const;

/** Cosines are single-precision numbers: equal texts may be so far apart. */
const ROUNDING = 1e-6;

/** The highest cosine is one of so many of the scan's highest. */
const NEAREST = 50;

export interface Scores {
  /** Cosine of each chunk, by row; of rows out of scope anything. */
  readonly dense: Float32Array;
  /** BM25 of each chunk, by row. */
  readonly lexical: Float64Array;
  /** BM25 of each article, by position. */
  readonly article: Float64Array;
}

/** What scores are divided by: the highest in scope, at least 0. */
export interface Scales {
  readonly dense: number;
  readonly mean: number;
  readonly lexical: number;
  readonly article: number;
}

/** All that the score of a chunk is made of. */
export interface Fusion {
  readonly scores: Scores;
  readonly scales: Scales;
  /** For each article in scope, by position, the row of its chunk with the highest cosine. */
  readonly closest: Uint32Array;
  /** What is added to each chunk of an article, by position. */
  readonly named: ReadonlyMap<number, number>;
}

/** @returns scales, the rows with the highest cosines, best first, and the closest row of each article. */
export function measureScales({ firstRows, rowCounts }: Snapshot, scores: Scores, scope: Scope) {
  const { dense, lexical, article } = scores;
  const closest = new Uint32Array(firstRows.length);
  const nearest = new Top(NEAREST);
  let [sum, highestLexical, highestArticle] = [0, 0, 0];
  for (const position of scope.articles) {
    const from = firstRows[position] ?? 0;
    const to = from + (rowCounts[position] ?? 0);
    let best = from;
    let high = dense[from] ?? 0;
    for (let row = from; row < to; row++) {
      const cosine = dense[row] ?? 0;
      sum += cosine;
      if (cosine > high) {
        best = row;
        high = cosine;
      }
      if (cosine > nearest.threshold) nearest.offer(cosine, row);
      const words = lexical[row] ?? 0;
      if (words > highestLexical) highestLexical = words;
    }
    closest[position] = best;
    highestArticle = Math.max(highestArticle, article[position] ?? 0);
  }
  const highest = Math.max(0, dense[nearest.numbers[0] ?? -1] ?? 0);
  const mean = share(sum, scope.size);
  const scales: Scales = { dense: highest, mean, lexical: highestLexical, article: highestArticle };
  return { scales, nearest: nearest.numbers, closest };
}

/** Rows with the highest fused scores, best first. */
export function listBest(
  { firstRows, rowCounts }: Snapshot,
  fusion: Fusion,
  scope: Scope,
  limit: number,
): readonly number[] {
  const { scores, scales, closest } = fusion;
  const { dense, lexical } = scores;
  const { factor, perLexical } = factorsOf(scales);
  const top = new Top(limit);
  for (const position of scope.articles) {
    const from = firstRows[position] ?? 0;
    const to = from + (rowCounts[position] ?? 0);
    const base = scoreOfArticle(fusion, position, dense[closest[position] ?? -1] ?? 0) - factor * scales.mean;
    for (let row = from; row < to; row++) {
      const score = base + factor * (dense[row] ?? 0) + perLexical * (lexical[row] ?? 0);
      if (score > top.threshold) top.offer(score, row);
    }
  }
  return top.numbers;
}

export interface FusedChunk {
  readonly row: number;
  readonly cosine: number;
  /** Position of its article. */
  readonly article: number;
  /** Highest cosine in its article. */
  readonly ofArticle: number;
}

/** The fused score of one chunk. */
export function fuse(fusion: Fusion, { row, cosine, article, ofArticle }: FusedChunk): number {
  const { scores, scales } = fusion;
  const { factor, perLexical } = factorsOf(scales);
  const own = factor * (cosine - scales.mean) + perLexical * (scores.lexical[row] ?? 0);
  return own + scoreOfArticle(fusion, article, ofArticle);
}

/** What all chunks of an article have in common. */
function scoreOfArticle({ scores, scales, named }: Fusion, position: number, cosine: number): number {
  const { perArticle, perArticleDense } = factorsOf(scales);
  const dense = perArticleDense * (cosine - scales.mean);
  return dense + perArticle * (scores.article[position] ?? 0) + (named.get(position) ?? 0);
}

function factorsOf({ dense, mean, lexical, article }: Scales) {
  return {
    factor: share(WEIGHTS.dense, dense - mean),
    perLexical: share(WEIGHTS.lexical, lexical),
    perArticle: share(WEIGHTS.article, article),
    perArticleDense: share(WEIGHTS.articleDense, dense - mean),
  };
}

/** `part / whole`, and 0 where there is nothing to share but rounding errors. */
export function share(part: number, whole: number): number {
  return whole > ROUNDING ? part / whole : 0;
}
