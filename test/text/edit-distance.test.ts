import fc from 'fast-check';
import { expect, test } from 'vitest';
import { slipsBetween } from '../../src/text/edit-distance.js';
import { damerau } from '../support/damerau.js';

test.each([
  ['taiwan', 'taiwan', 0],
  ['tawian', 'taiwan', 1],
  ['taiwa', 'taiwan', 1],
  ['taiwwan', 'taiwan', 1],
  ['tbiwan', 'taiwan', 1],
  ['twian', 'taiwan', 2],
  ['peking', 'taiwan', undefined],
  ['', 'ab', 2],
])('%s and %s are %s apart', (one, other, expected) => {
  expect(slipsBetween(one, other, 2)).toBe(expected);
});

test('agrees with the plain matrix, for any words and limit', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 });
  fc.assert(
    fc.property(word, word, fc.integer({ min: 0, max: 3 }), (one, other, limit) => {
      const distance = damerau(one, other);
      expect(slipsBetween(one, other, limit)).toBe(distance > limit ? undefined : distance);
    }),
    { numRuns: 1000 },
  );
});
