/**
 * A generation on disk: a folder with a manifest, the articles, and Vectra indexes of at most `SEGMENT_SIZE` passages. The
 * file CURRENT names the generation that counts; replacing it, in one step, is the commit. A folder it does not name is
 * unfinished or outdated and may be removed.
 */
import path from 'node:path';
import { LocalIndex, type IndexItem } from 'vectra/browser'; // half the start-up of 'vectra', without its server side
import { z } from 'zod';
import type { Article } from '../articles/article.js';
import type { ModelInfo } from '../embedding/embedder.js';
import { IndexDamagedError, messageOf } from '../errors.js';
import { hashOf } from '../text/hash.js';
import type { AtomicStorage } from './atomic-storage.js';
import { buildPostings } from './lexical.js';
import { asNumbers, passageCodec } from './passage-codec.js';
import { createSlices } from './slices.js';
import type { IndexedChunk, Snapshot } from './snapshot.js';
import { parseArticles, serializeArticles } from './stored-articles.js';

/** A new number rebuilds every index from the articles. */
const FORMAT = 1;
const CURRENT = 'CURRENT';
const MANIFEST = 'manifest.json';
const ARTICLES = 'articles.jsonl';
/** Bounds the time that one file holds up the event loop, and the size of a file. */
const SEGMENT_SIZE = 4096;

const pointerSchema = z.object({ format: z.int(), folder: z.string(), manifest: z.string() });

const manifestSchema = z.object({
  generation: z.int().positive(),
  committedAt: z.string(),
  model: z.object({ name: z.string(), fingerprint: z.string(), dimensions: z.int().nonnegative() }),
  chunkingVersion: z.int(),
  articles: z.object({ count: z.int(), checksum: z.string() }),
  segments: z.array(z.object({ folder: z.string(), passages: z.int() })),
});
type Manifest = z.infer<typeof manifestSchema>;

const passageSchema = z.object({
  articleId: z.string(),
  first: z.int().positive(),
  last: z.int().positive(),
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
  hash: z.string(),
});
type PassageMetadata = z.infer<typeof passageSchema>;

/** What is to be written. */
export interface Draft {
  readonly generation: number;
  readonly model: ModelInfo;
  readonly chunkingVersion: number;
  /** Sorted by `articleId`. */
  readonly articles: readonly Article[];
  readonly chunks: readonly IndexedChunk[];
  /** For each chunk the hash of its embedded text: see `hashChunk`. */
  readonly hashes: readonly string[];
  readonly vectors: Float32Array;
}

/** A generation in memory. */
export interface Generation extends Omit<Draft, 'generation'> {
  readonly snapshot: Snapshot;
}

/** Folder of a generation; numbers grow, and a number is never used twice. */
export function folderOf(generation: number): string {
  return `generation-${String(generation).padStart(6, '0')}`;
}

/** Writes a generation beside the others. It counts only once it is committed. */
export async function writeGeneration(
  directory: string,
  draft: Draft,
  storage: AtomicStorage,
): Promise<Generation> {
  const folder = path.join(directory, folderOf(draft.generation));
  await storage.deleteFolder(folder);
  await storage.createFolder(folder);
  const articles = await serializeArticles(draft.articles);
  await storage.upsertFile(path.join(folder, ARTICLES), articles);
  const manifest: Manifest = {
    generation: draft.generation,
    committedAt: new Date().toISOString(),
    model: draft.model,
    chunkingVersion: draft.chunkingVersion,
    articles: { count: draft.articles.length, checksum: hashOf(articles) },
    segments: await writeSegments(folder, draft, storage),
  };
  await storage.upsertFile(path.join(folder, MANIFEST), JSON.stringify(manifest, undefined, 2));
  return toGeneration(manifest, draft);
}

/** Makes a written generation the one that counts. */
export async function commitGeneration(
  directory: string,
  generation: number,
  storage: AtomicStorage,
): Promise<void> {
  const folder = folderOf(generation);
  const manifest = await storage.readFile(path.join(directory, folder, MANIFEST));
  const pointer = { format: FORMAT, folder, manifest: hashOf(manifest) };
  await storage.upsertFile(path.join(directory, CURRENT), JSON.stringify(pointer));
}

/** Folder of the generation that counts; undefined when there is none. @throws IndexDamagedError */
export async function readPointer(
  directory: string,
  storage: AtomicStorage,
): Promise<z.infer<typeof pointerSchema> | undefined> {
  if (!(await storage.pathExists(path.join(directory, CURRENT)))) return undefined;
  return naming(CURRENT, async () => {
    const pointer = pointerSchema.parse(
      JSON.parse((await storage.readFile(path.join(directory, CURRENT))).toString()),
    );
    if (pointer.format !== FORMAT)
      throw new Error(`is of format ${pointer.format}; this program reads ${FORMAT}`);
    return pointer;
  });
}

/**
 * Reads the generation that counts.
 *
 * @returns undefined when there is none yet.
 * @throws IndexDamagedError that names the file and what is wrong with it.
 */
