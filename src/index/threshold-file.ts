/** A small file beside the generations: where declining begins in this collection, and for which commit that was found. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { AtomicStorage } from './atomic-storage.js';

const thresholdSchema = z.object({
  committedAt: z.string(),
  articles: z.int().positive(),
  base: z.number(),
  slope: z.number(),
});
export type StoredThreshold = z.infer<typeof thresholdSchema>;

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
  await new AtomicStorage().upsertFile(fileIn(directory), JSON.stringify(threshold));
}
