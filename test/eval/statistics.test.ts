import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { areaUnderCurve, coverageAt, groupBy, mean, quantile, shareOf } from '../../src/eval/statistics.js';

const numbers = fc.array(fc.integer({ min: -5, max: 5 }), { minLength: 1, maxLength: 20 });

describe('statistics', () => {
  test('a quantile is the least value that enough others do not exceed', () => {
    fc.assert(
      fc.property(numbers, fc.double({ min: 0.01, max: 1, noNaN: true }), (values, share) => {
        const found = quantile(values, share);
        expect(shareOf(values, (value) => value <= found)).toBeGreaterThanOrEqual(share - 1e-9);
        expect(shareOf(values, (value) => value < found)).toBeLessThan(share);
      }),
    );
  });

  test('the area is 1 when all are apart, and turned round it is what is missing', () => {
    expect(areaUnderCurve([3, 4], [1, 2])).toBe(1);
    fc.assert(
      fc.property(numbers, numbers, (a, b) => {
        expect(areaUnderCurve(a, b) + areaUnderCurve(b, a)).toBeCloseTo(1);
      }),
    );
  });

  test('coverage never allows more false ones than it may', () => {
    expect(coverageAt([2, 3, 4], [1, 1, 1, 3.5], 0.25)).toBe(1);
    expect(coverageAt([2, 3, 4], [1, 1, 1, 3.5], 0.1)).toBeCloseTo(1 / 3);
  });

  test('what cannot be measured is not a number', () => {
    expect([mean([]), quantile([], 0.5), shareOf([], () => true), areaUnderCurve([], [1])]).toEqual(
      Array.from({ length: 4 }, () => Number.NaN),
    );
  });

  test('groups keep the order of the list', () => {
    expect([...groupBy(['b1', 'a1', 'b2'], (one) => one.charAt(0))]).toEqual([
      ['b', ['b1', 'b2']],
      ['a', ['a1']],
    ]);
  });
});
