import fc from 'fast-check';
import { expect, test } from 'vitest';
import { refine } from '../../src/search/refine.js';
import { termsOf } from '../../src/text/terms.js';
import { makeArticle, makeSnapshot } from '../support/snapshots.js';

const PARAGRAPHS = [
  'The ferry sank in the harbour of the old town.',
  'The ferry sank in 1987, and nobody knows why it did.',
  'The ferry sank in the harbour, as everybody knows.',
];

async function order(question: string, scores: readonly number[]): Promise<number[]> {
  const snapshot = await makeSnapshot([
    makeArticle({ articleId: 'a', paragraphs: PARAGRAPHS }),
    makeArticle({ articleId: 'b', paragraphs: ['Another ferry, which never sank at all.'] }),
  ]);
  const candidates = scores.map((score, chunk) => ({ chunk, score }));
  return refine(snapshot, question, [...new Set(termsOf(question))], candidates).map(({ chunk }) => chunk);
}

test('of equals in one article the earlier paragraph comes first', async () => {
  expect(await order('Why did the ferry sink?', [1, 1, 1, 0])).toEqual([0, 1, 2, 3]);
});

test('the order of articles does not depend on where in them a paragraph stands', async () => {
  expect(await order('Why did the ferry sink?', [0.2, 0.2, 1, 0.95])).toEqual([2, 3, 0, 1]);
});

test('a paragraph with what is asked for passes a slightly better one without it', async () => {
  expect((await order('When did the ferry sink?', [1.05, 1, 1, 0]))[0]).toBe(1);
  expect((await order('Did the ferry of 1987 sink?', [1, 1, 1, 0]))[0]).toBe(1);
});

test('in a long question the word it asks with does not count', async () => {
  const long =
    'When the ferry sank off the harbour, passengers, sailors, captains, fishermen, soldiers, nurses, bakers, ' +
    'butchers, teachers, farmers, painters, dancers and miners swam: why?';
  expect((await order(long, [1.05, 1, 1, 0]))[0]).toBe(0);
});

test('no chunk is lost and the order follows the scores', async () => {
  const snapshot = await makeSnapshot([makeArticle({ articleId: 'a', paragraphs: PARAGRAPHS })]);
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 2, noNaN: true }), { maxLength: 3 }), (scores) => {
      const candidates = scores.map((score, chunk) => ({ chunk, score }));
      const refined = refine(snapshot, 'When did it sink?', ['sink'], candidates);
      expect(refined.map(({ chunk }) => chunk).toSorted()).toEqual(candidates.map(({ chunk }) => chunk));
      const order = refined.map(({ score }) => score);
      expect(order).toEqual(order.toSorted((a, b) => b - a));
    }),
  );
});
