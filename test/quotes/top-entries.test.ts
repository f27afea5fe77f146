import fc from 'fast-check';
import { expect, test } from 'vitest';
import { topEntries } from '../../src/quotes/top-entries.js';

test('gives what sorting everything gives, ties in order of keys', () => {
  const entries = fc.uniqueArray(fc.tuple(fc.integer(), fc.integer({ min: 0, max: 4 })), {
    selector: ([key]) => key,
  });
  fc.assert(
    fc.property(entries, fc.integer({ min: 1, max: 8 }), (list, limit) => {
      const sorted = list.toSorted(([a, one], [b, other]) => other - one || a - b);
      expect(topEntries(new Map(list), limit)).toEqual(sorted.slice(0, limit).map(([key]) => key));
    }),
  );
});
