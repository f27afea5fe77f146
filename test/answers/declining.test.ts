import fc from 'fast-check';
import { expect, test } from 'vitest';
import { confidenceAt, confidenceOf, isAnswer } from '../../src/answers/declining.js';
import type { Evidence } from '../../src/search/search.js';

const evidence: fc.Arbitrary<Evidence> = fc.record({
  cosine: fc.double({ min: -1, max: 1, noNaN: true }),
  nearby: fc.double({ min: -1, max: 1, noNaN: true }),
  missing: fc.double({ min: 0, max: 1, noNaN: true }),
  lexical: fc.double({ min: 0, max: 1, noNaN: true }),
  terms: fc.integer({ min: 1, max: 60 }),
  chunks: fc.integer({ min: 1, max: 200_000 }),
});

test('a confidence is a share, whatever the evidence', () => {
  fc.assert(
    fc.property(evidence, (one) => {
      expect(confidenceOf(one)).toBeGreaterThanOrEqual(0);
      expect(confidenceOf(one)).toBeLessThanOrEqual(1);
    }),
  );
});

test('better evidence never makes it smaller', () => {
  const more = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(evidence, more, (one, step) => {
      expect(confidenceOf({ ...one, cosine: one.cosine + step })).toBeGreaterThanOrEqual(confidenceOf(one));
      expect(confidenceOf({ ...one, lexical: one.lexical + step })).toBeGreaterThanOrEqual(confidenceOf(one));
    }),
  );
});

test('beside a threshold of its own, a collection looks at what is nearby and at what is missing', () => {
  const line = { base: 0.9, slope: -0.03 };
  const more = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(evidence, more, (one, step) => {
      const [nearer, lacking] = [
        { ...one, nearby: one.nearby + step },
        { ...one, missing: one.missing + step },
      ];
      for (const worse of [nearer, lacking]) {
        expect(confidenceOf(worse, line)).toBeLessThanOrEqual(confidenceOf(one, line));
        expect(confidenceOf(worse)).toBe(confidenceOf(one));
      }
    }),
  );
});

test('the confidence rises with the distance from the threshold, and is one half there', () => {
  const distance = fc.double({ min: -2, max: 2, noNaN: true });
  const shape = fc.record({
    below: fc.integer({ min: 1, max: 200 }),
    shift: fc.double({ min: 0, max: 0.1, noNaN: true }),
    above: fc.integer({ min: 1, max: 200 }),
  });
  fc.assert(
    fc.property(distance, distance, shape, (one, other, shape) => {
      const [low, high] = one < other ? [one, other] : [other, one];
      expect(confidenceAt(low, shape)).toBeLessThanOrEqual(confidenceAt(high, shape));
      expect(confidenceAt(0, shape)).toBe(0.5);
    }),
  );
});

test('the same likeness means less among more chunks, and more for a longer question', () => {
  fc.assert(
    fc.property(evidence, fc.integer({ min: 1, max: 50 }), (one, step) => {
      expect(confidenceOf({ ...one, chunks: one.chunks * (1 + step) })).toBeLessThanOrEqual(
        confidenceOf(one),
      );
      expect(confidenceOf({ ...one, terms: one.terms + step })).toBeGreaterThanOrEqual(confidenceOf(one));
    }),
  );
});

test('without a term, or with nothing to search, there is no confidence', () => {
  const perfect = { cosine: 1, nearby: 0.7, missing: 0, lexical: 1, terms: 5, chunks: 20 };
  expect(confidenceOf({ ...perfect, terms: 0 })).toBe(0);
  expect(confidenceOf({ ...perfect, chunks: 0 })).toBe(0);
});

test('evidence as it is seen: a question that is answered, and one about something else', () => {
  // "What does China say the balloon was for?" and "What is the capital of France?", asked of the shipped article.
  expect(
    isAnswer(confidenceOf({ cosine: 0.854, nearby: 0.7, missing: 0, lexical: 0.87, terms: 2, chunks: 21 })),
  ).toBe(true);
  expect(
    isAnswer(confidenceOf({ cosine: 0.758, nearby: 0.7, missing: 1, lexical: 0, terms: 2, chunks: 21 })),
  ).toBe(false);
});

test('one half is enough', () => {
  expect([0, 0.49, 0.5, 1].map(isAnswer)).toEqual([false, false, true, true]);
});
