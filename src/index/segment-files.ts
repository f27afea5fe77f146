/**
 * A segment on disk: a folder with its articles, its postings, and its passages as Vectra indexes of at most `SEGMENT_SIZE`
 * (more than one only where a single article has more). Never changed; the manifest of each generation that uses it holds
 * the checksums of its files.
 */
import path from 'node:path';
import type { Article } from '../articles/article.js';
import { hashOf } from '../text/hash.js';
import type { AtomicStorage } from './atomic-storage.js';
import { IndexDamagedError } from '../errors.js';
import { checksumIn } from './column-file.js';
import { naming, type SegmentEntry } from './manifest.js';
import {
  decodePassages,
  encodePassages,
  HASH_WORDS,
  type PassageColumns,
  type StoredPassages,
} from './passage-codec.js';
import { decodePostings, encodePostings } from './postings-file.js';
import { listFirstRows, SEGMENT_SIZE, type Segment } from './segment.js';
import { createSlices } from './slices.js';
import { parseArticles, serializeArticles } from './stored-articles.js';
import type { VectorBlock } from './vector-block.js';
import type { WriteBatch } from './write-batch.js';

/** Folder of all segments. */
export const SEGMENTS = 'segments';
const ARTICLES = 'articles.jsonl';
const POSTINGS = 'postings.bin';
/** Vectra's name of the file in each of its folders. */
const PASSAGES = 'index.bin';

/** Begins to write a segment. @returns the entry for the manifest. */
export async function writeSegment(
  directory: string,
  segment: Segment,
  batch: WriteBatch,
): Promise<Omit<SegmentEntry, 'dead'>> {
  const pause = createSlices();
  const { name, articles, passages } = segment;
  const folder = path.join(directory, SEGMENTS, name);
  await batch.createFolder(folder);
  const files: Record<string, string> = {};
  const write = async (file: string, content: Buffer, checksum: string): Promise<void> => {
    files[file] = checksum;
    batch.write(path.join(folder, ...file.split('/')), content);
    await pause();
  };
  for (let from = 0; from < passages.article.length; from += SEGMENT_SIZE) {
    await batch.createFolder(path.join(folder, path.dirname(passagesFile(from))));
    const content = encodeSlice(segment, from);
    await write(passagesFile(from), content, checksumIn(content));
  }
  const lines = await serializeArticles(articles);
  await write(ARTICLES, lines, hashOf(lines));
  const postings = encodePostings(segment);
  await write(POSTINGS, postings, checksumIn(postings));
  return { name, passages: passages.article.length, articles: articles.length, files };
}

/** Reads a segment; its vectors go into the block. @param scratch - memory to read files into. @throws IndexDamagedError that names the file and what is wrong with it. */
export async function readSegment(
  directory: string,
  entry: Omit<SegmentEntry, 'dead'>,
  block: VectorBlock,
  storage: AtomicStorage,
  scratch: (bytes: number) => Buffer,
): Promise<Segment> {
  const folder = path.join(SEGMENTS, entry.name);
  const read = <Result>(
    file: string,
    decode: (content: Buffer, checksum: string) => Result | Promise<Result>,
    memory = scratch,
  ) =>
    naming(path.join(folder, file), async () => {
      const content = await storage.readInto(path.join(directory, folder, ...file.split('/')), memory);
      return decode(content, entry.files[file] ?? '');
    });
  const articles = await read(ARTICLES, (content, checksum) => {
    expectChecksum(hashOf(content), checksum);
    return parseArticles(content);
  });
  // Postings stay where they are read, as views; of the other files nothing is left.
  const postings = await read(
    POSTINGS,
    (content, checksum) => {
      const { chunkPostings, articlePostings, ...own } = decodePostings(content);
      expectChecksum(own.checksum, checksum);
      return { chunkPostings, articlePostings };
    },
    Buffer.allocUnsafeSlow,
  );
  const row = block.rows;
  const slices: PassageColumns[] = [];
  for (let from = 0; from < entry.passages; from += SEGMENT_SIZE)
    slices.push(
      await read(passagesFile(from), (content, checksum) => {
        const stored = decodePassages(content);
        expectChecksum(stored.checksum, checksum);
        return takePassages(stored, articles, block);
      }),
    );
  const passages = joinColumns(slices);
  const isWhole =
    articles.length === entry.articles &&
    [passages.article.length, postings.chunkPostings.lengths.length].every((n) => n === entry.passages) &&
    postings.articlePostings.lengths.length === articles.length;
  if (!isWhole) throw new IndexDamagedError(folder, 'does not fit its manifest');
  const firstRows = listFirstRows(passages, articles.length);
  return { name: entry.name, articles, passages, firstRows, block, row, ...postings };
}

/** Whether all files are there, in the length they had: a look that reads none of them. */
export async function isSegmentThere(
  directory: string,
  { name, files }: Omit<SegmentEntry, 'dead'>,
  storage: AtomicStorage,
): Promise<boolean> {
  const paths = Object.keys(files).map((file) => path.join(directory, SEGMENTS, name, ...file.split('/')));
  return (await Promise.all(paths.map((file) => storage.pathExists(file)))).every(Boolean);
}

const passagesFile = (from: number): string =>
  `passages-${String(from / SEGMENT_SIZE).padStart(4, '0')}/${PASSAGES}`;

function encodeSlice({ articles, passages, block, row }: Segment, from: number): Buffer {
  const to = Math.min(from + SEGMENT_SIZE, passages.article.length);
  return encodePassages({
    ...sliceColumns(passages, from, to),
    articleIds: articles.map(({ articleId }) => articleId),
    dimensions: block.dimensions,
    vectors: block.rowsAt(row + from, row + to),
  });
}

/** A whole file may stand in the place of another; the manifest knows which is meant. */
function expectChecksum(own: string, expected: string): void {
  if (own !== expected) throw new Error('has a wrong checksum');
}

/** Copies of the columns, so that the file with its vectors can be forgotten. */
function takePassages(
  stored: StoredPassages,
  articles: readonly Article[],
  block: VectorBlock,
): PassageColumns {
  const isSame =
    stored.dimensions === block.dimensions &&
    stored.articleIds.length === articles.length &&
    stored.articleIds.every((id, at) => id === articles[at]?.articleId);
  if (!isSame || !block.hasRoomFor(stored.article.length)) throw new Error('does not fit its manifest');
  block.append(stored.vectors);
  return sliceColumns(stored, 0, stored.article.length);
}

function sliceColumns(columns: PassageColumns, from: number, to: number): PassageColumns {
  return {
    article: columns.article.slice(from, to),
    first: columns.first.slice(from, to),
    last: columns.last.slice(from, to),
    start: columns.start.slice(from, to),
    end: columns.end.slice(from, to),
    hashes: columns.hashes.slice(from * HASH_WORDS, to * HASH_WORDS),
  };
}

function joinColumns(slices: readonly PassageColumns[]): PassageColumns {
  const join = (key: keyof PassageColumns): Uint32Array => {
    if (slices.length === 1) return slices[0]?.[key] ?? new Uint32Array(0);
    const joined = new Uint32Array(slices.reduce((sum, slice) => sum + slice[key].length, 0));
    let at = 0;
    for (const slice of slices) {
      joined.set(slice[key], at);
      at += slice[key].length;
    }
    return joined;
  };
  return {
    article: join('article'),
    first: join('first'),
    last: join('last'),
    start: join('start'),
    end: join('end'),
    hashes: join('hashes'),
  };
}
