/** The embedder: a queue, a process that works on it, and a second one while there is much to do. */
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { EmbeddingError } from '../errors.js';
import type { Log } from '../log.js';
import { defer } from './deferred.js';
import type { OnDownload } from './download.js';
import type { Lane, ModelInfo } from './embedder.js';
import { EmbeddingProcess, type ProcessOptions } from './embedding-process.js';
import { Helper } from './helper.js';
import type { Role } from './model.js';
import { ProcessReranker } from './process-reranker.js';
import { JobQueue, type Job, type PairJob } from './queue.js';
import type { EmbedderWithReranker } from './reranker.js';

const FIRST_PAUSE_MS = 250;
/** A text takes some milliseconds. */
const LONGEST_RUN_MS = 60_000;
/** Two seconds of work, on the machine this was measured on. */
const HELPER_AFTER = 150;
/** More than a second process takes: the machine has other things to do. */
const HELPER_MEMORY = 512 * 1024 * 1024;

export interface ProcessEmbedderOptions {
  readonly model: string;
  readonly modelsDirectory: string;
  readonly log: Log;
  /** A second model, to read questions and texts together; none when left out. */
  readonly rerankerModel?: string | undefined;
  readonly onDownload?: OnDownload | undefined;
  /** Compiled entry of the child; beside this file by default. */
  readonly childPath?: string | undefined;
  /** Another place than Hugging Face to download models from. */
  readonly remoteHost?: string | undefined;
  readonly longestRunMs?: number | undefined;
  readonly firstPauseMs?: number | undefined;
  /** For all texts of one question. */
  readonly longestScoringMs?: number | undefined;
  /** How many passages in a row, with others behind them, call a second process. */
  readonly helperAfter?: number | undefined;
  /** See `HelperOptions.longestIdleMs`. */
  readonly helperIdleMs?: number | undefined;
  /** Whether there is room for a second process; by default a core and enough memory must be free. */
  readonly hasRoom?: (() => boolean) | undefined;
}

/** Starts the process at once. */
export function createProcessEmbedder(options: ProcessEmbedderOptions): EmbedderWithReranker {
  return new ProcessEmbedder(options);
}

class ProcessEmbedder implements EmbedderWithReranker {
  readonly reranker: ProcessReranker | undefined;
  readonly #queue = new JobQueue();
  readonly #first: EmbeddingProcess;
  readonly #helper: Helper;
  #ready = defer<ModelInfo>();
  #model: ModelInfo | undefined;
  #isClosed = false;

  constructor(options: ProcessEmbedderOptions) {
    const process = processOptionsOf(options);
    const putBack = (job: Job): void => this.#putBack(job);
    this.#helper = new Helper(
      {
        process: { ...process, onDownload: undefined },
        log: options.log,
        after: options.helperAfter ?? HELPER_AFTER,
        longestIdleMs: options.helperIdleMs,
        hasRoom: options.hasRoom ?? hasRoom,
        model: () => this.#model,
      },
      { takeJob: () => this.#takeJob(false), putBack },
    );
    this.reranker = this.#createReranker(options);
    this.#first = new EmbeddingProcess(
      { ...process, reranker: this.reranker },
      {
        takeJob: () => this.#takeJob(true),
        putBack,
        onLoaded: (model) => {
          this.#model = model;
          this.#ready.resolve(model);
        },
        onGivenUp: (error) => this.#giveUp(error),
      },
    );
  }

  ready(): Promise<ModelInfo> {
    return this.#ready.promise;
  }

  embedQuestion(text: string, lane: Lane = 'reader'): Promise<Float32Array> {
    return this.#embed('query', lane, text);
  }

  embedPassage(text: string): Promise<Float32Array> {
    return this.#embed('passage', 'background', text);
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    this.#giveUp(new EmbeddingError('The embedder was closed.'));
    await Promise.all([this.#first.close(), this.#helper.close()]);
  }

  #embed(role: Role, lane: Lane, text: string): Promise<Float32Array> {
    if (this.#isClosed) return Promise.reject(new EmbeddingError('The embedder is closed.'));
    return new Promise((resolve, reject) => {
      this.#add({ role, lane, text, deaths: 0, resolve, reject });
    });
  }

  #add(job: Job): void {
    this.#queue.add(job);
    // After a failure the next request starts another attempt, and whoever asks for the model waits for that one.
    if (this.#first.revive()) this.#ready = defer();
    this.#wake();
  }

  #createReranker({ rerankerModel: model, log, longestScoringMs: longestMs }: ProcessEmbedderOptions) {
    if (model === undefined) return undefined;
    const withdraw = (jobs: ReadonlySet<PairJob>): void => this.#queue.withdraw(jobs);
    return new ProcessReranker({ model, log, longestMs, add: (job) => this.#add(job), withdraw });
  }

  #wake(): void {
    this.#first.wake();
    this.#helper.wake();
  }

  /** @param isFirst - whether the process is the one with the reranker. */
  #takeJob(isFirst: boolean): Job | undefined {
    const job = this.#queue.next(isFirst);
    if (job?.role !== 'pair' && job?.lane === 'background') this.#helper.noteWork(this.#queue.background);
    return job;
  }

  #putBack(job: Job): void {
    this.#queue.putBack(job);
    this.#wake(); // the other process may be free
  }

  /** Without a model all that waits fails. */
  #giveUp(error: Error): void {
    const running = [this.#first.abandonJob(), this.#helper.abandonJob()];
    for (const job of [...running, ...this.#queue.drain()]) job?.reject(error);
    this.#ready.reject(error);
  }
}

function processOptionsOf(options: ProcessEmbedderOptions): ProcessOptions {
  const { model, modelsDirectory, remoteHost, log, onDownload } = options;
  return {
    setup: { model, modelsDirectory, remoteHost },
    childPath: options.childPath ?? fileURLToPath(new URL('./child.js', import.meta.url)),
    log,
    longestRunMs: options.longestRunMs ?? LONGEST_RUN_MS,
    firstPauseMs: options.firstPauseMs ?? FIRST_PAUSE_MS,
    onDownload,
  };
}

/** One core is for the first process and the bot itself, who share it well: the bot has little to do in a run. */
function hasRoom(): boolean {
  return availableParallelism() > 1 && process.availableMemory() > HELPER_MEMORY;
}
