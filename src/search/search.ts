/**
 * Search: a question becomes ranked candidates. Lexical and dense scores are fused; whether the best candidate is
 * good enough is not decided here but in `answers`, from the evidence that comes along.
 *
 * Never reads files and knows nothing of Discord: all it sees is one snapshot.
 */
import type { Snapshot } from '../index/snapshot.js';
import type { VectorBlock } from '../index/vector-block.js';
import { termsOf } from '../text/terms.js';
import { scoreNames } from './article-signals.js';
import { shareOfMissing } from './missing-names.js';
import { idf, LARGEST_TERM_WEIGHT, scoreBm25 } from './bm25.js';
import { fuse, listBest, measureScales, share, type Scores } from './fusion.js';
import { refine } from './refine.js';
import { exactCosine, scan } from './scan.js';
import { scopeOf, type ArticleFilter, type Scope } from './scope.js';

/** At least so many of the best are scored again with exact cosines. */
const SCORED_AGAIN = 128;
/** How many of the best are looked at from near: see `refine`. */
const REFINED = 100;

export interface Question {
  readonly text: string;
  /** Unit vector of the question. */
  readonly vector: Float32Array;
  /** Which articles are searched; all when left out. */
  readonly filter?: ArticleFilter | undefined;
}

/** A chunk with its scores, before any decision. */
export interface Candidate {
  /** Number of the chunk: see `Snapshot.chunkAt`. */
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
  /** Mean cosine of the fifty that are nearest, or of all where there are fewer: what is similar without answering. */
  readonly nearby: number;
  /** Highest BM25 of any searched chunk, as a share of the most that the question's terms could reach; 0 to 1. */
  readonly lexical: number;
  /** Share of the question's names and numbers that the article of the best candidate lacks; 0 for a question without. */
  readonly missing: number;
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
  const { block, chunkPostings } = snapshot;
  const scope = scopeOf(snapshot, question.filter);
  const terms = [...new Set(termsOf(question.text))];
  const scores = scoreAll(snapshot, question.vector, terms, scope);
  const { scales, nearest, closest } = measureScales(snapshot, scores, scope);
  const named = scoreNames(snapshot, question.text, terms);
  const fusion = { scores, scales, closest, named };
  const rows = listBest(snapshot, fusion, scope, Math.max(2 * limit, SCORED_AGAIN));
  // How far off the scan is depends on its kernel. The best are scored again, and these scores decide.
  const cosineOf = rememberCosines(block, question.vector);
  const cosines = nearest.map(cosineOf);
  const exact = { ...scales, dense: cosines.reduce((high, cosine) => Math.max(high, cosine), 0) };
  const scored = rows.map((row) => {
    const cosine = cosineOf(row);
    const article = snapshot.chunkAt(row)?.article ?? -1;
    const ofArticle = cosineOf(closest[article] ?? row);
    return {
      chunk: row,
      article,
      score: fuse({ ...fusion, scales: exact }, { cosine, row, article, ofArticle }),
      cosine,
    };
  });
  // Of equals the earlier article comes first, and the earlier chunk of one: whatever scanned them, wherever they are stored.
  scored.sort((a, b) => b.score - a.score || a.article - b.article || a.chunk - b.chunk);
  const found = scored
    .slice(0, Math.max(limit, REFINED))
    .map(({ chunk, score, cosine }): Candidate => ({ chunk, score, cosine }));
  const candidates = refine(snapshot, question.text, terms, found).slice(0, limit);
  const rarity = terms.reduce((sum, term) => sum + idf(chunkPostings, term), 0);
  const evidence = {
    cosine: exact.dense,
    nearby: cosines.reduce((sum, cosine) => sum + cosine, 0) / Math.max(1, cosines.length),
    missing: shareOfMissing(snapshot, question.text, candidates[0]),
    lexical: share(scales.lexical, LARGEST_TERM_WEIGHT * rarity),
    terms: terms.length,
    chunks: scope.size,
  };
  return { candidates, evidence };
}

/** Most of the best are asked for twice: as themselves, and as the closest of their article. */
function rememberCosines(block: VectorBlock, vector: Float32Array): (row: number) => number {
  const known = new Map<number, number>();
  return (row) => {
    let cosine = known.get(row);
    if (cosine === undefined) known.set(row, (cosine = exactCosine(block, row, vector)));
    return cosine;
  };
}

/** Reused by the next question: among a million chunks, making them takes longer than filling them. */
let lexicalScores = new Float64Array(0);
let articleScores = new Float64Array(0);

/** Valid until the next call. */
function scoreAll(
  { block, chunkPostings, articlePostings }: Snapshot,
  vector: Float32Array,
  terms: readonly string[],
  scope: Scope,
): Scores {
  lexicalScores = zeros(lexicalScores, chunkPostings.size);
  articleScores = zeros(articleScores, articlePostings.size);
  return {
    dense: scan(block, vector, scope),
    lexical: scoreBm25(chunkPostings, terms, lexicalScores),
    article: scoreBm25(articlePostings, terms, articleScores),
  };
}

function zeros(known: Float64Array<ArrayBuffer>, size: number): Float64Array<ArrayBuffer> {
  return known.length < size ? new Float64Array(size) : known.fill(0, 0, size);
}
