/** Keeps the threshold of the collection that answers: found out in the background, and stored beside the index. */
import { setTimeout } from 'node:timers/promises';
import type { Embedder } from '../embedding/embedder.js';
import type { Snapshot } from '../index/snapshot.js';
import {
  readProgress,
  readThreshold,
  writeProgress,
  writeThreshold,
  type StoredProgress,
  type StoredThreshold,
} from '../index/threshold-file.js';
import type { Log } from '../log.js';
import { calibrate, FEWEST_ARTICLES } from './calibrate.js';
import type { Line } from './quantile-line.js';

export interface CalibratorOptions {
  /** The folder of the index. */
  readonly directory: string;
  readonly embedder: Pick<Embedder, 'embedQuestion'>;
  readonly log: Log;
  /** See `CalibrationWork`. */
  readonly isMeasured: boolean;
  /** Only reads what another process has found out. */
  readonly readOnly: boolean;
  /** By default the machine's. */
  readonly clock?: Clock | undefined;
}

export interface Clock {
  /** In milliseconds; never goes back. */
  now(): number;
  /** @throws DOMException AbortError */
  wait(ms: number, signal: AbortSignal): Promise<unknown>;
}

const CLOCK: Clock = {
  now: () => performance.now(),
  wait: (ms, signal) => setTimeout(ms, undefined, { signal }),
};

/** An earlier threshold serves meanwhile, as long as the collection has not grown or shrunk by more than this. */
const MUCH = 1.25;
/** Nothing is asked until readers have been quiet for so long: what they get is worked out in the same thread. */
const QUIET_MS = 250;
/** A question of the program's own waits no longer than this, or a busy server would never have its threshold. */
const LONGEST_PAUSE_MS = 500;

export class Calibrator {
  readonly #options: CalibratorOptions;
  readonly #known = new WeakMap<Snapshot, Line>();
  /** What was found on the disk for a snapshot, which is looked for once. */
  readonly #stored = new WeakMap<Snapshot, Promise<StoredThreshold | undefined>>();
  readonly #stop = new AbortController();
  readonly #clock: Clock;
  #lastAsked = Number.NEGATIVE_INFINITY;
  #running: { readonly snapshot: Snapshot; readonly done: Promise<void> } | undefined;

  constructor(options: CalibratorOptions) {
    this.#options = options;
    this.#clock = options.clock ?? CLOCK;
  }

  /**
   * For the answer to a reader's question, before which this work keeps still for a moment. Never waits for a run: until it
   * is done, an earlier threshold serves, or none.
   */
  lineOf(snapshot: Snapshot): Promise<Line | undefined> {
    this.#lastAsked = this.#clock.now();
    return this.#lookUp(snapshot);
  }

  /** Resolves when the threshold of a snapshot is known, or cannot be. To be called when there is a new one. */
  async settle(snapshot: Snapshot): Promise<void> {
    await this.#lookUp(snapshot);
    await this.#running?.done;
  }

  async close(): Promise<void> {
    this.#stop.abort();
    await this.#running?.done;
  }

  async #lookUp(snapshot: Snapshot): Promise<Line | undefined> {
    const known = this.#known.get(snapshot);
    if (known !== undefined || snapshot.articles.length < FEWEST_ARTICLES) return known;
    const stored = await this.#readStored(snapshot);
    if (stored?.committedAt === snapshot.committedAt) {
      this.#known.set(snapshot, stored);
      return stored;
    }
    this.#begin(snapshot);
    if (stored === undefined) return undefined;
    const growth = snapshot.articles.length / stored.articles;
    return growth < MUCH && growth > 1 / MUCH ? stored : undefined;
  }

  #readStored(snapshot: Snapshot): Promise<StoredThreshold | undefined> {
    let stored = this.#stored.get(snapshot);
    if (stored === undefined) {
      stored = readThreshold(this.#options.directory);
      this.#stored.set(snapshot, stored);
    }
    return stored;
  }

  #begin(snapshot: Snapshot): void {
    if (this.#options.readOnly || this.#stop.signal.aborted || this.#running !== undefined) return;
    const done = this.#run(snapshot).finally(() => (this.#running = undefined));
    this.#running = { snapshot, done };
  }

  async #run(snapshot: Snapshot): Promise<void> {
    const { embedder, directory, log, isMeasured } = this.#options;
    const { committedAt, articles } = snapshot;
    const progress = await readProgress(directory);
    const points = progress?.committedAt === committedAt ? progress.points : [];
    try {
      const pause = (): Promise<void> => this.#untilQuiet();
      const line = await calibrate(snapshot, embedder, { points, isMeasured, pause });
      if (line === undefined) return;
      this.#known.set(snapshot, line);
      await writeThreshold(directory, { committedAt, articles: articles.length, ...line });
    } catch (error) {
      // Answers go on with the constants of the model; the next question tries again.
      if (!this.#stop.signal.aborted) log.warn('When to decline could not be found out', { error });
      await this.#keep({ committedAt, points });
    }
  }

  /** Waits while people ask, but not for ever: then one more question of the program's own goes between theirs. */
  async #untilQuiet(): Promise<void> {
    const { signal } = this.#stop;
    const latest = this.#clock.now() + LONGEST_PAUSE_MS;
    for (;;) {
      signal.throwIfAborted();
      const rest = Math.min(this.#lastAsked + QUIET_MS, latest) - this.#clock.now();
      if (rest <= 0) return;
      await this.#clock.wait(rest, signal);
    }
  }

  /** For the next start, which goes on from there. */
  async #keep(progress: StoredProgress): Promise<void> {
    if (progress.points.length === 0) return;
    try {
      await writeProgress(this.#options.directory, progress);
    } catch (error) {
      this.#options.log.debug('How far finding out when to decline had come could not be kept', { error });
    }
  }
}
