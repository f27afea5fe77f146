/** What a re-index says of itself, while it runs and when it is done. */
import type { FileReason } from '../articles/file-reason.js';

/** A file that could not be used, with a reason a person understands. */
export interface FileProblem {
  readonly file: string;
  readonly reason: string;
  /** The same as data, for other languages. */
  readonly why: FileReason;
}

export interface ReindexProgress {
  readonly phase: 'reading' | 'embedding' | 'saving';
  /** Files read, or chunks embedded. */
  readonly done: number;
  /** Zero while it is not known yet. */
  readonly total: number;
}

/** File names are paths under the articles folder. */
export interface ReindexReport {
  /** The generation that answers now. */
  readonly generation: number;
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
  readonly unchanged: number;
  /** Not articles, or empty, or too large: left out. */
  readonly skipped: readonly FileProblem[];
  /** Could not be read or understood; an earlier version of the article stays in the index. */
  readonly failed: readonly FileProblem[];
  readonly articles: number;
  readonly paragraphs: number;
  /** How many chunks had to be embedded; the others were known. */
  readonly embedded: number;
  readonly seconds: number;
}

/**
 * A second run while one is under way is refused, not queued. "stopped": the program ends; the next start goes on.
 * "cancelled": somebody did not want it after all; vectors that were made are kept for the next run.
 */
export type ReindexOutcome =
  | { readonly kind: 'done'; readonly report: ReindexReport }
  | { readonly kind: 'running' | 'stopped' | 'cancelled' };

export interface ReindexOptions {
  /** Reads and embeds everything again, also what is known. */
  readonly full?: boolean | undefined;
  /** By which it can be cancelled; one without a name cannot. */
  readonly name?: string | undefined;
  readonly onProgress?: ((progress: ReindexProgress) => void) | undefined;
}

/** The part of the index that commands may use. */
export interface Reindexer {
  reindex(options?: ReindexOptions): Promise<ReindexOutcome>;
  /**
   * Ends the run of this name at its next step; what answered before goes on. One that has begun to be published is done
   * all the same. @returns whether such a run is under way.
   */
  cancel(name: string): boolean;
}
