import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { areNear } from '../../src/quotes/near-words.js';
import { edgesOf, lettersOf, mayBeNear } from '../../src/quotes/outline.js';

describe('areNear', () => {
  test.each([
    ['policy', 'policies'],
    ['change', 'changes'],
    ['behavior', 'behaviour'],
    ['recieve', 'receive'],
    ['otherworldly', 'otherwordly'],
  ])('%s and %s', (one, other) => {
    expect(areNear(one, other)).toBe(true);
    expect(areNear(other, one)).toBe(true);
  });

  test.each([
    ['is', 'in'],
    ['not', 'now'], // too short for a slip
    ['2019', '2018'], // a number is no slip of another
    ['strong', 'weak'],
    ['', 'a'],
  ])('not %s and %s', (one, other) => {
    expect(areNear(one, other)).toBe(false);
  });

  test('words that differ in both edges are never near, so they need not be compared', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'é', '我', '😀'), minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(word, word, (one, other) => {
        const difference = edgesOf(one) ^ edgesOf(other);
        if (difference >>> 16 !== 0 && (difference & 0xffff) !== 0) expect(areNear(one, other)).toBe(false);
      }),
    );
  });

  test('words whose letters tell them apart are never near, so they need not be compared', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd', 'é', 's'), maxLength: 9 });
    const form = word.chain((one) =>
      fc.tuple(
        fc.constant(one),
        fc.oneof(
          word,
          fc.nat(9).map((at) => one.slice(0, at) + one.slice(at + 1)),
        ),
      ),
    );
    fc.assert(
      fc.property(form, ([one, other]) => {
        if (areNear(one, other)) expect(mayBeNear(lettersOf(one), lettersOf(other), 2)).toBe(true);
      }),
    );
  });
});
