/** Generations in a real folder; Vectra's own query on what is stored is the judge of the format. */
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { LocalIndex } from 'vectra';
import { splitChunks } from '../../src/articles/chunks.js';
import { AtomicStorage } from '../../src/index/atomic-storage.js';
import { readGeneration, writeGeneration, type Draft, type Generation } from '../../src/index/generation.js';
import { commitGeneration, folderOf } from '../../src/index/manifest.js';
import { passageCodec } from '../../src/index/passage-codec.js';
import { hashVector } from '../support/hash-vector.mjs';
import { chunksOf, freshArticle, makeArticle, vectorsOf } from '../support/snapshots.js';
import { temporaryFolder } from '../support/temporary-folder.js';
import { paragraphOn } from '../support/temporary-index.js';

const storage = new AtomicStorage();
const MODEL = { name: 'hash', fingerprint: 'hash', dimensions: 16 };
const TOPICS = ['trade', 'health', 'rivers', 'schools', 'roads', 'harvests'];

function articleOf(articleId: string, topics: readonly string[]) {
  const paragraphs = topics.map(paragraphOn);
  const article = makeArticle({ articleId, source: 'Example', date: '2024-05-01', paragraphs });
  const chunks = splitChunks(article);
  const texts = chunks.map(({ start, end }) => article.text.slice(start, end));
  return freshArticle(article, chunks, texts.map(hashVector));
}

interface Addition {
  readonly before?: Generation;
  readonly fresh?: Draft['fresh'];
  readonly removed?: readonly string[];
  readonly rewrite?: boolean;
}

/** Articles of a name that is there already replace it. */
function draftOf(generation: number, { before, fresh = [], removed = [], rewrite = false }: Addition): Draft {
  const gone = new Set([...removed, ...fresh.map(({ article }) => article.articleId)]);
  const kept = new Set(before?.snapshot.articles.filter(({ articleId }) => !gone.has(articleId)));
  return { generation, model: MODEL, chunkingVersion: 1, before, fresh, kept, rewrite };
}

async function store(folder: string, draft: Draft): Promise<Generation> {
  const generation = await writeGeneration(folder, draft, storage);
  await commitGeneration(folder, draft.generation, storage);
  return generation;
}

async function readBack(folder: string): Promise<Generation> {
  const read = await readGeneration(folder, storage);
  if (read === undefined) throw new Error('There is no generation.');
  return read;
}

/** All that can be seen of a generation, whatever segments it is made of. */
function contentOf({ model, chunkingVersion, snapshot }: Generation) {
  const { generation, committedAt, articles, chunkPostings, articlePostings } = snapshot;
  const chunks = chunksOf(snapshot).map(({ row, ...chunk }) => ({
    ...chunk,
    isUsed: row < snapshot.block.rows,
  }));
  const words = TOPICS.map((topic) => [chunkPostings.countOf(topic), articlePostings.countOf(topic)]);
  const lengths = [chunkPostings.averageLength, articlePostings.averageLength];
  const vectors = vectorsOf(snapshot);
  return { model, chunkingVersion, generation, committedAt, articles, chunks, words, lengths, vectors };
}

const segmentsOf = (folder: string): Promise<string[]> => readdir(path.join(folder, 'segments'));

describe('a generation', () => {
  test.each<[string, string[][]]>([
    ['some articles', [TOPICS.slice(0, 4), TOPICS.slice(4)]],
    ['one article', [['trade']]],
    ['no articles', []],
  ])('of %s is read as it was written', async (_, topics) => {
    const folder = await temporaryFolder();
    const fresh = topics.map((list, at) => articleOf(`article-${at}`, list));
    const written = await store(folder, draftOf(3, { fresh }));
    const read = await readBack(folder);
    expect(contentOf(read)).toEqual(contentOf(written));
    expect(read.snapshot).toMatchObject({ generation: 3, dimensions: 16 });
    expect(read.snapshot.articles).toEqual(fresh.map(({ article }) => article));
    expect(vectorsOf(read.snapshot)).toEqual(fresh.flatMap(({ vectors }) => [...vectors]));
  });

  test('counts only once it is committed', async () => {
    const folder = await temporaryFolder();
    const [first, second] = ['trade', 'health'].map((topic) => [articleOf('a', [topic])]);
    await writeGeneration(folder, draftOf(1, { fresh: first ?? [] }), storage);
    expect(await readGeneration(folder, storage)).toBeUndefined();
    await commitGeneration(folder, 1, storage);
    await writeGeneration(folder, draftOf(2, { fresh: second ?? [] }), storage);
    expect((await readBack(folder)).snapshot.generation).toBe(1);
    await commitGeneration(folder, 2, storage);
    expect((await readBack(folder)).snapshot.generation).toBe(2);
  });

  test('that was begun before is written anew', async () => {
    const folder = await temporaryFolder();
    await writeGeneration(folder, draftOf(1, { fresh: [articleOf('a', TOPICS)] }), storage);
    await writeGeneration(folder, draftOf(1, {}), storage);
    expect(await readdir(path.join(folder, folderOf(1)))).toEqual(['manifest.json']);
  });
});

