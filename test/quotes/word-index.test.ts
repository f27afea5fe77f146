import { setImmediate as nextTurn } from 'node:timers/promises';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findSameWords } from '../../src/quotes/same-words.js';
import { readQuotation } from '../../src/quotes/quotation.js';
import { articleAt, BORDER, buildWordIndex, countOf, wordIndexOf } from '../../src/quotes/word-index.js';
import { makeArticle, makeSnapshot } from '../support/snapshots.js';

const word = fc.constantFrom('the', 'minister', 'said', 'that', 'Taiwan', 'U.S.');
const paragraph = fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => words.join(' '));
const articles = fc
  .array(fc.array(paragraph, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 4 })
  .map((texts) => texts.map((paragraphs, at) => makeArticle({ articleId: `a${at}`, paragraphs })));

describe('the index of words', () => {
  test('leads from each word back to the very characters, and from each article to its words', async () => {
    await fc.assert(
      fc.asyncProperty(articles, async (list) => {
        const index = await buildWordIndex(list);
        const words = list.map(() => [] as string[]);
        index.ids.forEach((number, place) => {
          if (number === BORDER) return;
          const position = articleAt(index, place);
          words[position]?.push(list[position]?.text.slice(index.starts[place], index.ends[place]) ?? '');
        });
        expect(words).toEqual(
          list.map(({ text }) => text.match(/[A-Za-z]+(?:\.[A-Z])*/gu)?.map((one) => one)),
        );
      }),
    );
  });

  test('lists all places of each word', async () => {
    await fc.assert(
      fc.asyncProperty(articles, async (list) => {
        const index = await buildWordIndex(list);
        for (let number = 1; number < index.keys.length; number++) {
          const [from, to] = [index.offsets[number] ?? 0, index.offsets[number + 1] ?? 0];
          const plain = [...index.ids.keys()].filter((place) => index.ids[place] === number);
          expect([...index.places.subarray(from, to)]).toEqual(plain);
          expect(countOf(index, number)).toBe(plain.length);
          expect(index.numbers.get(index.keys[number] ?? '')).toBe(number);
          const next = (place: number) => index.ids[place + 1] ?? BORDER;
          expect([...index.byNext.subarray(from, to)]).toEqual(
            plain.toSorted((a, b) => next(a) - next(b) || a - b),
          );
        }
      }),
    );
  });

  test('is built once a snapshot, also when two ask at the same time', async () => {
    const snapshot = await makeSnapshot([makeArticle({ articleId: 'a', paragraphs: ['One two three.'] })]);
    expect(wordIndexOf(snapshot)).toBe(wordIndexOf(snapshot));
    expect(wordIndexOf({ ...snapshot })).not.toBe(wordIndexOf(snapshot));
  });

  test('gives way to other work while it is built', async () => {
    const long = makeArticle({ articleId: 'a', paragraphs: ['All work and no play. '.repeat(100_000)] });
    const build = { turns: 0, isDone: false };
    const built = buildWordIndex([long]).then(() => (build.isDone = true));
    for (; !build.isDone; build.turns++) await nextTurn();
    await built;
    expect(build.turns).toBeGreaterThan(2); // one, if it were built in one go
  });

  test('a collection without articles has no words', async () => {
    const index = await buildWordIndex([]);
    expect(findSameWords(index, readQuotation(index, 'nothing at all'))).toEqual([]);
  });
});

describe('findSameWords', () => {
  test('finds what a plain scan of all places finds', async () => {
    await fc.assert(
      fc.asyncProperty(articles, fc.array(word, { minLength: 1, maxLength: 3 }), async (list, words) => {
        const index = await buildWordIndex(list);
        const { ids, ...quotation } = readQuotation(index, words.join(' '));
        const plain = [...index.ids.keys()]
          .filter((place) => ids.every((number, at) => number !== BORDER && index.ids[place + at] === number))
          .map((first) => ({ first, last: first + ids.length - 1 }));
        expect(findSameWords(index, { ids, ...quotation })).toEqual(plain);
      }),
    );
  });
});
