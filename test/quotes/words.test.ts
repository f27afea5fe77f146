import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mayJoin, readWords, wordKey } from '../../src/quotes/words.js';

function keys(text: string): string[] {
  return [...readWords(text)].map(({ key }) => key);
}

describe('readWords', () => {
  test.each([
    ['Well-known “facts”, 1,237 of them', ['well', 'known', 'facts', '1237', 'of', 'them']],
    ['[n]othing in the U.S. House', ['nothing', 'in', 'the', 'us', 'house']],
    ['$5 or 5% of 1.5 million', ['$5', 'or', '5%', 'of', '1.5', 'million']],
    ['the 9/11 attacks', ['the', '9', '11', 'attacks']],
    ['我们不能', ['我', '们', '不', '能']],
    ['نمی‌خواهم بروم', ['نمیخواهم', 'بروم']],
    ['… — “”', []],
    ['', []],
  ])('%s', (text, expected) => {
    expect(keys(text)).toEqual(expected);
  });

  test('words stand where they say, in order, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
        let end = 0;
        for (const word of readWords(text)) {
          expect(word.start).toBeGreaterThanOrEqual(end);
          expect(wordKey(text.slice(word.start, word.end))).toBe(word.key);
          end = word.end;
        }
        expect(end).toBeLessThanOrEqual(text.length);
      }),
    );
  });

  test('a part of a text is read with the offsets of the whole', () => {
    expect([...readWords('one two three', 4, 7)]).toEqual([{ start: 4, end: 7, key: 'two' }]);
  });
});

describe('the key of a word', () => {
  test.each([
    ['Don’t', "don't"],
    ['Café', 'CAFÉ'.normalize('NFD')],
    ['ﬁve', 'five'],
    ['re\u00ADsume', 'resume'],
    ['hour’s', 'hours'],
    ['علي', 'علی'],
  ])('%s is the same word as %s', (one, other) => {
    expect(wordKey(one)).toBe(wordKey(other));
  });

  test.each([
    ["we're", 'were'], // without the apostrophe it is another word
    ['résumé', 'resume'],
    ['1.5', '15'],
    ['policy', 'policies'],
    ['$5', '€5'],
  ])('%s is another word than %s', (one, other) => {
    expect(wordKey(one)).not.toBe(wordKey(other));
  });
});

test.each([
  ['under', '-', 'age', true],
  ['a', ' ', 'part', false],
  ['9', '/', '11', false],
  ['می', ' ', 'خواهم', true],
])('%s%s%s is one word: %s', (left, between, right, expected) => {
  expect(mayJoin(left, between, right)).toBe(expected);
});