describe('the next generation', () => {
  test('leaves unchanged segments as they are, and shares the vectors in memory', async () => {
    const folder = await temporaryFolder();
    const first = await store(folder, draftOf(1, { fresh: [articleOf('a', TOPICS)] }));
    const file = path.join(folder, 'segments', '000001-0000', 'passages-0000', 'index.bin');
    const before = await stat(file);
    const second = await store(folder, draftOf(2, { before: first, fresh: [articleOf('b', ['trade'])] }));
    expect(await segmentsOf(folder)).toEqual(['000001-0000', '000002-0000']);
    expect(await stat(file)).toMatchObject({ ino: before.ino, mtimeMs: before.mtimeMs });
    expect(second.snapshot.block).toBe(first.snapshot.block);
    expect(first.snapshot.articles.map(({ articleId }) => articleId)).toEqual(['a']);
    expect(contentOf(await readBack(folder))).toEqual(contentOf(second));
  });

  test('marks a removed article, and writes the segment again when a third of it is gone', async () => {
    const folder = await temporaryFolder();
    const fresh = TOPICS.map((topic) => articleOf(topic, [topic]));
    const first = await store(folder, draftOf(1, { fresh }));
    const second = await store(folder, draftOf(2, { before: first, removed: ['trade'] }));
    expect(await segmentsOf(folder)).toEqual(['000001-0000']);
    expect(second.snapshot.chunkPostings.countOf('trade')).toBe(0);
    expect(contentOf(await readBack(folder))).toEqual(contentOf(second));
    const third = await store(folder, draftOf(3, { before: second, removed: ['roads', 'rivers'] }));
    expect(third.parts.map(({ entry: { name } }) => name)).toEqual(['000003-0000']);
    expect(third.snapshot.articles.map(({ articleId }) => articleId)).toEqual([
      'harvests',
      'health',
      'schools',
    ]);
    expect(contentOf(await readBack(folder))).toEqual(contentOf(third));
  });

  test('looks the same as one that is written from scratch', async () => {
    const folder = await temporaryFolder();
    const fresh = TOPICS.map((topic, at) => articleOf(topic, TOPICS.slice(0, at + 1)));
    let generation = await store(folder, draftOf(1, { fresh: fresh.slice(0, 2) }));
    for (const [at, one] of fresh.slice(2).entries())
      generation = await store(folder, draftOf(at + 2, { before: generation, fresh: [one] }));
    const again = { ...draftOf(5, { fresh }), before: undefined };
    const expected = contentOf(await store(await temporaryFolder(), again));
    expect({ ...contentOf(generation), committedAt: '' }).toEqual({ ...expected, committedAt: '' });
    expect(contentOf(await readBack(folder))).toEqual(contentOf(generation));
  });

  test('may be written whole, when what is on disk cannot be relied on', async () => {
    const [folder, other] = [await temporaryFolder(), await temporaryFolder()];
    const before = await store(
      folder,
      draftOf(1, { fresh: [articleOf('a', TOPICS), articleOf('b', TOPICS)] }),
    );
    const second = await store(other, draftOf(2, { before, removed: ['b'], rewrite: true }));
    expect(await segmentsOf(other)).toEqual(['000002-0000']);
    expect(contentOf(await readBack(other))).toEqual(contentOf(second));
  });
});

test("Vectra's own query on the stored passages ranks as a plain loop over cosines", async () => {
  const folder = await temporaryFolder();
  const fresh = [articleOf('article-0', TOPICS.slice(0, 3)), articleOf('article-1', TOPICS.slice(3))];
  const { snapshot } = await store(folder, draftOf(1, { fresh }));
  const segment = path.join(folder, 'segments', '000001-0000', 'passages-0000');
  const index = new LocalIndex(segment, undefined, storage, passageCodec);
  for (const question of ['Who builds roads?', 'What of the rivers?', '']) {
    const query = [...hashVector(question)];
    const plain = chunksOf(snapshot)
      .map(({ article, start, row }) => ({
        id: `article-${article}#${start}`,
        score: query.reduce(
          (sum, value, at) => sum + value * (snapshot.block.vectors[row * 16 + at] ?? 0),
          0,
        ),
      }))
      .toSorted((a, b) => b.score - a.score);
    const results = await index.queryItems(query, '', 6);
    expect(results.map(({ item }) => item.id)).toEqual(plain.map(({ id }) => id));
    results.forEach(({ score }, at) => expect(score).toBeCloseTo(plain[at]?.score ?? 0, 5));
  }
  const [found] = await index.listItemsByMetadata({ articleId: { $eq: 'article-1' }, first: { $eq: 2 } });
  expect(found?.metadata).toMatchObject({ articleId: 'article-1', first: 2, last: 2 });
});

test('an article with more passages than one Vectra index takes is in several, in order', async () => {
  const article = makeArticle({ articleId: 'long', paragraphs: [paragraphOn('everything')] });
  const [chunk = { start: 0, end: 1, first: 1, last: 1 }] = splitChunks(article);
  const count = 3 * 4096 + 10;
  const chunks = Array.from({ length: count }, (_, at) => ({ ...chunk, start: at % 7 }));
  const rows = chunks.map((_, at) => Float32Array.of(at, at + 1));
  const folder = await temporaryFolder();
  const model = { ...MODEL, dimensions: 2 };
  await store(folder, { ...draftOf(1, { fresh: [freshArticle(article, chunks, rows)] }), model });
  const names = await readdir(path.join(folder, 'segments', '000001-0000'));
  expect(names.filter((name) => name.startsWith('passages-'))).toHaveLength(4);
  const { snapshot } = await readBack(folder);
  expect(chunksOf(snapshot).map(({ start }) => start)).toEqual(chunks.map(({ start }) => start));
  expect(vectorsOf(snapshot)).toEqual(rows.flatMap((row) => [...row]));
});

test('the manifest vouches for every file of every segment', async () => {
  const folder = await temporaryFolder();
  await store(folder, draftOf(1, { fresh: [articleOf('a', TOPICS)] }));
  const manifest = await readFile(path.join(folder, folderOf(1), 'manifest.json'), 'utf8');
  for (const file of ['articles.bin', 'postings.bin', 'passages-0000/index.bin'])
    expect(manifest).toMatch(new RegExp(`"${file}": "[0-9a-f]{8}"`, 'u'));
});
