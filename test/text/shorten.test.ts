import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shortenAtWord } from '../../src/text/shorten.js';

test.each([
  ['short enough', 20, 'short enough'],
  ['  on\none   line ', 20, 'on one line'],
  ['China calls the visit dangerous', 21, 'China calls the…'],
  ['China calls the visit dangerous', 22, 'China calls the visit…'],
  ['one, two', 6, 'one…'],
  ['endlessword', 5, 'endl…'],
  ['😀😀😀', 4, '😀…'],
  ['a title… that was shortened', 10, 'a title…'],
  ['', 3, ''],
])('%j in %i characters is %j', (text, limit, expected) => {
  expect(shortenAtWord(text, limit)).toBe(expected);
});

test('is never longer than asked, and always the beginning of the text', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.integer({ min: 1, max: 40 }),
      (text, limit) => {
        const shortened = shortenAtWord(text, limit);
        expect(shortened.length).toBeLessThanOrEqual(limit);
        const line = text.replace(/\s+/gu, ' ').trim();
        expect(line === shortened || line.startsWith(shortened.slice(0, -1))).toBe(true);
      },
    ),
  );
});
