import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { groupSimilar } from '../../src/answers/similar-questions.js';
import { sharedEmbedder } from '../support/embedder.js';
import { wordVector } from '../support/snapshots.js';

const embedder = sharedEmbedder();
const words = { embedQuestion: (text: string) => Promise.resolve(wordVector(text)) };

describe('questions', () => {
  test('that ask for the same are one group, those asked most often first', async () => {
    const groups = await groupSimilar(embedder, [
      'When will the new bridge open?',
      "Who won this season's Celebrity Apprentice?",
      'when does the new bridge open',
      'What is the price of bread?',
      'Who wins this season\'s "Celebrity Apprentice"?',
      'When is the new bridge going to be opened?',
    ]);
    expect(groups.map(({ members }) => members)).toEqual([[0, 2, 5], [1, 4], [3]]);
    expect(groups.map(({ count }) => count)).toEqual([3, 2, 1]);
  });

  test('about one subject stay apart when they ask for other things', async () => {
    const groups = await groupSimilar(embedder, [
      'How old is Nancy Pelosi?',
      'Where did Nancy Pelosi go to school?',
      'What is the population of Taiwan?',
    ]);
    expect(groups).toHaveLength(3);
  });

  test('of none there are no groups', async () => {
    expect(await groupSimilar(words, [])).toEqual([]);
  });
});

test('each question is in one group, which one of its own questions stands for', async () => {
  const question = fc
    .array(fc.constantFrom('balloon', 'minister', 'bridge', 'price', 'when', ''), { maxLength: 4 })
    .map((list) => list.join(' '));
  await fc.assert(
    fc.asyncProperty(fc.array(question, { maxLength: 12 }), async (questions) => {
      const groups = await groupSimilar(words, questions);
      expect(groups.flatMap(({ members }) => members).toSorted((a, b) => a - b)).toEqual([
        ...questions.keys(),
      ]);
      for (const { representative, members, count } of groups) {
        expect(members.map((at) => questions[at])).toContain(representative);
        expect(count).toBe(members.length);
      }
      expect(await groupSimilar(words, questions)).toEqual(groups);
    }),
  );
});
