/** An embedder over processes without a model that do what their texts say: see `scripted-child.mjs`. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import type { ProcessEmbedderOptions } from '../../src/embedding/process-embedder.js';
import { startEmbedder } from '../support/embedder.js';
import { childrenOf } from '../support/processes.js';
import { silentLog } from '../support/silent-log.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const SCRIPTED = fileURLToPath(new URL('../support/scripted-child.mjs', import.meta.url));

export async function startScripted(options: Partial<ProcessEmbedderOptions> = {}) {
  const modelsDirectory = await temporaryFolder();
  const log = silentLog();
  const embedder = startEmbedder({
    model: 'scripted',
    modelsDirectory,
    childPath: SCRIPTED,
    log,
    firstPauseMs: 10,
    ...options,
  });
  onTestFinished(() => embedder.close());
  const heard = async () => (await readFile(path.join(modelsDirectory, 'heard'), 'utf8')).trim().split('\n');
  return { embedder, log, heard };
}

/** Process numbers of all scripted children of this process. */
export function scriptedProcesses(): number[] {
  return childrenOf(process.pid, SCRIPTED);
}

export const outcomeOf = (promise: Promise<unknown>) => promise.catch((error: unknown) => error);
