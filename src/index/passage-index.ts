/**
 * The index: the generation that answers, and the one writer that makes the next. Questions read a snapshot, which never
 * changes, so a run and any number of answers go on side by side.
 */
import { mkdir, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import type { ArticleMaker } from '../articles/article-maker.js';
import type { Embedder } from '../embedding/embedder.js';
import {
  IndexDamagedError,
  IndexLockedError,
  IndexVersionError,
  IndexWriteError,
  messageOf,
} from '../errors.js';
import type { Log } from '../log.js';
import { AtomicStorage, TEMPORARY_ENDING } from './atomic-storage.js';
import { readGeneration, type Generation } from './generation.js';
import { takeLock, type Lock } from './lock.js';
import { folderOf, readManifest, readPointer } from './manifest.js';
import { RunStopped, whenAskedToStop, type ReindexRun } from './reindex-run.js';
import { runReindex } from './reindex.js';
import type { Reindexer, ReindexOptions, ReindexOutcome } from './report.js';
import { isSegmentThere, SEGMENTS } from './segment-files.js';
import type { Snapshot } from './snapshot.js';

export interface PassageIndexOptions {
  /** Made when it is not there. */
  readonly directory: string;
  readonly articlesDirectory: string;
  readonly embedder: Embedder;
  readonly log: Log;
  /** Reads what another process has committed; takes no lock and writes nothing. */
  readonly readOnly?: boolean | undefined;
  readonly storage?: AtomicStorage | undefined;
  /** What makes the articles of one run; by default in a thread where it takes long. */
  readonly startMaker?: (() => ArticleMaker) | undefined;
}

/** A run that is under way. */
interface Running {
  readonly name: string | undefined;
  readonly cancelling: AbortController;
  readonly done: Promise<unknown>;
}
/**
 * Told after each run that came to its end, whatever it has changed. It must not throw.
 *
 * @param before - what answered before the run; the same as now when nothing has changed.
 */
export type RunListener = (before: Snapshot | undefined) => void;

export class PassageIndex implements Reindexer {
  readonly #options: PassageIndexOptions;
  readonly #storage: AtomicStorage;
  readonly #lock: Lock | undefined;
  readonly #stored: Promise<Generation | undefined>;
  readonly #loaded: Promise<void>;
  readonly #stop = new AbortController();
  readonly #listeners: RunListener[] = [];
  #live: Generation | undefined;
  #running: Running | undefined;

  private constructor(options: PassageIndexOptions, lock: Lock | undefined) {
    this.#options = options;
    this.#lock = lock;
    this.#storage = options.storage ?? new AtomicStorage();
    this.#stored = this.#readStored();
    this.#loaded = this.#load();
    this.#loaded.catch(() => undefined); // told to whoever calls `loaded`
  }

  /**
   * Takes the lock and begins to load; waits neither for the disk nor for the model: see `loaded`.
   *
   * @throws IndexLockedError when another process owns the folder, IndexWriteError when it cannot be used.
   */
  static async open(options: PassageIndexOptions): Promise<PassageIndex> {
    if (options.readOnly === true) return new PassageIndex(options, undefined);
    try {
      await mkdir(options.directory, { recursive: true });
      return new PassageIndex(options, await takeLock(options.directory));
    } catch (error) {
      if (error instanceof IndexLockedError) throw error;
      throw new IndexWriteError(options.directory, { cause: error });
    }
  }

  /** Whether this process may change the index. */
  get isReadOnly(): boolean {
    return this.#lock === undefined;
  }

  /** What answers now; undefined until there is a first generation. */
  snapshot(): Snapshot | undefined {
    return this.#live?.snapshot;
  }

  /**
   * Resolves when the stored generation answers, or when it is known that there is none to use.
   *
   * @throws ModelError when the model cannot be loaded.
   */
  loaded(): Promise<void> {
    return this.#loaded;
  }

  /** @throws ArticlesDirectoryError, ModelError, IndexWriteError, IndexLockedError: what answered before goes on. */
  async reindex(options: ReindexOptions = {}): Promise<ReindexOutcome> {
    if (this.#stop.signal.aborted) return { kind: 'stopped' };
    if (this.#running !== undefined) return { kind: 'running' };
    const cancelling = new AbortController();
    const done = this.#run(options, AbortSignal.any([this.#stop.signal, cancelling.signal]));
    this.#running = { name: options.name, cancelling, done };
    try {
      return await done;
    } catch (error) {
      if (error instanceof RunStopped) return { kind: this.#stop.signal.aborted ? 'stopped' : 'cancelled' };
      throw error;
    } finally {
      this.#running = undefined;
    }
  }

  cancel(name: string): boolean {
    if (this.#running?.name !== name) return false;
    this.#running.cancelling.abort();
    return true;
  }

  /** Whoever asked for a run: a command, the watch on the articles, the start of the bot. */
  onRun(listener: RunListener): void {
    this.#listeners.push(listener);
  }

  /** Stops a run at its next step (a later start goes on with it) and gives the folder back. Safe to call twice. */
  async close(): Promise<void> {
    this.#stop.abort();
    await Promise.allSettled([this.#running?.done, this.#stored]);
    await this.#lock?.release();
  }

  async #run(options: ReindexOptions, signal: AbortSignal): Promise<ReindexOutcome> {
    const { directory, articlesDirectory, embedder, startMaker } = this.#options;
    const lock = this.#lock;
    if (lock === undefined) throw new IndexWriteError(directory, { cause: 'it was opened for reading only' });
    // A model may take minutes to come; closing and cancelling do not wait for it.
    const stopped = whenAskedToStop(signal);
    await Promise.race([this.#loaded, stopped]);
    const model = await Promise.race([embedder.ready(), stopped]);
    const start = await this.#prepareRun(lock);
    try {
      const { generation, report } = await runReindex({
        ...options,
        directory,
        articlesDirectory,
        startMaker,
        embedder,
        model,
        storage: this.#storage,
        ...start,
        signal,
        assertLocked: () => lock.assertHeld(),
      });
      this.#live = generation;
      for (const listener of this.#listeners) listener(start.live?.snapshot);
      return { kind: 'done', report };
    } finally {
      await this.#removeLeftovers(lock);
    }
  }

  /** What a run starts from. The folder may have been removed by hand meanwhile; then it is made again. */
  async #prepareRun(lock: Lock): Promise<Pick<ReindexRun, 'live' | 'isStored' | 'next'>> {
    try {
      await lock.assertHeld();
      const live = this.#live;
      return { live, isStored: await this.#isStored(), next: await this.#nextNumber() };
    } catch (error) {
      if (error instanceof IndexLockedError) throw error;
      throw new IndexWriteError(this.#options.directory, { cause: error });
    }
  }

  /** Whether what answers is still what the disk holds: somebody may have removed a file, or the whole folder. */
  async #isStored(): Promise<boolean> {
    const { directory } = this.#options;
    try {
      const manifest = await readManifest(directory, this.#storage);
      if (manifest === undefined || manifest.generation !== this.#live?.snapshot.generation) return false;
      for (const entry of manifest.segments) {
        if (!(await isSegmentThere(directory, entry, this.#storage))) return false;
      }
      return true;
    } catch (error) {
      if (error instanceof IndexDamagedError) return false; // it is written again
      throw error;
    }
  }

  /** Disk and model are loaded side by side; vectors of another model are not served. */
  async #load(): Promise<void> {
    const [stored, model] = await Promise.all([this.#stored, this.#options.embedder.ready()]);
    if (stored === undefined) return;
    if (stored.model.fingerprint === model.fingerprint && stored.model.dimensions === model.dimensions) {
      this.#live = stored;
    } else {
      this.#options.log.warn('The index was made by another model and will be built again', {
        model: stored.model.name,
      });
    }
  }

  async #readStored(): Promise<Generation | undefined> {
    const { directory, log } = this.#options;
    for (;;) {
      const before = await this.#currentFolder();
      try {
        return await readGeneration(directory, this.#storage);
      } catch (error) {
        if (!(error instanceof IndexDamagedError)) throw error;
        // A reader beside a writer: a newer generation came, and the one being read was removed.
        if (this.isReadOnly && (await this.#currentFolder()) !== before) continue;
        const what = error instanceof IndexVersionError ? 'of another version of the program' : 'damaged';
        log.warn(`The index is ${what} and will be built again`, { file: error.file, reason: error.message });
        return undefined;
      }
    }
  }

  /** Undefined when nothing, or nothing readable, is committed. */
  async #currentFolder(): Promise<string | undefined> {
    try {
      return (await readPointer(this.#options.directory, this.#storage))?.folder;
    } catch (error) {
      if (error instanceof IndexDamagedError) return undefined; // told by `#readStored`
      throw error;
    }
  }

  /** Higher than any number that is or was on disk. */
  async #nextNumber(): Promise<number> {
    const names = [...(await readdir(this.#options.directory)), (await this.#currentFolder()) ?? ''];
    const numbers = names.map((name) => Number(/^generation-(\d+)$/u.exec(name)?.[1] ?? 0));
    return Math.max(this.#live?.snapshot.generation ?? 0, ...numbers) + 1;
  }

  /** Outdated and unfinished generations and segments; what cannot be removed now is removed after the next run. */
  async #removeLeftovers(lock: Lock): Promise<void> {
    const { directory, log } = this.#options;
    try {
      await lock.assertHeld(); // else what is here belongs to another process
      const manifest = await readManifest(directory, this.#storage);
      const keep = manifest === undefined ? '' : folderOf(manifest.generation);
      await removeEntries(directory, (name) =>
        name.startsWith('generation-') ? name !== keep : name.endsWith(TEMPORARY_ENDING),
      );
      const segments = new Set(manifest?.segments.map(({ name }) => name));
      const folder = path.join(directory, SEGMENTS);
      if (await this.#storage.pathExists(folder)) await removeEntries(folder, (name) => !segments.has(name));
    } catch (error) {
      log.warn('Outdated parts of the index could not be removed', { reason: messageOf(error) });
    }
  }
}

async function removeEntries(folder: string, isLeftover: (name: string) => boolean): Promise<void> {
  const names = (await readdir(folder)).filter(isLeftover);
  await Promise.all(names.map((name) => rm(path.join(folder, name), { recursive: true, force: true })));
}
