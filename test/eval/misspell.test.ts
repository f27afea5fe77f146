import { expect, test } from 'vitest';
import { misspellNames } from '../../src/eval/misspell.js';
import { damerau } from '../support/damerau.js';

const QUESTION = 'Which envoy did Michael Chase meet in Taipei in 2023?';

test('every name has one slip, and nothing else has', () => {
  for (let id = 0; id < 200; id++) {
    const words = misspellNames(QUESTION, String(id)).split(' ');
    expect(words.map((word, at) => damerau(word, QUESTION.split(' ')[at] ?? ''))).toEqual([
      0, 0, 0, 1, 1, 0, 0, 1, 0, 0,
    ]);
  }
});

test('a slip is the same in each run', () => {
  expect(misspellNames(QUESTION, 'a')).toBe(misspellNames(QUESTION, 'a'));
  expect(misspellNames(QUESTION, 'a')).not.toBe(misspellNames(QUESTION, 'b'));
});

test('words of asking, short names and abbreviations stay', () => {
  const question = 'Who is the US envoy that Amy of CNN met?';
  expect(misspellNames(question, 'a')).toBe(question);
});
