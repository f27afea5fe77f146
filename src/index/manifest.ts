/**
 * Which generation counts, and what it consists of. The file CURRENT names it; replacing that file, in one step, is the
 * commit. The manifest of a generation names its segments, which it shares with others.
 */
import path from 'node:path';
import { z } from 'zod';
import { IndexDamagedError, IndexVersionError, messageOf } from '../errors.js';
import { hashOf } from '../text/hash.js';
import type { AtomicStorage } from './atomic-storage.js';
import { OtherFormatError } from './column-file.js';
import type { WriteBatch } from './write-batch.js';

/** A new number rebuilds every index from the articles. */
const FORMAT = 3;
const CURRENT = 'CURRENT';
const MANIFEST = 'manifest.json';

const formatSchema = z.object({ format: z.int() });
const pointerSchema = z.object({ format: z.int(), folder: z.string(), manifest: z.string() });
export type Pointer = z.infer<typeof pointerSchema>;

const entrySchema = z.object({
  name: z.string().regex(/^[\w-]+$/u),
  passages: z.int().nonnegative(),
  articles: z.int().nonnegative(),
  /** Checksum of each file (see `column-file.ts`), by its path in the segment's folder. */
  files: z.record(z.string(), z.string()),
  /** Positions of articles that were removed or replaced since the segment was written. */
  dead: z.array(z.int().nonnegative()),
});
export type SegmentEntry = z.infer<typeof entrySchema>;

const manifestSchema = z.object({
  generation: z.int().positive(),
  committedAt: z.string(),
  model: z.object({ name: z.string(), fingerprint: z.string(), dimensions: z.int().nonnegative() }),
  chunkingVersion: z.int(),
  segments: z.array(entrySchema),
});
export type Manifest = z.infer<typeof manifestSchema>;

/** Folder of a generation; numbers grow, and a number is never used twice. */
export function folderOf(generation: number): string {
  return `generation-${String(generation).padStart(6, '0')}`;
}

export async function writeManifest(directory: string, manifest: Manifest, batch: WriteBatch): Promise<void> {
  const folder = path.join(directory, folderOf(manifest.generation));
  await batch.createFolder(folder);
  batch.write(path.join(folder, MANIFEST), JSON.stringify(manifest, undefined, 1));
}

/** Makes a written generation the one that counts. */
export async function commitGeneration(
  directory: string,
  generation: number,
  storage: AtomicStorage,
): Promise<void> {
  const folder = folderOf(generation);
  const manifest = await storage.readFile(path.join(directory, folder, MANIFEST));
  const pointer: Pointer = { format: FORMAT, folder, manifest: hashOf(manifest) };
  await storage.upsertFile(path.join(directory, CURRENT), JSON.stringify(pointer));
}

/** The generation that counts; undefined when there is none. @throws IndexDamagedError */
export async function readPointer(directory: string, storage: AtomicStorage): Promise<Pointer | undefined> {
  if (!(await storage.pathExists(path.join(directory, CURRENT)))) return undefined;
  return naming(CURRENT, async () => {
    const content: unknown = JSON.parse((await storage.readFile(path.join(directory, CURRENT))).toString());
    const { format } = formatSchema.parse(content); // before all else: the rest may have changed with it
    if (format !== FORMAT) throw new OtherFormatError(format, FORMAT);
    return pointerSchema.parse(content);
  });
}

/** What the generation that counts consists of; undefined when there is none. @throws IndexDamagedError */
export async function readManifest(directory: string, storage: AtomicStorage): Promise<Manifest | undefined> {
  const pointer = await readPointer(directory, storage);
  if (pointer === undefined) return undefined;
  return naming(path.join(pointer.folder, MANIFEST), async () => {
    const file = await storage.readFile(path.join(directory, pointer.folder, MANIFEST));
    if (hashOf(file) !== pointer.manifest) throw new Error('has a wrong checksum');
    return manifestSchema.parse(JSON.parse(file.toString()));
  });
}

/** Runs a step that reads `file`; whatever goes wrong is told with its name. */
export async function naming<Result>(file: string, step: () => Promise<Result>): Promise<Result> {
  try {
    return await step();
  } catch (cause) {
    const Kind = cause instanceof OtherFormatError ? IndexVersionError : IndexDamagedError;
    throw new Kind(file, messageOf(cause), { cause });
  }
}
