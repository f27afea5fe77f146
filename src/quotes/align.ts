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

// States of a cell: how its last step was made.
const EQUAL = 0;
const OTHER = 1;
const ADDED = 2;
const LEFT_OUT = 3;
/** Where a step may come from, beside the four: nothing before it. */
const START = 4;
/** Where the steps into the four states come from is packed into one number a cell: three bits each. */
const BITS = 3;
const NEVER = Number.NEGATIVE_INFINITY;

/**
 * Takes time and memory in the order of (words of the quotation) x (width of the band). One long loop: it runs some hundred
 * thousand times a quotation. A row is written over the one before, which is only looked at from its own column on.
 */
export function align(ids: Uint32Array, { ids: text, low, high }: Stretch, isNear: NearTest): Alignment {
  const width = high - low + 1;
  const border = BORDER; // a local constant: reading another module's is slow where modules are not compiled
  const steps = new Uint16Array((ids.length + 1) * width);
  const beginnings = new Float64Array(ids.length + 1);
  // Of each diagonal: the best score of the row before, the state that has it, and the score of an equal word.
  const bests = new Float64Array(width + 1).fill(NEVER);
  const states = new Uint8Array(width + 1).fill(START);
  const equals = new Float64Array(width + 1).fill(NEVER);
  let best = { score: 0, at: 0, column: 0, state: START };
  for (let at = 1; at <= ids.length; at++) {
    const own = ids[at - 1] ?? BORDER;
    const start = (at - 1) * SCORES.addedAtEnd;
    const behind = (ids.length - at) * SCORES.addedAtEnd;
    let top = (beginnings[at - 1] ?? 0) + SCORES.addedAtEnd;
    // Of the cell to the left: the best score but by leaving out, the state that has it, and the score by leaving out.
    let left = NEVER;
    let leftState = ADDED;
    let leftLeftOut = NEVER;
    for (let column = 0; column < width; column++) {
      const number = text[at + low + column - 1] ?? border; // beyond either end: nothing, like a border
      // The same place of the text, one word of the quotation earlier, is one diagonal further in the row before.
      const added = (bests[column + 1] ?? NEVER) + SCORES.added;
      let step = (states[column + 1] ?? START) << (ADDED * BITS);
      let score = added;
      let state = ADDED;
      let equal = NEVER;
      let leftOut = NEVER;
      if (number !== border) {
        const opened = left + SCORES.leftOut;
        leftOut = (opened > leftLeftOut ? opened : leftLeftOut) + SCORES.leftOutWord;
        step |= (opened > leftLeftOut ? leftState : LEFT_OUT) << (LEFT_OUT * BITS);
        const before = bests[column] ?? NEVER;
        const from = before > start ? (states[column] ?? START) : START;
        let matched = before > start ? before : start;
        if (own === number) {
          const run = (equals[column] ?? NEVER) + SCORES.run;
          step |= run >= matched ? EQUAL : from << (EQUAL * BITS);
          matched = equal = (run >= matched ? run : matched) + SCORES.equal;
          state = EQUAL;
        } else {
          matched += isNear(at - 1, number) ? SCORES.near : SCORES.substituted;
          step |= from << (OTHER * BITS);
          state = OTHER;
        }
        if (matched > top) top = matched;
        if (matched + behind > best.score) best = { score: matched + behind, at, column, state };
        if (matched >= added) score = matched;
        else state = ADDED;
      }
      steps[at * width + column] = step;
      left = score;
      leftState = state;
      leftLeftOut = leftOut;
      equals[column] = equal;
      bests[column] = score >= leftOut ? score : leftOut;
      states[column] = score >= leftOut ? (score === NEVER ? START : state) : LEFT_OUT;
    }
    beginnings[at] = top;
  }
  return { score: best.score, pairs: trace(steps, width, low, best), beginnings };
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
