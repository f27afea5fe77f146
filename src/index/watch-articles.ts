/** Watches the articles folder, if the administrator wants that, and reads the articles again when it has been quiet for a while. */
import { watch } from 'chokidar';
import { messageOf } from '../errors.js';
import type { Log } from '../log.js';
import type { Reindexer } from './report.js';

/** Copying a folder, or an editor that saves, is many changes; they are one when none comes for so long. */
const QUIET_MS = 2_000;

export interface WatchOptions {
  readonly directory: string;
  readonly reindexer: Pick<Reindexer, 'reindex'>;
  readonly log: Log;
  readonly quietMs?: number;
}

export interface Watch {
  /** Resolves when changes are noticed. */
  ready(): Promise<void>;
  /** Safe to call twice. */
  close(): Promise<void>;
}

export function watchArticles({ directory, reindexer, log, quietMs = QUIET_MS }: WatchOptions): Watch {
  const runner = createRunner(() => readAgain(reindexer, log), quietMs);
  const watcher = watch(directory, { ignoreInitial: true });
  const ready = new Promise<void>((resolve) => {
    watcher.once('ready', () => resolve());
  });
  watcher.on('all', () => runner.notice());
  watcher.on('error', (error) => {
    log.warn('The articles folder cannot be watched; use /reindex after a change', {
      reason: messageOf(error),
    });
  });
  return {
    ready: () => ready,
    async close() {
      runner.stop();
      await watcher.close();
    },
  };
}

/** @returns whether the articles were read: not while another run goes on. */
async function readAgain(reindexer: Pick<Reindexer, 'reindex'>, log: Log): Promise<boolean> {
  try {
    const outcome = await reindexer.reindex();
    if (outcome.kind !== 'done') return outcome.kind === 'stopped';
    const { added, changed, removed, skipped, failed } = outcome.report;
    log.info('The articles have changed and were read again', { added, changed, removed, skipped, failed });
  } catch (error) {
    log.error('The articles have changed and could not be read; mend the cause, then use /reindex', {
      error,
    });
  }
  return true;
}

/**
 * Runs something when nothing was noticed for `quietMs`, one run after the other.
 *
 * @param run - tells whether it was done; else it is tried again after as long.
 */
export function createRunner(run: () => Promise<boolean>, quietMs: number) {
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;
  const notice = (): void => {
    clearTimeout(timer);
    if (isStopped) return;
    timer = setTimeout(() => void run().then((isDone) => (isDone ? undefined : notice())), quietMs);
  };
  const stop = (): void => {
    isStopped = true;
    clearTimeout(timer);
  };
  return { notice, stop };
}
