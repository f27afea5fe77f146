/**
 * One run over all articles: read, embed what is new, write the next generation, commit. The generation that answers is
 * not touched; whatever fails before the commit leaves it as it is.
 */
import path from 'node:path';
import type { Article } from '../articles/article.js';
import { CHUNKING_VERSION, splitChunks } from '../articles/chunks.js';
import { readArticles } from '../articles/read-articles.js';
import type { Embedder, ModelInfo } from '../embedding/embedder.js';
import { BylineError, EmbeddingError, IndexWriteError, messageOf } from '../errors.js';
import { hashOf } from '../text/hash.js';
import type { AtomicStorage } from './atomic-storage.js';
import { commitGeneration, writeGeneration, type Draft, type Generation } from './generation.js';
import { Journal } from './journal.js';
import type { FileProblem, ReindexOptions, ReindexReport } from './report.js';
import { createSlices } from './slices.js';
import type { IndexedChunk } from './snapshot.js';

/** Texts on their way to the embedding process: enough that it never waits for the next one. */
const IN_FLIGHT = 8;
const JOURNAL = 'journal';

export interface ReindexRun extends ReindexOptions {
  readonly directory: string;
  readonly articlesDirectory: string;
  readonly embedder: Embedder;
  readonly model: ModelInfo;
  readonly storage: AtomicStorage;
  /** What answers now, if the same model made it. */
  readonly live: Generation | undefined;
  /** Number for the new generation. */
  readonly next: number;
  readonly signal: AbortSignal;
  /** Called before anything counts. */
  readonly beforeCommit: () => Promise<void>;
}

/** Thrown inside a run that was asked to stop. */
export class RunStopped extends BylineError {
  readonly code = 'stopped';
}

interface Reading {
  /** Articles of the next generation by file. */
  readonly articles: Map<string, Article>;
  readonly added: string[];
  readonly changed: string[];
  unchanged: number;
  readonly skipped: FileProblem[];
  readonly failed: FileProblem[];
}

type ChunksOf = ReadonlyMap<Article, readonly HashedChunk[]>;

interface HashedChunk extends Omit<IndexedChunk, 'article'> {
  readonly hash: string;
  readonly text: string;
}

/**
 * @returns the new generation and the report; the old generation when nothing changed.
 * @throws RunStopped, ArticlesDirectoryError, ModelError, IndexWriteError
 */
export async function runReindex(
  run: ReindexRun,
): Promise<{ readonly generation: Generation; readonly report: ReindexReport }> {
  const started = performance.now();
  const reading = await readAll(run);
  const removed = [...filesOf(run.live).keys()].filter((file) => !reading.articles.has(file));
  const isSame = reading.added.length + reading.changed.length + removed.length === 0;
  const isCurrent = run.live?.chunkingVersion === CHUNKING_VERSION && run.full !== true;
  const built =
    run.live !== undefined && isSame && isCurrent
      ? { generation: run.live, embedded: 0 }
      : await build(run, reading);
  const { articles, generation: number } = built.generation.snapshot;
  const gone = [...filesOf(run.live).keys()].filter((file) => !articles.some((one) => one.file === file));
  const failed = new Set(reading.failed.map(({ file }) => file));
  return {
    generation: built.generation,
    report: {
      generation: number,
      added: reading.added.filter((file) => !failed.has(file)),
      changed: reading.changed.filter((file) => !failed.has(file)),
      removed: gone,
      unchanged: reading.unchanged,
      skipped: reading.skipped,
      failed: reading.failed,
      articles: articles.length,
      paragraphs: articles.reduce((sum, { paragraphs }) => sum + paragraphs.length, 0),
      embedded: built.embedded,
      seconds: (performance.now() - started) / 1000,
    },
  };
}

async function readAll(run: ReindexRun): Promise<Reading> {
  const live = filesOf(run.live);
  const known = run.full === true ? [] : [...live].map(([file, { fileHash }]) => [file, fileHash] as const);
  const reading: Reading = {
    articles: new Map(),
    added: [],
    changed: [],
    unchanged: 0,
    skipped: [],
    failed: [],
  };
  let done = 0;
  for await (const found of readArticles(run.articlesDirectory, new Map(known))) {
    stopIfAsked(run);
    const file = found.kind === 'article' ? found.article.file : found.file;
    const earlier = live.get(file);
    if (found.kind === 'article') {
      reading.articles.set(file, found.article);
      if (earlier === undefined) reading.added.push(file);
      else if (earlier.fileHash === found.article.fileHash) reading.unchanged++;
      else reading.changed.push(file);
    } else if (found.kind === 'unchanged') {
      reading.unchanged++;
      if (earlier !== undefined) reading.articles.set(file, earlier);
    } else {
      reading[found.kind].push({ file, reason: found.reason });
      if (found.kind === 'failed' && earlier !== undefined) reading.articles.set(file, earlier);
    }
    run.onProgress?.({ phase: 'reading', done: ++done, total: 0 });
  }
  return reading;
}

async function build(
  run: ReindexRun,
  reading: Reading,
): Promise<{ generation: Generation; embedded: number }> {
  try {
    return await buildWithJournal(run, reading);
  } catch (error) {
    if (error instanceof BylineError) throw error;
    throw new IndexWriteError(run.directory, { cause: error });
  }
}

async function buildWithJournal(run: ReindexRun, reading: Reading) {
  const file = path.join(run.directory, JOURNAL);
  const journal = await Journal.open(file, run.model, run.full === true);
  try {
    const { chunksOf, vectors, embedded } = await embedAll(run, reading, journal);
    run.onProgress?.({ phase: 'saving', done: 0, total: 1 });
    const draft = await assembleDraft(run, [...chunksOf.keys()], chunksOf, vectors);
    stopIfAsked(run);
    const generation = await writeGeneration(run.directory, draft, run.storage);
    await run.beforeCommit();
    stopIfAsked(run);
    await commitGeneration(run.directory, draft.generation, run.storage);
    await Journal.remove(file);
    run.onProgress?.({ phase: 'saving', done: 1, total: 1 });
    return { generation, embedded };
  } finally {
    await journal.close();
  }
}

