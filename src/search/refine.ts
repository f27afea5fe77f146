/**
 * A second look at the best chunks of a ranking, from near: what only their text and place can tell. It costs a fraction
 * of a millisecond for a hundred chunks and would cost seconds for all.
 */
import type { Snapshot } from '../index/snapshot.js';
import { tokenize } from '../text/terms.js';
import { answerTypeOf, holdsType, numbersOf } from './answer-type.js';

/** Weights beside those of `search.ts`; measured on seven sets, see docs/answers.md. */
const WEIGHTS = { lead: 0.15, type: 0.08, numbers: 0.1 } as const;

/** A longer question has several parts, and the word it asks with belongs to one of them only. */
const LONGEST_WITH_TYPE = 15;

export interface Scored {
  /** Its row. */
  readonly chunk: number;
  readonly score: number;
}

/** @returns the same chunks with better scores, best first; equal ones keep their order. */
export function refine<Candidate extends Scored>(
  snapshot: Snapshot,
  text: string,
  terms: readonly string[],
  candidates: readonly Candidate[],
): Candidate[] {
  const judge = createJudge(text, terms);
  const judged = candidates.map((one) => ({ ...one, score: one.score + judge(textOf(snapshot, one)) }));
  return withLead(snapshot, judged).toSorted((a, b) => b.score - a.score);
}

/** Whether a text has what is asked for: something of the right type, and the question's numbers. */
function createJudge(question: string, terms: readonly string[]): (text: string) => number {
  const asked = tokenize(question);
  const known = new Set(asked.map(({ folded }) => folded));
  const numbers = numbersOf(asked);
  const type = terms.length > LONGEST_WITH_TYPE ? undefined : answerTypeOf(question);
  if (type === undefined && numbers.length === 0) return () => 0;
  return (text) => {
    const tokens = tokenize(text);
    const words = new Set(tokens.map(({ folded }) => folded));
    const fit = type === undefined ? 0 : holdsType(type, text, tokens, known) ? 1 : -1;
    const found = numbers.filter((number) => words.has(number)).length;
    return WEIGHTS.type * fit + (numbers.length === 0 ? 0 : (WEIGHTS.numbers * found) / numbers.length);
  };
}

/**
 * News tells the most important things first. The order of articles is left as it is: only among the chunks of one
 * article does an early one gain, against the one that was best so far.
 */
function withLead<Candidate extends Scored>(
  snapshot: Snapshot,
  candidates: readonly Candidate[],
): Candidate[] {
  const best = new Map<number, Candidate>();
  for (const one of candidates) {
    const article = snapshot.chunkAt(one.chunk)?.article ?? -1;
    if (one.score > (best.get(article)?.score ?? Number.NEGATIVE_INFINITY)) best.set(article, one);
  }
  return candidates.map((one) => {
    const leader = best.get(snapshot.chunkAt(one.chunk)?.article ?? -1) ?? one;
    const gain = leadOf(snapshot, one) - leadOf(snapshot, leader);
    return { ...one, score: one.score + WEIGHTS.lead * gain };
  });
}

/** 1 for the first paragraph, 1/2 for the second, and so on. */
function leadOf(snapshot: Snapshot, { chunk }: Scored): number {
  return 1 / (snapshot.chunkAt(chunk)?.first ?? Number.POSITIVE_INFINITY);
}

function textOf(snapshot: Snapshot, { chunk }: Scored): string {
  const { article = -1, start = 0, end = 0 } = snapshot.chunkAt(chunk) ?? {};
  return (snapshot.articles[article]?.text ?? '').slice(start, end);
}
