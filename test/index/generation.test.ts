/** Generations in a real folder; Vectra's own query on what is stored is the judge of the format. */
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { LocalIndex } from 'vectra';
import { splitChunks } from '../../src/articles/chunks.js';
import { AtomicStorage } from '../../src/index/atomic-storage.js';
import {
  commitGeneration,
  folderOf,
  readGeneration,
  writeGeneration,
  type Draft,
} from '../../src/index/generation.js';
import { passageCodec } from '../../src/index/passage-codec.js';
import { hashOf } from '../../src/text/hash.js';
import { hashVector } from '../support/hash-vector.mjs';
import { makeArticle } from '../support/snapshots.js';
import { temporaryFolder } from '../support/temporary-folder.js';
import { paragraphOn } from '../support/temporary-index.js';

const storage = new AtomicStorage();
const MODEL = { name: 'hash', fingerprint: 'hash', dimensions: 16 };
const TOPICS = ['trade', 'health', 'rivers', 'schools', 'roads', 'harvests'];

function draftOf(generation: number, topics: readonly (readonly string[])[]): Draft {
  const articles = topics.map((list, at) =>
    makeArticle({
      articleId: `article-${at}`,
      source: 'Example',
      date: '2024-05-01',
      paragraphs: list.map(paragraphOn),
    }),
  );
  const chunks = articles.flatMap((one, article) => splitChunks(one).map((chunk) => ({ ...chunk, article })));
  const texts = chunks.map(({ article, start, end }) => (articles[article]?.text ?? '').slice(start, end));
  const vectors = new Float32Array(texts.length * MODEL.dimensions);
  texts.forEach((text, row) => vectors.set(hashVector(text), row * MODEL.dimensions));
  const hashes = texts.map((text) => hashOf(text).slice(0, 32));
  return { generation, model: MODEL, chunkingVersion: 1, articles, chunks, hashes, vectors };
}

async function stored(draft: Draft): Promise<string> {
  const folder = await temporaryFolder();
  await writeGeneration(folder, draft, storage);
  await commitGeneration(folder, draft.generation, storage);
  return folder;
}

describe('a generation', () => {
  test.each<[string, string[][]]>([
    ['some articles', [TOPICS.slice(0, 4), TOPICS.slice(4)]],
    ['one article', [['trade']]],
    ['no articles', []],
  ])('of %s is read as it was written', async (_, topics) => {
    const folder = await temporaryFolder();
    const draft = draftOf(3, topics);
    const written = await writeGeneration(folder, draft, storage);
    await commitGeneration(folder, 3, storage);
    const read = await readGeneration(folder, storage);
    expect(read).toEqual(written);
    expect(read?.snapshot).toMatchObject({ generation: 3, articles: draft.articles, dimensions: 16 });
    expect(read?.vectors).toEqual(draft.vectors);
  });

  test('counts only once it is committed', async () => {
    const folder = await temporaryFolder();
    await writeGeneration(folder, draftOf(1, [['trade']]), storage);
    expect(await readGeneration(folder, storage)).toBeUndefined();
    await commitGeneration(folder, 1, storage);
    await writeGeneration(folder, draftOf(2, [['health']]), storage);
    expect((await readGeneration(folder, storage))?.snapshot.generation).toBe(1);
    await commitGeneration(folder, 2, storage);
    expect((await readGeneration(folder, storage))?.snapshot.generation).toBe(2);
  });

  test('that was begun before is written anew', async () => {
    const folder = await temporaryFolder();
    await writeGeneration(folder, draftOf(1, [TOPICS]), storage);
    await writeGeneration(folder, draftOf(1, []), storage);
    expect((await readdir(path.join(folder, folderOf(1)))).toSorted()).toEqual([
      'articles.jsonl',
      'manifest.json',
    ]);
  });
});

test("Vectra's own query on the stored passages ranks as a plain loop over cosines", async () => {
  const draft = draftOf(1, [TOPICS.slice(0, 3), TOPICS.slice(3)]);
  const folder = path.join(await stored(draft), folderOf(1), 'passages-0000');
  const index = new LocalIndex(folder, undefined, storage, passageCodec);
  for (const question of ['Who builds roads?', 'What of the rivers?', '']) {
    const query = [...hashVector(question)];
    const plain = draft.chunks
      .map(({ article, start }, row) => ({
        id: `article-${article}#${start}`,
        score: query.reduce((sum, value, at) => sum + value * (draft.vectors[row * 16 + at] ?? 0), 0),
      }))
      .toSorted((a, b) => b.score - a.score);
    const results = await index.queryItems(query, '', 6);
    expect(results.map(({ item }) => item.id)).toEqual(plain.map(({ id }) => id));
    results.forEach(({ score }, at) => expect(score).toBeCloseTo(plain[at]?.score ?? 0, 5));
  }
  const [found] = await index.listItemsByMetadata({ articleId: { $eq: 'article-1' }, first: { $eq: 2 } });
  expect(found?.metadata).toMatchObject({ articleId: 'article-1', first: 2, last: 2 });
});

test('more passages than one segment takes are in several, in order', async () => {
  const article = makeArticle({ articleId: 'long', paragraphs: [paragraphOn('everything')] });
  const [chunk = { start: 0, end: 1, first: 1, last: 1 }] = splitChunks(article);
  const count = 3 * 4096 + 10;
  const draft: Draft = {
    generation: 1,
    model: { ...MODEL, dimensions: 2 },
    chunkingVersion: 1,
    articles: [article],
    chunks: Array.from({ length: count }, (_, at) => ({ ...chunk, article: 0, start: at % 7 })),
    hashes: Array.from({ length: count }, (_, at) => String(at)),
    vectors: Float32Array.from({ length: 2 * count }, (_, at) => at),
  };
  const folder = await stored(draft);
  expect(await readdir(path.join(folder, folderOf(1)))).toContain('passages-0003');
  const read = await readGeneration(folder, storage);
  expect(read?.hashes).toEqual(draft.hashes);
  expect(read?.chunks).toEqual(draft.chunks);
  expect(read?.vectors).toEqual(draft.vectors);
});
