/** A segment: an immutable batch of whole articles with their passages, vectors and postings. */
import type { Article } from '../articles/article.js';
import type { Chunk } from '../articles/chunks.js';
import { buildPostings, type BothPostings } from './lexical.js';
import { HASH_WORDS, writeHash, type PassageColumns } from './passage-codec.js';
import { createSlices } from './slices.js';
import type { VectorBlock } from './vector-block.js';
import { WordTerms } from './word-terms.js';

/** Bounds the time that one file holds up the event loop, and the size of a file. */
export const SEGMENT_SIZE = 4096;

export interface Segment extends BothPostings {
  /** Name of its folder; never used twice. */
  readonly name: string;
  /** Sorted by `articleId`. */
  readonly articles: readonly Article[];
  /** In the order of the articles and of the text in them. */
  readonly passages: PassageColumns;
  /** For each article the first of its passages, and behind the last how many there are. */
  readonly firstRows: Uint32Array;
  /** Where its vectors are, and the row of the first. */
  readonly block: VectorBlock;
  readonly row: number;
}

/** What is embedded and found, with the hash of its text. */
export interface HashedChunk extends Chunk {
  /** 32 hexadecimal digits. */
  readonly hash: string;
}

/** An article with a vector for each chunk, one behind the other. */
export interface FreshArticle {
  readonly kind: 'fresh';
  readonly article: Article;
  readonly chunks: readonly HashedChunk[];
  readonly vectors: Float32Array;
}

/** An article of another segment. */
export interface StoredArticle {
  readonly kind: 'stored';
  readonly segment: Segment;
  /** Position in `segment.articles`. */
  readonly ordinal: number;
}

export type SegmentSource = FreshArticle | StoredArticle;

export function articleOf(source: SegmentSource): Article | undefined {
  return source.kind === 'fresh' ? source.article : source.segment.articles[source.ordinal];
}

/** How many passages an article has. */
export function passagesOf(source: SegmentSource): number {
  if (source.kind === 'fresh') return source.chunks.length;
  const { firstRows } = source.segment;
  return (firstRows[source.ordinal + 1] ?? 0) - (firstRows[source.ordinal] ?? 0);
}

/**
 * Makes a segment in memory.
 *
 * @param sources - sorted by `articleId`.
 * @param block - must have room for all passages.
 * @param words - shared by the segments of a run, which have most words in common.
 */
export async function buildSegment(
  name: string,
  sources: readonly SegmentSource[],
  block: VectorBlock,
  words = new WordTerms(),
): Promise<Segment> {
  const pause = createSlices();
  const firstRows = new Uint32Array(sources.length + 1);
  sources.forEach((source, at) => (firstRows[at + 1] = (firstRows[at] ?? 0) + passagesOf(source)));
  const passages = emptyColumns(firstRows.at(-1) ?? 0);
  const row = block.rows;
  for (const [at, source] of sources.entries()) {
    block.append(source.kind === 'fresh' ? source.vectors : storedVectors(source));
    if (source.kind === 'fresh') writeColumns(passages, source.chunks, firstRows[at] ?? 0);
    else copyColumns(passages, source, firstRows[at] ?? 0);
    passages.article.fill(at, firstRows[at], firstRows[at + 1]);
    await pause();
  }
  const articles = sources.flatMap((source) => articleOf(source) ?? []);
  const postings = await buildPostings(sources, firstRows, words);
  return { name, articles, passages, firstRows, block, row, ...postings };
}

/** For each article the first of its passages, from the column that says which article each passage is of. */
export function listFirstRows({ article }: PassageColumns, articles: number): Uint32Array {
  const firstRows = new Uint32Array(articles + 1);
  for (let row = 0; row < article.length; row++) {
    const [before = 0, ordinal = 0] = [article[row - 1], article[row]];
    if (ordinal < before) throw new Error('has passages in the wrong order');
    firstRows[ordinal + 1] = row + 1;
  }
  for (let at = 1; at <= articles; at++) firstRows[at] = Math.max(firstRows[at] ?? 0, firstRows[at - 1] ?? 0);
  return firstRows;
}

function emptyColumns(rows: number): PassageColumns {
  const column = (): Uint32Array => new Uint32Array(rows);
  const hashes = new Uint32Array(rows * HASH_WORDS);
  return { article: column(), first: column(), last: column(), start: column(), end: column(), hashes };
}

function writeColumns(columns: PassageColumns, chunks: readonly HashedChunk[], from: number): void {
  chunks.forEach(({ first, last, start, end, hash }, at) => {
    const row = from + at;
    columns.first[row] = first;
    columns.last[row] = last;
    columns.start[row] = start;
    columns.end[row] = end;
    writeHash(hash, columns.hashes.subarray(row * HASH_WORDS, (row + 1) * HASH_WORDS));
  });
}

function copyColumns(columns: PassageColumns, { segment, ordinal }: StoredArticle, into: number): void {
  const [from, to] = [segment.firstRows[ordinal] ?? 0, segment.firstRows[ordinal + 1] ?? 0];
  for (const key of ['first', 'last', 'start', 'end'] as const)
    columns[key].set(segment.passages[key].subarray(from, to), into);
  const hashes = segment.passages.hashes.subarray(from * HASH_WORDS, to * HASH_WORDS);
  columns.hashes.set(hashes, into * HASH_WORDS);
}

function storedVectors({ segment, ordinal }: StoredArticle): Float32Array {
  const [from = 0, to = 0] = [segment.firstRows[ordinal], segment.firstRows[ordinal + 1]];
  return segment.block.rowsAt(segment.row + from, segment.row + to);
}
