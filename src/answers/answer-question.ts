/** From a ranking to an answer: up to three passages, or an honest no. */
import type { Reranker } from '../embedding/reranker.js';
import type { Snapshot } from '../index/snapshot.js';
import { scopeOf } from '../search/scope.js';
import { search, type Evidence, type Question } from '../search/search.js';
import type { Asked } from './answer.js';
import { choosePassages } from './choose-passages.js';
import { confidenceOf, isAnswer } from './declining.js';
import type { Line } from './quantile-line.js';
import { doubt, rerank, type Reranked } from './rerank.js';

/** Candidates looked at, so that copies and windows of one paragraph do not use up the places. */
const CANDIDATES = 30;

/** Answers from one snapshot. Pure: the same snapshot and question give the same answer. */
export function answerQuestion(snapshot: Snapshot, question: Question, line?: Line): Asked {
  const { candidates, evidence } = search(snapshot, question, CANDIDATES);
  return decide(snapshot, question, evidence, { candidates, odds: undefined }, line);
}

/** The same with a reranker's opinion, where there is one. */
export async function answerWithReranker(
  snapshot: Snapshot,
  question: Question,
  reranker: Reranker | undefined,
  line?: Line,
): Promise<Asked> {
  const { candidates, evidence } = search(snapshot, question, CANDIDATES);
  const reranked = await rerank(snapshot, question, candidates, reranker);
  return decide(snapshot, question, evidence, reranked, line);
}

function decide(
  snapshot: Snapshot,
  question: Question,
  evidence: Evidence,
  { candidates, odds }: Reranked,
  line: Line | undefined,
): Asked {
  // The collection's own threshold was found by searching all of it; a part is judged by the model's.
  const isWhole = evidence.chunks === scopeOf(snapshot).size;
  const confidence = doubt(confidenceOf(evidence, isWhole ? line : undefined), odds);
  const passages = choosePassages(snapshot, question, candidates);
  if (passages.length > 0 && isAnswer(confidence)) return { kind: 'answered', confidence, passages };
  return { kind: 'declined', confidence, nearest: passages[0] };
}
