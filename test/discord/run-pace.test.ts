import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { RunPace, type RunState } from '../../src/discord/run-pace.js';

/** Embeds one passage after each of the given times. */
function embed(waits: readonly number[], total = waits.length + 1): RunState[] {
  let now = 5000;
  const pace = new RunPace(() => now);
  pace.note({ phase: 'reading', done: 3, total: 0 });
  now += 60_000; // cutting into passages is no embedding
  const states = [pace.note({ phase: 'embedding', done: 1, total })];
  for (const [at, wait] of waits.entries()) {
    now += wait;
    states.push(pace.note({ phase: 'embedding', done: at + 2, total }));
  }
  return states;
}

describe('the pace of a run', () => {
  test('is not told before there is one, and the files are told all the way', () => {
    const [first, second] = embed([100], 50);
    expect(first).toEqual({ phase: 'embedding', done: 1, total: 50, files: 3 });
    expect(second).toEqual({ phase: 'embedding', done: 2, total: 50, files: 3 });
  });

  test('that is even is told as it is', () => {
    for (const state of embed(Array.from({ length: 200 }, () => 100)).slice(12)) {
      expect(state.perSecond).toBeCloseTo(10);
      expect(state.secondsLeft).toBeCloseTo((state.total - state.done) / 10);
    }
  });

  test('follows when it changes, within two minutes', () => {
    const slower = [...Array.from({ length: 600 }, () => 100), ...Array.from({ length: 120 }, () => 1000)];
    expect(embed(slower).at(-1)?.perSecond).toBeCloseTo(1, 0);
  });

  test('stays steady where single passages take long', () => {
    const uneven = Array.from({ length: 600 }, (_, at) => (at % 10 === 9 ? 550 : 50));
    for (const { perSecond = 0 } of embed(uneven).slice(300)) {
      expect(perSecond).toBeGreaterThan(9);
      expect(perSecond).toBeLessThan(11);
    }
  });

  test('lies between the slowest and the fastest, and nothing is left at the end', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 5000 }), { minLength: 1, maxLength: 60 }), (waits) => {
        const states = embed(waits);
        for (const { perSecond, secondsLeft } of states) {
          if (perSecond === undefined) continue;
          expect(perSecond).toBeGreaterThanOrEqual(999.9 / Math.max(...waits));
          expect(perSecond).toBeLessThanOrEqual(1000.1 / Math.min(...waits));
          expect(secondsLeft).toBeGreaterThanOrEqual(0);
        }
        expect(states.at(-1)?.secondsLeft ?? 0).toBe(0);
      }),
    );
  });

  test('is not told while nothing is embedded', () => {
    const pace = new RunPace(() => 0);
    expect(pace.note({ phase: 'reading', done: 12, total: 0 })).toEqual({
      phase: 'reading',
      done: 12,
      total: 0,
      files: 12,
    });
    expect(pace.note({ phase: 'saving', done: 0, total: 1 }).perSecond).toBeUndefined();
  });
});
