/** Adding an article of twenty paragraphs, from vectors to the commit; a run over articles that have not changed. */
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
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
import { longestStall, median, report } from './figures.js';
import { gatherMaterial, MODEL, randomNumbers, SIZE, unitVector, withVectors } from './material.js';

const ADDITIONS = 40;
/** The run over unchanged articles is a matter of files; more of them say no more. */
const MOST_FILES = 20_000;

const storage = new AtomicStorage();

async function commit(folder: string, before: Generation | undefined, fresh: readonly FreshArticle[]) {
  const generation = (before?.snapshot.generation ?? 0) + 1;
  const kept = new Set(before?.snapshot.articles);
  const draft = { generation, model: MODEL, chunkingVersion: 1, before, fresh, kept, rewrite: false };
  const written = await writeGeneration(folder, draft, storage);
  await commitGeneration(folder, generation, storage);
  return written;
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
  const [times, stalls]: [number[], number[]] = [[], []];
  for (let at = 0; at < ADDITIONS; at++) {
    const paragraphs = Array.from({ length: 20 }, (_, n) => paragraphOn(`matter ${at} of ${n}`));
    const fresh = [withVectors(makeArticle({ articleId: `z-${at}`, paragraphs }), () => unitVector(random))];
    const begun = performance.now();
    stalls.push(await longestStall(async () => (live = await commit(folder, live, fresh))));
    times.push(performance.now() - begun);
  }
  report(`commit, ${material.passages} passages`, {
    origin: material.origin,
    'all of them, s': first,
    'longest stall meanwhile, ms': firstStall,
    'one article of 20 paragraphs, p50, ms': median(times),
    'one article, slowest, ms': Math.max(...times),
    'one article, stall p50, ms': median(stalls),
    'one article, longest stall, ms': Math.max(...stalls),
    'segments at the end': (await readdir(path.join(folder, 'segments'))).length,
  });
  expect(live?.snapshot.articles.length).toBe(material.articles.length + ADDITIONS);
});

test('unchanged', async () => {
  const { articles } = await gatherMaterial(Math.min(SIZE, MOST_FILES));
  const folder = await temporaryFolder();
  const [directory, articlesDirectory] = [path.join(folder, 'index'), path.join(folder, 'articles')];
  await mkdir(articlesDirectory);
  for (const { article } of articles)
    await writeFile(path.join(articlesDirectory, `${article.articleId}.txt`), article.text);
  const embedder = fakeEmbedder({ dimensions: 384 });
  const index = await PassageIndex.open({ directory, articlesDirectory, embedder, log: silentLog() });
  const { paragraphs } = reportOf(await index.reindex());
  const written = await readdir(directory, { recursive: true });
  const seconds: number[] = [];
  const stall = await longestStall(async () => {
    for (let at = 0; at < 5; at++) seconds.push(reportOf(await index.reindex()).seconds);
  });
  report(`unchanged, ${paragraphs} paragraphs in ${articles.length} files`, {
    'a run over them, s': median(seconds),
    'longest stall meanwhile, ms': stall,
  });
  expect(await readdir(directory, { recursive: true })).toEqual(written);
  await index.close();
});