/** Every article with its chunks, and a vector for every hash. An article that cannot be embedded keeps its earlier version. */
async function embedAll(run: ReindexRun, reading: Reading, journal: Journal) {
  const vectors = run.full === true ? new Map<string, Float32Array>() : vectorsOf(run.live);
  const chunksOf = await chunkAll(oneForEachId(reading));
  const missing = new Map<string, HashedChunk>();
  for (const chunk of [...chunksOf.values()].flat()) {
    const known = vectors.get(chunk.hash) ?? journal.get(chunk.hash);
    if (known === undefined) missing.set(chunk.hash, chunk);
    else vectors.set(chunk.hash, known);
  }
  const failures = await embedMissing(run, [...missing.values()], vectors, journal);
  if (failures.size > 0) await giveUpArticles(run, reading, chunksOf, failures, vectors);
  return { chunksOf, vectors, embedded: missing.size - failures.size };
}

/** @returns reasons by hash, for the texts that could not be embedded. */
async function embedMissing(
  run: ReindexRun,
  chunks: readonly HashedChunk[],
  vectors: Map<string, Float32Array>,
  journal: Journal,
): Promise<Map<string, string>> {
  const failures = new Map<string, string>();
  const waiting = chunks.values();
  let done = 0;
  const work = async (): Promise<void> => {
    for (const { hash, text } of waiting) {
      stopIfAsked(run);
      try {
        const vector = await run.embedder.embedPassage(text);
        vectors.set(hash, vector);
        await journal.add(hash, vector);
      } catch (error) {
        stopIfAsked(run); // an embedder that was closed fails too
        if (!(error instanceof EmbeddingError)) throw error;
        failures.set(hash, messageOf(error));
      }
      run.onProgress?.({ phase: 'embedding', done: ++done, total: chunks.length });
    }
  };
  await Promise.all(Array.from({ length: IN_FLIGHT }, work));
  return failures;
}

async function giveUpArticles(
  run: ReindexRun,
  reading: Reading,
  chunksOf: Map<Article, readonly HashedChunk[]>,
  failures: ReadonlyMap<string, string>,
  vectors: ReadonlyMap<string, Float32Array>,
): Promise<void> {
  const live = filesOf(run.live);
  for (const [article, chunks] of chunksOf) {
    const reason = chunks.map(({ hash }) => failures.get(hash)).find((one) => one !== undefined);
    if (reason === undefined) continue;
    chunksOf.delete(article);
    reading.failed.push({ file: article.file, reason });
    const earlier = live.get(article.file);
    if (earlier === undefined) continue;
    const [[, earlierChunks = []] = []] = await chunkAll([earlier]);
    if (earlierChunks.every(({ hash }) => vectors.has(hash))) chunksOf.set(earlier, earlierChunks);
  }
}

async function assembleDraft(
  run: ReindexRun,
  unsorted: readonly Article[],
  chunksOf: ChunksOf,
  vectorOf: ReadonlyMap<string, Float32Array>,
): Promise<Draft> {
  const articles = unsorted.toSorted((a, b) => (a.articleId < b.articleId ? -1 : 1));
  const hashed = articles.flatMap((one, article) =>
    (chunksOf.get(one) ?? []).map((chunk) => ({ ...chunk, article })),
  );
  const { dimensions } = run.model;
  const vectors = new Float32Array(hashed.length * dimensions);
  const pause = createSlices();
  for (const [row, { hash }] of hashed.entries()) {
    vectors.set(vectorOf.get(hash) ?? [], row * dimensions);
    await pause();
  }
  return {
    generation: run.next,
    model: run.model,
    chunkingVersion: CHUNKING_VERSION,
    articles,
    chunks: hashed.map(({ article, first, last, start, end }) => ({ article, first, last, start, end })),
    hashes: hashed.map(({ hash }) => hash),
    vectors,
  };
}

async function chunkAll(articles: Iterable<Article>): Promise<Map<Article, readonly HashedChunk[]>> {
  const pause = createSlices();
  const chunksOf = new Map<Article, readonly HashedChunk[]>();
  for (const article of articles) {
    const chunks = splitChunks(article).map((chunk) => {
      const text = article.text.slice(chunk.start, chunk.end);
      return { ...chunk, text, hash: hashOf(text).slice(0, 32) };
    });
    chunksOf.set(article, chunks);
    await pause();
  }
  return chunksOf;
}

/** A file that could not be read keeps its earlier article, unless another file has taken its id. */
function oneForEachId({ articles, failed }: Reading): Article[] {
  const isFailed = new Set(failed.map(({ file }) => file));
  const byId = new Map<string, Article>();
  for (const article of articles.values()) {
    if (!byId.has(article.articleId) || !isFailed.has(article.file)) byId.set(article.articleId, article);
  }
  return [...byId.values()];
}

function vectorsOf(live: Generation | undefined): Map<string, Float32Array> {
  const dimensions = live?.model.dimensions ?? 0;
  return new Map(
    live?.hashes.map((hash, row) => [hash, live.vectors.subarray(row * dimensions, (row + 1) * dimensions)]),
  );
}

function filesOf(live: Generation | undefined): Map<string, Article> {
  return new Map(live?.articles.map((article) => [article.file, article]));
}

function stopIfAsked({ signal }: ReindexRun): void {
  if (signal.aborted) throw new RunStopped('The run was stopped.');
}
