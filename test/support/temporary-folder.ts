/** Folders of their own for tests that write; they are removed afterwards. */
import { mkdtempSync, rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, onTestFinished } from 'vitest';

const PREFIX = path.join(tmpdir(), 'byline-');

/** For one test: to be called inside it, and removed when it ends. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(PREFIX);
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** For all tests of a file: to be called outside of tests, and removed behind the last one. */
export function sharedTemporaryFolder(): string {
  const folder = mkdtempSync(PREFIX);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
