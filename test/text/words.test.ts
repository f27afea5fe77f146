import fc from 'fast-check';
import { expect, test } from 'vitest';
import { listWords, WORD } from '../../src/text/words.js';
import { hostileText } from '../support/hostile-text.js';

/** The twin: the expression alone. */
const listPlainly = (text: string): string[] =>
  [...text.matchAll(new RegExp(WORD.source, WORD.flags))].map(([word]) => word);

const PIECES = [
  'a',
  'Bc',
  '9',
  '.',
  ',',
  "'",
  '’',
  'é',
  '\u0301',
  '\u00AD',
  '\u200C',
  '—',
  ' ',
  '-',
  '_',
  '🙂',
  '٣',
];
const pieces = fc.array(fc.constantFrom(...PIECES, '\uD83D', 'U.S.', '3.5', '2,000'), { maxLength: 12 });

test('are those that the expression finds', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        hostileText,
        pieces.map((list) => list.join('')),
      ),
      (text) => {
        expect(listWords(text)).toEqual(listPlainly(text));
      },
    ),
    { numRuns: 2000 },
  );
});

test.each([
  ['The U.S. Navy', ['The', 'U.S.', 'Navy']],
  ['3rd.5 and A.B', ['3rd', '5', 'and', 'A', 'B']],
  ["O'Brien's 'quoted'", ["O'Brien's", 'quoted']],
  ['naïve1,000', ['naïve1', '000']],
])('%j', (text, expected) => {
  expect(listWords(text)).toEqual(expected);
});
