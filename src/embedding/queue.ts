/** Work that waits for the embedding process: questions before passages, in order of arrival within each. */
import type { Role } from './model.js';

export interface Job {
  readonly role: Role;
  readonly text: string;
  /** How often the process died on this very text. */
  deaths: number;
  readonly resolve: (vector: Float32Array) => void;
  readonly reject: (error: Error) => void;
}

export class JobQueue {
  readonly #waiting: Record<Role, Job[]> = { query: [], passage: [] };

  add(job: Job): void {
    this.#waiting[job.role].push(job);
  }

  /** Back to the front: a job whose process died is the next one to be tried. */
  putBack(job: Job): void {
    this.#waiting[job.role].unshift(job);
  }

  next(): Job | undefined {
    return this.#waiting.query.shift() ?? this.#waiting.passage.shift();
  }

  /** Empties the queue. */
  drain(): Job[] {
    return [...this.#waiting.query.splice(0), ...this.#waiting.passage.splice(0)];
  }
}
