import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countTerms, PostingsBuilder, type Postings } from '../../src/index/postings.js';

type Document = ReadonlyMap<string, number>;

function build(documents: readonly Document[]): Postings {
  const builder = new PostingsBuilder();
  for (const document of documents) builder.add(document);
  return builder.build();
}

/** What stands under each term, read out of the arrays again. */
function plainPostings({ terms, offsets, documents, frequencies }: Postings) {
  return new Map(
    [...terms].map(([term, number]) => {
      const [from, to] = [offsets[number] ?? 0, offsets[number + 1] ?? 0];
      return [
        term,
        Array.from(documents.slice(from, to), (one, at) => [one, frequencies[from + at]]),
      ] as const;
    }),
  );
}

/** The twin: for each term, look through all documents. */
function plainTwin(documents: readonly Document[]) {
  const terms = new Set(documents.flatMap((document) => [...document.keys()]));
  return new Map(
    [...terms].map((term) => [
      term,
      documents.flatMap((document, at) => (document.has(term) ? [[at, document.get(term)]] : [])),
    ]),
  );
}

const document = fc
  .dictionary(
    fc.constantFrom('taiwan', 'china', '', '🙂', '__proto__', 'constructor'),
    fc.integer({ min: 1, max: 70 }),
  )
  .map((counts) => new Map(Object.entries(counts)));

test('hold what a look through all documents finds', () => {
  fc.assert(
    fc.property(fc.array(document, { maxLength: 12 }), (documents) => {
      const postings = build(documents);
      expect(plainPostings(postings)).toEqual(plainTwin(documents));
      expect([...postings.lengths]).toEqual(
        documents.map((one) => [...one.values()].reduce((sum, count) => sum + count, 0)),
      );
    }),
  );
});

test('a frequency that does not fit counts as the largest that does; the length is the true one', () => {
  const { frequencies, lengths } = build([new Map([['ha', 100_000]])]);
  expect([...frequencies]).toEqual([65_535]);
  expect([...lengths]).toEqual([100_000]);
});

test('counting adds weights', () => {
  const counts = countTerms(['a', 'b', 'a'], 1, countTerms(['a'], 3));
  expect([...counts]).toEqual([
    ['a', 5],
    ['b', 1],
  ]);
});
