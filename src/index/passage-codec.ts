/**
 * How passages are stored: their vectors as one block, their places in columns, ids of articles as JSON. As an `IndexCodec` it
 * makes each such file a Vectra index, whose own query can judge ours; the program itself reads the columns.
 */
import type { IndexCodec, IndexData, IndexItem } from 'vectra';
import { z } from 'zod';
import { areBelow, ColumnReader, encodeColumns, HEADER_BYTES, type FileKind } from './column-file.js';

const KIND: FileKind = { name: 'a passage file', magic: 'BYLP' };
const VERSION = 1;
/** A hash is the first half of a SHA-256: 16 bytes, 4 words, 32 hexadecimal digits. */
export const HASH_WORDS = 4;
const HASH_BYTES = 16;

/** The pieces of a passage file of so many bytes: its vectors go to where they are to stay. One piece when it is too short. */
export function piecesOf(bytes: number, vectors: Buffer): Buffer[] {
  const rest = bytes - HEADER_BYTES - vectors.length;
  if (rest < 0) return [Buffer.allocUnsafeSlow(bytes)];
  return [Buffer.allocUnsafeSlow(HEADER_BYTES), vectors, Buffer.allocUnsafeSlow(rest)];
}

/** Columns, a row a passage. */
export interface PassageColumns {
  /** Position of the passage's article in the segment. */
  readonly article: Uint32Array;
  /** Numbers of the first and last paragraph. */
  readonly first: Uint32Array;
  readonly last: Uint32Array;
  /** Span in the article's text. */
  readonly start: Uint32Array;
  readonly end: Uint32Array;
  /** Hash of the embedded text, four words a row. */
  readonly hashes: Uint32Array;
}

export interface StoredPassages extends PassageColumns {
  /** By position. */
  readonly articleIds: readonly string[];
  readonly dimensions: number;
  readonly vectors: Float32Array;
}

const aboutSchema = z.object({ dimensions: z.int().nonnegative(), articleIds: z.array(z.string()) });

export function encodePassages(passages: StoredPassages): Buffer {
  const { vectors, article, first, last, start, end, hashes, dimensions, articleIds } = passages;
  const about = { dimensions, articleIds };
  return encodeColumns(KIND, [vectors, article, first, last, start, end, hashes], about);
}

/**
 * @param file - whole, or in pieces of which one holds the vectors.
 * @param checksum - that of the file that is meant.
 * @returns views of the file.
 * @throws Error that says what is wrong with it.
 */
export function decodePassages(file: Buffer | readonly Buffer[], checksum?: string): StoredPassages {
  const reader = new ColumnReader(KIND, file, checksum);
  const { dimensions, articleIds } = aboutSchema.parse(reader.about);
  const passages = {
    vectors: reader.floats(),
    article: reader.words(),
    first: reader.words(),
    last: reader.words(),
    start: reader.words(),
    end: reader.words(),
    hashes: reader.words(),
    dimensions,
    articleIds,
  };
  checkColumns(passages);
  return passages;
}

function checkColumns({
  vectors,
  dimensions,
  articleIds,
  hashes,
  article,
  ...columns
}: StoredPassages): void {
  const { length } = article;
  const { first, last, start, end } = columns;
  const fits =
    [first, last, start, end].every((column) => column.length === length) &&
    hashes.length === length * HASH_WORDS &&
    vectors.length === length * dimensions &&
    areBelow(article, articleIds.length);
  if (!fits) throw new Error('has columns that do not fit together');
}

/** 32 hexadecimal digits. */
export function hashAt({ hashes }: Pick<PassageColumns, 'hashes'>, row: number): string {
  const { buffer, byteOffset } = hashes;
  return Buffer.from(buffer, byteOffset + row * HASH_BYTES, HASH_BYTES).toString('hex');
}

/** @param into - four words. */
export function writeHash(hash: string, into: Uint32Array): void {
  new Uint8Array(into.buffer, into.byteOffset, into.byteLength).set(Buffer.from(hash, 'hex'));
}

/** Vectors of decoded items are views of one block, in order. */
export const passageCodec: IndexCodec = {
  extension: '.bin',
  serializeIndex: ({ items }) => encodePassages(toPassages(items)),
  deserializeIndex,
  serializeCatalog: refuse,
  deserializeCatalog: refuse,
  serializeMetadata: refuse,
  deserializeMetadata: refuse,
};

const metadataSchema = z.strictObject({
  articleId: z.string(),
  first: z.int(),
  last: z.int(),
  start: z.int(),
  end: z.int(),
  hash: z.string().regex(/^[0-9a-f]{32}$/u),
});

function toPassages(items: readonly IndexItem[]): StoredPassages {
  const dimensions = items[0]?.vector.length ?? 0;
  const metadata = items.map((item) => metadataSchema.parse(item.metadata));
  const articleIds = [...new Set(metadata.map(({ articleId }) => articleId))];
  const positions = new Map(articleIds.map((id, at) => [id, at]));
  const column = (key: 'first' | 'last' | 'start' | 'end') => Uint32Array.from(metadata, (one) => one[key]);
  const hashes = new Uint32Array(items.length * HASH_WORDS);
  const vectors = new Float32Array(items.length * dimensions);
  metadata.forEach(({ hash }, row) =>
    writeHash(hash, hashes.subarray(row * HASH_WORDS, (row + 1) * HASH_WORDS)),
  );
  items.forEach(({ vector }, row) => vectors.set(vector, row * dimensions));
  return {
    article: Uint32Array.from(metadata, ({ articleId }) => positions.get(articleId) ?? 0),
    first: column('first'),
    last: column('last'),
    start: column('start'),
    end: column('end'),
    hashes,
    articleIds,
    dimensions,
    vectors,
  };
}

function deserializeIndex(file: Buffer): IndexData {
  const passages = decodePassages(file);
  const { dimensions, vectors } = passages;
  const items = Array.from(passages.article, (article, row) => {
    const vector = vectors.subarray(row * dimensions, (row + 1) * dimensions);
    const articleId = passages.articleIds[article] ?? '';
    const [first = 0, last = 0] = [passages.first[row], passages.last[row]];
    const [start = 0, end = 0] = [passages.start[row], passages.end[row]];
    const metadata = { articleId, first, last, start, end, hash: hashAt(passages, row) };
    return { id: `${articleId}#${start}`, metadata, vector: asNumbers(vector), norm: lengthOf(vector) };
  });
  return { version: VERSION, metadata_config: {}, items };
}

/** Vectra's types ask for an array; it only ever reads elements and the length, and an array would take twice the memory. */
export function asNumbers(vector: Float32Array): number[] {
  return vector as unknown as number[];
}

/** `Math.hypot(...vector)` takes thirty times as long, and a file has thousands of vectors. */
function lengthOf(vector: Float32Array): number {
  let sum = 0;
  for (let at = 0; at < vector.length; at++) sum += (vector[at] ?? 0) ** 2;
  return Math.sqrt(sum);
}

/** Vectra's document indexes are not used here. */
function refuse(): never {
  throw new Error('Only item indexes are stored in this format');
}
