/** The second step of a run: a vector for every chunk. Only texts that neither the index nor the journal knows are embedded. */
import type { Article } from '../articles/article.js';
import { splitChunks } from '../articles/chunks.js';
import { EmbeddingError, messageOf } from '../errors.js';
import { hashOf } from '../text/hash.js';
import type { Generation } from './generation.js';
import type { Journal } from './journal.js';
import { filesOf, oneForEachId, type Reading } from './read-all.js';
import { stopIfAsked, type ReindexRun } from './reindex-run.js';
import { createSlices } from './slices.js';
import type { IndexedChunk } from './snapshot.js';

/** Texts on their way to the embedding process: enough that it never waits for the next one. */
const IN_FLIGHT = 8;

export type ChunksOf = ReadonlyMap<Article, readonly HashedChunk[]>;

export interface HashedChunk extends Omit<IndexedChunk, 'article'> {
  readonly hash: string;
  readonly text: string;
}

/** Every article with its chunks, and a vector for every hash. An article that cannot be embedded keeps its earlier version. */
export async function embedAll(run: ReindexRun, reading: Reading, journal: Journal) {
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
  const ends = await Promise.allSettled(Array.from({ length: IN_FLIGHT }, work)); // none goes on behind a failed run
  const failed = ends.find((end) => end.status === 'rejected');
  if (failed !== undefined) throw failed.reason;
  return failures;
}

/** The same text may fail now and have a vector from before: the earlier article stays as it was. */
async function giveUpArticles(
  run: ReindexRun,
  reading: Reading,
  chunksOf: Map<Article, readonly HashedChunk[]>,
  failures: ReadonlyMap<string, string>,
  vectors: Map<string, Float32Array>,
): Promise<void> {
  const live = filesOf(run.live);
  const liveVectors = vectorsOf(run.live);
  const reasonsOf = (chunks: readonly HashedChunk[]) =>
    chunks.flatMap(({ hash }) => failures.get(hash) ?? []);
  const failing = [...chunksOf].map(([article, chunks]) => [article, reasonsOf(chunks)[0]] as const);
  for (const [article, reason] of failing) {
    if (reason === undefined) continue;
    chunksOf.delete(article);
    reading.failed.push({ file: article.file, reason });
    const earlier = live.get(article.file);
    if (earlier === undefined) continue;
    const [[, earlierChunks = []] = []] = await chunkAll([earlier]);
    for (const { hash } of earlierChunks) {
      const vector = liveVectors.get(hash);
      if (vector !== undefined && !vectors.has(hash)) vectors.set(hash, vector);
    }
    if (earlierChunks.every(({ hash }) => vectors.has(hash))) chunksOf.set(earlier, earlierChunks);
  }
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

function vectorsOf(live: Generation | undefined): Map<string, Float32Array> {
  const dimensions = live?.model.dimensions ?? 0;
  return new Map(
    live?.hashes.map((hash, row) => [hash, live.vectors.subarray(row * dimensions, (row + 1) * dimensions)]),
  );
}