export async function readGeneration(
  directory: string,
  storage: AtomicStorage,
): Promise<Generation | undefined> {
  const pointer = await readPointer(directory, storage);
  if (pointer === undefined) return undefined;
  const folder = path.join(directory, pointer.folder);
  const manifest = await readManifest(folder, pointer.manifest, storage);
  const articles = await naming(path.join(pointer.folder, ARTICLES), async () => {
    const file = await storage.readFile(path.join(folder, ARTICLES));
    if (hashOf(file) !== manifest.articles.checksum) throw new Error('has a wrong checksum');
    return parseArticles(file);
  });
  const passages = await readSegments(folder, manifest, articles, storage);
  return toGeneration(manifest, { articles, ...passages });
}

async function readManifest(folder: string, checksum: string, storage: AtomicStorage): Promise<Manifest> {
  return naming(path.join(path.basename(folder), MANIFEST), async () => {
    const file = await storage.readFile(path.join(folder, MANIFEST));
    if (hashOf(file) !== checksum) throw new Error('has a wrong checksum');
    return manifestSchema.parse(JSON.parse(file.toString()));
  });
}

async function writeSegments(
  folder: string,
  draft: Draft,
  storage: AtomicStorage,
): Promise<Manifest['segments']> {
  const segments: Manifest['segments'] = [];
  const pause = createSlices();
  for (let from = 0; from < draft.chunks.length; from += SEGMENT_SIZE) {
    const name = `passages-${String(segments.length).padStart(4, '0')}`;
    const items = toItems(draft, from, Math.min(from + SEGMENT_SIZE, draft.chunks.length));
    await pause();
    const index = openSegment(path.join(folder, name), storage);
    await storage.createFolder(index.folderPath);
    // Vectra's own insertion looks for each id among all items: quadratic. Its codec takes them in one go.
    const file = passageCodec.serializeIndex({ version: FORMAT, metadata_config: {}, items });
    await storage.upsertFile(path.join(index.folderPath, index.indexName), file);
    segments.push({ folder: name, passages: items.length });
    await pause();
  }
  return segments;
}

function toItems({ articles, chunks, hashes, vectors, model }: Draft, from: number, to: number): IndexItem[] {
  return chunks.slice(from, to).map(({ article, first, last, start, end }, at): IndexItem => {
    const row = from + at;
    const articleId = articles[article]?.articleId ?? '';
    const hash = hashes[row] ?? '';
    const metadata: PassageMetadata = { articleId, first, last, start, end, hash };
    const vector = vectors.subarray(row * model.dimensions, (row + 1) * model.dimensions);
    return { id: `${articleId}#${start}`, metadata, vector: asNumbers(vector), norm: 1 };
  });
}

async function readSegments(
  folder: string,
  { segments, model: { dimensions } }: Manifest,
  articles: readonly Article[],
  storage: AtomicStorage,
): Promise<Pick<Draft, 'chunks' | 'hashes' | 'vectors'>> {
  const positions = new Map(articles.map(({ articleId }, position) => [articleId, position]));
  const total = segments.reduce((sum, { passages }) => sum + passages, 0);
  const vectors = new Float32Array(total * dimensions);
  const chunks: IndexedChunk[] = [];
  const hashes: string[] = [];
  const pause = createSlices();
  for (const segment of segments) {
    await naming(path.join(path.basename(folder), segment.folder), async () => {
      const items = await openSegment(path.join(folder, segment.folder), storage).listItems();
      if (items.length !== segment.passages) throw new Error(`holds ${items.length} passages`);
      for (const { metadata, vector } of items) {
        const { articleId, hash, ...chunk } = passageSchema.parse(metadata);
        const article = positions.get(articleId);
        if (article === undefined || vector.length !== dimensions)
          throw new Error('does not fit its manifest');
        vectors.set(vector, chunks.length * dimensions);
        chunks.push({ ...chunk, article });
        hashes.push(hash);
        await pause();
      }
    });
  }
  return { chunks, hashes, vectors };
}

async function toGeneration(
  { generation, committedAt, model, chunkingVersion }: Manifest,
  content: Pick<Draft, 'articles' | 'chunks' | 'hashes' | 'vectors'>,
): Promise<Generation> {
  const { articles, chunks, hashes, vectors } = content;
  const postings = await buildPostings(articles, chunks);
  const { dimensions } = model;
  const snapshot = { generation, committedAt, articles, chunks, dimensions, vectors, ...postings };
  return { model, chunkingVersion, articles, chunks, hashes, vectors, snapshot };
}

function openSegment(folder: string, storage: AtomicStorage): LocalIndex {
  return new LocalIndex(folder, undefined, storage, passageCodec);
}

/** Runs a step that reads `file`; whatever goes wrong is told with its name. */
async function naming<Result>(file: string, step: () => Promise<Result>): Promise<Result> {
  try {
    return await step();
  } catch (cause) {
    throw new IndexDamagedError(file, messageOf(cause), { cause });
  }
}
