/** Keeps the threshold of the collection that answers: found out in the background, and stored beside the index. */
import type { Embedder } from '../embedding/embedder.js';
import type { Snapshot } from '../index/snapshot.js';
import { readThreshold, writeThreshold } from '../index/threshold-file.js';
import type { Log } from '../log.js';
import { calibrate, FEWEST_ARTICLES } from './calibrate.js';
import type { Line } from './quantile-line.js';

export interface CalibratorOptions {
  /** The folder of the index. */
  readonly directory: string;
  readonly embedder: Pick<Embedder, 'embedQuestion'>;
  readonly log: Log;
  /** Only reads what another process has found out. */
  readonly readOnly: boolean;
}

/** An earlier threshold serves meanwhile, as long as the collection has not grown or shrunk by more than this. */
const MUCH = 1.25;

export class Calibrator {
  readonly #options: CalibratorOptions;
  readonly #known = new WeakMap<Snapshot, Line>();
  readonly #stop = new AbortController();
  #running: { readonly snapshot: Snapshot; readonly done: Promise<void> } | undefined;

  constructor(options: CalibratorOptions) {
    this.#options = options;
  }

  /** Never waits for a run: until it is done, an earlier threshold serves, or none. */
  async lineOf(snapshot: Snapshot): Promise<Line | undefined> {
    const known = this.#known.get(snapshot);
    if (known !== undefined || snapshot.articles.length < FEWEST_ARTICLES) return known;
    const stored = await readThreshold(this.#options.directory);
    if (stored?.committedAt === snapshot.committedAt) {
      this.#known.set(snapshot, stored);
      return stored;
    }
    this.#begin(snapshot);
    if (stored === undefined) return undefined;
    const growth = snapshot.articles.length / stored.articles;
    return growth < MUCH && growth > 1 / MUCH ? stored : undefined;
  }

  /** Resolves when the threshold of a snapshot is known, or cannot be. */
  async settle(snapshot: Snapshot): Promise<void> {
    await this.lineOf(snapshot);
    await this.#running?.done;
  }

  async close(): Promise<void> {
    this.#stop.abort();
    await this.#running?.done;
  }

  #begin(snapshot: Snapshot): void {
    if (this.#options.readOnly || this.#stop.signal.aborted || this.#running !== undefined) return;
    const done = this.#run(snapshot).finally(() => (this.#running = undefined));
    this.#running = { snapshot, done };
  }

  async #run(snapshot: Snapshot): Promise<void> {
    const { embedder, directory, log } = this.#options;
    try {
      const line = await calibrate(snapshot, embedder, this.#stop.signal);
      if (line === undefined) return;
      this.#known.set(snapshot, line);
      const { committedAt, articles } = snapshot;
      await writeThreshold(directory, { committedAt, articles: articles.length, ...line });
    } catch (error) {
      // Answers go on with the constants of the model; the next question tries again.
      if (!this.#stop.signal.aborted) log.warn('When to decline could not be found out', { error });
    }
  }
}
