/**
 * Declining: whether the best candidates answer at all. A plain sum of a few pieces of evidence is held against a
 * threshold that falls with the question's length and rises with the size of what was searched. Such a sum keeps its
 * worth from one collection to the next, where regressions over many features lose theirs.
 */
import type { Evidence } from '../search/search.js';
import type { Line } from './quantile-line.js';
import { THRESHOLDS } from './thresholds.js';

/** All that speaks for an answer, as one number; it means something beside a threshold of the model only. */
function evidenceSum({ cosine, lexical }: Evidence): number {
  return cosine + THRESHOLDS.weight * lexical;
}

/** Weights beside a cosine with weight 1: see docs/answers.md. */
const WEIGHTS = { aboveNearby: 0.3, missing: 0.02 } as const;

/**
 * The same beside a threshold of the collection's own. Among many articles it also tells how far the best chunk is above what
 * is similar by chance, and whether its article is about something else. In a single article all that shares its subject
 * would be far above the rest.
 */
export function contrastSum(evidence: Evidence): number {
  const above = evidence.cosine - evidence.nearby;
  return evidenceSum(evidence) + WEIGHTS.aboveNearby * above - WEIGHTS.missing * evidence.missing;
}

/**
 * @param line - the collection's own threshold, where it is known; else that of the model.
 * @returns from 0 to 1; .5 and more is an answer. 0 for a question without a single term, or nothing to search.
 */
export function confidenceOf(evidence: Evidence, line?: Line): number {
  if (evidence.terms === 0 || evidence.chunks === 0) return 0;
  return confidenceAt(distanceOf(evidence, line));
}

/** How far the evidence is above the threshold; less than 0 is below it. */
export function distanceOf(evidence: Evidence, line?: Line): number {
  return sumOf(evidence, line) - thresholdOf(evidence, line);
}

/** The sum that is held against the threshold: a collection's own one looks at what is nearby as well. */
export function sumOf(evidence: Evidence, line?: Line): number {
  return line === undefined ? evidenceSum(evidence) : contrastSum(evidence);
}

/** What the sum of the evidence is held against. */
export function thresholdOf(evidence: Evidence, line = modelLine(evidence.chunks)): number {
  return line.base + line.slope * Math.log(1 + evidence.terms);
}

/** The threshold of the model, over ln(1 + terms), where so many chunks are searched. */
export function modelLine(chunks: number): Line {
  const { base, perLogTerm, perLogChunk } = THRESHOLDS;
  return { base: base + perLogChunk * Math.log(1 + chunks), slope: perLogTerm };
}

/** See `THRESHOLDS.confidence`. */
export type ConfidenceShape = Readonly<Record<'below' | 'shift' | 'above', number>>;

/** Two pieces of logistic curves that meet at .5: where one declines is policy, and lies above an even chance. */
export function confidenceAt(
  distance: number,
  { above, below, shift }: ConfidenceShape = THRESHOLDS.confidence,
): number {
  if (distance >= 0) return logistic(above * distance);
  return (0.5 * logistic(below * (distance + shift))) / logistic(below * shift);
}

function logistic(value: number): number {
  return 1 / (1 + Math.exp(-value));
}

/** Whether a confidence is enough to show passages as an answer. */
export function isAnswer(confidence: number): boolean {
  return confidence >= 0.5;
}
