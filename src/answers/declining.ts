/**
 * Declining: whether the best candidates answer at all. A plain sum of two pieces of evidence is held against a
 * threshold that falls with the question's length and rises with the size of what was searched. Such a sum keeps its
 * worth from one collection to the next, where regressions over many features lose theirs.
 */
import type { Evidence } from '../search/search.js';
import type { Line } from './quantile-line.js';
import { THRESHOLDS } from './thresholds.js';

/** All that speaks for an answer, as one number; it means something beside a threshold only. */
export function evidenceSum({ cosine, lexical }: Evidence): number {
  return cosine + THRESHOLDS.weight * lexical;
}

/**
 * @param line - the collection's own threshold, where it is known; else that of the model.
 * @returns from 0 to 1; .5 and more is an answer. 0 for a question without a single term, or nothing to search.
 */
export function confidenceOf(evidence: Evidence, line?: Line): number {
  if (evidence.terms === 0 || evidence.chunks === 0) return 0;
  const distance = evidenceSum(evidence) - thresholdOf(evidence, line);
  return 1 / (1 + Math.exp(-THRESHOLDS.steepness * distance));
}

/** What `evidenceSum` is held against. */
export function thresholdOf({ terms, chunks }: Evidence, line: Line | undefined): number {
  if (line !== undefined) return line.base + line.slope * Math.log(1 + terms);
  const { base, perLogTerm, perLogChunk } = THRESHOLDS;
  return base + perLogTerm * Math.log(1 + terms) + perLogChunk * Math.log(1 + chunks);
}

/** Whether a confidence is enough to show passages as an answer. */
export function isAnswer(confidence: number): boolean {
  return confidence >= 0.5;
}
