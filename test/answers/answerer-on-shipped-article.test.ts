/** What readers do behind an answer, with the real model and a real re-index of the shipped article. */
import { describe, expect, test } from 'vitest';
import type { Answerer } from '../../src/answers/answer.js';
import type { Passage } from '../../src/answers/passage.js';
import { sharedShippedAnswerer } from '../support/shipped-answerer.js';
import { readShippedArticle } from '../support/shipped-article.js';

const ID = '000_34c1936e83dafbf4';
const { paragraphs } = readShippedArticle();

const answerer = sharedShippedAnswerer();

async function ask(...question: Parameters<Answerer['ask']>): Promise<readonly Passage[]> {
  const answer = await answerer().ask(...question);
  return answer.kind === 'answered' ? answer.passages : [];
}

describe('a follow-up', () => {
  test.each([
    ['Who is the chief supplier of arms to Taiwan?', 'Does it have formal ties with the island?', 12],
    ['Where was the Chinese spy balloon shot down?', 'and when', 9],
    ['When did Pelosi visit Taipei?', 'How did they answer that?', 11],
    ['Which lawmaker announced the trip of the delegation?', 'What is its aim?', 14],
    ['Who are the members of the delegation?', 'Which of them are Republicans?', 15],
  ])('to "%s": "%s" is answered from paragraph %i', async (question, next, paragraph) => {
    const passages = await ask(next, { previous: { question, articleId: ID } });
    expect(passages.some((one) => one.paragraph <= paragraph && paragraph <= one.last)).toBe(true);
  });

  test.each([
    'Who wrote Pride and Prejudice?',
    'How tall is Mount Everest?',
    'And who wrote Pride and Prejudice?',
  ])('about something else is declined: "%s"', async (next) => {
    expect(await ask(next, { previous: { question: 'Who is Michael Chase?', articleId: ID } })).toEqual([]);
  });
});

test('an answer names its generation and model, and what came next: each paragraph once', async () => {
  const answer = await answerer().ask('Which Pentagon official has arrived in Taiwan?');
  if (answer.kind !== 'answered') throw new Error('It was not answered.');
  expect(answer.details).toMatchObject({ generation: 1, model: 'e5-small-v2', evidence: { chunks: 21 } });
  const further = answer.details?.further() ?? [];
  const numbers = [...answer.passages, ...further].flatMap(({ paragraph, last }) =>
    Array.from({ length: last - paragraph + 1 }, (_, at) => paragraph + at),
  );
  expect(further).toHaveLength(12);
  expect(answer.details?.hasFurther).toBe(true);
  expect(new Set(numbers).size).toBe(numbers.length);
});

test('what was shown is found again, with its highlights and its context', async () => {
  for (const passage of await ask('Where was the Chinese spy balloon shot down?')) {
    const reference = answerer().referToShown(passage);
    const { answering: _, ...shown } = passage;
    expect(answerer().findShown(reference)).toEqual({ kind: 'found', passage: shown });
    expect(answerer().findContext(reference, 1)).toMatchObject({ kind: 'found' });
  }
});

test('every paragraph is cited byte for byte, and its permalink leads back to it', () => {
  for (const { number, text } of paragraphs) {
    const cited = answerer().cite(ID, number);
    if (cited.kind !== 'cited') throw new Error(`Paragraph ${number}: ${cited.kind}`);
    expect(cited.passage.text).toBe(text);
    expect(answerer().followPermalink(cited.permalink)).toMatchObject({
      kind: 'unchanged',
      passage: { text },
    });
  }
});

describe('a topic', () => {
  test.each(['balloon', 'Michael Chase', 'coercive diplomacy', 'war games'])(
    '"%s" has passages',
    async (topic) => {
      const found = await answerer().newOn(topic, {});
      const texts = found.kind === 'found' ? found.passages.map(({ text }) => text.toLowerCase()) : [];
      expect(texts.length).toBeGreaterThan(0);
      expect(texts.some((text) => text.includes(topic.toLowerCase()))).toBe(true);
    },
  );

  test.each(['football', 'Champions League', 'interest rates', 'volcano', 'Super Bowl'])(
    '"%s" has none',
    async (topic) => {
      expect(await answerer().newOn(topic, {})).toMatchObject({ kind: 'found', passages: [] });
    },
  );

  test('has no timeline where the only article has no date', async () => {
    expect(await answerer().timeline('balloon')).toEqual({ kind: 'declined', undated: 1 });
    expect(await answerer().timeline('volcano')).toEqual({ kind: 'declined', undated: 0 });
  });
});
