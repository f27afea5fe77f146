/**
 * Reads segments: see `segment-files.ts`. Files are read to where they are to stay, the vectors in their block, so that loading
 * copies nothing; what is made of them are views.
 */
import path from 'node:path';
import type { Article } from '../articles/article.js';
import { IndexDamagedError } from '../errors.js';
import type { AtomicStorage } from './atomic-storage.js';
import { naming, type SegmentEntry } from './manifest.js';
import { decodePassages, piecesOf, type PassageColumns, type StoredPassages } from './passage-codec.js';
import { decodePostings } from './postings-file.js';
import { ARTICLES, passagesFile, POSTINGS, SEGMENTS } from './segment-files.js';
import { listFirstRows, SEGMENT_SIZE, type Segment } from './segment.js';
import { createSlices } from './slices.js';
import { decodeArticles } from './stored-articles.js';
import type { VectorBlock } from './vector-block.js';

type Entry = Omit<SegmentEntry, 'dead'>;

/** A file as it was read, in pieces, and what the manifest knows of it. */
interface SegmentFile {
  /** Relative to the folder of the index. */
  readonly file: string;
  readonly pieces: readonly Buffer[];
  readonly checksum: string;
}

/** The files of a segment, read but not looked at. */
export interface SegmentFiles {
  readonly articles: SegmentFile;
  readonly postings: SegmentFile;
  readonly passages: readonly SegmentFile[];
}

/** Reads the files of a segment. @param block - has the room for the vectors, from `row` on. @throws IndexDamagedError */
export async function readSegmentFiles(
  directory: string,
  entry: Entry,
  block: VectorBlock,
  row: number,
  storage: AtomicStorage,
): Promise<SegmentFiles> {
  const read = (name: string, take?: (bytes: number) => Buffer[]): Promise<SegmentFile> => {
    const file = path.join(SEGMENTS, entry.name, ...name.split('/'));
    return naming(file, async () => {
      const pieces = await storage.readInto(path.join(directory, file), take);
      return { file, pieces, checksum: entry.files[name] ?? '' };
    });
  };
  const readPassages = (from: number): Promise<SegmentFile> => {
    const to = Math.min(from + SEGMENT_SIZE, entry.passages);
    const vectors = block.memoryAt(row + from, row + to);
    return read(passagesFile(from), (bytes) => piecesOf(bytes, vectors));
  };
  const slices = Array.from({ length: Math.ceil(entry.passages / SEGMENT_SIZE) }, (_, at) =>
    readPassages(at * SEGMENT_SIZE),
  );
  const [articles, postings, ...passages] = await Promise.all([read(ARTICLES), read(POSTINGS), ...slices]);
  return { articles, postings, passages };
}

/**
 * Makes a segment of its files.
 *
 * @param block - the vectors are in it, behind the rows in use.
 * @throws IndexDamagedError that names the file and what is wrong with it.
 */
export async function toSegment(entry: Entry, files: SegmentFiles, block: VectorBlock): Promise<Segment> {
  const pause = createSlices();
  const row = block.rows;
  const articles = await decode(files.articles, decodeArticles);
  const postings = await decode(files.postings, decodePostings);
  await pause();
  const slices: PassageColumns[] = [];
  for (const file of files.passages) {
    slices.push(await decode(file, (...stored) => takePassages(decodePassages(...stored), articles, block)));
    await pause();
  }
  const passages = joinColumns(slices);
  const isWhole =
    articles.length === entry.articles &&
    [passages.article.length, postings.chunkPostings.lengths.length].every((n) => n === entry.passages) &&
    postings.articlePostings.lengths.length === articles.length;
  if (!isWhole) throw new IndexDamagedError(path.join(SEGMENTS, entry.name), 'does not fit its manifest');
  const firstRows = listFirstRows(passages, articles.length);
  return { name: entry.name, articles, passages, firstRows, block, row, ...postings };
}

function decode<Result>(
  { file, pieces, checksum }: SegmentFile,
  step: (pieces: readonly Buffer[], checksum: string) => Result | Promise<Result>,
): Promise<Result> {
  return naming(file, async () => step(pieces, checksum));
}

function takePassages(
  { vectors, dimensions, articleIds, ...columns }: StoredPassages,
  articles: readonly Article[],
  block: VectorBlock,
): PassageColumns {
  const isSame =
    dimensions === block.dimensions &&
    articleIds.length === articles.length &&
    articleIds.every((id, at) => id === articles[at]?.articleId);
  if (!isSame || !block.hasRoomFor(columns.article.length)) throw new Error('does not fit its manifest');
  block.append(vectors);
  return columns;
}

function joinColumns(slices: readonly PassageColumns[]): PassageColumns {
  const [only] = slices;
  if (only !== undefined && slices.length === 1) return only;
  const join = (key: keyof PassageColumns): Uint32Array => {
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
