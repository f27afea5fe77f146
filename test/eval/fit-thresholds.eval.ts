/**
 * Fits the constants of `src/answers/thresholds.ts` and prints them with what they do; writes nothing.
 *
 * A logistic regression tells questions that a collection answers from those that it does not, by the evidence of the
 * product's own search. Every set, size of collection and situation counts the same, however many questions it has, and
 * answers count as much as non-answers. Near misses count a sixth: such evidence hardly tells them apart, and at full
 * weight they only raise the threshold, until every fourth real question about a single article is declined.
 */
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Article } from '../../src/articles/article.js';
import { readArticles } from '../../src/articles/read-articles.js';
import { THRESHOLDS } from '../../src/answers/thresholds.js';
import { search, type Evidence } from '../../src/search/search.js';
import { indexArticles } from './collections.js';
import { fitLogistic } from './logistic.js';
import { observe, type Observation } from './observations.js';
import { hasSet, readSet } from './sets.js';
import { ANSWERED, NEAR_MISSES, UNRELATED } from './shipped-questions.js';
import { CachedVectors } from './vectors.js';

const SETS = ['newsqa', 'realtimeqa', 'xquad-en', 'squad2-sample', 'multihoprag-evidence'];
const NEAR_WEIGHT = 0.15;

type Thresholds = Record<'weight' | 'base' | 'perLogTerm' | 'perLogChunk', number>;

let vectors: CachedVectors;
beforeAll(async () => {
  vectors = await CachedVectors.open();
});
afterAll(() => vectors.close());

test('the thresholds are those that the sets give', async ({ skip }) => {
  if (!SETS.every(hasSet)) skip('the public sets are not on this machine');
  const observations: Observation[] = [];
  for (const name of SETS) observations.push(...(await observe(await readSet(name), vectors)));

  const fitted = fit(observations);
  printTable('All sets', fitted, observations);
  for (const name of SETS) {
    const others = observations.filter(({ set }) => set !== name);
    const own = observations.filter(({ set }) => set === name);
    printTable(`${name}, fitted on the other sets`, fit(others), own);
  }
  await printShipped(fitted);
  console.log('\nFor src/answers/thresholds.ts:', rounded(fitted));
  expect(rounded(THRESHOLDS)).toEqual(rounded(fitted));
});

function fit(observations: readonly Observation[]): Thresholds {
  const cells = groupBy(observations, ({ set, size, situation }) => `${set} ${size} ${situation}`);
  const answering = cells.filter(([one]) => one?.situation === 'answerable').length;
  const examples = cells.flatMap((cell) =>
    cell.map((one) => {
      const isTrue = one.situation === 'answerable';
      const kinds = isTrue ? answering : cells.length - answering;
      const weight = (isNearMiss(one) ? NEAR_WEIGHT : 1) / cell.length / kinds;
      return { features: featuresOf(one.evidence), isTrue, weight };
    }),
  );
  const [intercept = 0, cosine = 1, lexical = 0, logTerms = 0, logChunks = 0] = fitLogistic(examples);
  return {
    weight: lexical / cosine,
    base: -intercept / cosine,
    perLogTerm: -logTerms / cosine,
    perLogChunk: -logChunks / cosine,
  };
}

function featuresOf({ cosine, lexical, terms, chunks }: Evidence): number[] {
  return [cosine, lexical, Math.log(1 + terms), Math.log(1 + chunks)];
}

/** The subject is there and the answer is not: the closest other article, and squad2's trick questions. */
function isNearMiss({ set, situation }: Observation): boolean {
  return situation === 'near' || (situation === 'never' && set === 'squad2-sample');
}

/** The sum of `src/answers/declining.ts`, for thresholds that are not in place yet. */
function isAnswered({ weight, base, perLogTerm, perLogChunk }: Thresholds, evidence: Evidence): boolean {
  const threshold =
    base + perLogTerm * Math.log(1 + evidence.terms) + perLogChunk * Math.log(1 + evidence.chunks);
  return evidence.terms > 0 && evidence.cosine + weight * evidence.lexical >= threshold;
}

/** Share answered by set and size of collection: coverage where the answer is there, false answers elsewhere. */
function printTable(title: string, thresholds: Thresholds, observations: readonly Observation[]): void {
  console.log(`\n${title}`);
  console.table(
    groupBy(observations, ({ set, size }) => `${set} ${size}`).map((cell) => ({
      set: cell[0]?.set,
      articles: cell[0]?.size,
      ...Object.fromEntries(
        groupBy(cell, ({ situation }) => situation).map((list) => [
          list[0]?.situation ?? '',
          shareOf(list, ({ evidence }) => isAnswered(thresholds, evidence)),
        ]),
      ),
    })),
  );
}

/** The collection that everybody starts with: one article. */
async function printShipped(thresholds: Thresholds): Promise<void> {
  const articles: Article[] = [];
  for await (const reading of readArticles(path.resolve(import.meta.dirname, '../../data/articles')))
    if (reading.kind === 'article') articles.push(reading.article);
  const snapshot = await indexArticles(articles, vectors);
  for (const [name, questions] of Object.entries({ ANSWERED, UNRELATED, NEAR_MISSES })) {
    const made = await vectors.of('question', questions);
    const answered = questions.filter((text, at) => {
      const vector = made[at] ?? new Float32Array(snapshot.dimensions);
      return isAnswered(thresholds, search(snapshot, { text, vector }, 1).evidence);
    });
    const odd = name === 'ANSWERED' ? questions.filter((one) => !answered.includes(one)) : answered;
    console.log(`Shipped article, ${name}: ${answered.length} of ${questions.length} answered; wrong:`, odd);
  }
}

function shareOf<Thing>(list: readonly Thing[], test: (thing: Thing) => boolean): string {
  return (list.filter(test).length / list.length).toFixed(2);
}

function groupBy<Thing>(list: readonly Thing[], key: (thing: Thing) => string): Thing[][] {
  const groups = new Map<string, Thing[]>();
  for (const one of list) {
    const group = groups.get(key(one));
    if (group === undefined) groups.set(key(one), [one]);
    else group.push(one);
  }
  return [...groups.values()];
}

function rounded({ weight, base, perLogTerm, perLogChunk }: Thresholds): Thresholds {
  return {
    weight: round(weight, 3),
    base: round(base, 4),
    perLogTerm: round(perLogTerm, 4),
    perLogChunk: round(perLogChunk, 4),
  };
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
