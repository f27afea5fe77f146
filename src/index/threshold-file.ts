/** A small file beside the generations: where declining begins in this collection, and for which commit that was found. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { AtomicStorage } from './atomic-storage.js';

/** Grows when a collection is asked or judged in another way: an older threshold is found out again. */
const RULE = 2;

const thresholdSchema = z.object({
  rule: z.literal(RULE),
  committedAt: z.string(),
  articles: z.int().positive(),
  base: z.number(),
  slope: z.number(),
});
export type StoredThreshold = Omit<z.infer<typeof thresholdSchema>, 'rule'>;

function fileIn(directory: string): string {
  return path.join(directory, 'threshold.json');
}

/** Undefined when there is none, or none that can be read: it is found out again. */
export async function readThreshold(directory: string): Promise<StoredThreshold | undefined> {
  try {
    const content: unknown = JSON.parse(await readFile(fileIn(directory), 'utf8'));
    return thresholdSchema.safeParse(content).data;
  } catch {
    return undefined; // missing or damaged: worth no more than the seconds it takes to find it out
  }
}

export async function writeThreshold(directory: string, threshold: StoredThreshold): Promise<void> {
  await new AtomicStorage().upsertFile(fileIn(directory), JSON.stringify({ rule: RULE, ...threshold }));
}
