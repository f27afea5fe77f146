/**
 * Alignment of a quotation with a stretch of text, word by word: global in the quotation, local in the text, with affine gaps
 * in the text, within a band of diagonals. `test/quotes/align.test.ts` has the plain twin.
 */
import { BORDER } from './word-index.js';

/** What the words of an alignment are worth. */
export const SCORES = {
  equal: 1,
  /** On top, for an equal word right after an equal word. */
  run: 0.25,
  /** Another form of the word, or a slip of the pen. */
  near: 0.45,
  substituted: -0.6,
  /** A word of the quotation that the text does not have, inside and before or behind the other words. */
  added: -0.6,
  addedAtEnd: -0.25,
  /** Words of the text that the quotation leaves out: the first, and each. */
  leftOut: -0.6,
  leftOutWord: -0.05,
} as const;

export interface Stretch {
  /** Numbers of the text's words; `BORDER` is never crossed. */
  readonly ids: Uint32Array;
  /** Least and largest difference between a position in the stretch and one in the quotation that may be aligned. */
  readonly low: number;
  readonly high: number;
}

/** Whether a word of the quotation, by position, is almost the text's word with this number. */
export type NearTest = (at: number, number: number) => boolean;

/** A word of the quotation at the same position as one of the text. */
export interface Pair {
  readonly at: number;
  readonly place: number;
  readonly isEqual: boolean;
}

export interface Alignment {
  readonly score: number;
  /** In ascending order; words of the quotation in no pair are added ones. Empty when nothing is gained by any. */
  readonly pairs: readonly Pair[];
  /** For each length the best score of the quotation's first so many words, alone. */
  readonly beginnings: Float64Array;
}

// States of a cell: how its last step was made. A row holds four scores for each diagonal, in this order.
const EQUAL = 0;
const OTHER = 1;
const ADDED = 2;
const LEFT_OUT = 3;
const STATES = 4;
/** Where a step may come from, beside the four: nothing before it. */
const START = 4;
/** Where the steps into the four states come from is packed into one number a cell: three bits each. */
const BITS = 3;
const NEVER = Number.NEGATIVE_INFINITY;

/**
 * Takes time and memory in the order of (words of the quotation) x (width of the band). One long loop: it runs some hundred
 * thousand times a quotation.
 */
export function align(ids: Uint32Array, { ids: text, low, high }: Stretch, isNear: NearTest): Alignment {
  const width = high - low + 1;
  const steps = new Uint16Array((ids.length + 1) * width);
  const beginnings = new Float64Array(ids.length + 1);
  let before = new Float64Array((width + 1) * STATES).fill(NEVER);
  let row = before.slice();
  let best = { score: 0, at: 0, column: 0, state: START };
  for (let at = 1; at <= ids.length; at++) {
    const own = ids[at - 1] ?? BORDER;
    const start = (at - 1) * SCORES.addedAtEnd;
    const behind = (ids.length - at) * SCORES.addedAtEnd;
    let top = (beginnings[at - 1] ?? 0) + SCORES.addedAtEnd;
    let [leftEqual, leftOther, leftAdded, leftLeftOut] = [NEVER, NEVER, NEVER, NEVER];
    for (let column = 0, cell = 0; column < width; column++, cell += STATES) {
      const number = text[at + low + column - 1] ?? BORDER; // beyond either end: nothing, like a border
      // The same place of the text, one word of the quotation earlier, is one diagonal further in the row before.
      const above = bestState(before, cell + STATES, NEVER);
      const added = scoreOf(before, cell + STATES, above, NEVER) + SCORES.added;
      let step = above << (ADDED * BITS);
      let [equal, other, leftOut] = [NEVER, NEVER, NEVER];
      if (number !== BORDER) {
        const from = bestState(before, cell, start);
        const score = scoreOf(before, cell, from, start);
        if (own === number) {
          const run = (before[cell] ?? NEVER) + SCORES.run;
          equal = Math.max(run, score) + SCORES.equal;
          step |= run >= score ? EQUAL : from << (EQUAL * BITS);
        } else {
          other = score + (isNear(at - 1, number) ? SCORES.near : SCORES.substituted);
          step |= from << (OTHER * BITS);
        }
        const opened = Math.max(leftEqual, leftOther, leftAdded) + SCORES.leftOut;
        leftOut = Math.max(opened, leftLeftOut) + SCORES.leftOutWord;
        const last =
          leftEqual >= leftOther && leftEqual >= leftAdded ? EQUAL : leftOther >= leftAdded ? OTHER : ADDED;
        step |= (opened > leftLeftOut ? last : LEFT_OUT) << (LEFT_OUT * BITS);
      }
      row[cell] = leftEqual = equal;
      row[cell + OTHER] = leftOther = other;
      row[cell + ADDED] = leftAdded = added;
      row[cell + LEFT_OUT] = leftLeftOut = leftOut;
      steps[at * width + column] = step;
      const score = Math.max(equal, other);
      if (score > top) top = score;
      if (score + behind > best.score) {
        best = { score: score + behind, at, column, state: equal >= other ? EQUAL : OTHER };
      }
    }
    beginnings[at] = top;
    [before, row] = [row, before];
  }
  return { score: best.score, pairs: trace(steps, width, low, best), beginnings };
}

/** The state with the best score at a cell, or `START` when none is better than that. */
function bestState(row: Float64Array, cell: number, start: number): number {
  let [state, score] = [START, start];
  for (let other = 0; other < STATES; other++) {
    const value = row[cell + other] ?? NEVER;
    if (value > score) {
      state = other;
      score = value;
    }
  }
  return state;
}

function scoreOf(row: Float64Array, cell: number, state: number, start: number): number {
  return state === START ? start : (row[cell + state] ?? NEVER);
}

/** Follows the steps back from the best cell. */
function trace(
  steps: Uint16Array,
  width: number,
  low: number,
  best: { readonly at: number; readonly column: number; readonly state: number },
): Pair[] {
  const pairs: Pair[] = [];
  let { at, column, state } = best;
  while (state !== START) {
    const from = ((steps[at * width + column] ?? 0) >> (state * BITS)) & 7;
    if (state === EQUAL || state === OTHER) {
      pairs.push({ at: at - 1, place: at + low + column - 1, isEqual: state === EQUAL });
      at--;
    } else if (state === ADDED) {
      [at, column] = [at - 1, column + 1];
    } else {
      column--;
    }
    state = from;
  }
  return pairs.toReversed();
}
