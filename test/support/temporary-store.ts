/** A state in a folder of its own, with a clock that stands still until the test moves it. */
import path from 'node:path';
import { onTestFinished } from 'vitest';
import type { Limits } from '../../src/state/context.js';
import { openStore, type Store } from '../../src/state/store.js';
import { silentLog } from './silent-log.js';
import { temporaryFolder } from './temporary-folder.js';

export const DAY_MS = 24 * 60 * 60_000;

export interface TemporaryStore {
  readonly directory: string;
  readonly file: string;
  readonly log: ReturnType<typeof silentLog>;
  readonly clock: { now: number };
  /** Opens it once more, beside what is open. */
  open(limits?: Partial<Limits>): Store;
}

export async function temporaryStore(): Promise<TemporaryStore> {
  const directory = await temporaryFolder();
  const log = silentLog();
  const clock = { now: Date.UTC(2026, 0, 1) };
  const open = (limits: Partial<Limits> = {}): Store => {
    const store = openStore({ directory, log, now: () => clock.now, limits });
    onTestFinished(() => store.close());
    return store;
  };
  return { directory, file: path.join(directory, 'state.db'), log, clock, open };
}
