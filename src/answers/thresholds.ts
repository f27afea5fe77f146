/**
 * When to decline. Fitted by `test/eval/fit-thresholds.eval.ts`, which prints these numbers: not to be edited by hand.
 *
 * Sets: development halves of newsqa, realtimeqa, xquad-en, squad2-sample and multihoprag-evidence, each question asked of
 * collections from one article to all, with and without the article that answers.
 */
export const THRESHOLDS = {
  model: 'e5-small-v2',
  fitted: '2026-11-25',
  /** Weight of the lexical evidence, beside the cosine with weight 1. */
  weight: 0.142,
  /** Threshold of the sum = base + perLogTerm * ln(1 + terms) + perLogChunk * ln(1 + chunks). */
  base: 0.8706,
  perLogTerm: -0.031,
  perLogChunk: 0.0111,
  /**
   * How the confidence rises from 0 to .5 at the threshold, and from there to 1. Fitted by `test/eval/fit-confidence.eval.ts`:
   * where two of three questions have an answer, a confidence is about the chance that this one has.
   */
  confidence: { below: 84, shift: 0.037, above: 94 },
} as const;
