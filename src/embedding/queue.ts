/** Work that waits for the embedding process: questions, then pairs, then passages; in order of arrival within each. */
import type { Role } from './model.js';

interface Work {
  readonly text: string;
  /** How often the process died on this very text. */
  deaths: number;
  readonly reject: (error: Error) => void;
}

/** A text to be embedded. */
export interface EmbedJob extends Work {
  readonly role: Role;
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
  readonly #waiting: Record<Job['role'], Job[]> = { query: [], pair: [], passage: [] };

  add(job: Job): void {
    this.#waiting[job.role].push(job);
  }

  /** Back to the front: a job whose process died is the next one to be tried. */
  putBack(job: Job): void {
    this.#waiting[job.role].unshift(job);
  }

  next(): Job | undefined {
    const { query, pair, passage } = this.#waiting;
    return query.shift() ?? pair.shift() ?? passage.shift();
  }

  /** Takes out pairs that nobody waits for any more; they are neither resolved nor rejected. */
  withdraw(pairs: ReadonlySet<Job>): void {
    this.#waiting.pair = this.#waiting.pair.filter((job) => !pairs.has(job));
  }

  /** Empties the queue. */
  drain(): Job[] {
    const { query, pair, passage } = this.#waiting;
    return [query, pair, passage].flatMap((jobs) => jobs.splice(0));
  }
}
