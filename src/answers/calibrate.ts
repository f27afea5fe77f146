/**
 * Where declining begins in one collection. How alike a question and a passage are by chance depends on the collection and
 * on the question's length, so the collection is asked: questions made of its own text, with their articles left out, are
 * questions that it does not answer, and the threshold lets few of them through.
 */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Embedder } from '../embedding/embedder.js';
import type { Snapshot } from '../index/snapshot.js';
import { scopeOf } from '../search/scope.js';
import { search } from '../search/search.js';
import { contrastSum, modelLine } from './declining.js';
import { makePseudoQuestions } from './pseudo-questions.js';
import { fitQuantileLine, type Line, type Point } from './quantile-line.js';

const QUESTIONS = 480;
/** The share of them that is to be declined. Real questions are further from the articles than these. */
const DECLINED = 0.9;
/** A smaller collection cannot be asked: with one article left out, there is hardly a collection left. */
export const FEWEST_ARTICLES = 100;

export interface CalibrationWork {
  /** What the first questions gave, in an earlier run that was stopped; what the others give is added. */
  readonly points: Point[];
  /** Whether the model is the one that `THRESHOLDS` are of: those of another tell nothing about its cosines. */
  readonly isMeasured: boolean;
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
  { points, isMeasured, pause }: CalibrationWork,
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
  const own = fitQuantileLine(points, DECLINED);
  return isMeasured ? meanOf(own, modelLine(scopeOf(snapshot).size)) : own;
}

/**
 * The collection's own line counts as much as the model's. From so few questions it is uncertain, and where several articles tell
 * one story it is too high, because another article answers what was made of one. The model's was found on many collections,
 * but not on this one. What `contrastSum` adds and takes is about nothing where there is no answer.
 */
function meanOf(own: Line, model: Line): Line {
  return { base: (own.base + model.base) / 2, slope: (own.slope + model.slope) / 2 };
}
