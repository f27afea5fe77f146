import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Asked } from '../../src/answers/asked.js';
import { answerQuestion, answerWithReranker } from '../../src/answers/answer-question.js';
import { contrastSum } from '../../src/answers/declining.js';
import { blendOrder, doubt, RERANKING } from '../../src/answers/rerank.js';
import type { Reranker } from '../../src/embedding/reranker.js';
import { search, type Candidate } from '../../src/search/search.js';
import { makeArticle, makeSnapshot, wordVector } from '../support/snapshots.js';

/** As a search gives them: best first. */
const ranking: fc.Arbitrary<Candidate[]> = fc
  .array(fc.double({ min: -1, max: 2, noNaN: true }), { minLength: 1, maxLength: 30 })
  .map((scores) => scores.toSorted((a, b) => b - a).map((score, chunk) => ({ chunk, score, cosine: 0.8 })));

/** With a score for each of the first candidates; few different ones, so that there are equals. */
const scored = ranking.chain((candidates) =>
  fc.tuple(
    fc.constant(candidates),
    fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 1, maxLength: candidates.length }),
  ),
);

const rowsOf = (candidates: readonly Candidate[]): number[] => candidates.map(({ chunk }) => chunk);

describe('the blended order', () => {
  test('has every candidate once, best first, and those without a score as they were', () => {
    fc.assert(
      fc.property(scored, ([candidates, scores]) => {
        const blended = blendOrder(candidates, scores);
        expect(rowsOf(blended).toSorted((a, b) => a - b)).toEqual(rowsOf(candidates));
        expect(blended.slice(scores.length)).toEqual(candidates.slice(scores.length));
        for (const [at, { score }] of blended.entries())
          expect(score).toBeLessThanOrEqual((blended[at - 1]?.score ?? 2) + 1e-9);
      }),
    );
  });

  test('is the same whatever the range of the model is', () => {
    fc.assert(
      fc.property(scored, ([candidates, scores]) => {
        const blended = blendOrder(candidates, scores);
        expect(
          blendOrder(
            candidates,
            scores.map((score) => 1000 * score - 70),
          ),
        ).toEqual(blended);
        expect(
          blendOrder(
            candidates,
            scores.map((score) => 1 / (1 + Math.exp(-score))),
          ),
        ).toEqual(blended);
      }),
    );
  });

  test('is that of the search, with its scores, where the model agrees', () => {
    fc.assert(
      fc.property(ranking, (candidates) => {
        const blended = blendOrder(
          candidates,
          candidates.map(({ score }) => score),
        );
        expect(rowsOf(blended)).toEqual(rowsOf(candidates));
        for (const [at, { score }] of blended.entries())
          expect(score).toBeCloseTo(candidates[at]?.score ?? 0, 9);
      }),
    );
  });

  test('is that of the search where the model sees no difference', () => {
    fc.assert(
      fc.property(ranking, (candidates) => {
        expect(
          rowsOf(
            blendOrder(
              candidates,
              candidates.map(() => 3),
            ),
          ),
        ).toEqual(rowsOf(candidates));
      }),
    );
  });

  test('follows the model where the search sees little difference', () => {
    const candidates = [1, 0.99, 0.98, 0.5].map((score, chunk) => ({ chunk, score, cosine: 0.8 }));
    expect(rowsOf(blendOrder(candidates, [-3, -2, 4, -9]))).toEqual([2, 1, 0, 3]);
  });

  test('follows the search where the model likes a little better what is far off', () => {
    const candidates = [1, 0.95, 0.9, 0.1].map((score, chunk) => ({ chunk, score, cosine: 0.8 }));
    expect(rowsOf(blendOrder(candidates, [3, 2, 1, 4]))).toEqual([0, 1, 3, 2]);
  });
});

