/** What one run over the articles is given, and how it is stopped. */
import type { ArticleMaker } from '../articles/article-maker.js';
import type { Embedder, ModelInfo } from '../embedding/embedder.js';
import { BylineError } from '../errors.js';
import type { AtomicStorage } from './atomic-storage.js';
import type { Generation } from './generation.js';
import type { ReindexOptions } from './report.js';

export interface ReindexRun extends ReindexOptions {
  readonly directory: string;
  readonly articlesDirectory: string;
  readonly startMaker?: (() => ArticleMaker) | undefined;
  readonly embedder: Embedder;
  readonly model: ModelInfo;
  readonly storage: AtomicStorage;
  /** What answers now, if the same model made it. */
  readonly live: Generation | undefined;
  /** Whether it is still what the disk holds; else it is written again, also when nothing has changed. */
  readonly isStored: boolean;
  /** Number for the new generation. */
  readonly next: number;
  readonly signal: AbortSignal;
  /** Called before a generation is written and before it counts. @throws IndexLockedError */
  readonly assertLocked: () => Promise<void>;
}

/** Thrown inside a run that was asked to stop. */
export class RunStopped extends BylineError {
  readonly code = 'stopped';
}

/** Rejects when a run is asked to stop: for waiting on what the run does not do itself. */
export function whenAskedToStop(signal: AbortSignal): Promise<never> {
  const stopped = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(new RunStopped('The run was stopped.')), { once: true });
  });
  stopped.catch(() => undefined); // told to the run, while it waits
  return stopped;
}

/** Called between steps. @throws RunStopped */
export function stopIfAsked({ signal }: ReindexRun): void {
  if (signal.aborted) throw new RunStopped('The run was stopped.');
}
