/**
 * Work that waits for an embedding process: a reader's questions, then the pairs of a question, then the program's own; in
 * order of arrival within each.
 */
import type { Lane } from './embedder.js';
import type { Role } from './model.js';

interface Work {
  readonly text: string;
  /** How often a process died on this very text. */
  deaths: number;
  readonly reject: (error: Error) => void;
}

/** A text to be embedded. */
export interface EmbedJob extends Work {
  readonly role: Role;
  readonly lane: Lane;
  readonly resolve: (vector: Float32Array) => void;
}

/** A text to be read together with a question by the reranker. */
export interface PairJob extends Work {
  readonly role: 'pair';
  readonly question: string;
  readonly resolve: (score: number) => void;
}

export type Job = EmbedJob | PairJob;

export class JobQueue {
  readonly #waiting: Record<Lane, EmbedJob[]> = { reader: [], background: [] };
  #pairs: PairJob[] = [];

  add(job: Job): void {
    if (job.role === 'pair') this.#pairs.push(job);
    else this.#waiting[job.lane].push(job);
  }

  /** Back to the front: a job whose process died is the next one to be tried. */
  putBack(job: Job): void {
    if (job.role === 'pair') this.#pairs.unshift(job);
    else this.#waiting[job.lane].unshift(job);
  }

  /** @param canScore - whether the process that asks has the reranker. */
  next(canScore: boolean): Job | undefined {
    const { reader, background } = this.#waiting;
    return reader.shift() ?? (canScore ? this.#pairs.shift() : undefined) ?? background.shift();
  }

  /** How many texts of the program's own wait. */
  get background(): number {
    return this.#waiting.background.length;
  }

  /** Takes out pairs that nobody waits for any more; they are neither resolved nor rejected. */
  withdraw(pairs: ReadonlySet<PairJob>): void {
    this.#pairs = this.#pairs.filter((job) => !pairs.has(job));
  }

  /** Empties the queue. */
  drain(): Job[] {
    const { reader, background } = this.#waiting;
    return [reader, this.#pairs, background].flatMap<Job>((jobs) => jobs.splice(0));
  }
}
