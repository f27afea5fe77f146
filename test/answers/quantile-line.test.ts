import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fitBase, fitQuantileLine } from '../../src/answers/quantile-line.js';

test('points on a line give that line', () => {
  const points = [1, 2, 3, 5, 8].map((x) => ({ x, y: 0.9 - 0.05 * x }));
  const { base, slope } = fitQuantileLine(points, 0.8);
  expect(base).toBeCloseTo(0.9);
  expect(slope).toBeCloseTo(-0.05);
});

test('the wanted share of points lies on the line or below it', () => {
  const point = fc.record({
    x: fc.double({ min: 0, max: 4, noNaN: true }),
    y: fc.double({ min: 0, max: 1, noNaN: true }),
  });
  fc.assert(
    fc.property(fc.array(point, { minLength: 1, maxLength: 40 }), (points) => {
      const { base, slope } = fitQuantileLine(points, 0.75);
      const below = points.filter(({ x, y }) => y <= base + slope * x + 1e-9).length;
      expect(below / points.length).toBeGreaterThanOrEqual(0.75);
      const under = points.filter(({ x, y }) => y < base + slope * x - 1e-9).length;
      expect(under / points.length).toBeLessThan(0.75);
    }),
  );
});

test('a line of a given slope lets the same share pass', () => {
  const points = [1, 2, 3, 4].map((x) => ({ x, y: x }));
  expect(fitBase(points, 0.75, 0)).toEqual({ base: 3, slope: 0 });
  expect(fitBase(points, 0.75, 2)).toEqual({ base: -2, slope: 2 });
});

test('without a point it is flat', () => {
  expect(fitQuantileLine([], 0.8)).toMatchObject({ base: 0 });
});
