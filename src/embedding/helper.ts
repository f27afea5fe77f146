/**
 * A second embedding process, for as long as there is much to embed. It doubles what is embedded in a second where the machine
 * has a second core, and takes as much memory as the first one, so it comes late and goes soon.
 */
import type { Log } from '../log.js';
import type { ModelInfo } from './embedder.js';
import { EmbeddingProcess, type Employer, type ProcessOptions } from './embedding-process.js';
import type { Job } from './queue.js';

/** Between two texts of one run there are some milliseconds. */
const LONGEST_IDLE_MS = 1_000;

export interface HelperOptions {
  readonly process: ProcessOptions;
  readonly log: Log;
  /** So many texts must have been begun in a row, each with others behind it: a start costs half a second of a core. */
  readonly after: number;
  /** Ended after so long without a text; a second by default. */
  readonly longestIdleMs?: number | undefined;
  /** Whether the machine has a core and the memory for it; asked when a helper would be of use. */
  readonly hasRoom: () => boolean;
  /** What the first process has loaded. */
  readonly model: () => ModelInfo | undefined;
}

export class Helper {
  readonly #options: HelperOptions;
  readonly #employer: Pick<Employer, 'takeJob' | 'putBack'>;
  #process: EmbeddingProcess | undefined;
  #row = 0;
  #idle: NodeJS.Timeout | undefined;
  #isOfNoUse = false;
  #gone: Promise<unknown> = Promise.resolve();

  constructor(options: HelperOptions, employer: Pick<Employer, 'takeJob' | 'putBack'>) {
    this.#options = options;
    this.#employer = employer;
  }

  /** To be told of every background text that is begun, with how many wait behind it. */
  noteWork(waiting: number): void {
    const { after, hasRoom } = this.#options;
    this.#row = waiting === 0 ? 0 : this.#row + 1;
    const isDue = this.#row > 0 && this.#row % after === 0;
    if (isDue && this.#process === undefined && !this.#isOfNoUse && hasRoom()) this.#start();
  }

  wake(): void {
    this.#process?.wake();
  }

  abandonJob(): Job | undefined {
    return this.#process?.abandonJob();
  }

  /** Ends the process; with enough work another one is started. A job that it is at must have been taken away. */
  async close(): Promise<void> {
    this.#stopClock();
    this.#row = 0;
    this.#gone = Promise.all([this.#gone, this.#process?.close()]);
    this.#process = undefined;
    await this.#gone;
  }

  #start(): void {
    this.#process = new EmbeddingProcess(this.#options.process, {
      takeJob: () => this.#takeJob(),
      putBack: (job) => this.#employer.putBack(job),
      onLoaded: (info) => this.#compare(info),
      onGivenUp: (error) => this.#dismiss(error.message),
    });
  }

  #takeJob(): Job | undefined {
    const job = this.#employer.takeJob();
    const { longestIdleMs = LONGEST_IDLE_MS } = this.#options;
    if (job === undefined) this.#idle ??= setTimeout(() => void this.close(), longestIdleMs);
    else this.#stopClock();
    return job;
  }

  #stopClock(): void {
    clearTimeout(this.#idle);
    this.#idle = undefined;
  }

  /** Somebody may have replaced the model's files meanwhile: vectors of two models must not be mixed. */
  #compare({ fingerprint }: ModelInfo): void {
    if (fingerprint !== this.#options.model()?.fingerprint) this.#dismiss('it has loaded another model');
  }

  /** One process is enough to go on; it is not tried again. */
  #dismiss(reason: string): void {
    this.#isOfNoUse = true;
    this.#options.log.warn('A second embedding process cannot be used; embedding goes on with one', {
      reason,
    });
    void this.close();
  }
}
