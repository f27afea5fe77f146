/**
 * kill -9 in the middle of building and re-indexing: whatever the moment, the index opens again with a generation that was
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
import type { PassageIndex } from '../../src/index/passage-index.js';
import { fakeEmbedder } from '../support/embedder.js';
import { hashVector } from '../support/hash-vector.mjs';
import { vectorsOf } from '../support/snapshots.js';
import { reportOf, temporaryIndex, textsOf, type TemporaryIndex } from '../support/temporary-index.js';
import { filesOfVersion, writeVersion } from '../support/versions.mjs';

const INDEXING = fileURLToPath(new URL('../support/indexing-process.mjs', import.meta.url));
const VERSIONS = 3;
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

/** @returns whether it was killed: the last moments may come after the work of a quick process. */
async function killAndMend(killAt: number): Promise<boolean> {
  const place = await temporaryIndex();
  const messages = await listen(startIndexing(place, VERSIONS, killAt));
  const acknowledged = messages.findLast((message) => message.kind === 'committed');
  const index = await place.open({ embedder });
  const generation = index.snapshot()?.generation ?? 0;
  const expected = acknowledged?.generation ?? 0;
  // The commit may have been done, and the process killed before it could say so.
  expect([expected, expected + 1], `killed at ${killAt}`).toContain(generation);
  if (generation > 0) expectWhole(index, (acknowledged?.version ?? 0) + generation - expected);
  await mend(place, index);
  return messages.every(({ kind }) => kind !== 'finished');
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

test(`a process killed at ${KILLS} moments of its work loses no acknowledged generation`, async () => {
  const steps = await countSteps();
  expect(steps).toBeGreaterThan(100);
  const offset = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });
  const [offsets = []] = fc.sample(fc.array(offset, { minLength: KILLS, maxLength: KILLS }), {
    numRuns: 1,
    seed: 20260101,
  });
  let killed = 0;
  for (const [at, one] of offsets.entries())
    if (await killAndMend(1 + Math.floor(((at + one) * steps) / KILLS))) killed++;
  expect(killed).toBeGreaterThanOrEqual(Math.floor(0.95 * KILLS));
}, 1_200_000);
