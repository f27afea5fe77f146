/** A generation opened for reading. It never changes; a re-index makes a new one. */
import type { Article } from '../articles/article.js';
import type { Chunk } from '../articles/chunks.js';
import type { ArticleOrder } from './article-order.js';
import { NO_DOCUMENT, Postings } from './postings.js';
import type { Segment } from './segment.js';
import type { VectorBlock } from './vector-block.js';

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
  /** Length of every vector. */
  readonly dimensions: number;
  /** A chunk's number is the row of its vector; rows that no article has are not in use. */
  readonly block: VectorBlock;
  /** Row of the first chunk of each article; they stand together. */
  readonly firstRows: Uint32Array;
  /** How many chunks each article has. */
  readonly rowCounts: Uint32Array;
  /** Documents are chunks, by row: see `BothPostings`. */
  readonly chunkPostings: Postings;
  /** Documents are articles, by position. */
  readonly articlePostings: Postings;
  /** Undefined where nothing, or nothing any more, is. */
  chunkAt(row: number): IndexedChunk | undefined;
}

/** A segment with what has been removed from it. */
export interface SnapshotPart {
  readonly segment: Segment;
  /** Positions of removed articles. */
  readonly dead: ReadonlySet<number>;
}

export interface SnapshotDraft extends Pick<Snapshot, 'generation' | 'committedAt' | 'block'> {
  readonly parts: readonly SnapshotPart[];
  /** All articles of the parts: see `orderArticles`. */
  readonly order: ArticleOrder;
}

/** Cost: some numbers for each article. */
export function createSnapshot({ generation, committedAt, block, parts, order }: SnapshotDraft): Snapshot {
  const { articles } = order;
  const positions = parts.map(({ segment }) => new Uint32Array(segment.articles.length).fill(NO_DOCUMENT));
  const [firstRows, rowCounts] = [new Uint32Array(articles.length), new Uint32Array(articles.length)];
  for (let position = 0; position < articles.length; position++) {
    const [part = 0, ordinal = 0] = [order.parts[position], order.ordinals[position]];
    const segment = parts[part]?.segment;
    const [from = 0, to = 0] = [segment?.firstRows[ordinal], segment?.firstRows[ordinal + 1]];
    firstRows[position] = (segment?.row ?? 0) + from;
    rowCounts[position] = to - from;
    const ownPositions = positions[part];
    if (ownPositions !== undefined) ownPositions[ordinal] = position;
  }
  const ofChunks = parts.map((part) => ({
    postings: part.segment.chunkPostings,
    numbers: rowNumbers(part),
  }));
  const ofArticles = parts.map(({ segment: { articlePostings } }, part) => ({
    postings: articlePostings,
    numbers: positions[part] ?? new Uint32Array(0),
  }));
  return {
    generation,
    committedAt,
    articles,
    dimensions: block.dimensions,
    block,
    firstRows,
    rowCounts,
    chunkPostings: new Postings(ofChunks, block.rows),
    articlePostings: new Postings(ofArticles, articles.length),
    chunkAt: (row) => findChunk(parts, positions, row),
  };
}

/** Asked for with every generation, but the same as long as nothing is removed. */
const knownNumbers = new WeakMap<SnapshotPart, Uint32Array>();

function rowNumbers(part: SnapshotPart): Uint32Array {
  const { segment, dead } = part;
  let numbers = knownNumbers.get(part);
  if (numbers === undefined) {
    numbers = new Uint32Array(segment.passages.article.length);
    for (let at = 0; at < numbers.length; at++) numbers[at] = segment.row + at;
    for (const ordinal of dead)
      numbers.fill(NO_DOCUMENT, segment.firstRows[ordinal], segment.firstRows[ordinal + 1]);
    knownNumbers.set(part, numbers);
  }
  return numbers;
}

function findChunk(
  parts: readonly SnapshotPart[],
  positions: readonly Uint32Array[],
  row: number,
): IndexedChunk | undefined {
  const at = parts.findIndex(
    ({ segment }) => row >= segment.row && row < segment.row + segment.passages.article.length,
  );
  const segment = parts[at]?.segment;
  if (segment === undefined) return undefined;
  const { passages } = segment;
  const own = row - segment.row;
  const article = positions[at]?.[passages.article[own] ?? 0] ?? NO_DOCUMENT;
  if (article === NO_DOCUMENT) return undefined;
  const [first = 0, last = 0] = [passages.first[own], passages.last[own]];
  const [start = 0, end = 0] = [passages.start[own], passages.end[own]];
  return { article, first, last, start, end };
}
