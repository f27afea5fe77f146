/** Work that waits for an embedding process: a reader's before the program's own, in order of arrival within each. */
import type { Lane } from './embedder.js';
import type { Role } from './model.js';

export interface Job {
  readonly role: Role;
  readonly lane: Lane;
  readonly text: string;
  /** How often a process died on this very text. */
  deaths: number;
  readonly resolve: (vector: Float32Array) => void;
  readonly reject: (error: Error) => void;
}

export class JobQueue {
  readonly #waiting: Record<Lane, Job[]> = { reader: [], background: [] };

  add(job: Job): void {
    this.#waiting[job.lane].push(job);
  }

  /** Back to the front: a job whose process died is the next one to be tried. */
  putBack(job: Job): void {
    this.#waiting[job.lane].unshift(job);
  }

  next(): Job | undefined {
    return this.#waiting.reader.shift() ?? this.#waiting.background.shift();
  }

  /** How many jobs wait in a lane. */
  countOf(lane: Lane): number {
    return this.#waiting[lane].length;
  }

  /** Empties the queue. */
  drain(): Job[] {
    return [...this.#waiting.reader.splice(0), ...this.#waiting.background.splice(0)];
  }
}
