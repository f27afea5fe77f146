/**
 * A second look at the best chunks of a ranking, from near: what only their text and place can tell. It costs a fraction
 * of a millisecond for a hundred chunks and would cost seconds for all.
 */
import type { IndexedChunk, Snapshot } from '../index/snapshot.js';
import { tokenize } from '../text/terms.js';
import { answerTypeOf, hasOther, numbersOf } from './answer-type.js';
import { typeWordsAt } from './type-words.js';

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
  const judged = candidates.map((one) => {
    const gain = judge === undefined ? 0 : judge(snapshot, one.chunk);
    return { candidate: one, score: one.score + gain, chunk: snapshot.chunkAt(one.chunk) };
  });
  return withLead(judged)
    .map(({ candidate, score }) => ({ ...candidate, score }))
    .toSorted((a, b) => b.score - a.score);
}

/** Whether the chunk in a row has what is asked for: something of the right type, and the question's numbers. */
type Judge = (snapshot: Snapshot, row: number) => number;

function createJudge(question: string, terms: readonly string[]): Judge | undefined {
  const asked = tokenize(question);
  const known = new Set(asked.map(({ folded }) => folded));
  const numbers = numbersOf(asked);
  const type = terms.length > LONGEST_WITH_TYPE ? undefined : answerTypeOf(question);
  if (type === undefined && numbers.length === 0) return undefined;
  return (snapshot, row) => {
    const fit = type === undefined ? 0 : hasOther(typeWordsAt[type](snapshot, row), known) ? 1 : -1;
    return WEIGHTS.type * fit + WEIGHTS.numbers * shareOf(numbers, () => typeWordsAt.number(snapshot, row));
  };
}

/** 0 where nothing is wanted, and then nothing is read either. */
function shareOf(wanted: readonly string[], read: () => readonly string[]): number {
  if (wanted.length === 0) return 0;
  const there = read();
  return wanted.filter((one) => there.includes(one)).length / wanted.length;
}

interface Judged {
  readonly score: number;
  readonly chunk: IndexedChunk | undefined;
}

/**
 * News tells the most important things first. The order of articles is left as it is: only among the chunks of one
 * article does an early one gain, against the one that was best so far.
 */
function withLead<One extends Judged>(judged: readonly One[]): One[] {
  const best = new Map<number | undefined, One>();
  for (const one of judged) {
    const article = one.chunk?.article;
    if (one.score > (best.get(article)?.score ?? Number.NEGATIVE_INFINITY)) best.set(article, one);
  }
  return judged.map((one) => {
    const leader = best.get(one.chunk?.article) ?? one;
    return { ...one, score: one.score + WEIGHTS.lead * (leadOf(one) - leadOf(leader)) };
  });
}

/** 1 for the first paragraph, 1/2 for the second, and so on. */
function leadOf({ chunk }: Judged): number {
  return 1 / (chunk?.first ?? Number.POSITIVE_INFINITY);
}
