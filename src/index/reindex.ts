/**
 * One run over all articles: read, embed what is new, write the next generation, commit. The generation that answers is
 * not touched; whatever fails before the commit leaves it as it is.
 */
import path from 'node:path';
import { CHUNKING_VERSION } from '../articles/chunks.js';
import { BylineError, IndexWriteError } from '../errors.js';
import { embedAll } from './embed-all.js';
import { writeGeneration, type Draft, type Generation } from './generation.js';
import { Journal } from './journal.js';
import { commitGeneration } from './manifest.js';
import { filesOf, readAll, type Reading } from './read-all.js';
import { stopIfAsked, type ReindexRun } from './reindex-run.js';
import type { ReindexReport } from './report.js';

const JOURNAL = 'journal';

/**
 * @returns the new generation and the report; the old generation when nothing changed.
 * @throws RunStopped, ArticlesDirectoryError, ModelError, IndexWriteError
 */
export async function runReindex(
  run: ReindexRun,
): Promise<{ readonly generation: Generation; readonly report: ReindexReport }> {
  const started = performance.now();
  const reading = await readAll(run);
  const removed = [...filesOf(run.live).keys()].filter((file) => !reading.articles.has(file));
  const isSame = reading.added.length + reading.changed.length + removed.length === 0;
  const isCurrent = run.isStored && run.live?.chunkingVersion === CHUNKING_VERSION && run.full !== true;
  const built =
    run.live !== undefined && isSame && isCurrent
      ? { generation: run.live, embedded: 0 }
      : await build(run, reading);
  const { articles, generation: number } = built.generation.snapshot;
  const present = new Set(articles.map(({ file }) => file));
  const gone = [...filesOf(run.live).keys()].filter((file) => !present.has(file));
  const failed = new Set(reading.failed.map(({ file }) => file));
  const withoutFailed = (files: readonly string[]) => files.filter((file) => !failed.has(file));
  return {
    generation: built.generation,
    report: {
      generation: number,
      added: withoutFailed(reading.added),
      changed: withoutFailed(reading.changed),
      removed: gone,
      unchanged: withoutFailed(reading.unchanged).length,
      skipped: reading.skipped,
      failed: reading.failed,
      articles: articles.length,
      paragraphs: articles.reduce((sum, { paragraphs }) => sum + paragraphs.length, 0),
      embedded: built.embedded,
      seconds: (performance.now() - started) / 1000,
    },
  };
}

async function build(
  run: ReindexRun,
  reading: Reading,
): Promise<{ generation: Generation; embedded: number }> {
  try {
    return await buildWithJournal(run, reading);
  } catch (error) {
    if (error instanceof BylineError) throw error;
    throw new IndexWriteError(run.directory, { cause: error });
  }
}

async function buildWithJournal(run: ReindexRun, reading: Reading) {
  const file = path.join(run.directory, JOURNAL);
  const journal = await Journal.open(file, run.model, run.full === true);
  try {
    const { fresh, kept, embedded } = await embedAll(run, reading, journal);
    run.onProgress?.({ phase: 'saving', done: 0, total: 1 });
    await mayGoOn(run);
    const draft: Draft = {
      generation: run.next,
      model: run.model,
      chunkingVersion: CHUNKING_VERSION,
      before: run.live,
      fresh,
      kept,
      rewrite: !run.isStored,
    };
    const generation = await writeGeneration(run.directory, draft, run.storage);
    await mayGoOn(run);
    await commitGeneration(run.directory, draft.generation, run.storage);
    await Journal.remove(file);
    run.onProgress?.({ phase: 'saving', done: 1, total: 1 });
    return { generation, embedded };
  } finally {
    await journal.close();
  }
}

async function mayGoOn(run: ReindexRun): Promise<void> {
  await run.assertLocked();
  stopIfAsked(run);
}
