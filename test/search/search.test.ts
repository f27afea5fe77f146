import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Snapshot } from '../../src/index/snapshot.js';
import type { BlockOptions } from '../../src/index/vector-block.js';
import { idf, LARGEST_TERM_WEIGHT, scoreBm25 } from '../../src/search/bm25.js';
import { exactCosine } from '../../src/search/scan.js';
import { scoreNames } from '../../src/search/article-signals.js';
import { refine } from '../../src/search/refine.js';
import { search, type Question } from '../../src/search/search.js';
import { termsOf } from '../../src/text/terms.js';
import { chunksOf, makeArticle, makeSnapshot, wordVector } from '../support/snapshots.js';

function ask(text: string, article?: number): Question {
  return { text, vector: wordVector(text), filter: { article } };
}

/** The paragraphs of the candidates, best first, cut to their first two words. */
function openings(snapshot: Snapshot, question: Question, limit = 10): string[] {
  return search(snapshot, question, limit).candidates.map(({ chunk }) => {
    const { article = 0, start = 0, end = 0 } = snapshot.chunkAt(chunk) ?? {};
    return (snapshot.articles[article]?.text ?? '').slice(start, end).split(' ').slice(0, 2).join(' ');
  });
}

const BALLOON = makeArticle({
  articleId: 'balloon',
  title: 'Balloon over Carolina',
  paragraphs: [
    'A fighter shot the Chinese balloon down off the coast of Carolina on Saturday.',
    'Officials called the balloon a threat, and later recovered it from the water.',
    'Stock markets closed a little higher on the same afternoon, brokers reported.',
  ],
});
const MARKET = makeArticle({
  articleId: 'market',
  title: 'Markets',
  paragraphs: ['Children sold balloon animals beside the fish stalls of the weekly market.'],
});

describe('the order of candidates', () => {
  test('follows what a reader would expect', async () => {
    const snapshot = await makeSnapshot([BALLOON, MARKET]);
    expect(openings(snapshot, ask('Who shot the Chinese balloon down?'))).toEqual([
      'A fighter', // says it
      'Officials called', // the same balloon, and its neighbour says who shot it
      'Stock markets', // nothing of the question, but of the day that is asked about
      'Children sold', // another balloon, in another town
    ]);
  });

  test('a paragraph found by words beats its twin in meaning, and the other way round', async () => {
    const here = Float32Array.of(1, 0);
    const near = Float32Array.of(0.8, 0.6);
    const far = Float32Array.of(0, 1);
    const pair = [
      makeArticle({
        articleId: 'a',
        paragraphs: ['The minister resigned over the budget on Monday morning.'],
      }),
      makeArticle({ articleId: 'b', paragraphs: ['The secretary stepped down because of public spending.'] }),
    ];
    const question = { text: 'Which minister resigned?', vector: here };
    expect(openings(await makeSnapshot(pair, () => near), question)).toEqual([
      'The minister',
      'The secretary',
    ]);
    const unworded = { text: 'Who gave up a post?', vector: here };
    const byMeaning = await makeSnapshot(pair, (text) => (text.includes('stepped') ? here : far));
    expect(openings(byMeaning, unworded)).toEqual(['The secretary', 'The minister']);
  });

  test('of equal paragraphs the earlier one comes first', async () => {
    const twins = ['a', 'b', 'c'].map((articleId) =>
      makeArticle({
        articleId,
        title: 'News',
        paragraphs: ['The very same sentence stands in three articles.'],
      }),
    );
    const { candidates } = search(await makeSnapshot(twins), ask('same sentence'), 10);
    expect(candidates.map(({ chunk }) => chunk)).toEqual([0, 1, 2]);
  });

  test('stops at the limit', async () => {
    const snapshot = await makeSnapshot([BALLOON, MARKET]);
    expect(openings(snapshot, ask('balloon'), 2)).toHaveLength(2);
  });
});

