/** Fusion: lexical and dense scores become one, over all chunks in scope. Loops over columns: nothing is made for each chunk. */
import type { Snapshot } from '../index/snapshot.js';
import type { Scope } from './scope.js';
import { Top } from './top.js';

/** Weights of the fused score; the best of those measured on five sets, and flat around these values. */
const WEIGHTS = { dense: 0.6, lexical: 0.4, article: 0.2 } as const;

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

/** @returns scales, and the rows with the highest cosines, best first. */
export function measureScales({ firstRows, rowCounts }: Snapshot, scores: Scores, scope: Scope) {
  const { dense, lexical, article } = scores;
  const nearest = new Top(NEAREST);
  let [sum, highestLexical, highestArticle] = [0, 0, 0];
  for (const position of scope.articles) {
    const from = firstRows[position] ?? 0;
    const to = from + (rowCounts[position] ?? 0);
    for (let row = from; row < to; row++) {
      const cosine = dense[row] ?? 0;
      sum += cosine;
      if (cosine > nearest.threshold) nearest.offer(cosine, row);
      const words = lexical[row] ?? 0;
      if (words > highestLexical) highestLexical = words;
    }
    highestArticle = Math.max(highestArticle, article[position] ?? 0);
  }
  const highest = Math.max(0, dense[nearest.numbers[0] ?? -1] ?? 0);
  const mean = share(sum, scope.size);
  const scales: Scales = { dense: highest, mean, lexical: highestLexical, article: highestArticle };
  return { scales, nearest: nearest.numbers };
}

/** Rows with the highest fused scores, best first. */
export function listBest(
  { firstRows, rowCounts }: Snapshot,
  { dense, lexical, article }: Scores,
  scope: Scope,
  scales: Scales,
  limit: number,
): readonly number[] {
  const { factor, perLexical, perArticle } = factorsOf(scales);
  const top = new Top(limit);
  for (const position of scope.articles) {
    const from = firstRows[position] ?? 0;
    const to = from + (rowCounts[position] ?? 0);
    const base = perArticle * (article[position] ?? 0) - factor * scales.mean;
    for (let row = from; row < to; row++) {
      const score = base + factor * (dense[row] ?? 0) + perLexical * (lexical[row] ?? 0);
      if (score > top.threshold) top.offer(score, row);
    }
  }
  return top.numbers;
}

/** The fused score of one chunk, of the article at `position`. */
export function fuse(
  cosine: number,
  row: number,
  position: number,
  { lexical, article }: Scores,
  scales: Scales,
): number {
  const { factor, perLexical, perArticle } = factorsOf(scales);
  const dense = factor * (cosine - scales.mean);
  return dense + perLexical * (lexical[row] ?? 0) + perArticle * (article[position] ?? 0);
}

function factorsOf({ dense, mean, lexical, article }: Scales) {
  return {
    factor: share(WEIGHTS.dense, dense - mean),
    perLexical: share(WEIGHTS.lexical, lexical),
    perArticle: share(WEIGHTS.article, article),
  };
}

/** `part / whole`, and 0 where there is nothing to share but rounding errors. */
export function share(part: number, whole: number): number {
  return whole > ROUNDING ? part / whole : 0;
}
