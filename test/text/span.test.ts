import { expect, test } from 'vitest';
import { trimSpan } from '../../src/text/span.js';

test.each([
  ['  word ', 0, 7, 2, 6],
  ['word', 0, 4, 0, 4],
  ['a \u00A0\u200B\uFEFF', 0, 5, 0, 1],
  ['one two', 3, 7, 4, 7],
])('%j from %i to %i', (text, start, end, from, to) => {
  expect(trimSpan(text, { start, end })).toEqual({ start: from, end: to });
});

test('a span of nothing but white space is empty', () => {
  const { start, end } = trimSpan('a \n b', { start: 1, end: 4 });
  expect(start).toBe(end);
});
