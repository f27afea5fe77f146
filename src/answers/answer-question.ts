/** From a ranking to an answer: up to three passages, or an honest no. */
import type { Reranker } from '../embedding/reranker.js';
import type { Snapshot } from '../index/snapshot.js';
import { scopeOf } from '../search/scope.js';
import { search, type Evidence, type Question } from '../search/search.js';
import { decline, type Asked } from './asked.js';
import { choosePassages } from './choose-passages.js';
import { confidenceOf, isAnswer, sumOf, thresholdOf } from './declining.js';
import type { Line } from './quantile-line.js';
import { doubt, rerank, type Reranked } from './rerank.js';

/** Candidates looked at: enough for the passages that are shown, and for those that come next. */
const CANDIDATES = 60;

/** What an answer is judged and described by, beside its evidence. */
interface Judge {
  /** The collection's own threshold, where it is known. */
  readonly line: Line | undefined;
  /** Name of the model that made the question's vector, for the details. */
  readonly model: string;
}

/**
 * Answers from one snapshot. Pure: the same snapshot and question give the same answer.
 *
 * @param line - the collection's own threshold, where it is known.
 * @param model - name of the model that made the question's vector, for the details.
 */
export function answerQuestion(snapshot: Snapshot, question: Question, line?: Line, model = ''): Asked {
  const { candidates, evidence } = search(snapshot, question, CANDIDATES);
  return decide(snapshot, question, evidence, { candidates, odds: undefined }, { line, model });
}

/** The same with a reranker's opinion, where there is one. */
export async function answerWithReranker(
  snapshot: Snapshot,
  question: Question,
  reranker: Reranker | undefined,
  line?: Line,
  model = '',
): Promise<Asked> {
  const { candidates, evidence } = search(snapshot, question, CANDIDATES);
  const reranked = await rerank(snapshot, question, candidates, reranker);
  return decide(snapshot, question, evidence, reranked, { line, model });
}

function decide(
  snapshot: Snapshot,
  question: Question,
  evidence: Evidence,
  { candidates, odds }: Reranked,
  { line, model }: Judge,
): Asked {
  // The collection's own threshold was found by searching all of it; a part is judged by the model's.
  const own = evidence.chunks === scopeOf(snapshot).size ? line : undefined;
  const confidence = doubt(confidenceOf(evidence, own), odds);
  const { shown, further, hasFurther } = choosePassages(snapshot, question, candidates);
  const { generation } = snapshot;
  const sum = sumOf(evidence, own);
  const threshold = thresholdOf(evidence, own);
  const details = { generation, model, evidence, sum, threshold, further, hasFurther };
  if (shown.length > 0 && isAnswer(confidence))
    return { kind: 'answered', confidence, passages: shown, details };
  const [nearest, ...others] = shown;
  return decline(confidence, nearest, {
    details: {
      ...details,
      further: () => [...others, ...further()],
      hasFurther: others.length > 0 || hasFurther,
    },
  });
}
