/** Where a quotation may come from. */
import { SCORES, type Alignment, type Pair, type Stretch } from './align.js';
import { THRESHOLDS } from './thresholds.js';

/** Words of the quotation and the places they stand at (`Pair.place` is a place in the index). */
export interface Source {
  readonly score: number;
  readonly pairs: readonly Pair[];
  /** Whether it is the source of one part of a quotation that was put together from two places. */
  readonly isPart?: boolean;
  /** Whether an ellipsis stands between the parts, and they stand in this order in one article: nothing is spliced. */
  readonly isElided?: boolean;
  /** Whether the rest of the quotation is known to be elsewhere, word for word: it is no difference here. */
  readonly isFragment?: boolean;
}

/** A candidate with its alignment; `from` is the place of the stretch's first word. */
export interface Candidate {
  readonly stretch: Stretch;
  readonly from: number;
  readonly alignment: Alignment;
  /** The longest run of the stretch's words that the quotation has at all, in whatever order. */
  readonly run: number;
}

/** No alignment with this share of equal words scores higher. */
export function highestScore(length: number, share: number): number {
  return length * (share * (SCORES.equal + SCORES.run) + (1 - share) * SCORES.near);
}

/** Whether a second place could add enough: both together are never worth more than all words in one run. */
export function mayGain(ids: Uint32Array, best: number): boolean {
  return highestScore(ids.length, 1) - best > THRESHOLDS.splice.gain;
}
