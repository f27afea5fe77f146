/**
 * Two small files beside the generations: where declining begins in this collection and for which commit that was found,
 * and, when finding it out was interrupted, what was seen until then.
 */
import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { AtomicStorage } from './atomic-storage.js';

/** Grows when a collection is asked or judged in another way: an older threshold is found out again. */
const RULE = 3;

const thresholdSchema = z.object({
  rule: z.literal(RULE),
  committedAt: z.string(),
  articles: z.int().positive(),
  base: z.number(),
  slope: z.number(),
});
export type StoredThreshold = Omit<z.infer<typeof thresholdSchema>, 'rule'>;

/** How far finding it out has come for a commit. */
const progressSchema = z.object({
  rule: z.literal(RULE),
  committedAt: z.string(),
  points: z.array(z.object({ x: z.number(), y: z.number() })),
});
export type StoredProgress = Omit<z.infer<typeof progressSchema>, 'rule'>;

const THRESHOLD = 'threshold.json';
const PROGRESS = 'threshold-progress.json';

/** Undefined when there is none, or none that can be read: it is found out again. */
export function readThreshold(directory: string): Promise<StoredThreshold | undefined> {
  return read(path.join(directory, THRESHOLD), thresholdSchema);
}

/** What was seen on the way to it is of no use any more. */
export async function writeThreshold(directory: string, threshold: StoredThreshold): Promise<void> {
  await write(path.join(directory, THRESHOLD), threshold);
  await rm(path.join(directory, PROGRESS), { force: true });
}

/** Undefined when there is none, or none that can be read. */
export function readProgress(directory: string): Promise<StoredProgress | undefined> {
  return read(path.join(directory, PROGRESS), progressSchema);
}

export function writeProgress(directory: string, progress: StoredProgress): Promise<void> {
  return write(path.join(directory, PROGRESS), progress);
}

async function read<Content>(file: string, schema: z.ZodType<Content>): Promise<Content | undefined> {
  try {
    const content: unknown = JSON.parse(await readFile(file, 'utf8'));
    return schema.safeParse(content).data;
  } catch {
    return undefined; // missing or damaged: worth no more than the seconds it takes to find it out
  }
}

async function write(file: string, content: StoredThreshold | StoredProgress): Promise<void> {
  await new AtomicStorage().upsertFile(file, JSON.stringify({ rule: RULE, ...content }));
}
