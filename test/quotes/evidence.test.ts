import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isEnough, neededFor, type Evidence } from '../../src/quotes/evidence.js';
import { THRESHOLDS } from '../../src/quotes/thresholds.js';

const evidence: fc.Arbitrary<Evidence> = fc
  .tuple(fc.integer({ min: 6, max: 60 }), fc.integer({ min: 200_000, max: 20_000_000 }), fc.double({ min: 0, max: 1, noNaN: true }))
  .map(([words, collection, share]) => ({
    words,
    collection,
    score: words * (1.7 * share - 0.5),
    surprise: 5 * words * share,
    equal: words * share,
    runs: 2,
    longest: words * share * 0.7,
    putIn: 0,
    leftOut: 1,
  })); // prettier-ignore

test('a larger collection never asks for less, and so never finds more', () => {
  fc.assert(
    fc.property(evidence, fc.integer({ min: 2, max: 20 }), (one, times) => {
      const larger = { ...one, collection: one.collection * times };
      expect(neededFor(larger)).toBeGreaterThanOrEqual(neededFor(one));
      if (isEnough(larger)) expect(isEnough(one)).toBe(true);
    }),
  );
});

test('rarer words never speak against a source', () => {
  fc.assert(
    fc.property(evidence, fc.nat(50), (one, more) => {
      if (isEnough(one)) expect(isEnough({ ...one, surprise: one.surprise + more })).toBe(true);
    }),
  );
});

test('half of the words are not enough, however rare they are', () => {
  fc.assert(
    fc.property(evidence, (one) => {
      expect(isEnough({ ...one, equal: one.words / 2, surprise: 10_000 })).toBe(false);
    }),
  );
});

test('between two sizes of collection what is needed lies between what is needed there', () => {
  const { collections, lengths } = THRESHOLDS.altered;
  for (const { words, needed } of lengths) {
    collections.forEach((collection, at) => {
      expect(neededFor({ words, collection })).toBeCloseTo(needed[at] ?? Number.NaN, 6);
    });
    const between = neededFor({ words, collection: 5_000_000 });
    expect(between).toBeGreaterThanOrEqual(needed[1] ?? Number.NaN);
    expect(between).toBeLessThanOrEqual(needed[2] ?? Number.NaN);
  }
});
