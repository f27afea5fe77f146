/**
 * The reranker as a guest of the embedding process: it has no process of its own, and its pairs wait in the queue of the
 * embedder. A model that is broken or slow costs nobody an answer: there are just no scores, and after some crashes it is
 * left out for good, because each crash takes the embedding model with it.
 */
import { messageOf } from '../errors.js';
import type { Log } from '../log.js';
import { defer, type Deferred } from './deferred.js';
import type { PairJob } from './queue.js';
import type { Reranker } from './reranker.js';

/** Whoever asks waits no longer for an answer that is only a little better; nor may one run keep others waiting. */
const LONGEST_SCORING_MS = 5_000;
/** A model on which the process ended so often in a row will end it again. */
const MOST_DEATHS = 3;
/** After so many questions in a row that waited in vain it rests: for a minute, then twice as long each time, up to an hour. */
const MOST_LATE = 3;
const SHORTEST_REST_MS = 60_000;
const LONGEST_REST_MS = 3_600_000;

export interface ProcessRerankerOptions {
  readonly model: string;
  readonly log: Log;
  readonly longestMs?: number | undefined;
  /** A clock in milliseconds that never goes back; by default the machine's. */
  readonly now?: (() => number) | undefined;
  /** Gives work to the process. */
  readonly add: (job: PairJob) => void;
  /** Takes it back, as far as it has not begun. */
  readonly withdraw: (jobs: ReadonlySet<PairJob>) => void;
}

export class ProcessReranker implements Reranker {
  readonly #options: ProcessRerankerOptions;
  /** Whether the model is loaded in the process that runs now. */
  #loaded: Deferred<boolean> = defer();
  #isLoading = false;
  #isDownloading = false;
  #isGivenUp = false;
  #deaths = 0;
  #late = 0;
  #rest = SHORTEST_REST_MS;
  #restsUntil = Number.NEGATIVE_INFINITY;
  readonly #now: () => number;
  readonly #working = new Set<PairJob>();

  /** Longest time for the texts of one question, and so for any one of them. */
  readonly longestMs: number;

  constructor(options: ProcessRerankerOptions) {
    this.#options = options;
    this.longestMs = options.longestMs ?? LONGEST_SCORING_MS;
    this.#now = options.now ?? (() => performance.now());
  }

  async settled(): Promise<void> {
    await this.#loaded.promise;
  }

  async score(question: string, texts: readonly string[]): Promise<readonly number[] | undefined> {
    if (this.#isGivenUp || this.#isDownloading || this.#isResting()) return undefined;
    const mine = new Set<PairJob>();
    const late = defer<never>();
    const over = new AbortController();
    const timer = setTimeout(() => {
      if (!this.#isResting()) this.#late++;
      late.reject(new Error(`it took longer than ${this.longestMs} ms`));
    }, this.longestMs);
    try {
      return await Promise.race([this.#scoreAll(question, texts, mine, over.signal), late.promise]);
    } catch (error) {
      this.#options.log.warn('A question was answered without the reranker', { reason: messageOf(error) });
      this.#restIfSlow();
      return undefined;
    } finally {
      clearTimeout(timer);
      over.abort();
      this.#options.withdraw(mine);
      for (const job of mine) this.#working.delete(job);
    }
  }

  /** A process is ready for the model. @returns the model to load, if any. */
  begin(): string | undefined {
    if (this.#isGivenUp) return undefined;
    this.#isLoading = true;
    return this.#options.model;
  }

  /** A file of a model comes in; if it is the reranker's, nobody waits for it, for it may take minutes. */
  downloading(): void {
    this.#isDownloading = this.#isLoading;
  }

  loaded(): void {
    this.#isLoading = false;
    this.#isDownloading = false;
    this.#loaded.resolve(true);
  }

  /** The model cannot be loaded, now or later. */
  failed(reason: string): void {
    this.#options.log.error('Questions are answered without the reranker', { reason });
    this.leave();
  }

  /** There will be no scores any more; who waits for some is told. */
  leave(): void {
    this.#isGivenUp = true;
    this.#loaded.resolve(false);
    this.#rejectAll('it is not running');
  }

  /** The process has ended, and another one is to begin. @param isGuilty - whether it was at a pair. */
  mourn(reason: string, isGuilty: boolean): void {
    if (this.#isGivenUp) return;
    if (isGuilty || this.#isLoading) this.#deaths++;
    this.#rejectAll(reason);
    if (!this.#isLoading) this.#loaded = defer();
    this.#isLoading = false;
    this.#isDownloading = false;
    if (this.#deaths >= MOST_DEATHS)
      this.failed(`"${this.#options.model}" ended the embedding process ${this.#deaths} times (${reason})`);
  }

  async #scoreAll(
    question: string,
    texts: readonly string[],
    mine: Set<PairJob>,
    over: AbortSignal,
  ): Promise<readonly number[] | undefined> {
    const isLoaded = await this.#loaded.promise;
    if (!isLoaded || this.#isGivenUp || over.aborted) return undefined;
    const scores = texts.map(
      (text) =>
        new Promise<number>((resolve, reject) => {
          const job: PairJob = { role: 'pair', question, text, deaths: 0, resolve, reject };
          mine.add(job);
          this.#working.add(job);
          this.#options.add(job);
        }),
    );
    const all = await Promise.all(scores);
    this.#deaths = 0;
    this.#late = 0;
    this.#rest = SHORTEST_REST_MS;
    return all;
  }

  #isResting(): boolean {
    return this.#now() < this.#restsUntil;
  }

  /** A model that is too slow for this machine would make everybody wait for nothing. Load may pass: it is tried again. */
  #restIfSlow(): void {
    if (this.#late < MOST_LATE) return;
    const minutes = Math.round(this.#rest / 60_000);
    this.#options.log.warn(
      'The reranker is too slow and rests; if this comes again, choose a smaller RERANKER_MODEL or none',
      { minutes },
    );
    this.#restsUntil = this.#now() + this.#rest;
    this.#rest = Math.min(2 * this.#rest, LONGEST_REST_MS);
    this.#late = 0;
  }

  #rejectAll(reason: string): void {
    this.#options.withdraw(this.#working);
    for (const job of this.#working) job.reject(new Error(reason));
    this.#working.clear();
  }
}
