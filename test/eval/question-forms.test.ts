import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { EvalSet, QuestionQuery } from '../../src/eval/eval-set.js';
import { QUESTION_FORMS, isQuestionForm, reformQuestions } from '../../src/eval/question-forms.js';

function ask(id: string, question: string, relevant: readonly string[] = []): QuestionQuery {
  return { id, question, answers: ['red'], relevant: [...relevant], answerable: relevant.length > 0, specific: true };
} // prettier-ignore

const SET: EvalSet = {
  name: 'set',
  articles: [
    { id: 'a', title: 'Bridge opens', source: '', text: '' },
    { id: 'b', title: '', source: '', text: '' },
    { id: 'c', title: 'Bridge opens ', source: '', text: '' },
  ],
  quotations: [],
  questions: [
    ask('1', 'Who opened the Red Bridge?', ['a']),
    ask('2', 'When did Ada Lovelace say so ?', ['b']),
    ask('3', 'How high is the moon?'),
  ],
};

function asked(form: string): string[] {
  if (!isQuestionForm(form)) throw new Error(`${form} is no form`);
  return reformQuestions(SET, form).questions.map(({ question }) => question);
}

test.each([
  ['unmarked', ['Who opened the Red Bridge', 'When did Ada Lovelace say so', 'How high is the moon']],
  ['lower', ['who opened the red bridge', 'when did ada lovelace say so', 'how high is the moon']],
  ['keywords', ['opened Red Bridge', 'Ada Lovelace', 'high moon']],
  ['headline', ['Bridge opens']],
  ['two', ['Who opened the Red Bridge? When did Ada Lovelace say so?', 'When did Ada Lovelace say so? Who opened the Red Bridge?']],
])('%s', (form, questions) => {
  expect(asked(form)).toEqual(questions);
}); // prettier-ignore

test('of a headline every article under it is right', () => {
  expect(reformQuestions(SET, 'headline').questions).toMatchObject([{ relevant: ['a', 'c'], answers: [] }]);
});

test('a long question is nearly as long as one may be, and ends with what is asked', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 500 }), (question) => {
      const long = reformQuestions({ ...SET, questions: [ask('1', question)] }, 'long').questions[0]
        ?.question;
      expect(long?.endsWith(question)).toBe(true);
      expect(long?.length).toBeGreaterThan(1800);
      expect(long?.length).toBeLessThanOrEqual(2000);
    }),
  );
});

test('only forms that there are have a name', () => {
  expect(QUESTION_FORMS.filter(isQuestionForm)).toEqual(QUESTION_FORMS);
  expect(isQuestionForm('toString')).toBe(false);
});