describe('one article alone', () => {
  test('gives only its chunks, and evidence of them', async () => {
    const snapshot = await makeSnapshot([BALLOON, MARKET]);
    const { candidates, evidence } = search(snapshot, ask('Who shot the balloon down?', 1), 10);
    expect(candidates.map(({ chunk }) => snapshot.chunkAt(chunk)?.article)).toEqual([1]);
    expect(evidence.chunks).toBe(1);
    const everywhere = search(snapshot, ask('Who shot the balloon down?'), 10).evidence;
    expect(evidence.cosine).toBeLessThan(everywhere.cosine);
    expect(evidence.lexical).toBeLessThan(everywhere.lexical);
  });

  test('an article without a chunk gives nothing', async () => {
    const snapshot = await makeSnapshot([BALLOON, makeArticle({ articleId: 'empty', paragraphs: [] })]);
    expect(search(snapshot, ask('balloon', 1), 10)).toMatchObject({
      candidates: [],
      evidence: { chunks: 0 },
    });
  });
});

describe('the edges', () => {
  test('an empty snapshot gives no candidate and no evidence', async () => {
    expect(search(await makeSnapshot([]), ask('balloon'), 10)).toEqual({
      candidates: [],
      evidence: { cosine: 0, nearby: 0, missing: 0, lexical: 0, terms: 1, chunks: 0 },
    });
  });

  test('a single chunk is found', async () => {
    const { candidates } = search(await makeSnapshot([MARKET]), ask('fish stalls'), 10);
    expect(candidates).toHaveLength(1);
    expect(candidates[0]?.score).toBeGreaterThan(0);
    expect(Number.isFinite(candidates[0]?.score)).toBe(true);
  });

  test('a question without terms is ranked by meaning alone', async () => {
    const snapshot = await makeSnapshot([BALLOON, MARKET]);
    const question = { text: 'What was it that they did?', vector: wordVector('fish stalls') };
    expect(openings(snapshot, question)[0]).toBe('Children sold');
    expect(search(snapshot, question, 10).evidence).toMatchObject({ lexical: 0, terms: 0 });
  });

  test('unknown words weigh against the lexical evidence', async () => {
    const snapshot = await makeSnapshot([BALLOON, MARKET]);
    const known = search(snapshot, ask('fish stalls'), 10).evidence.lexical;
    const half = search(snapshot, ask('fish zeppelin'), 10).evidence.lexical;
    expect(half).toBeGreaterThan(0);
    expect(half).toBeLessThan(known / 2);
    expect(search(snapshot, ask('zeppelin gondola'), 10).evidence.lexical).toBe(0);
  });

  test('a repeated word is one term', async () => {
    const snapshot = await makeSnapshot([BALLOON, MARKET]);
    const question = ask('balloon balloons Balloon');
    expect(search(snapshot, question, 10).evidence.terms).toBe(1);
  });
});

function most(values: readonly number[]): number {
  return Math.max(0, ...values);
}

function over(part: number, whole: number): number {
  return whole > 1e-6 ? part / whole : 0;
}

/** The twin: every chunk by itself, in plain loops, sorted at the end. */
function plainSearch(snapshot: Snapshot, question: Question) {
  const terms = [...new Set(termsOf(question.text))];
  const inChunks = scoreBm25(snapshot.chunkPostings, terms);
  const inArticles = [...scoreBm25(snapshot.articlePostings, terms)];
  const only = question.filter?.article;
  const rows = chunksOf(snapshot)
    .map(({ article, row }) => ({ chunk: row, article, lexical: inChunks[row] ?? 0, cosine: 0 }))
    .filter(({ article }) => only === undefined || article === only);
  for (const row of rows) {
    for (let at = 0; at < snapshot.dimensions; at++)
      row.cosine +=
        (snapshot.block.vectors[row.chunk * snapshot.dimensions + at] ?? 0) * (question.vector[at] ?? 0);
  }
  const mean = rows.reduce((sum, { cosine }) => sum + cosine, 0) / rows.length;
  const dense = most(rows.map(({ cosine }) => cosine)) - mean;
  const lexical = most(rows.map((row) => row.lexical));
  const ofArticle = most(rows.map(({ article }) => inArticles[article] ?? 0));
  const bound = LARGEST_TERM_WEIGHT * terms.reduce((sum, term) => sum + idf(snapshot.chunkPostings, term), 0);
  const named = scoreNames(snapshot, question.text, terms);
  const scored = rows.map((row) => {
    const nearest = most(rows.filter(({ article }) => article === row.article).map(({ cosine }) => cosine));
    const score =
      0.6 * over(row.cosine - mean, dense) +
      0.4 * over(row.lexical, lexical) +
      0.2 * over(inArticles[row.article] ?? 0, ofArticle) +
      0.4 * over(nearest - mean, dense) +
      (named.get(row.article) ?? 0);
    return { chunk: row.chunk, score };
  });
  const refined = refine(snapshot, question.text, terms, scored);
  const nearby = rows
    .map(({ cosine }) => cosine)
    .toSorted((a, b) => b - a)
    .slice(0, 50);
  return {
    scores: new Map(refined.map(({ chunk, score }) => [chunk, score])),
    lexical: over(lexical, bound),
    nearby: nearby.reduce((sum, cosine) => sum + cosine, 0) / Math.max(1, nearby.length),
  };
}

