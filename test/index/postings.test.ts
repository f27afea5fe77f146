import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checksumIn } from '../../src/index/column-file.js';
import { decodePostings, encodePostings } from '../../src/index/postings-file.js';
import { NO_DOCUMENT, type SegmentPostings } from '../../src/index/postings.js';
import { PostingsBuilder } from '../../src/index/postings-builder.js';
import { TermNumbers } from '../../src/index/term-numbers.js';
import { TermTable } from '../../src/index/term-table.js';
import { addDocument, buildPostings } from '../support/postings.js';

type Document = ReadonlyMap<string, number>;

const build = (documents: readonly Document[]): Promise<SegmentPostings> => buildPostings(documents);

/** What stands under each term, read out of the arrays again. */
function plainPostings({ terms, offsets, documents, frequencies }: SegmentPostings) {
  return new Map(
    Array.from({ length: terms.size }, (_, number) => {
      const term = terms.termAt(number);
      expect(terms.numberOf(term)).toBe(number);
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

test('hold what a look through all documents finds', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(document, { maxLength: 12 }), async (documents) => {
      const postings = await build(documents);
      expect(plainPostings(postings)).toEqual(plainTwin(documents));
      expect([...postings.lengths]).toEqual(
        documents.map((one) => [...one.values()].reduce((sum, count) => sum + count, 0)),
      );
    }),
  );
});

test('are taken over without what was removed, and joined to others', async () => {
  const flags = fc.array(fc.tuple(document, fc.boolean()), { maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(flags, fc.array(document, { maxLength: 3 }), async (flagged, more) => {
      const kept = flagged.flatMap(([one, isKept]) => (isKept ? [one] : []));
      let next = 0;
      const numbers = Uint32Array.from(flagged, ([, isKept]) => (isKept ? next++ : NO_DOCUMENT));
      const terms = new TermNumbers();
      const builder = new PostingsBuilder(kept.length + more.length, terms);
      await builder.absorb({ postings: await build(flagged.map(([one]) => one)), numbers });
      more.forEach((one, at) => addDocument(builder, terms, kept.length + at, one));
      const joined = await builder.build(TermTable.of(terms.terms));
      expect(plainPostings(joined)).toEqual(plainTwin([...kept, ...more]));
      expect(joined.lengths).toEqual((await build([...kept, ...more])).lengths);
    }),
  );
});

test('are read as they were written', async () => {
  const lists = fc.array(document, { maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(lists, lists, async (chunks, articles) => {
      const both = { chunkPostings: await build(chunks), articlePostings: await build(articles) };
      const file = encodePostings(both);
      expect(decodePostings(file)).toEqual(both);
      expect(decodePostings(file, checksumIn(file))).toEqual(both);
    }),
  );
});

test('of another file than the one that is meant are refused', async () => {
  const both = { chunkPostings: await build([]), articlePostings: await build([]) };
  expect(() => decodePostings(encodePostings(both), '00000000')).toThrow('has a wrong checksum');
});

test('that do not fit together are refused', async () => {
  const { articlePostings, chunkPostings } = {
    chunkPostings: await build([new Map([['taiwan', 1]])]),
    articlePostings: await build([]),
  };
  const wrong = [
    { ...chunkPostings, documents: Uint32Array.of(1) },
    { ...chunkPostings, offsets: Uint32Array.of(0, 2) },
    { ...chunkPostings, frequencies: Uint16Array.of() },
  ];
  for (const one of wrong)
    expect(() => decodePostings(encodePostings({ chunkPostings: one, articlePostings }))).toThrow(
      'fit together',
    );
});

test('a frequency that does not fit counts as the largest that does; the length is the true one', async () => {
  const { frequencies, lengths } = await build([new Map([['ha', 100_000]])]);
  expect([...frequencies]).toEqual([65_535]);
  expect([...lengths]).toEqual([100_000]);
});

test('counting adds weights, and begins again with each document', async () => {
  const terms = new TermNumbers();
  const builder = new PostingsBuilder(2, terms);
  const [one, other] = ['a', 'b'].map((term) => terms.numberOf(term));
  builder.count([one ?? -1], 3);
  builder.count([one ?? -1, other ?? -1, one ?? -1]);
  builder.end(0);
  builder.count([other ?? -1]);
  builder.end(1);
  const postings = await builder.build(TermTable.of(terms.terms));
  expect([...plainPostings(postings)]).toEqual([
    ['a', [[0, 5]]],
    [
      'b',
      [
        [0, 1],
        [1, 1],
      ],
    ],
  ]);
  expect([...postings.lengths]).toEqual([6, 1]);
});
