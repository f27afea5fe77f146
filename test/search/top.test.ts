import fc from 'fast-check';
import { expect, test } from 'vitest';
import { topPositions } from '../../src/search/top.js';

/** The twin: sort everything, keep the first. */
function sortAndCut(scores: readonly number[], limit: number): number[] {
  return scores
    .map((score, position) => ({ score, position }))
    .toSorted((a, b) => b.score - a.score || a.position - b.position)
    .slice(0, limit)
    .map(({ position }) => position);
}

test('gives what sorting everything gives, ties in order of position', () => {
  const scores = fc.array(fc.integer({ min: -5, max: 5 }), { maxLength: 60 });
  fc.assert(
    fc.property(scores, fc.integer({ min: 1, max: 20 }), (list, limit) => {
      expect(topPositions(list, limit)).toEqual(sortAndCut(list, limit));
    }),
  );
});

test('nothing to choose from gives nothing', () => {
  expect(topPositions([], 5)).toEqual([]);
  expect(topPositions([1, 2], 0)).toEqual([]);
});
