/**
 * Search: a question becomes ranked candidates. Lexical and dense scores are fused; whether the best candidate is
 * good enough is not decided here but in `answers`, from the evidence that comes along.
 *
 * Never reads files and knows nothing of Discord: all it sees is one snapshot.
 */
import type { Snapshot } from '../index/snapshot.js';
import { termsOf } from '../text/terms.js';
import { scoreNames } from './article-signals.js';
import { idf, LARGEST_TERM_WEIGHT, scoreBm25 } from './bm25.js';
import { cosines } from './cosine.js';
import { refine } from './refine.js';
import { topPositions } from './top.js';

/** Weights of the fused score; the best of those measured on seven sets, and flat around these values. */
const WEIGHTS = { dense: 0.6, lexical: 0.4, article: 0.2, articleDense: 0.4 } as const;

/** How many of the best are looked at from near: see `refine`. */
const REFINED = 100;

/** Cosines are single-precision numbers: equal texts may be so far apart. */
const ROUNDING = 1e-6;

export interface Question {
  readonly text: string;
  /** Unit vector of the question. */
  readonly vector: Float32Array;
  /** Position of the one article to search, in `Snapshot.articles`; all when left out. */
  readonly article?: number | undefined;
  /** Whether an article, by its position in `Snapshot.articles`, is searched; all are when left out. */
  readonly isSearched?: ((article: number) => boolean) | undefined;
}

/** A chunk with its scores, before any decision. */
export interface Candidate {
  /** Position in `Snapshot.chunks`. */
  readonly chunk: number;
  /** Fused score; comparable within one question only. */
  readonly score: number;
  /** Cosine with the question, -1 to 1. */
  readonly cosine: number;
}

/** What speaks for an answer being there at all; comparable between questions. */
export interface Evidence {
  /** Highest cosine of any searched chunk. */
  readonly cosine: number;
  /** Highest BM25 of any searched chunk, as a share of the most that the question's terms could reach; 0 to 1. */
  readonly lexical: number;
  /** How many distinct terms the question has. */
  readonly terms: number;
  /** How many chunks were searched: among more of them, one is similar by chance. */
  readonly chunks: number;
}

export interface Ranking {
  /** Best first; at most the `limit` asked for. */
  readonly candidates: readonly Candidate[];
  readonly evidence: Evidence;
}

/**
 * Ranks the chunks of a snapshot for a question.
 *
 * score = 0.6 d + 0.4 b + 0.2 a + 0.4 e, with d = (cosine - mean) / (highest - mean) over the searched chunks, b = BM25 of
 * the chunk and a = BM25 of its article, each as a share of its highest value, and e the highest d of its article. To this
 * comes what the question says of whole articles (`scoreNames`) and, for the best, what a look from near adds (`refine`).
 */
export function search(snapshot: Snapshot, question: Question, limit: number): Ranking {
  const { chunks, chunkPostings, articlePostings } = snapshot;
  const rows = searchedRows(snapshot, question);
  const terms = [...new Set(termsOf(question.text))];
  const dense = cosines(snapshot.vectors, question.vector);
  const lexical = scoreBm25(chunkPostings, terms);
  const ofArticles = scoreBm25(articlePostings, terms);

  const highest = { dense: highestOf(dense, rows), lexical: highestOf(lexical, rows) };
  const articleOf = (row: number): number => ofArticles[chunks[row]?.article ?? -1] ?? 0;
  const highestArticle = rows.reduce((high, row) => Math.max(high, articleOf(row)), 0);
  const mean = meanOf(dense, rows);
  const nearest = nearestOfArticles(snapshot, rows, dense);
  const named = scoreNames(snapshot, question.text, terms);
  const scores = new Float64Array(rows.length);
  rows.forEach((row, at) => {
    const article = chunks[row]?.article ?? -1;
    scores[at] =
      WEIGHTS.dense * share((dense[row] ?? 0) - mean, highest.dense - mean) +
      WEIGHTS.lexical * share(lexical[row] ?? 0, highest.lexical) +
      WEIGHTS.article * share(articleOf(row), highestArticle) +
      WEIGHTS.articleDense * share((nearest[article] ?? 0) - mean, highest.dense - mean) +
      (named.get(article) ?? 0);
  });
  const found = topPositions(scores, Math.max(limit, REFINED)).map((at) => {
    const chunk = rows[at] ?? 0;
    return { chunk, score: scores[at] ?? 0, cosine: dense[chunk] ?? 0 };
  });
  const candidates = refine(snapshot, question.text, terms, found).slice(0, limit);
  const rarity = terms.reduce((sum, term) => sum + idf(chunkPostings, term), 0);
  const evidence = {
    cosine: highest.dense,
    lexical: share(highest.lexical, LARGEST_TERM_WEIGHT * rarity),
    terms: terms.length,
    chunks: rows.length,
  };
  return { candidates, evidence };
}

/** Rows of the chunks to search: all, or those of one article, which stand together. */
function searchedRows({ chunks }: Snapshot, { article, isSearched }: Question): Uint32Array {
  if (isSearched !== undefined) {
    const isWanted = (of: number): boolean => (article === undefined || of === article) && isSearched(of);
    return Uint32Array.from(chunks.keys()).filter((row) => isWanted(chunks[row]?.article ?? -1));
  }
  if (article === undefined) return Uint32Array.from(chunks.keys());
  const first = chunks.findIndex((chunk) => chunk.article === article);
  if (first < 0) return new Uint32Array(0);
  const behind = chunks.findLastIndex((chunk) => chunk.article === article) + 1;
  return Uint32Array.from({ length: behind - first }, (_, at) => first + at);
}

/** The highest cosine of each article's chunks, by the position of the article. */
function nearestOfArticles(
  { chunks, articles }: Snapshot,
  rows: Uint32Array,
  dense: Float32Array,
): Float32Array {
  const nearest = new Float32Array(articles.length).fill(-1);
  rows.forEach((row) => {
    const article = chunks[row]?.article ?? -1;
    nearest[article] = Math.max(nearest[article] ?? -1, dense[row] ?? -1);
  });
  return nearest;
}

function highestOf(values: ArrayLike<number>, rows: Uint32Array): number {
  return rows.reduce((high, row) => Math.max(high, values[row] ?? 0), 0);
}

function meanOf(values: ArrayLike<number>, rows: Uint32Array): number {
  return share(
    rows.reduce((sum, row) => sum + (values[row] ?? 0), 0),
    rows.length,
  );
}

/** `part / whole`, and 0 where there is nothing to share but rounding errors. */
function share(part: number, whole: number): number {
  return whole > ROUNDING ? part / whole : 0;
}
