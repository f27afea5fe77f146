import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cosines } from '../../src/search/cosine.js';

/** The twin: a plain loop in double precision. */
function plain(rows: readonly (readonly number[])[], query: readonly number[]): number[] {
  return rows.map((row) => row.reduce((sum, value, at) => sum + value * (query[at] ?? 0), 0));
}

test('agrees with a plain loop, also for lengths that are no multiple of four', () => {
  const value = fc.double({ min: -1, max: 1, noNaN: true }).map(Math.fround);
  const matrix = fc
    .tuple(fc.integer({ min: 1, max: 13 }), fc.integer({ min: 0, max: 6 }))
    .chain(([dimensions, rows]) =>
      fc.tuple(
        fc.array(fc.array(value, { minLength: dimensions, maxLength: dimensions }), {
          minLength: rows,
          maxLength: rows,
        }),
        fc.array(value, { minLength: dimensions, maxLength: dimensions }),
      ),
    );
  fc.assert(
    fc.property(matrix, ([rows, query]) => {
      const result = cosines(Float32Array.from(rows.flat()), Float32Array.from(query));
      expect(result).toHaveLength(rows.length);
      plain(rows, query).forEach((expected, row) => expect(result[row]).toBeCloseTo(expected, 5));
    }),
  );
});

test('an empty index has no cosines', () => {
  expect(cosines(new Float32Array(0), new Float32Array(384))).toHaveLength(0);
});