describe('doubt', () => {
  const confidence = fc.double({ min: 0, max: 1, noNaN: true });
  const odds = fc.double({ min: -1e3, max: 1e3, noNaN: true });

  test('only lowers a confidence, the more the surer the model is', () => {
    fc.assert(
      fc.property(confidence, odds, odds, (one, first, second) => {
        const [low, high] = [Math.min(first, second), Math.max(first, second)];
        expect(doubt(one, low)).toBeLessThanOrEqual(doubt(one, high));
        expect(doubt(one, high)).toBeLessThanOrEqual(one);
        expect(doubt(one, low)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  test('there is none where the model says yes, cannot tell, or is not there', () => {
    for (const one of [0, 0.3, 0.9, 1]) {
      expect([doubt(one, 8), doubt(one, 0), doubt(one, undefined)]).toEqual([one, one, one]);
    }
  });

  test('a plain no declines what was an answer, and not what was a sure one', () => {
    expect(doubt(0.95, -10)).toBeLessThan(0.5);
    expect(doubt(0.9999, -10)).toBeGreaterThan(0.5);
    expect(doubt(0.95, -0.1)).toBeGreaterThan(0.9);
  });
});

const TOWNS = ['Aden', 'Bonn', 'Cork', 'Oslo'].map(
  (town) => `The balloon was seen over ${town} on Saturday.`,
);
const text = 'Where was the balloon seen on Saturday?';
const question = { text, vector: wordVector(text) };

const snapshotOf = (texts: readonly string[]) =>
  makeSnapshot(texts.map((text, at) => makeArticle({ articleId: `a${at}`, paragraphs: [text] })));

describe('with a reranker', () => {
  const asked: { question: string; texts: readonly string[] }[] = [];
  const rerankerOf = (scoreOf: (text: string) => number): Reranker => ({
    settled: () => Promise.resolve(),
    score(question, texts) {
      asked.push({ question, texts });
      return Promise.resolve(texts.map(scoreOf));
    },
  });

  test('its first passage comes first', async () => {
    const snapshot = await snapshotOf(TOWNS);
    for (const town of ['Bonn', 'Oslo']) {
      const reranker = rerankerOf((text) => (text.includes(town) ? 5 : 1));
      const answer = await answerWithReranker(snapshot, question, reranker);
      expect(answer.kind === 'answered' && answer.passages[0]?.text).toContain(town);
    }
  });

  test('it reads the question and the words of the passages, a limited number of them', async () => {
    const many = Array.from({ length: 40 }, (_, at) => `${TOWNS[0]} Number ${at} was among them.`);
    await answerWithReranker(
      await snapshotOf(many),
      question,
      rerankerOf(() => 0),
    );
    const { texts = [], ...rest } = asked.at(-1) ?? {};
    expect(rest).toEqual({ question: question.text });
    expect(texts).toHaveLength(RERANKING.candidates);
    expect(texts.filter((text) => !many.includes(text))).toEqual([]);
  });

  test('what it says no to is declined, with the closest passage', async () => {
    const snapshot = await snapshotOf(TOWNS);
    const { evidence } = search(snapshot, question, 1);
    const line = { base: contrastSum(evidence) - 0.016, slope: 0 }; // enough for an answer, and not much more
    const without = answerQuestion(snapshot, question, line);
    const answer = await answerWithReranker(
      snapshot,
      question,
      rerankerOf(() => -10),
      line,
    );
    expect(without).toMatchObject({ kind: 'answered', confidence: expect.closeTo(0.8, 1) });
    expect(answer).toMatchObject({ kind: 'declined', nearest: { text: TOWNS[0] } });
  });

  test('that has nothing to say, or none at all, the answer is the same', async () => {
    const snapshot = await snapshotOf(TOWNS);
    const silent: Reranker = { settled: () => Promise.resolve(), score: () => Promise.resolve(undefined) };
    const without = plain(answerQuestion(snapshot, question));
    expect(plain(await answerWithReranker(snapshot, question, silent))).toEqual(without);
    expect(plain(await answerWithReranker(snapshot, question, undefined))).toEqual(without);
  });

  test('it is not asked where nothing was found', async () => {
    const before = asked.length;
    const answer = await answerWithReranker(
      await makeSnapshot([]),
      question,
      rerankerOf(() => 0),
    );
    expect(answer.kind).toBe('declined');
    expect(asked).toHaveLength(before);
  });
});

/** What came next is looked up by a function, and functions are never equal: its result is compared. */
function plain(answer: Asked): unknown {
  return { ...answer, details: { ...answer.details, further: answer.details?.further() } };
}
