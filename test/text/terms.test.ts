import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { termOf, termsOf, tokenize } from '../../src/text/terms.js';
import { hostileText } from '../support/hostile-text.js';

const foldedOf = (text: string): string[] => tokenize(text).map(({ folded }) => folded);

describe('tokenize', () => {
  test.each([
    ['The U.S. Navy', ['the', 'us', 'navy']],
    ['US-China', ['us', 'china']],
    ["Taiwan’s and China's", ['taiwan', 'and', 'china']],
    ["doesn't o'clock", ['doesnt', 'oclock']],
    ['900,000 people, 1,250,000 more', ['900000', 'people', '1250000', 'more']],
    ['3.5 is not 35, nor 3,5', ['3.5', 'is', 'not', '35', 'nor', '3,5']],
    ['Café CAFE\u0301 ﬁfth', ['cafe', 'cafe', 'fifth']],
    ['co\u00ADoperate', ['cooperate']],
    ['COVID-19', ['covid', '19']],
    ['snake_case', ['snake', 'case']],
    ['… — “”', []],
    ['', []],
  ])('%j', (text, expected) => {
    expect(foldedOf(text)).toEqual(expected);
  });

  test('a word of plain letters is folded as all others are', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-zA-Z]{1,12}$/u), (word) => {
        // The same word with a mark that folding takes away.
        expect(foldedOf(word)).toEqual(foldedOf(`${word}\u0301`));
      }),
    );
  });

  test('letters that only look plain in small or large are folded as before', () => {
    expect(foldedOf('\u212Aelvin \u017Fore')).toEqual(['kelvin', 'sore']);
  });

  test('tokens stand where they say, in order, and nothing between them is a word', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        let behind = 0;
        for (const { start, end, folded } of tokenize(text)) {
          expect(start).toBeGreaterThanOrEqual(behind);
          expect(folded).not.toBe('');
          expect(text.slice(behind, start)).not.toMatch(/[\p{L}\p{N}]/u);
          expect(folded).toBe(tokenize(text.slice(start, end))[0]?.folded);
          behind = end;
        }
      }),
    );
  });
});

describe('termsOf', () => {
  test('words of one stem have one term', () => {
    expect(new Set(termsOf('official officials'))).toHaveLength(1);
    expect(new Set(termsOf('visit visited visiting visits'))).toHaveLength(1);
  });

  test('irregular forms have the term of their word', () => {
    expect(new Set(termsOf('shoot shot shooting'))).toHaveLength(1);
    expect(new Set(termsOf('Women’s woman'))).toHaveLength(1);
  });

  test('stop words and the verbs of asking have none; repetitions stay', () => {
    expect(termsOf('Who is it that said: tell me about the balloon, the balloon?')).toEqual([
      'balloon',
      'balloon',
    ]);
  });

  test('the country is not the pronoun of a stop-word list', () => {
    expect(termsOf('the U.S. and the US')).toEqual(['us', 'us']);
  });

  test('is the same every time, and no stranger than its token', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(termsOf(text)).toEqual(tokenize(text).flatMap(({ folded }) => termOf(folded) ?? []));
      }),
    );
  });

  test('names of an object’s own properties are words like others', () => {
    expect(termsOf('constructor prototype')).toHaveLength(2);
  });
});
