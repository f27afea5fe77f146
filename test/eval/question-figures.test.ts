import { expect, test } from 'vitest';
import { compareQuestions, measureQuestions } from '../../src/eval/question-figures.js';
import type { QuestionResult } from '../../src/eval/question-run.js';

/** A question that article "a" answers with "red", and what the product made of it. */
function result(id: string, overrides: Partial<QuestionResult> = {}, answerable = true): QuestionResult {
  return {
    query: { id, question: '?', answers: answerable ? ['Red'] : [], relevant: answerable ? ['a'] : [], answerable, specific: true },
    ranked: [passage('b', 'It is red.'), passage('a', 'No colour.'), passage('a', 'It was red.')],
    answer: {},
    isAnswered: answerable,
    isShown: answerable,
    confidence: answerable ? 0.9 : 0.2,
    isHighlightRight: answerable ? true : undefined,
    milliseconds: { embedding: 1, search: 2, whole: 3 },
    ...overrides,
  };
} // prettier-ignore

function passage(articleId: string, text: string) {
  return { articleId, paragraph: 1, text, score: 1 };
}

test('an article counts by its best passage, an answer only in the article that gives it', () => {
  const { figures } = measureQuestions([result('1'), result('2', {}, false)]);
  expect(figures).toMatchObject({
    questions: 2,
    'nDCG@10': 1 / Math.log2(3),
    MRR: 0.5,
    'answer@1': 0,
    'answer@3': 1,
    'answer@5': 1,
    'answer shown': 1,
    'highlight top-1': 1,
    AUROC: 1,
    'answered of answerable': 1,
    'answered of unanswerable': 0,
    'p50 whole ms': 3,
  });
});

test('what a set cannot tell is not a number, and has no interval', () => {
  const { figures, intervals } = measureQuestions([result('1')]);
  expect(figures['AUROC']).toBeNaN();
  expect(intervals).not.toHaveProperty('AUROC');
  expect(intervals).toHaveProperty('MRR', { low: 0.5, high: 0.5 });
});

test('runs are compared question by question', () => {
  const before = measureQuestions(['1', '2', '3', 'gone'].map((id) => result(id))).queries;
  const better = { ranked: [passage('a', 'Red.')] };
  const after = measureQuestions(['new', '1', '2', '3'].map((id) => result(id, better))).queries;
  expect(compareQuestions(before, after)).toMatchObject({
    MRR: { low: 0.5, high: 0.5 },
    'answer@1': { low: 1, high: 1 },
    'answered of answerable': { low: 0, high: 0 },
  });
});
