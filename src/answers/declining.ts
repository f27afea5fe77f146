/**
 * Declining: whether the best candidates answer at all. A plain sum of two pieces of evidence is held against a
 * threshold that falls with the question's length and rises with the size of what was searched. Such a sum keeps its
 * worth from one collection to the next, where regressions over many features lose theirs.
 */
import type { Evidence } from '../search/search.js';
import { THRESHOLDS } from './thresholds.js';

/** @returns from 0 to 1; .5 and more is an answer. 0 for a question without a single term, or nothing to search. */
export function confidenceOf({ cosine, lexical, terms, chunks }: Evidence): number {
  if (terms === 0 || chunks === 0) return 0;
  const { weight, base, perLogTerm, perLogChunk, steepness } = THRESHOLDS;
  const threshold = base + perLogTerm * Math.log(1 + terms) + perLogChunk * Math.log(1 + chunks);
  return 1 / (1 + Math.exp(-steepness * (cosine + weight * lexical - threshold)));
}

/** Whether a confidence is enough to show passages as an answer. */
export function isAnswer(confidence: number): boolean {
  return confidence >= 0.5;
}
