import fc from 'fast-check';
import { expect, test } from 'vitest';
import { topEntries } from '../../src/quotes/top-entries.js';

test('takes what sorting everything would, with few different values, too', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 9 })), fc.integer({ min: 1, max: 8 }), (values, limit) => {
      const sorted = [...values.entries()]
        .filter(([, value]) => value > 0)
        .toSorted(([a, one], [b, other]) => other - one || a - b);
      expect(topEntries(Float64Array.from(values), limit)).toEqual(sorted.slice(0, limit).map(([at]) => at));
    }),
  );
});
