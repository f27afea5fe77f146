/**
 * A segment on disk: a folder with its articles, its postings, and its passages as Vectra indexes of at most `SEGMENT_SIZE`
 * (more than one only where a single article has more). Never changed; the manifest of each generation that uses it holds
 * the checksums of its files.
 */
import path from 'node:path';
import type { AtomicStorage } from './atomic-storage.js';
import { checksumIn } from './column-file.js';
import type { SegmentEntry } from './manifest.js';
import { encodePassages, HASH_WORDS, type PassageColumns } from './passage-codec.js';
import { encodePostings } from './postings-file.js';
import { SEGMENT_SIZE, type Segment } from './segment.js';
import { createSlices } from './slices.js';
import { encodeArticles } from './stored-articles.js';
import type { WriteBatch } from './write-batch.js';

/** Folder of all segments. */
export const SEGMENTS = 'segments';
export const ARTICLES = 'articles.bin';
export const POSTINGS = 'postings.bin';
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
  const write = async (file: string, content: Buffer): Promise<void> => {
    files[file] = checksumIn(content);
    batch.write(path.join(folder, ...file.split('/')), content);
    await pause();
  };
  for (let from = 0; from < passages.article.length; from += SEGMENT_SIZE) {
    await batch.createFolder(path.join(folder, path.dirname(passagesFile(from))));
    await write(passagesFile(from), encodeSlice(segment, from));
  }
  await write(ARTICLES, await encodeArticles(articles));
  await write(POSTINGS, encodePostings(segment));
  return { name, passages: passages.article.length, articles: articles.length, files };
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

/** Path, in the segment's folder, of the file with the passages from a multiple of `SEGMENT_SIZE` on. */
export function passagesFile(from: number): string {
  return `passages-${String(from / SEGMENT_SIZE).padStart(4, '0')}/${PASSAGES}`;
}

function encodeSlice({ articles, passages, block, row }: Segment, from: number): Buffer {
  const to = Math.min(from + SEGMENT_SIZE, passages.article.length);
  return encodePassages({
    ...sliceColumns(passages, from, to),
    articleIds: articles.map(({ articleId }) => articleId),
    dimensions: block.dimensions,
    vectors: block.rowsAt(row + from, row + to),
  });
}

function sliceColumns(columns: PassageColumns, from: number, to: number): PassageColumns {
  return {
    article: columns.article.subarray(from, to),
    first: columns.first.subarray(from, to),
    last: columns.last.subarray(from, to),
    start: columns.start.subarray(from, to),
    end: columns.end.subarray(from, to),
    hashes: columns.hashes.subarray(from * HASH_WORDS, to * HASH_WORDS),
  };
}
