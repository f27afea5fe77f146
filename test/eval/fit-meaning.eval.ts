/**
 * Fits when a quotation in other words leaves something out or adds something (`THRESHOLDS.meaning`), on the pairs of
 * mrpc-paraphrase, by what the product compares; prints it with what it reaches in tenfold cross-validation, and writes nothing.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { groupBy, mean, shareOf } from '../../src/eval/statistics.js';
import { checkQuotation } from '../../src/quotes/check-quotation.js';
import { isReversed } from '../../src/quotes/meaning-of-match.js';
import { THRESHOLDS } from '../../src/quotes/thresholds.js';
import type { Verdict } from '../../src/quotes/verdict.js';
import { isThere, readArticles, SETS } from '../quotes/quotation-sets.js';
import { fakeEmbedder } from '../support/embedder.js';
import { makeSnapshot } from '../support/snapshots.js';
import { fitLogistic } from './logistic.js';
import { createRandom } from './random.js';
import { CachedVectors } from './vectors.js';

const SET = 'mrpc-paraphrase';
const FOLDS = 10;
const ROUNDS = 10;
const querySchema = z.object({ quote: z.string(), expected: z.enum(['paraphrased', 'not_equivalent']) });

interface Pair {
  readonly isSame: boolean;
  readonly verdict: Verdict;
  /** What the product weighed; undefined where it compared nothing. */
  readonly evidence: readonly number[] | undefined;
  readonly isReversed: boolean;
}

async function readPairs(): Promise<Pair[]> {
  const vectors = await CachedVectors.open();
  try {
    const embedQuestion = async (text: string) => (await vectors.of('question', [text]))[0] ?? new Float32Array(384);
    const embedder = { ...fakeEmbedder(), embedQuestion };
    const snapshot = await makeSnapshot(readArticles(SET));
    const lines = readFileSync(path.join(SETS, SET, 'queries.jsonl'), 'utf8').trim().split('\n');
    const pairs: Pair[] = [];
    for (const { quote, expected } of lines.map((line) => querySchema.parse(JSON.parse(line)))) {
      const { verdict, meaning, matches } = await checkQuotation(snapshot, quote, embedder);
      const evidence = meaning?.evidence;
      pairs.push({ isSame: expected === 'paraphrased', verdict, evidence, isReversed: matches.some(isReversed) });
    }
    return pairs;
  } finally {
    await vectors.close();
  }
} // prettier-ignore

/** Both judgements count alike, however many pairs of each are found. */
function fit(pairs: readonly Pair[]): number[] {
  const counts = [true, false].map((is) => pairs.filter(({ isSame }) => isSame === is).length);
  return fitLogistic(
    pairs.flatMap(({ isSame, evidence }) =>
      evidence === undefined
        ? []
        : [{ features: evidence, isTrue: isSame, weight: 1 / (counts[isSame ? 0 : 1] ?? 1) }],
    ),
  );
}

function isCalledSame(
  { verdict, evidence, isReversed }: Pair,
  [intercept = 0, ...weights]: readonly number[],
) {
  if (evidence === undefined) return verdict !== 'not-found';
  return !isReversed && evidence.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), intercept) > 0;
}

function balanced(judged: readonly { readonly pair: Pair; readonly is: boolean }[]): number {
  return mean(
    [true, false].map((isSame) =>
      shareOf(judged.filter(({ pair }) => pair.isSame === isSame), ({ is }) => is === isSame),
    ),
  );
} // prettier-ignore

function crossValidate(pairs: readonly Pair[], random: ReturnType<typeof createRandom>): number {
  const shuffled = pairs.map((pair) => ({ pair, order: random.next() })).toSorted((a, b) => a.order - b.order);
  const judged = Array.from({ length: FOLDS }, (_, fold) => {
    const weights = fit(shuffled.flatMap(({ pair }, at) => (at % FOLDS === fold ? [] : [pair])));
    return shuffled.flatMap(({ pair }, at) => (at % FOLDS === fold ? [{ pair, is: isCalledSame(pair, weights) }] : []));
  });
  return balanced(judged.flat());
} // prettier-ignore

test('the weights for what is left out or added are those that the pairs give', async ({ skip }) => {
  if (!isThere(SET)) skip('the public set is not on this machine');
  const pairs = await readPairs();
  const random = createRandom(5);
  const rounds = Array.from({ length: ROUNDS }, () => crossValidate(pairs, random));
  console.log('balanced accuracy, tenfold cross-validation:', mean(rounds).toFixed(3), `(${Math.min(...rounds).toFixed(3)} to ${Math.max(...rounds).toFixed(3)})`);
  const fitted = fit(pairs);
  const [intercept = 0, ...weights] = fitted.map((value) => Number(value.toFixed(3)));
  const judged = pairs.map((pair) => ({ pair, is: isCalledSame(pair, fitted) }));
  console.log('on what it was fitted on:', balanced(judged).toFixed(3), 'For src/quotes/thresholds.ts:', JSON.stringify({ weights, intercept }));
  const groups = groupBy(judged, ({ pair, is }) => `${pair.isSame ? 'equivalent' : 'not'}, ${pair.verdict}, ${is ? 'same' : 'not same'}`);
  console.log([...groups].map(([name, list]) => `${name}: ${list.length}`).toSorted().join('\n'));
  expect(THRESHOLDS.meaning).toMatchObject({ weights, intercept });
}); // prettier-ignore
