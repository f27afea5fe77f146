/**
 * The embedder: a child process with a queue before it. A crash of the runtime takes the child and not the bot; the
 * child is started again with a growing pause, and the text it died on gets one more chance.
 *
 * A worker thread would not do: onnxruntime cannot be loaded twice in one process, and ending a thread while it computes
 * ends the whole process.
 */
import { fileURLToPath } from 'node:url';
import { EmbeddingError, ModelError } from '../errors.js';
import type { Log } from '../log.js';
import { defer } from './deferred.js';
import type { OnDownload } from './download.js';
import type { Embedder, ModelInfo } from './embedder.js';
import type { Reply, Request } from './messages.js';
import type { Role } from './model.js';
import { ProcessReranker } from './process-reranker.js';
import { JobQueue, type Job } from './queue.js';
import type { Reranker } from './reranker.js';
import { startChild, type Child } from './start-child.js';

/** Pause before a new start, doubled each time up to the longest, and back to the first after a success. */
const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 30_000;
/** A text takes some milliseconds; a process that is silent for so long is taken for hung. */
const LONGEST_RUN_MS = 60_000;
/** A process that was asked to end and does not is killed. */
const GRACE_MS = 1_000;
/** A text on which the process died so often is given up. */
const MOST_DEATHS = 2;
/** A process that ended so often without having loaded the model will not load it the next time either. */
const MOST_FAILED_STARTS = 5;

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
}

export interface EmbedderWithReranker extends Embedder {
  readonly reranker: Reranker | undefined;
}

/** Starts the process at once. */
export function createProcessEmbedder(options: ProcessEmbedderOptions): EmbedderWithReranker {
  return new ProcessEmbedder(options);
}

class ProcessEmbedder implements EmbedderWithReranker {
  readonly reranker: ProcessReranker | undefined;
  readonly #options: ProcessEmbedderOptions;
  readonly #queue = new JobQueue();
  #ready = defer<ModelInfo>();
  #child: Child | undefined;
  #ended: Promise<void> = Promise.resolve();
  #isLoaded = false;
  #hasFailed = false;
  #running: { readonly id: number; readonly job: Job; readonly timer: NodeJS.Timeout } | undefined;
  #runs = 0;
  #pause: number;
  #failedStarts = 0;
  #restart: NodeJS.Timeout | undefined;
  #isClosed = false;

  constructor(options: ProcessEmbedderOptions) {
    this.#options = options;
    this.#pause = this.#firstPause;
    this.reranker = this.#createReranker(options.rerankerModel);
    this.#start();
  }

  ready(): Promise<ModelInfo> {
    return this.#ready.promise;
  }

  embedQuestion(text: string): Promise<Float32Array> {
    return this.#embed('query', text);
  }

  embedPassage(text: string): Promise<Float32Array> {
    return this.#embed('passage', text);
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    clearTimeout(this.#restart);
    this.#giveUp(new EmbeddingError('The embedder was closed.'));
    this.reranker?.leave();
    this.#child?.send({ kind: 'end' });
    const timer = setTimeout(() => this.#child?.kill(), GRACE_MS);
    await this.#ended;
    clearTimeout(timer);
  }

  get #firstPause(): number {
    return this.#options.firstPauseMs ?? FIRST_PAUSE_MS;
  }

  #embed(role: Role, text: string): Promise<Float32Array> {
    if (this.#isClosed) return Promise.reject(new EmbeddingError('The embedder is closed.'));
    return new Promise((resolve, reject) => {
      this.#add({ role, text, deaths: 0, resolve, reject });
    });
  }

  #add(job: Job): void {
    this.#queue.add(job);
    if (this.#child === undefined && this.#restart === undefined) this.#restartLater();
    this.#runNext();
  }

  #createReranker(model: string | undefined): ProcessReranker | undefined {
    if (model === undefined) return undefined;
    const { log, longestScoringMs: longestMs } = this.#options;
    const withdraw = (jobs: ReadonlySet<Job>): void => this.#queue.withdraw(jobs);
    return new ProcessReranker({ model, log, longestMs, add: (job) => this.#add(job), withdraw });
  }

  /** Behind the embedding model, whose questions need not wait for it. */
  #loadReranker(): void {
    const model = this.reranker?.begin();
    const { modelsDirectory, remoteHost } = this.#options;
    if (model !== undefined) this.#child?.send({ kind: 'load-reranker', model, modelsDirectory, remoteHost });
  }

  #start(): void {
    const { model, modelsDirectory, remoteHost, childPath, log } = this.#options;
    this.#restart = undefined;
    if (this.#hasFailed) this.#ready = defer();
    this.#hasFailed = false;
    const child = startChild({
      path: childPath ?? fileURLToPath(new URL('./child.js', import.meta.url)),
      log,
      onReply: (reply) => child === this.#child && this.#hear(reply),
      onEnd: (reason) => child === this.#child && this.#mourn(reason),
    });
    this.#child = child;
    this.#ended = child.ended;
    child.send({ kind: 'setup', model, modelsDirectory, remoteHost });
  }

  #hear(reply: Reply): void {
    switch (reply.kind) {
      case 'download':
        this.reranker?.downloading();
        this.#options.onDownload?.(reply);
        break;
      case 'ready': {
        const { name, fingerprint, dimensions } = reply;
        this.#isLoaded = true;
        this.#failedStarts = 0;
        this.#ready.resolve({ name, fingerprint, dimensions });
        this.#loadReranker();
        this.#runNext();
        break;
      }
      case 'model-error':
        this.#failToLoad(new ModelError(reply.message));
        break;
      case 'reranker-ready':
        this.reranker?.loaded();
        break;
      case 'reranker-error':
        this.reranker?.failed(reply.message);
        break;
      case 'vector':
      case 'score':
        this.#pause = this.#firstPause;
        this.#deliver(reply);
        this.#runNext();
        break;
      case 'failed':
        this.#fail(reply);
        this.#runNext();
        break;
    }
  }

