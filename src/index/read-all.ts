/** The first step of a run: what the articles folder holds now, compared with what the index holds. */
import type { Article } from '../articles/article.js';
import { readArticles } from '../articles/read-articles.js';
import type { Generation } from './generation.js';
import { stopIfAsked, type ReindexRun } from './reindex-run.js';
import { explainReason } from '../articles/file-reason.js';
import type { FileProblem } from './report.js';

export interface Reading {
  /** Articles of the next generation by file. */
  readonly articles: Map<string, Article>;
  readonly added: string[];
  readonly changed: string[];
  readonly unchanged: string[];
  readonly skipped: FileProblem[];
  readonly failed: FileProblem[];
}

/** Reads every file; those that the index knows with this content are taken from there. */
export async function readAll(run: ReindexRun): Promise<Reading> {
  const live = filesOf(run.live);
  const known = run.full === true ? [] : [...live].map(([file, { fileHash }]) => [file, fileHash] as const);
  const reading: Reading = {
    articles: new Map(),
    added: [],
    changed: [],
    unchanged: [],
    skipped: [],
    failed: [],
  };
  let done = 0;
  for await (const found of readArticles(run.articlesDirectory, new Map(known), run.startMaker?.())) {
    stopIfAsked(run);
    const file = found.kind === 'article' ? found.article.file : found.file;
    const earlier = live.get(file);
    if (found.kind === 'article') {
      reading.articles.set(file, found.article);
      if (earlier === undefined) reading.added.push(file);
      else if (earlier.fileHash === found.article.fileHash) reading.unchanged.push(file);
      else reading.changed.push(file);
    } else if (found.kind === 'unchanged') {
      reading.unchanged.push(file);
      if (earlier !== undefined) reading.articles.set(file, earlier);
    } else {
      reading[found.kind].push({ file, reason: explainReason(found.why), why: found.why });
      if (found.kind === 'failed' && earlier !== undefined) reading.articles.set(file, earlier);
    }
    run.onProgress?.({ phase: 'reading', done: ++done, total: 0 });
  }
  return reading;
}

/** A file that could not be read keeps its earlier article, unless another file has taken its id. */
export function oneForEachId({ articles, failed }: Reading): Article[] {
  const isFailed = new Set(failed.map(({ file }) => file));
  const byId = new Map<string, Article>();
  for (const article of articles.values()) {
    if (!byId.has(article.articleId) || !isFailed.has(article.file)) byId.set(article.articleId, article);
  }
  return [...byId.values()];
}

/** Made once for each generation: of many articles it takes milliseconds, and a run asks several times. */
const knownFiles = new WeakMap<Generation, ReadonlyMap<string, Article>>();

/** Articles of a generation by file. */
export function filesOf(live: Generation | undefined): ReadonlyMap<string, Article> {
  if (live === undefined) return new Map();
  let files = knownFiles.get(live);
  if (files === undefined) {
    files = new Map(live.snapshot.articles.map((article) => [article.file, article]));
    knownFiles.set(live, files);
  }
  return files;
}
