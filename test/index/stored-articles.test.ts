import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checksumIn, encodeColumns, type Column, type FileKind } from '../../src/index/column-file.js';
import { decodeArticles, encodeArticles } from '../../src/index/stored-articles.js';
import { makeArticle } from '../support/snapshots.js';

const text = fc.string({ unit: 'binary', minLength: 1, maxLength: 30 });
const article = fc
  .record({
    articleId: text,
    paragraphs: fc.array(text, { maxLength: 4 }),
    title: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }),
    tags: fc.array(fc.constantFrom('trade', 'Tāiwān', '🙂'), { maxLength: 2 }),
    related: fc.array(text, { maxLength: 2 }),
    leftOut: fc.array(fc.record({ text, reason: text }), { maxLength: 2 }),
  })
  .map(makeArticle);

test('gives back the articles as they were', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(article, { maxLength: 4 }), async (articles) => {
      const file = await encodeArticles(articles);
      const read = await decodeArticles(file, checksumIn(file));
      expect(read).toEqual(articles);
      expect(read).toEqual(articles); // also when a text is asked for again
      expect(await decodeArticles(await encodeArticles(read))).toEqual(articles);
    }),
  );
});

test('keeps every optional part, and a copy has all of them', async () => {
  const full = makeArticle({
    articleId: 'a',
    paragraphs: ['One.'],
    source: 'Example Times',
    author: 'A. Writer',
    date: '2023-02-17',
    url: 'https://example.org/visit',
    language: 'en',
  });
  const [read] = await decodeArticles(await encodeArticles([full]));
  expect(read).toEqual(full);
  expect({ ...read }).toEqual(full);
  expect(JSON.parse(JSON.stringify(read))).toEqual(full);
});

test('half a character becomes a sign of the same length, so that paragraphs stay where they are', async () => {
  const broken = makeArticle({ articleId: 'a', paragraphs: ['One \uD83D two.', 'Three.'] });
  const [read] = await decodeArticles(await encodeArticles([broken]));
  expect(read?.text).toBe('One \uFFFD two.\n\nThree.');
  expect(read?.paragraphs).toEqual(broken.paragraphs);
});

const KIND: FileKind = { name: 'a file of articles', magic: 'BYLA' };

/** A file with one article, but for one column. */
function fileWith(changed: { at: number; column: Column }): Buffer {
  const about = JSON.stringify({ ...makeArticle({ articleId: 'a', paragraphs: [] }) });
  const columns: Column[] = [
    Buffer.from(about),
    Uint32Array.of(about.length),
    Buffer.from('One.'),
    Uint32Array.of(4),
    Uint32Array.of(0),
    Uint32Array.of(4),
    Uint32Array.of(1),
  ];
  return encodeColumns(KIND, columns.toSpliced(changed.at, 1, changed.column), {});
}

test('columns that do not fit together are refused', async () => {
  const whole = await decodeArticles(fileWith({ at: 3, column: Uint32Array.of(4) }));
  expect(whole.map((one) => one.text)).toEqual(['One.']);
  for (const [at, column] of [
    [1, Uint32Array.of(3)],
    [1, Uint32Array.of()],
    [2, Buffer.from('One')],
    [3, Uint32Array.of(3, 2, 4)],
    [5, Uint32Array.of(4, 5)],
    [6, Uint32Array.of(2)],
  ] as const)
    await expect(decodeArticles(fileWith({ at, column })), `column ${at}`).rejects.toThrow('fit together');
});

test('an article that is none is named', async () => {
  const about = Buffer.from('{"articleId":"a"}');
  const [nothing, zero] = [new Uint32Array(0), new Uint32Array(1)];
  const columns = [about, Uint32Array.of(about.length), nothing, zero, nothing, nothing, zero];
  const damaged = encodeColumns(KIND, columns, {});
  await expect(decodeArticles(damaged)).rejects.toThrow('article 1 cannot be read');
});
