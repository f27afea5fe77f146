/** A generation opened for reading. It never changes; a re-index makes a new one. */
import type { Article } from '../articles/article.js';
import type { Chunk } from '../articles/chunks.js';
import type { Postings } from './postings.js';

/** A chunk with the position of its article in `Snapshot.articles`. */
export interface IndexedChunk extends Chunk {
  readonly article: number;
}

export interface Snapshot {
  /** Grows by one with every commit; 1 is the first. */
  readonly generation: number;
  /** ISO 8601 time of the commit. */
  readonly committedAt: string;
  /** Sorted by `articleId`. */
  readonly articles: readonly Article[];
  /** One a row, in the order of articles and of the text in them. */
  readonly chunks: readonly IndexedChunk[];
  readonly dimensions: number;
  /** `chunks.length` unit vectors of `dimensions` numbers, one behind the other. */
  readonly vectors: Float32Array;
  /** Terms of each chunk: title once, its own text three times, the chunk before and after once. */
  readonly chunkPostings: Postings;
  /** Terms of each article with its title. */
  readonly articlePostings: Postings;
}
