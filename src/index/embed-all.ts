/** The second step of a run: a vector for every chunk that is new. Only texts that neither the index nor the journal knows are embedded. */
import { because, explainReason } from '../articles/file-reason.js';
import type { Article } from '../articles/article.js';
import { CHUNKING_VERSION, splitChunks } from '../articles/chunks.js';
import { EmbeddingError, messageOf } from '../errors.js';
import { hashOf } from '../text/hash.js';
import type { Journal } from './journal.js';
import { findVectors } from './known-vectors.js';
import { filesOf, oneForEachId, type Reading } from './read-all.js';
import { stopIfAsked, type ReindexRun } from './reindex-run.js';
import type { FreshArticle, HashedChunk } from './segment.js';
import { inSlices } from './slices.js';

/** Texts on their way to the embedding process: enough that it never waits for the next one. */
const IN_FLIGHT = 8;

type HashedText = readonly [hash: string, text: string];

export interface Embedded {
  readonly fresh: readonly FreshArticle[];
  /** Articles of the live generation that stay as they are. */
  readonly kept: ReadonlySet<Article>;
  /** How many texts had to be embedded. */
  readonly embedded: number;
}

/** An article that cannot be embedded keeps its earlier version. */
export async function embedAll(run: ReindexRun, reading: Reading, journal: Journal): Promise<Embedded> {
  const live = filesOf(run.live);
  const isChunkedAlike = run.live?.chunkingVersion === CHUNKING_VERSION;
  const articles = oneForEachId(reading);
  const kept = new Set(articles.filter((one) => isChunkedAlike && one === live.get(one.file)));
  const { chunksOf, texts } = await chunkAll(articles.filter((one) => !kept.has(one)));
  const { vectors, missing } = await knownVectors(run, journal, texts);
  const failures = await embedMissing(run, missing, vectors, journal);
  for await (const [article, chunks] of inSlices(failures.size === 0 ? [] : chunksOf)) {
    const reason = chunks.flatMap(({ hash }) => failures.get(hash) ?? [])[0];
    if (reason === undefined) continue;
    chunksOf.delete(article);
    const why = because('notEmbedded', reason);
    reading.failed.push({ file: article.file, reason: explainReason(why), why });
    const earlier = live.get(article.file);
    if (earlier !== undefined) kept.add(earlier);
  }
  const fresh = await joinVectors(chunksOf, vectors, run.model.dimensions);
  return { fresh, kept, embedded: missing.length - failures.size };
}

async function knownVectors(
  run: ReindexRun,
  journal: Journal,
  texts: ReadonlyMap<string, string>,
): Promise<{ vectors: Map<string, Float32Array>; missing: HashedText[] }> {
  const parts = run.full === true ? [] : (run.live?.parts ?? []);
  const vectors = await findVectors(parts, texts);
  const missing: HashedText[] = [];
  for await (const [hash, text] of inSlices(texts)) {
    if (vectors.has(hash)) continue;
    const vector = journal.get(hash);
    if (vector === undefined) missing.push([hash, text]);
    else vectors.set(hash, vector);
  }
  return { vectors, missing };
}

/** @returns reasons by hash, for the texts that could not be embedded. */
async function embedMissing(
  run: ReindexRun,
  texts: readonly HashedText[],
  vectors: Map<string, Float32Array>,
  journal: Journal,
): Promise<Map<string, string>> {
  const failures = new Map<string, string>();
  const waiting = texts.values();
  let done = 0;
  const work = async (): Promise<void> => {
    for (const [hash, text] of waiting) {
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
      run.onProgress?.({ phase: 'embedding', done: ++done, total: texts.length });
    }
  };
  const ends = await Promise.allSettled(Array.from({ length: IN_FLIGHT }, work)); // none goes on behind a failed run
  const failed = ends.find((end) => end.status === 'rejected');
  if (failed !== undefined) throw failed.reason;
  return failures;
}

async function joinVectors(
  chunksOf: ReadonlyMap<Article, readonly HashedChunk[]>,
  vectors: ReadonlyMap<string, Float32Array>,
  dimensions: number,
): Promise<FreshArticle[]> {
  const fresh: FreshArticle[] = [];
  for await (const [article, chunks] of inSlices(chunksOf)) {
    const joined = new Float32Array(chunks.length * dimensions);
    for (const [at, { hash }] of chunks.entries()) {
      const vector = vectors.get(hash);
      if (vector?.length !== dimensions)
        throw new Error(`there is no vector for passage ${at + 1} of ${article.articleId}`);
      joined.set(vector, at * dimensions);
    }
    fresh.push({ kind: 'fresh', article, chunks, vectors: joined });
  }
  return fresh;
}

/** The chunks of each article, and all their texts by hash. */
async function chunkAll(articles: Iterable<Article>) {
  const chunksOf = new Map<Article, readonly HashedChunk[]>();
  const texts = new Map<string, string>();
  for await (const article of inSlices(articles)) {
    const chunks = splitChunks(article).map((chunk) => {
      const text = article.text.slice(chunk.start, chunk.end);
      const hash = hashOf(text).slice(0, 32);
      texts.set(hash, text);
      return { ...chunk, hash };
    });
    chunksOf.set(article, chunks);
  }
  return { chunksOf, texts };
}
