import { describe, expect, test } from 'vitest';
import { decline, type Asked } from '../../src/answers/asked.js';
import { mergeAnswers, splitQuestions } from '../../src/answers/several-questions.js';
import { passageOf } from '../support/passages.js';

describe('a text', () => {
  test('of two questions that stand by themselves is two', () => {
    expect(splitQuestions('Who arrived in Taiwan? Why was the balloon shot down?')).toEqual([
      'Who arrived in Taiwan?',
      'Why was the balloon shot down?',
    ]);
  });

  test.each([
    'Who arrived in Taiwan?',
    'who arrived in taiwan',
    'Who arrived in Taiwan? Why did he?',
    'The minister spoke on Friday. Who arrived in Taiwan?',
    'A ferry sank? A bridge fell? A tower burned? A mill closed? A well dried?',
    '',
  ])('is looked up as a whole: "%s"', (text) => {
    expect(splitQuestions(text)).toEqual([text]);
  });
});

function answered(confidence: number, ...paragraphs: number[]): Asked {
  const passages = paragraphs.map((paragraph) => passageOf('Text.', { paragraph, last: paragraph }));
  return { kind: 'answered', confidence, passages };
}
const declined: Asked = decline(0.2);

describe('a story', () => {
  const story =
    'My sister and I talked about the old harbour for a long time last night, and about ships. '.repeat(8);

  test('is left aside where it asks something that stands by itself', () => {
    const asked = 'Where was the spy balloon shot down?';
    expect(splitQuestions(`${story}${asked} Thank you for reading all of this.`)).toEqual([asked]);
  });

  test('gives the sentence before it to a question that says little by itself', () => {
    const asked = 'Damar Hamlin was taken to a hospital. What team does he play for?';
    expect(splitQuestions(`${story}${asked}`)).toEqual([asked]);
  });

  test('that asks nothing is looked up whole', () => {
    expect(splitQuestions(story)).toEqual([story]);
  });
});

describe('answers', () => {
  test('take turns, best passages first, no paragraph twice', () => {
    const merged = mergeAnswers([answered(0.7, 1, 2, 3), answered(0.9, 2, 8)]);
    expect(merged).toMatchObject({
      confidence: 0.9,
      passages: [{ paragraph: 1 }, { paragraph: 2 }, { paragraph: 8 }],
    });
  });

  test('of which one is declined are the other one', () => {
    const one = answered(0.7, 1, 2);
    expect(mergeAnswers([declined, one])).toBe(one);
    expect(mergeAnswers([one])).toBe(one);
  });

  test('that are all declined are the one that came closest', () => {
    const closer: Asked = { ...declined, confidence: 0.3 };
    expect(mergeAnswers([declined, closer])).toBe(closer);
  });
});

function withFurther(answer: Asked, ...paragraphs: number[]): Asked {
  const further = paragraphs.map((paragraph) => passageOf('Text.', { paragraph, last: paragraph }));
  const evidence = { cosine: 1, lexical: 1, nearby: 0, missing: 0, terms: 2, chunks: 9 };
  return {
    ...answer,
    details: {
      generation: 1,
      model: 'm',
      evidence,
      sum: 1.1,
      threshold: 0.9,
      further: () => further,
      hasFurther: true,
    },
  };
}

test('what came next is that of all questions in turn, without what is shown', () => {
  const merged = mergeAnswers([
    withFurther(answered(0.7, 1, 2), 5, 6),
    withFurther(answered(0.9, 3, 4), 6, 1),
  ]);
  expect(merged).toMatchObject({ passages: [{ paragraph: 1 }, { paragraph: 3 }, { paragraph: 2 }] });
  expect(merged.details?.further().map(({ paragraph }) => paragraph)).toEqual([4, 5, 6]);
});
