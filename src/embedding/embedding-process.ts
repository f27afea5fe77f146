/**
 * One embedding process and the text it is at. A crash of the runtime takes the child and not the bot; the child is started
 * again with a growing pause, and the text it died on gets one more chance.
 *
 * A worker thread would not do: onnxruntime cannot be loaded twice in one process, and ending a thread while it computes
 * ends the whole process.
 */
import { EmbeddingError, ModelError } from '../errors.js';
import type { Log } from '../log.js';
import type { OnDownload } from './download.js';
import type { ModelInfo } from './embedder.js';
import type { Reply, Request, Setup } from './messages.js';
import type { ProcessReranker } from './process-reranker.js';
import type { Job } from './queue.js';
import { startChild, type Child } from './start-child.js';

/** The pause before a new start is doubled each time up to this, and is back at the first one after a success. */
const LONGEST_PAUSE_MS = 30_000;
/** A process that was asked to end and does not is killed. */
const GRACE_MS = 1_000;
/** A text on which processes died so often is given up. */
const MOST_DEATHS = 2;
/** A process that ended so often without having loaded the model will not load it the next time either. */
const MOST_FAILED_STARTS = 5;

export interface ProcessOptions {
  readonly setup: Omit<Setup, 'kind'>;
  /** Compiled entry of the child. */
  readonly childPath: string;
  readonly log: Log;
  /** A process that is silent for so long over one text is taken for hung. */
  readonly longestRunMs: number;
  readonly firstPauseMs: number;
  readonly onDownload?: OnDownload | undefined;
  /** A second model in the same process, loaded behind the first one. */
  readonly reranker?: ProcessReranker | undefined;
}

/** Whom a process works for. */
export interface Employer {
  /** Asked whenever the process is free. */
  takeJob(): Job | undefined;
  /** A job whose process died; it is tried again, by whichever process is free first. */
  putBack(job: Job): void;
  /** Called whenever the process has loaded the model, also after a crash. */
  onLoaded(info: ModelInfo): void;
  /** There is no model, or no process comes up. It stays down until `revive`. */
  onGivenUp(error: ModelError): void;
}

export class EmbeddingProcess {
  readonly #options: ProcessOptions;
  readonly #employer: Employer;
  #child: Child | undefined;
  #ended: Promise<void> = Promise.resolve();
  #isLoaded = false;
  #running: { readonly id: number; readonly job: Job; readonly timer: NodeJS.Timeout } | undefined;
  #runs = 0;
  #pause: number;
  #failedStarts = 0;
  #restart: NodeJS.Timeout | undefined;
  #isClosed = false;

  /** Starts the process at once. */
  constructor(options: ProcessOptions, employer: Employer) {
    this.#options = options;
    this.#employer = employer;
    this.#pause = options.firstPauseMs;
    this.#start();
  }

  /** Gives the process something to do, if it is free and there is something. */
  wake(): void {
    if (!this.#isLoaded || this.#running !== undefined || this.#isClosed) return;
    const job = this.#employer.takeJob();
    if (job === undefined) return;
    const id = ++this.#runs;
    const timer = setTimeout(() => this.#child?.kill(), this.#longestRun(job));
    this.#running = { id, job, timer };
    this.#child?.send(requestOf(id, job));
  }

  /** Tries again, after a pause, when the process was given up. @returns whether it was. */
  revive(): boolean {
    if (this.#child !== undefined || this.#restart !== undefined || this.#isClosed) return false;
    this.#restartLater();
    return true;
  }

  /** The job that the process is at, which is taken from it. */
  abandonJob(): Job | undefined {
    return this.#running === undefined ? undefined : this.#finish(this.#running.id);
  }

  /** Ends the process; its employer is told nothing more. A job it is at must have been taken away. */
  async close(): Promise<void> {
    this.#isClosed = true;
    clearTimeout(this.#restart);
    this.#options.reranker?.leave();
    this.#child?.send({ kind: 'end' });
    const timer = setTimeout(() => this.#child?.kill(), GRACE_MS);
    await this.#ended;
    clearTimeout(timer);
  }

  #start(): void {
    const { setup, childPath, log } = this.#options;
    this.#restart = undefined;
    const child = startChild({
      path: childPath,
      log,
      onReply: (reply) => child === this.#child && this.#hear(reply),
      onEnd: (reason) => child === this.#child && this.#mourn(reason),
    });
    this.#child = child;
    this.#ended = child.ended;
    child.send({ kind: 'setup', ...setup });
  }

  #hear(reply: Reply): void {
    switch (reply.kind) {
      case 'download':
        this.#options.reranker?.downloading();
        this.#options.onDownload?.(reply);
        break;
      case 'ready': {
        const { name, fingerprint, dimensions } = reply;
        this.#isLoaded = true;
        this.#failedStarts = 0;
        if (!this.#isClosed) this.#employer.onLoaded({ name, fingerprint, dimensions });
        this.#loadReranker();
        this.wake();
        break;
      }
      case 'model-error':
        this.#giveUp(new ModelError(reply.message));
        break;
      case 'reranker-ready':
        this.#options.reranker?.loaded();
        break;
      case 'reranker-error':
        this.#options.reranker?.failed(reply.message);
        break;
      case 'vector':
      case 'score':
        this.#pause = this.#options.firstPauseMs;
        this.#deliver(reply);
        this.wake();
        break;
      case 'failed':
        this.#fail(reply);
        this.wake();
        break;
    }
  }

  /** Behind the embedding model, whose questions need not wait for it. */
  #loadReranker(): void {
    const model = this.#options.reranker?.begin();
    const { modelsDirectory, remoteHost } = this.#options.setup;
    if (model !== undefined) this.#child?.send({ kind: 'load-reranker', model, modelsDirectory, remoteHost });
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

  /** A pair that takes longer than its question may is no use to anybody, and others wait for it. */
  #longestRun({ role }: Job): number {
    const { reranker, longestRunMs } = this.#options;
    return role === 'pair' && reranker !== undefined ? reranker.longestMs : longestRunMs;
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
    const job = this.abandonJob();
    if (job !== undefined) this.#tryAgain(job, reason);
    this.#options.reranker?.mourn(reason, job?.role === 'pair');
    if (this.#isClosed) return;
    if (isFailedStart && ++this.#failedStarts >= MOST_FAILED_STARTS)
      return this.#giveUp(new ModelError(describeFailedStarts(this.#failedStarts, reason)));
    this.#options.log.warn('The embedding process is gone and will be started again', {
      reason,
      pauseMs: this.#pause,
    });
    this.#restartLater();
  }

  #tryAgain(job: Job, reason: string): void {
    job.deaths++;
    if (job.deaths < MOST_DEATHS && job.role !== 'pair') this.#employer.putBack(job);
    else
      job.reject(
        new EmbeddingError(`The embedding process failed ${job.deaths} times on one text (${reason}).`),
      );
  }

  #giveUp(error: ModelError): void {
    const child = this.#child;
    this.#child = undefined;
    if (!this.#isClosed) this.#employer.onGivenUp(error);
    this.#options.reranker?.leave();
    child?.kill();
  }

  #restartLater(): void {
    this.#restart = setTimeout(() => this.#start(), this.#pause);
    this.#pause = Math.min(2 * this.#pause, LONGEST_PAUSE_MS);
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
