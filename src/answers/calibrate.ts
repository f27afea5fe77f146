/**
 * Where declining begins in one collection. How alike a question and a passage are by chance depends on the collection and
 * on the question's length, so the collection is asked: questions made of its own text, with their articles left out, are
 * questions that it does not answer, and the threshold lets few of them through.
 */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Embedder } from '../embedding/embedder.js';
import type { Snapshot } from '../index/snapshot.js';
import { search } from '../search/search.js';
import { contrastSum } from './declining.js';
import { makePseudoQuestions } from './pseudo-questions.js';
import { fitBase, fitQuantileLine, type Line, type Point } from './quantile-line.js';
import { THRESHOLDS } from './thresholds.js';

const QUESTIONS = 480;
/** The share of them that is to be declined. Real questions are further from the articles than these. */
const DECLINED = 0.88;
/** A smaller collection cannot be asked: with one article left out, there is hardly a collection left. */
export const FEWEST_ARTICLES = 100;

export interface CalibrationWork {
  /** What the first questions gave, in an earlier run that was stopped; what the others give is added. */
  readonly points: Point[];
  /** Waited for before each question: people go first. @throws whatever ends the work. */
  readonly pause: () => Promise<void>;
}

/**
 * Takes some seconds, one question at a time, and the event loop has a turn between two of them.
 *
 * @returns undefined for a collection too small to be asked.
 * @throws EmbeddingError, and what `pause` throws; `points` are worth keeping then.
 */
export async function calibrate(
  snapshot: Snapshot,
  embedder: Pick<Embedder, 'embedQuestion'>,
  { points, pause }: CalibrationWork,
): Promise<Line | undefined> {
  if (snapshot.articles.length < FEWEST_ARTICLES) return undefined;
  let number = 0;
  for (const { text, articles } of makePseudoQuestions(snapshot, QUESTIONS)) {
    await nextTurn(); // a question takes a millisecond to make, also one that is known
    if (number++ < points.length) continue;
    await pause();
    const vector = await embedder.embedQuestion(text, 'background');
    const { evidence } = search(snapshot, { text, vector, filter: { without: articles } }, 1);
    points.push({ x: Math.log(1 + evidence.terms), y: contrastSum(evidence) });
  }
  return fitLine(points);
}

/**
 * From so few questions a slope is little more than a guess: the one of the model, found on many collections, counts as much.
 * Without it, what is declined depends more on which questions were drawn.
 */
function fitLine(points: readonly Point[]): Line {
  const { slope } = fitQuantileLine(points, DECLINED);
  return fitBase(points, DECLINED, (slope + THRESHOLDS.perLogTerm) / 2);
}
