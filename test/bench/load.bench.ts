/** Opening an index in a fresh process: time and memory, against vectra as shipped on the same passages. */
import { execFile } from 'node:child_process';
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { JsonCodec, ProtobufCodec } from 'vectra';
import { z } from 'zod';
import { AtomicStorage } from '../../src/index/atomic-storage.js';
import { writeGeneration } from '../../src/index/generation.js';
import { commitGeneration } from '../../src/index/manifest.js';
import { temporaryFolder } from '../support/temporary-folder.js';
import { median, report, timesOf } from './figures.js';
import { gatherMaterial, MODEL, SIZE, type Material } from './material.js';
import { MOST_JSON, MOST_PROTOBUF, writeVectra } from './vectra-index.js';

const LOADING = fileURLToPath(new URL('loading-process.mjs', import.meta.url));
const ROUNDS = 5;
const MB = 1024 * 1024;

const resultSchema = z.object({
  ms: z.number(),
  cpuMs: z.number(),
  rss: z.number(),
  longest: z.number(),
  longestBusy: z.number(),
  isLoaded: z.literal(true),
});

async function load(kind: string, folder: string) {
  const args = ['--expose-gc', '--max-old-space-size=6000', LOADING, kind, folder];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  return resultSchema.parse(JSON.parse(stdout));
}

async function sizeOf(folder: string): Promise<number> {
  const names = await readdir(folder, { recursive: true });
  const sizes = names.map(async (name) => {
    const found = await stat(path.join(folder, name));
    return found.isFile() ? found.size : 0;
  });
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}

/** Milliseconds that it takes to read all files, one behind the other. */
async function readingOf(folder: string): Promise<number> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = names.filter((one) => one.isFile()).map((one) => path.join(one.parentPath, one.name));
  const storage = new AtomicStorage();
  let known = Buffer.alloc(0);
  // New memory for each would have to be cleared, and collected, many times.
  const scratch = (bytes: number): Buffer[] => {
    if (known.length < bytes) known = Buffer.allocUnsafeSlow(bytes);
    return [known.subarray(0, bytes)];
  };
  const times = await timesOf(ROUNDS, async () => {
    for (const file of files) await storage.readInto(file, scratch);
  });
  return median(times);
}

async function writeAll({ articles, passages }: Material): Promise<Record<string, string>> {
  const folders: Record<string, string> = { own: await temporaryFolder() };
  const storage = new AtomicStorage();
  const draft = { generation: 1, model: MODEL, chunkingVersion: 1, before: undefined, fresh: articles };
  await writeGeneration(folders['own'] ?? '', { ...draft, kept: new Set(), rewrite: false }, storage);
  await commitGeneration(folders['own'] ?? '', 1, storage);
  const codecs = {
    ...(passages <= MOST_JSON && { json: new JsonCodec() }),
    ...(passages <= MOST_PROTOBUF && { protobuf: new ProtobufCodec() }),
  };
  for (const [name, codec] of Object.entries(codecs)) {
    folders[name] = await temporaryFolder();
    await writeVectra(folders[name], codec, articles);
  }
  return folders;
}

test('load', async () => {
  const material = await gatherMaterial(SIZE);
  const folders = await writeAll(material);
  const results: Record<string, z.infer<typeof resultSchema>[]> = {};
  for (let round = 0; round < ROUNDS; round++) {
    for (const [name, folder] of Object.entries(folders))
      (results[name] ??= []).push(await load(name, folder));
  }
  const middle = (name: string, key: 'ms' | 'cpuMs' | 'rss' | 'longest' | 'longestBusy'): number =>
    median((results[name] ?? []).map((one) => one[key]));
  const figures: Record<string, number | string> = { origin: material.origin };
  for (const [name, folder] of Object.entries(folders)) {
    const bytes = await sizeOf(folder);
    figures[`${name}: load, ms`] = middle(name, 'ms');
    figures[`${name}: load, ms of processor time`] = middle(name, 'cpuMs');
    figures[`${name}: longest stall, ms`] = middle(name, 'longest');
    figures[`${name}: longest stall, busy, ms`] = middle(name, 'longestBusy');
    figures[`${name}: on disk, MB`] = bytes / MB;
    figures[`${name}: memory added, MB`] = middle(name, 'rss') / MB;
    figures[`${name}: memory added, times the bytes on disk`] = middle(name, 'rss') / bytes;
    if (name === 'own')
      figures['own: load vs reading its files, times its time'] =
        middle('own', 'ms') / (await readingOf(folder));
    else {
      figures[`own vs ${name}, times faster`] = middle(name, 'ms') / middle('own', 'ms');
      figures[`own vs ${name}, times less processor time`] = middle(name, 'cpuMs') / middle('own', 'cpuMs');
    }
  }
  report(`load, ${material.passages} passages`, figures);
  expect(Object.keys(folders)).toContain('own');
});