  #deliver(reply: Extract<Reply, { kind: 'vector' | 'score' }>): void {
    const job = this.#finish(reply.id);
    if (reply.kind === 'vector' && job?.role !== 'pair') job?.resolve(reply.vector);
    else if (reply.kind === 'score' && job?.role === 'pair') job.resolve(reply.score);
    else job?.reject(new EmbeddingError(`The embedding process gave a ${reply.kind} that nobody asked for.`));
  }

  #fail({ id, message }: Extract<Reply, { kind: 'failed' }>): void {
    const job = this.#finish(id);
    const done = job?.role === 'pair' ? 'scored' : 'embedded';
    job?.reject(new EmbeddingError(`A text could not be ${done}: ${message}`));
  }

  #runNext(): void {
    if (!this.#isLoaded || this.#running !== undefined) return;
    const job = this.#queue.next();
    if (job === undefined) return;
    const id = ++this.#runs;
    const limit = this.#longestRun(job);
    const timer = setTimeout(() => this.#child?.kill(), limit);
    this.#running = { id, job, timer };
    this.#child?.send(requestOf(id, job));
  }

  /** A pair that takes longer than its question may is no use to anybody, and others wait for it. */
  #longestRun({ role }: Job): number {
    if (role === 'pair' && this.reranker !== undefined) return this.reranker.longestMs;
    return this.#options.longestRunMs ?? LONGEST_RUN_MS;
  }

  #finish(id: number): Job | undefined {
    if (this.#running?.id !== id) return undefined;
    const { job, timer } = this.#running;
    clearTimeout(timer);
    this.#running = undefined;
    return job;
  }

  /** The process is gone: what it was at is tried once more, and everything else waits for the next one. */
  #mourn(reason: string): void {
    const isFailedStart = !this.#isLoaded;
    this.#child = undefined;
    this.#isLoaded = false;
    const job = this.#running === undefined ? undefined : this.#finish(this.#running.id);
    if (job !== undefined) this.#tryAgain(job, reason);
    this.reranker?.mourn(reason, job?.role === 'pair');
    if (this.#isClosed) return;
    if (isFailedStart && ++this.#failedStarts >= MOST_FAILED_STARTS)
      return this.#failToLoad(new ModelError(describeFailedStarts(this.#failedStarts, reason)));
    this.#options.log.warn('The embedding process is gone and will be started again', {
      reason,
      pauseMs: this.#pause,
    });
    this.#restartLater();
  }

  #tryAgain(job: Job, reason: string): void {
    job.deaths++;
    if (job.deaths < MOST_DEATHS && job.role !== 'pair') this.#queue.putBack(job);
    else
      job.reject(
        new EmbeddingError(`The embedding process failed ${job.deaths} times on one text (${reason}).`),
      );
  }

  /** Without a model all that waits fails; the next request starts another attempt, after a pause. */
  #failToLoad(error: ModelError): void {
    const child = this.#child;
    this.#child = undefined;
    this.#hasFailed = true;
    this.#giveUp(error);
    this.reranker?.leave();
    child?.kill();
  }

  #restartLater(): void {
    this.#restart = setTimeout(() => this.#start(), this.#pause);
    this.#pause = Math.min(2 * this.#pause, LONGEST_PAUSE_MS);
  }

  #giveUp(error: Error): void {
    const running = this.#running === undefined ? undefined : this.#finish(this.#running.id);
    for (const job of [...(running === undefined ? [] : [running]), ...this.#queue.drain()])
      job.reject(error);
    this.#ready.reject(error);
  }
}

function requestOf(id: number, job: Job): Request {
  const { role, text } = job;
  return role === 'pair'
    ? { kind: 'score', id, question: job.question, text }
    : { kind: 'embed', id, role, text };
}

function describeFailedStarts(times: number, reason: string): string {
  return (
    `The embedding process ended ${times} times before the model was loaded (${reason}). ` +
    'The log has what it said; often there is too little memory, or the packages have to be installed again with npm ci.'
  );
}
