/**
 * kill -9 in the middle of building, re-indexing, removing and compacting: whatever the moment, the index opens again with a generation that was
 * committed as a whole, no acknowledged one is lost, and the next run puts everything right.
 */
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import type { Embedder } from '../../src/embedding/embedder.js';
import { AtomicStorage } from '../../src/index/atomic-storage.js';
import { readManifest } from '../../src/index/manifest.js';
import type { PassageIndex } from '../../src/index/passage-index.js';
import { fakeEmbedder } from '../support/embedder.js';
import { hashVector } from '../support/hash-vector.mjs';
import { vectorsOf } from '../support/snapshots.js';
import { reportOf, temporaryIndex, textsOf, type TemporaryIndex } from '../support/temporary-index.js';
import { filesOfVersion, writeVersion } from '../support/versions.mjs';

const INDEXING = fileURLToPath(new URL('../support/indexing-process.mjs', import.meta.url));
const VERSIONS = 4;
/** Chance may let a process finish before its moment comes; an earlier moment is tried then. */
const TRIES = 10;
/** `npm run torture` asks for more. */
const KILLS = Number(process.env['KILLS'] ?? '25');

const messageSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('opened') }),
  z.object({ kind: z.literal('committed'), version: z.number(), generation: z.number() }),
  z.object({ kind: z.literal('finished'), steps: z.number() }),
  z.object({ kind: z.literal('refused'), name: z.string(), message: z.string() }),
]);
type Message = z.infer<typeof messageSchema>;

const embedder: Embedder = {
  ...fakeEmbedder({ fingerprint: 'hash' }),
  embedPassage: (text) => Promise.resolve(hashVector(text)),
};

function startIndexing(place: TemporaryIndex, versions: number, killAt: number): ChildProcess {
  const { directory, articlesDirectory } = place;
  const child = fork(INDEXING, [directory, articlesDirectory, `${versions}`, `${killAt}`]);
  onTestFinished(() => void child.kill('SIGKILL'));
  return child;
}

/** Everything the process says until it ends. */
async function listen(child: ChildProcess): Promise<Message[]> {
  const messages: Message[] = [];
  child.on('message', (message) => messages.push(messageSchema.parse(message)));
  await once(child, 'close');
  return messages;
}

const textsOfVersion = (version: number) => filesOfVersion(version).flatMap(([, paragraphs]) => paragraphs);

function expectWhole(index: PassageIndex, version: number): void {
  expect(textsOf(index)).toEqual(textsOfVersion(version));
  const rows = textsOfVersion(version).flatMap((text) => [...hashVector(text)]);
  const snapshot = index.snapshot();
  expect(snapshot === undefined ? [] : vectorsOf(snapshot)).toEqual(rows);
}

/** How many moments there are to be killed at. */
async function countSteps(): Promise<number> {
  const messages = await listen(startIndexing(await temporaryIndex(), VERSIONS, 0));
  const last = messages.at(-1);
  return last?.kind === 'finished' ? last.steps : 0;
}

/** Kills a process at a moment of its work, as a share of it. */
async function kill(share: number, steps: number) {
  let most = steps;
  for (let tries = 1; tries <= TRIES; tries++) {
    const place = await temporaryIndex();
    const killAt = 1 + Math.floor(share * most);
    const child = startIndexing(place, VERSIONS, killAt);
    const messages = await listen(child);
    const last = messages.at(-1);
    if (child.signalCode === 'SIGKILL' && last?.kind !== 'finished') return { place, messages, killAt };
    if (last?.kind !== 'finished') throw new Error(`The process ended with ${JSON.stringify(last)}.`);
    most = Math.min(most, last.steps) - 1; // its work had fewer steps this time
  }
  throw new Error(`No process lived long enough to be killed in ${TRIES} tries.`);
}

/** @returns the version that was acknowledged before the end, or 0. */
async function killAndMend(share: number, steps: number): Promise<number> {
  const { place, messages, killAt } = await kill(share, steps);
  const acknowledged = messages.findLast((message) => message.kind === 'committed');
  const index = await place.open({ embedder });
  const generation = index.snapshot()?.generation ?? 0;
  const expected = acknowledged?.generation ?? 0;
  // The commit may have been done, and the process killed before it could say so.
  expect([expected, expected + 1], `killed at ${killAt}`).toContain(generation);
  if (generation > 0) expectWhole(index, (acknowledged?.version ?? 0) + generation - expected);
  await mend(place, index);
  return acknowledged?.version ?? 0;
}

/** The next run puts everything right and leaves nothing of the killed one. */
async function mend(place: TemporaryIndex, index: PassageIndex): Promise<void> {
  for (const file of await readdir(place.articlesDirectory)) await place.remove(file);
  await writeVersion(place.articlesDirectory, VERSIONS + 1);
  reportOf(await index.reindex());
  expectWhole(index, VERSIONS + 1);
  const current = `generation-${String(index.snapshot()?.generation).padStart(6, '0')}`;
  expect((await readdir(place.directory)).toSorted()).toEqual(['CURRENT', current, 'lock', 'segments']);
  await index.close();
}

test(`${KILLS} of ${KILLS} processes killed at moments of their work lose no acknowledged generation`, async () => {
  const steps = await countSteps();
  expect(steps).toBeGreaterThan(100);
  const offset = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });
  const [offsets = []] = fc.sample(fc.array(offset, { minLength: KILLS, maxLength: KILLS }), {
    numRuns: 1,
    seed: 20260101,
  });
  const reached: number[] = [];
  for (const [at, one] of offsets.entries()) reached.push(await killAndMend((at + one) / KILLS, steps));
  expect(reached).toHaveLength(KILLS);
  // Each of the four kinds of work was hit.
  expect(new Set(reached)).toEqual(new Set(Array.from({ length: VERSIONS }, (_, version) => version)));
}, 1_200_000);

test('the work that is killed marks what was removed, and then writes the rest again', async () => {
  const place = await temporaryIndex();
  const index = await place.open({ embedder });
  const segments = async () => {
    const manifest = await readManifest(place.directory, new AtomicStorage());
    return manifest?.segments.map(({ name, dead }) => [name, dead.length]);
  };
  const found: unknown[] = [];
  for (let version = 1; version <= VERSIONS; version++) {
    await writeVersion(place.articlesDirectory, version);
    reportOf(await index.reindex());
    found.push(await segments());
  }
  expect(found).toEqual([
    [['000001-0000', 0]],
    [
      ['000001-0000', 2],
      ['000002-0000', 0],
    ],
    [
      ['000001-0000', 3],
      ['000002-0000', 0],
    ],
    [['000004-0000', 0]],
  ]);
});
