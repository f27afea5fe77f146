/** Adding an article of twenty paragraphs, from vectors to the commit; a run over articles that have not changed. */
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { JsonCodec, ProtobufCodec, type LocalIndex } from 'vectra';
import { AtomicStorage } from '../../src/index/atomic-storage.js';
import { writeGeneration, type Generation } from '../../src/index/generation.js';
import { commitGeneration } from '../../src/index/manifest.js';
import { PassageIndex } from '../../src/index/passage-index.js';
import type { FreshArticle } from '../../src/index/segment.js';
import { fakeEmbedder } from '../support/embedder.js';
import { silentLog } from '../support/silent-log.js';
import { makeArticle } from '../support/snapshots.js';
import { temporaryFolder } from '../support/temporary-folder.js';
import { paragraphOn, reportOf } from '../support/temporary-index.js';
import { hashOf } from '../../src/text/hash.js';
import { longestStall, median, report, timesOf, type Stall } from './figures.js';
import {
  gatherMaterial,
  MODEL,
  randomNumbers,
  SIZE,
  unitVector,
  withVectors,
  type Material,
} from './material.js';
import { MOST_JSON, MOST_PROTOBUF, toItems, writeVectra } from './vectra-index.js';

const ADDITIONS = 40;
/** Vectra takes seconds for each. */
const FEW_ADDITIONS = 3;
/** The run over unchanged articles is a matter of files; more of them say no more. */
const MOST_PARAGRAPHS = 10_000;
/** About as many bytes as an article of twenty paragraphs adds. */
const ADDED_BYTES = 64 * 1024;

const storage = new AtomicStorage();

async function commit(folder: string, before: Generation | undefined, fresh: readonly FreshArticle[]) {
  const generation = (before?.snapshot.generation ?? 0) + 1;
  const kept = new Set(before?.snapshot.articles);
  const draft = { generation, model: MODEL, chunkingVersion: 1, before, fresh, kept, rewrite: false };
  const written = await writeGeneration(folder, draft, storage);
  await commitGeneration(folder, generation, storage);
  return written;
}

function articleOf(articleId: string, random: () => number): FreshArticle {
  const paragraphs = Array.from({ length: 20 }, (_, n) => paragraphOn(`matter ${articleId} of ${n}`));
  return withVectors(makeArticle({ articleId, paragraphs }), () => unitVector(random));
}

/** The same addition to Vectra as shipped, and what the disk takes for one file. @returns medians by name. */
async function timeOthers({ articles, passages }: Material): Promise<Record<string, number>> {
  const content = Buffer.alloc(ADDED_BYTES, 1);
  const file = path.join(await temporaryFolder(), 'file');
  const times = {
    'one file of as many bytes': median(await timesOf(ADDITIONS, () => storage.upsertFile(file, content))),
  };
  const random = randomNumbers(4);
  const add = async (index: LocalIndex, call: number): Promise<void> => {
    await index.batchInsertItems(toItems(articleOf(`z-${call}`, random)));
  };
  const codecs = {
    ...(passages <= MOST_JSON && { 'vectra json': new JsonCodec() }),
    ...(passages <= MOST_PROTOBUF && { 'vectra protobuf': new ProtobufCodec() }),
  };
  for (const [name, codec] of Object.entries(codecs)) {
    const index = await writeVectra(await temporaryFolder(), codec, articles);
    Object.assign(times, { [name]: median(await timesOf(FEW_ADDITIONS, (call) => add(index, call))) });
  }
  return times;
}

test('commit', async () => {
  const material = await gatherMaterial(SIZE);
  const folder = await temporaryFolder();
  let live: Generation | undefined;
  const started = performance.now();
  const firstStall = await longestStall(
    async () => (live = await commit(folder, undefined, material.articles)),
  );
  const first = (performance.now() - started) / 1000;
  const random = randomNumbers(3);
  const [times, stalls]: [number[], Stall[]] = [[], []];
  for (let at = 0; at < ADDITIONS; at++) {
    const fresh = [articleOf(`z-${at}`, random)];
    const begun = performance.now();
    stalls.push(await longestStall(async () => (live = await commit(folder, live, fresh))));
    times.push(performance.now() - begun);
  }
  const others = await timeOthers(material);
  report(`commit, ${material.passages} passages`, {
    origin: material.origin,
    'all of them, s': first,
    'longest stall meanwhile, ms': firstStall.wall,
    'longest stall meanwhile, busy, ms': firstStall.busy,
    'one article of 20 paragraphs, p50, ms': median(times),
    ...Object.fromEntries(
      Object.entries(others).map(([name, ms]) => [
        `one article vs ${name}, times its time`,
        median(times) / ms,
      ]),
    ),
    'one article, slowest, ms': Math.max(...times),
    'one article, stall p50, ms': median(stalls.map(({ wall }) => wall)),
    'one article, longest stall, ms': Math.max(...stalls.map(({ wall }) => wall)),
    'one article, longest stall, busy, ms': Math.max(...stalls.map(({ busy }) => busy)),
    'segments at the end': (await readdir(path.join(folder, 'segments'))).length,
  });
  expect(live?.snapshot.articles.length).toBe(material.articles.length + ADDITIONS);
});

/** What changes with anything that is written into a folder. */
async function stampsOf(folder: string) {
  const names = (await readdir(folder, { recursive: true })).toSorted();
  const stamp = async (name: string) => {
    const { ino, mtimeMs, ctimeMs, size } = await stat(path.join(folder, name));
    return { name, ino, mtimeMs, ctimeMs, size };
  };
  return Promise.all(names.map(stamp));
}

async function readOnce(folder: string): Promise<void> {
  for (const name of await readdir(folder)) hashOf(await readFile(path.join(folder, name)));
}

test('unchanged', async () => {
  const { articles } = await gatherMaterial(Math.min(SIZE, MOST_PARAGRAPHS));
  const folder = await temporaryFolder();
  const [directory, articlesDirectory] = [path.join(folder, 'index'), path.join(folder, 'articles')];
  await mkdir(articlesDirectory);
  for (const { article } of articles)
    await writeFile(path.join(articlesDirectory, `${article.articleId}.txt`), article.text);
  const embedder = fakeEmbedder({ dimensions: 384 });
  const index = await PassageIndex.open({ directory, articlesDirectory, embedder, log: silentLog() });
  const { paragraphs } = reportOf(await index.reindex());
  const written = await stampsOf(directory);
  const read = await timesOf(5, () => readOnce(articlesDirectory));
  const seconds: number[] = [];
  const stall = await longestStall(async () => {
    for (let at = 0; at < 5; at++) seconds.push(reportOf(await index.reindex()).seconds);
  });
  report(`unchanged, ${paragraphs} paragraphs in ${articles.length} files`, {
    'a run over them, s': median(seconds),
    'a run vs reading and hashing the files, times its time': (1000 * median(seconds)) / median(read),
    'longest stall meanwhile, ms': stall.wall,
    'longest stall meanwhile, busy, ms': stall.busy,
  });
  expect(await stampsOf(directory)).toEqual(written); // no file was written
  await index.close();
});
