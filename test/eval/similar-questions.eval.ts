/**
 * Cosines of questions: pairs of one article with the same answer ask for the same, pairs with other answers do not. Prints
 * which share of each kind is as near as a threshold; judges nothing.
 */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dotAt } from '../../src/search/cosine.js';
import { hasSet, readSet, type SetQuestion } from './sets.js';
import { CachedVectors } from './vectors.js';

const THRESHOLDS = [0.86, 0.88, 0.9, 0.92, 0.94];

let vectors: CachedVectors;
beforeAll(async () => {
  vectors = await CachedVectors.open();
});
afterAll(() => vectors.close());

test.for(['newsqa', 'realtimeqa'])('questions of %s', async (name, { skip }) => {
  if (!hasSet(name)) skip('the public sets are not on this machine');
  const { questions } = await readSet(name);
  const made = await vectors.of(
    'question',
    questions.map(({ question }) => question),
  );
  const cosines: Record<Kind, number[]> = { same: [], 'same article': [], other: [] };
  for (const [at, one] of questions.entries()) {
    for (let n = 0; n < at; n++) {
      const [other, left, right] = [questions[n], made[at], made[n]];
      if (other === undefined || left === undefined || right === undefined) continue;
      if (one.question !== other.question) cosines[kindOf(one, other)].push(dotAt(left, 0, right));
    }
  }
  for (const [kind, list] of Object.entries(cosines)) {
    const shares = THRESHOLDS.map((least) => `${least}: ${share(list, least)}`);
    console.log(name, kind, list.length, ...shares);
  }
  expect(cosines.other.length).toBeGreaterThan(0);
});

type Kind = 'same' | 'same article' | 'other';

function kindOf(one: SetQuestion, other: SetQuestion): Kind {
  if (one.relevant[0] === undefined || one.relevant[0] !== other.relevant[0]) return 'other';
  const [answer, second] = [one, other].map(({ answers: [first = ''] }) =>
    first.toLowerCase().replace(/\W+/gu, ' ').trim(),
  );
  return answer !== '' && answer === second ? 'same' : 'same article';
}

function share(list: readonly number[], least: number): string {
  return (list.filter((cosine) => cosine >= least).length / Math.max(1, list.length)).toFixed(4);
}
