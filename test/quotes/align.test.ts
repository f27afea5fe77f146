import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { align, SCORES, type NearTest, type Pair } from '../../src/quotes/align.js';
import { BORDER } from '../../src/quotes/word-index.js';

type State = 'equal' | 'other' | 'added' | 'left-out';

/** The twin: tries everything, with a memory for each state. */
function plainScore(ids: readonly number[], text: readonly number[], isNear: NearTest): number {
  const memory = new Map<string, number>();
  /** Best score of an alignment whose last step was `state` and took the first `at` and `place` words. */
  const scoreOf = (at: number, place: number, state: State): number => {
    const key = `${at} ${place} ${state}`;
    const known = memory.get(key) ?? compute(at, place, state);
    memory.set(key, known);
    return known;
  };
  const bestOf = (at: number, place: number, states: readonly State[]) =>
    at < 1 || place < 1
      ? Number.NEGATIVE_INFINITY
      : Math.max(...states.map((state) => scoreOf(at, place, state)));
  const all: State[] = ['equal', 'other', 'added', 'left-out'];
  const compute = (at: number, place: number, state: State): number => {
    if (state === 'added') return bestOf(at - 1, place, all) + SCORES.added;
    const number = text[place - 1] ?? BORDER;
    if (number === BORDER) return Number.NEGATIVE_INFINITY;
    if (state === 'left-out') {
      const opened = bestOf(at, place - 1, ['equal', 'other', 'added']) + SCORES.leftOut;
      return Math.max(opened, bestOf(at, place - 1, ['left-out'])) + SCORES.leftOutWord;
    }
    const isEqual = ids[at - 1] === number;
    if (isEqual !== (state === 'equal')) return Number.NEGATIVE_INFINITY;
    const before = Math.max((at - 1) * SCORES.addedAtEnd, bestOf(at - 1, place - 1, all));
    if (!isEqual) return before + (isNear(at - 1, number) ? SCORES.near : SCORES.substituted);
    return Math.max(before, bestOf(at - 1, place - 1, ['equal']) + SCORES.run) + SCORES.equal;
  };
  let best = 0;
  for (let at = 1; at <= ids.length; at++) {
    for (let place = 1; place <= text.length; place++) {
      const score = bestOf(at, place, ['equal', 'other']) + (ids.length - at) * SCORES.addedAtEnd;
      best = Math.max(best, score);
    }
  }
  return best;
}

/** What the pairs of an alignment are worth, counted step by step. */
function worthOf(
  ids: readonly number[],
  text: readonly number[],
  pairs: readonly Pair[],
  isNear: NearTest,
): number {
  const [first, last] = [pairs[0], pairs.at(-1)];
  if (first === undefined || last === undefined) return 0;
  let score = (first.at + ids.length - 1 - last.at) * SCORES.addedAtEnd;
  pairs.forEach(({ at, place, isEqual }, n) => {
    const before = pairs[n - 1] ?? { at: at - 1, place: place - 1, isEqual: false };
    const [added, leftOut] = [at - before.at - 1, place - before.place - 1];
    score += added * SCORES.added + (leftOut > 0 ? SCORES.leftOut + leftOut * SCORES.leftOutWord : 0);
    if (isEqual) score += SCORES.equal + (before.isEqual && added + leftOut === 0 ? SCORES.run : 0);
    else score += isNear(at, text[place] ?? BORDER) ? SCORES.near : SCORES.substituted;
  });
  return score;
}

const word = fc.integer({ min: 1, max: 6 });
const ours = fc.array(fc.oneof(word, fc.constant(BORDER)), { minLength: 1, maxLength: 9 });
const theirs = fc.array(fc.oneof({ weight: 8, arbitrary: word }, fc.constant(BORDER)), { maxLength: 14 });
/** Neighbouring even and odd numbers are nearly the same word. */
function nearTestOf(ids: readonly number[]): NearTest {
  return (at, number) => (ids[at] ?? 0) >> 1 === number >> 1;
}

function isNeverNear(): boolean {
  return false;
}

/** A band so wide that it leaves nothing out. */
function alignAll(ids: readonly number[], text: readonly number[]) {
  const stretch = { ids: Uint32Array.from(text), low: -ids.length, high: text.length };
  return align(Uint32Array.from(ids), stretch, nearTestOf(ids));
}

describe('align', () => {
  test('scores what trying everything scores, and its pairs are worth that', () => {
    fc.assert(
      fc.property(ours, theirs, (ids, text) => {
        const { score, pairs } = alignAll(ids, text);
        expect(score).toBeCloseTo(plainScore(ids, text, nearTestOf(ids)), 9);
        expect(worthOf(ids, text, pairs, nearTestOf(ids))).toBeCloseTo(score, 9);
      }),
    );
  });

  test('pairs ascend on both sides and never cross a border', () => {
    fc.assert(
      fc.property(ours, theirs, (ids, text) => {
        const { pairs } = alignAll(ids, text);
        pairs.forEach(({ at, place, isEqual }, n) => {
          expect(ids[at] === text[place]).toBe(isEqual);
          const before = pairs[n - 1];
          if (before === undefined) return;
          expect(at).toBeGreaterThan(before.at);
          expect(place).toBeGreaterThan(before.place);
          expect(text.slice(before.place, place)).not.toContain(BORDER);
        });
      }),
    );
  });

  test('a beginning scores no less than the whole without its last words', () => {
    fc.assert(
      fc.property(ours, theirs, (ids, text) => {
        const { beginnings } = alignAll(ids, text);
        ids.forEach((_, at) => {
          const alone = alignAll(ids.slice(0, at + 1), text).score;
          expect(Math.max(0, beginnings[at + 1] ?? 0)).toBeCloseTo(alone, 9);
        });
      }),
    );
  });

  test('the more words are changed, the lower the score', () => {
    const ids = [1, 3, 5, 7, 9, 11, 13, 15];
    const scores = [
      ids, // as it stands
      ids.with(3, 6), // another form of a word
      ids.with(3, 99), // another word
      ids.with(3, 99).with(5, 99), // two other words
      ids.with(3, 99).with(5, 99).toSpliced(4, 0, 99), // and one more
    ].map((text) => alignAll(text, ids).score);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    expect(new Set(scores).size).toBe(scores.length);
  });

  test('outside its band nothing is seen', () => {
    const text = Uint32Array.from([9, 9, 9, 9, 1, 2, 3]);
    expect(align(Uint32Array.from([1, 2, 3]), { ids: text, low: 0, high: 3 }, isNeverNear).score).toBe(0);
    expect(align(Uint32Array.from([1, 2, 3]), { ids: text, low: 0, high: 4 }, isNeverNear).score).toBe(3.5);
  });
});
