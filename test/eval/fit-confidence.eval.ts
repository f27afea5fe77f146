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
import { confidenceAt, confidenceOf, distanceOf, type ConfidenceShape } from '../../src/answers/declining.js';
import { THRESHOLDS } from '../../src/answers/thresholds.js';
import { search } from '../../src/search/search.js';
import { indexArticles } from './collections.js';
import { drawReliability, groupByConfidence, type Judged } from './reliability.js';
import { hasSet, readSet } from './sets.js';
import { CachedVectors } from './vectors.js';

const SETS = ['realtimeqa', 'newsqa', 'multihoprag-evidence'];
const ANSWERABLE_SHARE = 2 / 3;
/** No chance is smaller. */
const TINY = 1e-9;
const DIAGRAM = path.resolve(import.meta.dirname, '../../docs/confidence.svg');

interface Example extends Judged {
  readonly distance: number;
}

let vectors: CachedVectors;
beforeAll(async () => {
  vectors = await CachedVectors.open();
});
afterAll(() => vectors.close());

test('the confidence is the one that the sets give', async ({ skip }) => {
  if (!SETS.every(hasSet)) skip('the public sets are not on this machine');
  const examples: Example[] = [];
  for (const name of SETS) examples.push(...(await observe(name)));
  const fitted = fit(examples);
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
  expect(THRESHOLDS.confidence).toEqual(fitted);
});

const dontWait = (): Promise<void> => Promise.resolve();

/** The product's own rule: the threshold of the collection, found by asking it. */
async function observe(name: string): Promise<Example[]> {
  const { articles, questions } = await readSet(name);
  const snapshot = await indexArticles(articles, vectors);
  const embedQuestion = async (text: string) =>
    (await vectors.of('question', [text]))[0] ?? new Float32Array(snapshot.dimensions);
  const line = await calibrate(
    snapshot,
    { embedQuestion },
    { points: [], isMeasured: true, pause: dontWait },
  );
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

/** The shape with the least log loss, of all in steps: whole numbers, and thousandths for the shift. */
function fit(examples: readonly Example[]): ConfidenceShape {
  const [lower, upper] = [examples.filter(isBelow), examples.filter((one) => !isBelow(one))];
  const shapes = steps(0, 60).flatMap((thousandths) =>
    steps(10, 150).map((below) => ({ below, shift: thousandths / 1000, above: 0 })),
  );
  const { below, shift } = best(shapes, lower);
  const { above } = best(
    steps(10, 200).map((step) => ({ below, shift, above: step })),
    upper,
  );
  return { below, shift, above };
}

const isBelow = ({ distance }: Example): boolean => distance < 0;

function steps(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, at) => from + at);
}

function best(shapes: readonly ConfidenceShape[], examples: readonly Example[]): ConfidenceShape {
  const losses = shapes.map((shape) =>
    examples.reduce((sum, { distance, isTrue, weight }) => {
      const confidence = confidenceAt(distance, shape);
      return sum - weight * Math.log(Math.max(isTrue ? confidence : 1 - confidence, TINY));
    }, 0),
  );
  const at = losses.indexOf(Math.min(...losses));
  return shapes[at] ?? { below: 0, shift: 0, above: 0 };
}
