import { describe, expect, test } from 'vitest';
import {
  answerTypeOf,
  hasOther,
  numbersOf,
  wordsOfType,
  type AnswerType,
} from '../../src/search/answer-type.js';
import { tokenize } from '../../src/text/terms.js';

test.each([
  ['How many people were hurt?', 'number'],
  ['how much did the visit cost', 'number'],
  ['When did he arrive?', 'time'],
  ['In which year was the treaty signed?', 'time'],
  ['Who opened the bridge?', 'person'],
  ['Where did they meet?', 'place'],
  ['What country lent the money?', 'place'],
  ['Why was the balloon shot down?', undefined],
  ['The whole town wondered', undefined],
])('%s asks for a %s', (question, type) => {
  expect(answerTypeOf(question)).toBe(type);
});

describe('a text holds', () => {
  test.each<[AnswerType, string, boolean]>([
    ['number', 'Nobody was hurt.', false],
    ['number', 'Some 40 were hurt.', true],
    ['number', 'Two dozen were hurt.', true],
    ['time', 'It may rain when they march.', false],
    ['time', 'It opened in May.', true],
    ['time', 'THEY MAY COME', false],
    ['time', 'It opened in 1999.', true],
    ['time', 'It opened on the 3rd.', true],
    ['person', 'The bridge was opened by the mayor.', false],
    ['person', 'The bridge was opened by Ada Lovelace.', true],
    ['person', 'Ada Lovelace opened it.', true],
    ['place', 'They met at noon.', false],
    ['place', 'They met in Oslo.', true],
  ])('a %s: "%s" %s', (type, text, expected) => {
    expect(wordsOfType(type, text, tokenize(text)).length > 0).toBe(expected);
  });
});

test('what the question names itself is not what it asks for', () => {
  expect(hasOther(['oslo'], new Set(['oslo']))).toBe(false);
  expect(hasOther(['oslo', 'bergen'], new Set(['oslo']))).toBe(true);
});

test('numbers are words with a digit in front', () => {
  expect(numbersOf(tokenize('In 2023 the G7 gave 1,500 euros'))).toEqual(['2023', '1500']);
});
