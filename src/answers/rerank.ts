/**
 * A second opinion on the best of a ranking, where an administrator has named a reranker. Its scores are blended in by
 * their order, and doubt by their sign: how large the numbers of one model or another are changes nothing of the order.
 */
import type { Reranker } from '../embedding/reranker.js';
import type { Snapshot } from '../index/snapshot.js';
import type { Candidate, Question } from '../search/search.js';

/** Chosen by reasoning, not measured: there was no cross-encoder to measure with. See docs/answers.md. */
export const RERANKING = {
  /** So many of the best are read, a run of the model each. */
  candidates: 20,
  /** Share of the reranker's order in the blended score; the rest is the search's. */
  order: 0.6,
  /** How far a plain no lowers the log odds of a confidence. */
  doubt: 8,
} as const;

/** Candidates with the reranker's opinion, if it has one. */
export interface Reranked {
  /** Best first. */
  readonly candidates: readonly Candidate[];
  /** Log odds that an answer is among them; undefined when nobody says so or otherwise. */
  readonly odds: number | undefined;
}

/** @param candidates - best first. They stay as they are without a reranker, or when it has nothing to say. */
export async function rerank(
  snapshot: Snapshot,
  question: Question,
  candidates: readonly Candidate[],
  reranker: Reranker | undefined,
): Promise<Reranked> {
  if (reranker === undefined || candidates.length === 0) return { candidates, odds: undefined };
  const texts = candidates.slice(0, RERANKING.candidates).map(({ chunk }) => textOf(snapshot, chunk));
  const scores = await reranker.score(question.text, texts);
  if (scores === undefined) return { candidates, odds: undefined };
  return { candidates: blendOrder(candidates, scores), odds: Math.max(...scores) };
}

/**
 * The reranker's first gets the highest score that the search gave, its second the next, and so on; equals share what
 * falls to them. The mean of this and the search's own score keeps the scale on which `choosePassages` judges.
 *
 * @param candidates - best first.
 * @param scores - of the first candidates, in any unit.
 * @returns the same candidates with blended scores, best first; those without a score stay where they are.
 */
export function blendOrder(candidates: readonly Candidate[], scores: readonly number[]): Candidate[] {
  const read = candidates.slice(0, scores.length);
  const ranked = scores.toSorted((a, b) => b - a);
  const blended = read.map((candidate, at) => {
    const own = scores[at] ?? Number.NEGATIVE_INFINITY;
    const equals = read.slice(ranked.indexOf(own), ranked.lastIndexOf(own) + 1);
    const score = (1 - RERANKING.order) * candidate.score + RERANKING.order * meanScore(equals);
    return { candidate: { ...candidate, score }, own };
  });
  // Where the search sees no difference at all, the reranker alone decides.
  blended.sort((a, b) => b.candidate.score - a.candidate.score || b.own - a.own);
  return [...blended.map(({ candidate }) => candidate), ...candidates.slice(scores.length)];
}

/**
 * Declines near misses: passages that are close to the question and do not answer it. A model that thinks so of the
 * best of them lowers the confidence. It never raises one: a question that no passage is close to stays declined.
 */
export function doubt(confidence: number, odds: number | undefined): number {
  if (odds === undefined) return confidence;
  const probability = 1 / (1 + Math.exp(-odds));
  const no = Math.max(0, 1 - 2 * probability);
  return confidence / (confidence + (1 - confidence) * Math.exp(RERANKING.doubt * no));
}

function meanScore(candidates: readonly Candidate[]): number {
  return candidates.reduce((sum, { score }) => sum + score, 0) / candidates.length;
}

function textOf(snapshot: Snapshot, row: number): string {
  const { article = -1, start = 0, end = 0 } = snapshot.chunkAt(row) ?? {};
  return (snapshot.articles[article]?.text ?? '').slice(start, end);
}
