/**
 * Fits how the confidence changes around the threshold, prints what the confidences are worth, and draws it: `docs/confidence.svg`.
 *
 * Every set counts the same, and in each two questions of three count as answerable: the sets have five of six, a server where
 * anybody asks anything has fewer. Near misses are left out, because the evidence hardly tells them from answers.
 */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { calibrate } from '../../src/answers/calibrate.js';
import { confidenceOf, distanceOf } from '../../src/answers/declining.js';
import { THRESHOLDS } from '../../src/answers/thresholds.js';
import { search } from '../../src/search/search.js';
import { indexArticles } from './collections.js';
import { drawReliability, groupByConfidence, type Judged } from './reliability.js';
import { hasSet, readSet } from './sets.js';
import { CachedVectors } from './vectors.js';

const SETS = ['realtimeqa', 'newsqa', 'multihoprag-evidence'];
const ANSWERABLE_SHARE = 2 / 3;
const STEEPEST = 200;
const DIAGRAM = path.resolve(import.meta.dirname, '../../docs/confidence.svg');

interface Example extends Judged {
  readonly distance: number;
}

let vectors: CachedVectors;
beforeAll(async () => {
  vectors = await CachedVectors.open();
});
afterAll(() => vectors.close());

test('the steepness is the one that the sets give', async ({ skip }) => {
  if (!SETS.every(hasSet)) skip('the public sets are not on this machine');
  const examples: Example[] = [];
  for (const name of SETS) examples.push(...(await observe(name)));
  const fitted = {
    below: fit(examples.filter(({ distance }) => distance < 0)),
    above: fit(examples.filter(({ distance }) => distance >= 0)),
  };
  const asAsked = examples.map((one) => ({ ...one, weight: 1 }));
  console.log('Two of three answerable');
  console.table(groupByConfidence(examples));
  console.log('As the sets are');
  console.table(groupByConfidence(asAsked));
  console.log('For src/answers/thresholds.ts:', fitted);
  await writeFile(
    DIAGRAM,
    drawReliability([
      { name: 'two of three answerable', bins: groupByConfidence(examples) },
      { name: 'as the sets are: five of six', bins: groupByConfidence(asAsked) },
    ]),
  );
  expect(THRESHOLDS.steepness).toEqual(fitted);
});

/** The product's own rule: the threshold of the collection, found by asking it. */
async function observe(name: string): Promise<Example[]> {
  const { articles, questions } = await readSet(name);
  const snapshot = await indexArticles(articles, vectors);
  const embedQuestion = async (text: string) =>
    (await vectors.of('question', [text]))[0] ?? new Float32Array(snapshot.dimensions);
  const line = await calibrate(snapshot, { embedQuestion }, { points: [], pause: () => Promise.resolve() });
  const answerable = questions.filter((one) => one.answerable).length;
  const examples: Example[] = [];
  for (const { question: text, answerable: isTrue } of questions) {
    const { evidence } = search(snapshot, { text, vector: await embedQuestion(text) }, 1);
    const weight = isTrue
      ? ANSWERABLE_SHARE / answerable
      : (1 - ANSWERABLE_SHARE) / (questions.length - answerable);
    const [distance, confidence] = [distanceOf(evidence, line), confidenceOf(evidence, line)];
    examples.push({ distance, confidence, isTrue, weight });
  }
  return examples;
}

/** The whole number with the least log loss. */
function fit(examples: readonly Example[]): number {
  let best = 1;
  let least = Number.POSITIVE_INFINITY;
  for (let steepness = 1; steepness <= STEEPEST; steepness++) {
    const loss = examples.reduce(
      (sum, { distance, isTrue, weight }) =>
        sum + weight * Math.log1p(Math.exp((isTrue ? -1 : 1) * steepness * distance)),
      0,
    );
    if (loss < least) [best, least] = [steepness, loss];
  }
  return best;
}