const word = fc.constantFrom('taiwan', 'china', 'visit', 'balloon', 'minister', 'trade', 'the', 'of');
const paragraph = fc.array(word, { minLength: 8, maxLength: 20 }).map((words) => words.join(' '));
const collection = fc
  .array(fc.array(paragraph, { maxLength: 4 }), { minLength: 1, maxLength: 5 })
  .map((texts) =>
    texts.map((paragraphs, at) => makeArticle({ articleId: `a${at}`, title: 'china', paragraphs })),
  );
const questionText = fc.array(word, { maxLength: 5 }).map((words) => words.join(' '));

test('agrees with plain loops over every chunk', async () => {
  await fc.assert(
    fc.asyncProperty(collection, questionText, fc.option(fc.nat(4)), async (articles, text, chosen) => {
      const snapshot = await makeSnapshot(articles);
      const article = chosen === null || chosen >= articles.length ? undefined : chosen;
      const expected = plainSearch(snapshot, ask(text, article));
      const { candidates, evidence } = search(snapshot, ask(text, article), 1000);
      expect(candidates.map(({ chunk }) => chunk).toSorted((a, b) => a - b)).toEqual(
        [...expected.scores.keys()].toSorted((a, b) => a - b),
      );
      candidates.forEach(({ chunk, score }, at) => {
        expect(score).toBeCloseTo(expected.scores.get(chunk) ?? Number.NaN, 4);
        expect(score).toBeLessThanOrEqual(candidates[at - 1]?.score ?? score);
      });
      expect(evidence.lexical).toBeCloseTo(expected.lexical, 9);
      expect(evidence.nearby).toBeCloseTo(expected.nearby, 6);
    }),
  );
});

test.each<[string, BlockOptions]>([
  ['plain loops', { isWasm: false }],
  ['a block with codes', { isCoded: true }],
])('by %s gives the same order and scores', async (_, options) => {
  await fc.assert(
    fc.asyncProperty(collection, questionText, fc.option(fc.nat(4)), async (articles, text, chosen) => {
      const [snapshot, other] = [
        await makeSnapshot(articles),
        await makeSnapshot(articles, wordVector, options),
      ];
      const question = ask(text, chosen === null || chosen >= articles.length ? undefined : chosen);
      const [expected, found] = [search(snapshot, question, 10), search(other, question, 10)];
      expect(other.block.wasm === undefined).toBe(options.isWasm === false);
      expect(found.candidates.map(({ chunk }) => chunk)).toEqual(
        expected.candidates.map(({ chunk }) => chunk),
      );
      found.candidates.forEach(({ chunk, score, cosine }, at) => {
        expect(score).toBeCloseTo(expected.candidates[at]?.score ?? Number.NaN, 4);
        expect(cosine).toBe(exactCosine(snapshot.block, chunk, question.vector));
      });
      expect(found.evidence.cosine).toBe(expected.evidence.cosine);
    }),
  );
});
