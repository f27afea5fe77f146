/** An index of its own for one test, with a folder of articles to change. */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { PassageIndex, type PassageIndexOptions } from '../../src/index/passage-index.js';
import type { ReindexOutcome, ReindexReport } from '../../src/index/report.js';
import { plainMaker } from './article-makers.js';
import { fakeEmbedder } from './embedder.js';
import { silentLog } from './silent-log.js';
import { chunksOf } from './snapshots.js';
import { temporaryFolder } from './temporary-folder.js';

export interface TemporaryIndex {
  readonly directory: string;
  readonly articlesDirectory: string;
  /** Opens the index and waits until it is loaded; closed when the test ends, if not before. */
  open(options?: Partial<PassageIndexOptions>): Promise<PassageIndex>;
  /** Writes an article of these paragraphs. */
  write(file: string, ...paragraphs: string[]): Promise<void>;
  remove(file: string): Promise<void>;
}

export async function temporaryIndex(): Promise<TemporaryIndex> {
  const folder = await temporaryFolder();
  const directory = path.join(folder, 'index');
  const articlesDirectory = path.join(folder, 'articles');
  await mkdir(articlesDirectory);
  return {
    directory,
    articlesDirectory,
    async open(options = {}) {
      const defaults = {
        directory,
        articlesDirectory,
        embedder: fakeEmbedder(),
        log: silentLog(),
        startMaker: () => plainMaker,
      };
      const index = await PassageIndex.open({ ...defaults, ...options });
      onTestFinished(() => index.close());
      await index.loaded();
      return index;
    },
    async write(file, ...paragraphs) {
      await mkdir(path.dirname(path.join(articlesDirectory, file)), { recursive: true });
      await writeFile(path.join(articlesDirectory, file), `${paragraphs.join('\n\n')}\n`);
    },
    remove: (file) => rm(path.join(articlesDirectory, file)),
  };
}

/** A paragraph about something, long enough not to be joined to its neighbour. */
export function paragraphOn(topic: string): string {
  return `The minister of ${topic} said on Monday that everything about ${topic} would be examined once more.`;
}

export function reportOf(outcome: ReindexOutcome): ReindexReport {
  if (outcome.kind !== 'done') throw new Error(`The run is ${outcome.kind}.`);
  return outcome.report;
}

/** Texts of all chunks, as they would be shown. */
export function textsOf(index: PassageIndex): string[] {
  const snapshot = index.snapshot();
  if (snapshot === undefined) throw new Error('There is no snapshot.');
  return chunksOf(snapshot).map(({ article, start, end }) =>
    (snapshot.articles[article]?.text ?? '').slice(start, end),
  );
}
