import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { ArticlesDirectoryError } from '../../src/errors.js';
import type { Reindexer, ReindexOutcome } from '../../src/index/report.js';
import { createRunner, watchArticles } from '../../src/index/watch-articles.js';
import { createGate } from '../support/gate.js';
import { silentLog } from '../support/silent-log.js';
import { paragraphOn, temporaryIndex, type TemporaryIndex } from '../support/temporary-index.js';

const QUIET_MS = 20;

/** Watches a real folder with a real index; `read` resolves behind the next run. */
async function watched(
  place: TemporaryIndex,
  wrap = (reindexer: Pick<Reindexer, 'reindex'>): Pick<Reindexer, 'reindex'> => reindexer,
) {
  const index = await place.open();
  const log = silentLog();
  const waiting: ((outcome: ReindexOutcome) => void)[] = [];
  const read = (): Promise<ReindexOutcome> => new Promise((resolve) => waiting.push(resolve));
  const reindexer: Pick<Reindexer, 'reindex'> = {
    async reindex(options) {
      const outcome = await wrap(index).reindex(options);
      for (const tell of waiting.splice(0)) tell(outcome);
      return outcome;
    },
  };
  const watch = watchArticles({ directory: place.articlesDirectory, reindexer, log, quietMs: QUIET_MS });
  onTestFinished(() => watch.close());
  await watch.ready();
  return { index, log, read, watch };
}

const filesOf = ({ snapshot }: { snapshot(): { articles: readonly { file: string }[] } | undefined }) =>
  snapshot()?.articles.map(({ file }) => file);

describe('a watched folder', () => {
  test('is read again when a file comes, changes, moves into a new folder, or goes', async () => {
    const place = await temporaryIndex();
    const { index, read } = await watched(place);
    const live = { snapshot: () => index.snapshot() };
    // Folders and files come one after the other: what counts is what is there when all is read.
    const until = async (files: readonly string[], change: () => Promise<unknown>): Promise<void> => {
      let next = read();
      await change();
      do {
        await next;
        next = read();
      } while (filesOf(live)?.join() !== files.join());
    };
    await until(['a.txt'], () => place.write('a.txt', paragraphOn('trade')));
    await until(['a.txt', 'deep/b.txt'], async () => {
      await mkdir(path.join(place.articlesDirectory, 'deep'));
      await place.write('deep/b.txt', paragraphOn('health'));
    });
    await until(['deep/b.txt'], () => place.remove('a.txt'));
    expect(index.snapshot()?.articles).toHaveLength(1);
  });

  test('that cannot be read is told, and watched on', async () => {
    const place = await temporaryIndex();
    const gate = createGate();
    const { log } = await watched(place, () => ({
      reindex() {
        void gate.pass();
        return Promise.reject(new ArticlesDirectoryError(place.articlesDirectory));
      },
    }));
    await place.write('a.txt', paragraphOn('trade'));
    await gate.reached;
    await vi.waitFor(() => expect(log.lines).toMatchObject([{ level: 'error' }]));
  });
});

describe('the runner', () => {
  afterEach(() => vi.useRealTimers());

  test('waits until it is quiet, and takes many changes for one', async () => {
    vi.useFakeTimers();
    const run = vi.fn(() => Promise.resolve(true));
    const { notice } = createRunner(run, 100);
    for (let at = 0; at < 5; at++) {
      notice();
      await vi.advanceTimersByTimeAsync(99);
    }
    expect(run).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1000);
    expect(run).toHaveBeenCalledTimes(1);
  });

  test('tries again when another run was going on, until it is stopped', async () => {
    vi.useFakeTimers();
    const run = vi.fn(() => Promise.resolve(false));
    const { notice, stop } = createRunner(run, 100);
    notice();
    await vi.advanceTimersByTimeAsync(350);
    expect(run).toHaveBeenCalledTimes(3);
    stop();
    notice();
    await vi.advanceTimersByTimeAsync(1000);
    expect(run).toHaveBeenCalledTimes(3);
  });
});
