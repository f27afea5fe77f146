/** How far a re-index is, how fast it goes, and how long it will take: made of what the run tells of itself. */
import type { ReindexProgress } from '../index/report.js';

export interface RunState extends ReindexProgress {
  /** How many were read, also while passages are embedded. */
  readonly files: number;
  /** Passages a second; undefined until it can be told. */
  readonly perSecond?: number | undefined;
  readonly secondsLeft?: number | undefined;
}

/**
 * What lies so far back counts about a third: long enough that the estimate is steady, short enough that it follows when
 * other work takes the processor away.
 */
const MEMORY_MS = 30_000;
/** From one passage nothing can be told. */
const LEAST_MS = 1000;

export class RunPace {
  readonly #now: () => number;
  #files = 0;
  #phase: ReindexProgress['phase'] = 'reading';
  #at = 0;
  #done = 0;
  /** Passages and milliseconds, both fading at the same rate: at first their ratio is the mean, later a moving one. */
  #passages = 0;
  #elapsed = 0;

  /** @param now - a clock in milliseconds that never goes back. */
  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  note(progress: ReindexProgress): RunState {
    const { phase, done, total } = progress;
    if (phase === 'reading') this.#files = done;
    if (phase === 'embedding') this.#count(done);
    this.#phase = phase;
    const state = { ...progress, files: this.#files };
    if (phase !== 'embedding' || this.#elapsed < LEAST_MS || this.#passages === 0) return state;
    const perSecond = (1000 * this.#passages) / this.#elapsed;
    return { ...state, perSecond, secondsLeft: Math.max(0, total - done) / perSecond };
  }

  #count(done: number): void {
    const now = this.#now();
    // The first passage of the phase tells when it began: what came before was no embedding.
    if (this.#phase === 'embedding') {
      const passed = now - this.#at;
      const kept = Math.exp(-passed / MEMORY_MS);
      this.#passages = this.#passages * kept + Math.max(0, done - this.#done);
      this.#elapsed = this.#elapsed * kept + passed;
    }
    this.#at = now;
    this.#done = done;
  }
}
