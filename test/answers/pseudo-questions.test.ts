import { expect, test } from 'vitest';
import { makePseudoQuestions } from '../../src/answers/pseudo-questions.js';
import { termsOf } from '../../src/text/terms.js';
import { manyArticles } from '../support/many-articles.js';
import { makeArticle, makeSnapshot } from '../support/snapshots.js';

test('questions are made of words of the articles that are left out for them', async () => {
  const snapshot = await manyArticles();
  const questions = [...makePseudoQuestions(snapshot, 200)];
  expect(questions).toHaveLength(200);
  for (const { text, articles } of questions) {
    const known = new Set([...articles].flatMap((at) => termsOf(snapshot.articles[at]?.text ?? '')));
    expect(termsOf(text).filter((term) => !known.has(term))).toEqual([]);
    expect(text).toMatch(/^[A-Z][a-z]+ .+\?$/u);
  }
});

test('they are short and long, and of one article or several', async () => {
  const questions = [...makePseudoQuestions(await manyArticles(), 200)];
  const lengths = questions.map(({ text }) => termsOf(text).length);
  expect(Math.min(...lengths)).toBeLessThanOrEqual(3);
  expect(Math.max(...lengths)).toBeGreaterThanOrEqual(15);
  expect(new Set(questions.map(({ articles }) => articles.size))).toContain(1);
  expect(Math.max(...questions.map(({ articles }) => articles.size))).toBeGreaterThan(2);
});

test('they are the same for the same snapshot', async () => {
  const snapshot = await manyArticles();
  expect([...makePseudoQuestions(snapshot, 20)]).toEqual([...makePseudoQuestions(snapshot, 20)]);
});

test('articles without a word make none', async () => {
  const snapshot = await makeSnapshot([makeArticle({ articleId: 'a', paragraphs: [] })]);
  expect([...makePseudoQuestions(snapshot, 5)]).toEqual([]);
});
