import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NO_DOCUMENT, Postings } from '../../src/index/postings.js';
import { idf, LARGEST_TERM_WEIGHT, scoreBm25 } from '../../src/search/bm25.js';
import { buildPostings } from '../support/postings.js';

type Documents = readonly (readonly string[])[];

function postingsOf(documents: Documents): Promise<Postings> {
  return splitPostings(documents, documents.length);
}

/** In segments of a few documents, with one more in each that has been removed. */
async function splitPostings(documents: Documents, size: number): Promise<Postings> {
  const starts = Array.from({ length: Math.ceil(documents.length / size) }, (_, at) => at * size);
  const parts = starts.map(async (start) => {
    const own = documents.slice(start, start + size);
    const stored = [...own, ['taiwan', 'taiwan', 'visit']];
    return {
      postings: await buildPostings(stored.map((terms) => terms.map((term) => [term, 1] as const))),
      numbers: Uint32Array.from([...own.map((_, at) => start + at), NO_DOCUMENT]),
    };
  });
  return new Postings(await Promise.all(parts), documents.length);
}

/** The twin: the formula as it is printed, over lists of words. */
function plainBm25(documents: Documents, question: readonly string[]): number[] {
  const average = documents.reduce((sum, terms) => sum + terms.length, 0) / documents.length;
  return documents.map((terms) =>
    question.reduce((sum, term) => {
      const holding = documents.filter((other) => other.includes(term)).length;
      const rarity = Math.log(1 + (documents.length - holding + 0.5) / (holding + 0.5));
      const frequency = terms.filter((other) => other === term).length;
      const norm = 0.9 * (1 - 0.4 + (0.4 * terms.length) / average);
      return frequency === 0 ? sum : sum + (rarity * frequency * 1.9) / (frequency + norm);
    }, 0),
  );
}

const word = fc.constantFrom('taiwan', 'china', 'visit', 'balloon', 'minister', 'trade');
const documents = fc.array(fc.array(word, { minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 15 });

describe('scoreBm25', () => {
  test('agrees with the plain formula', async () => {
    await fc.assert(
      fc.asyncProperty(documents, fc.uniqueArray(word), async (texts, question) => {
        const scores = [...scoreBm25(await postingsOf(texts), question)];
        plainBm25(texts, question).forEach((expected, at) => expect(scores[at]).toBeCloseTo(expected, 9));
      }),
    );
  });

  test('agrees with it however the documents are spread over segments', async () => {
    await fc.assert(
      fc.asyncProperty(
        documents,
        fc.uniqueArray(word),
        fc.integer({ min: 1, max: 4 }),
        async (texts, question, size) => {
          const scores = [...scoreBm25(await splitPostings(texts, size), question)];
          plainBm25(texts, question).forEach((expected, at) => expect(scores[at]).toBeCloseTo(expected, 9));
        },
      ),
    );
  });

  test('no score passes the bound that the lexical evidence is measured against', async () => {
    await fc.assert(
      fc.asyncProperty(documents, fc.uniqueArray(word), async (texts, question) => {
        const postings = await postingsOf(texts);
        const bound = question.reduce((sum, term) => sum + idf(postings, term), 0) * LARGEST_TERM_WEIGHT;
        for (const score of scoreBm25(postings, question)) expect(score).toBeLessThanOrEqual(bound + 1e-9);
      }),
    );
  });

  test('ranks by what the reader would expect', async () => {
    const texts = [
      ['balloon', 'china', 'balloon'], // says it twice
      ['balloon', 'china', 'visit'], // says it once
      ['balloon', 'china', 'visit', 'trade', 'minister', 'taiwan', 'trade', 'trade'], // says it once, among much else
      ['china', 'visit', 'trade'], // does not say it
    ];
    const scores = [...scoreBm25(await postingsOf(texts), ['balloon'])];
    expect(
      scores
        .map((score, at) => ({ score, at }))
        .toSorted((a, b) => b.score - a.score)
        .map(({ at }) => at),
    ).toEqual([0, 1, 2, 3]);
    expect(scores[3]).toBe(0);
  });

  test('an unknown term is the rarest of all and scores nowhere', async () => {
    const postings = await postingsOf([['china'], ['china', 'taiwan']]);
    expect(idf(postings, 'volcano')).toBeGreaterThan(idf(postings, 'taiwan'));
    expect([...scoreBm25(postings, ['volcano'])]).toEqual([0, 0]);
  });

  test('no documents, no scores', async () => {
    expect(scoreBm25(await postingsOf([]), ['china'])).toHaveLength(0);
  });
});
