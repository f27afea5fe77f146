import { describe, expect, test } from 'vitest';
import { joinQuestions } from '../../src/answers/follow-up.js';

const BEFORE = 'Who is the defense minister of Taiwan?';

describe('what was asked before', () => {
  test.each([
    'And when?',
    'What did he say about the visit?',
    'when',
    'What about the balloon over Carolina?',
    'Is that true of other ministers?',
  ])('is needed for "%s"', (question) => {
    expect(joinQuestions(question, { question: BEFORE })).toBe(`${question} ${BEFORE}`);
  });

  test.each(['What is the capital of France?', 'Who won the football World Cup?', 'chinese spy balloon'])(
    'is of no use for "%s"',
    (question) => {
      expect(joinQuestions(question, { question: BEFORE })).toBeUndefined();
    },
  );

  test.each([undefined, {}, { question: ' ' }, { articleId: 'visit' }])('may be missing: %j', (previous) => {
    expect(joinQuestions('And when?', previous)).toBeUndefined();
  });
});
