/**
 * What is measured on: real news, cut as the product cuts it, with real vectors as far as there are texts; more of it is varied
 * from what is there. Without the public sets the texts are made up, and so are the vectors.
 */
import { availableParallelism } from 'node:os';
import type { Article } from '../../src/articles/article.js';
import { splitChunks } from '../../src/articles/chunks.js';
import type { FreshArticle } from '../../src/index/segment.js';
import { hasSet, readSet } from '../eval/sets.js';
import { CachedVectors } from '../eval/vectors.js';
import { freshArticle, makeArticle } from '../support/snapshots.js';
import { paragraphOn } from '../support/temporary-index.js';

export const SIZE = Number(process.env['BENCH_SIZE'] ?? '10000');
export const MODEL = { name: 'bench', fingerprint: 'bench', dimensions: 384 };
const SETS = ['newsqa', 'realtimeqa'];
/** Standard deviation of varied vectors around the real ones, in each dimension. */
const SPREAD = 0.01;
/** So many normally distributed numbers are made; each article takes them from another place on. A power of two. */
const NORMAL_NUMBERS = 1 << 20;

export interface Material {
  /** Sorted by id; together at least `size` passages. */
  readonly articles: readonly FreshArticle[];
  readonly passages: number;
  readonly questions: readonly { readonly text: string; readonly vector: Float32Array }[];
  /** Where texts and vectors come from. */
  readonly origin: string;
}

/** The same every time. */
export function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

export async function gatherMaterial(size: number): Promise<Material> {
  const isReal = SETS.every(hasSet);
  const { articles, questions } = isReal ? await readReal(size) : makeUp(size);
  const real = articles.reduce((sum, { chunks }) => sum + chunks.length, 0);
  const varied = vary(articles, size - real);
  const all = [...articles, ...varied].toSorted((a, b) =>
    a.article.articleId < b.article.articleId ? -1 : 1,
  );
  const origin = `${isReal ? 'real' : 'made-up'} texts and vectors: ${Math.min(real, size)}, varied from them: ${Math.max(0, size - real)}; ${availableParallelism()} cores`;
  return {
    articles: all,
    passages: all.reduce((sum, { chunks }) => sum + chunks.length, 0),
    questions,
    origin,
  };
}

async function readReal(size: number) {
  const vectors = await CachedVectors.open();
  try {
    const articles: FreshArticle[] = [];
    const questions: Material['questions'][number][] = [];
    let passages = 0;
    for (const name of SETS) {
      const set = await readSet(name);
      const texts = set.questions.slice(0, 32).map(({ question }) => question);
      const made = await vectors.of('question', texts);
      made.forEach((vector, at) => questions.push({ text: texts[at] ?? '', vector }));
      for (const article of set.articles) {
        if (passages >= size) break;
        const chunks = splitChunks(article);
        const own = chunks.map(({ start, end }) => article.text.slice(start, end));
        const named = { ...article, articleId: `${name}-${article.articleId}` };
        articles.push(freshArticle(named, chunks, await vectors.of('passage', own)));
        passages += chunks.length;
      }
    }
    return { articles, questions };
  } finally {
    await vectors.close();
  }
}

function makeUp(size: number) {
  const random = randomNumbers(1);
  const articles = Array.from({ length: Math.ceil(size / 20) }, (_, at) => {
    const paragraphs = Array.from({ length: 20 }, () =>
      paragraphOn(`matter ${Math.floor(random() * 5000)} of ${Math.floor(random() * 5000)}`),
    );
    return withVectors(makeArticle({ articleId: `made-${at}`, paragraphs }), () => unitVector(random));
  });
  const questions = Array.from({ length: 64 }, (_, at) => ({
    text: `What did the minister of matter ${at} say on Monday about the matter of everything?`,
    vector: unitVector(random),
  }));
  return { articles, questions };
}

/** Articles like those that are there, a little apart from them: a mixture of Gaussians around the real vectors. */
function vary(articles: readonly FreshArticle[], passages: number): FreshArticle[] {
  const random = randomNumbers(2);
  const normal = normalNumbers(random);
  const varied: FreshArticle[] = [];
  let left = passages;
  for (let round = 1; left > 0; round++) {
    for (const { article, chunks, vectors } of articles) {
      if (left <= 0) break;
      const from = Math.floor(random() * NORMAL_NUMBERS);
      const moved = vectors.slice();
      for (let at = 0; at < moved.length; at++)
        moved[at] = (moved[at] ?? 0) + SPREAD * (normal[(from + at) & (NORMAL_NUMBERS - 1)] ?? 0);
      for (let row = 0; row < chunks.length; row++) normalize(moved.subarray(row * 384, (row + 1) * 384));
      const named: Article = { ...article, articleId: `${article.articleId}-${round}` };
      varied.push({ kind: 'fresh', article: named, chunks, vectors: moved });
      left -= chunks.length;
    }
  }
  return varied;
}

/** Box and Muller's method. */
function normalNumbers(random: () => number): Float32Array {
  return Float32Array.from({ length: NORMAL_NUMBERS }, () => {
    const length = Math.sqrt(-2 * Math.log(1 - random()));
    return length * Math.cos(2 * Math.PI * random());
  });
}

export function withVectors(article: Article, vectorOf: () => Float32Array): FreshArticle {
  const chunks = splitChunks(article);
  return freshArticle(article, chunks, chunks.map(vectorOf));
}

export function unitVector(random: () => number): Float32Array {
  return normalize(
    Float32Array.from({ length: MODEL.dimensions }, () => random() + random() + random() - 1.5),
  );
}

function normalize(vector: Float32Array): Float32Array {
  let sum = 0;
  for (let at = 0; at < vector.length; at++) sum += (vector[at] ?? 0) ** 2;
  const length = Math.sqrt(sum);
  for (let at = 0; at < vector.length; at++) vector[at] = (vector[at] ?? 0) / length;
  return vector;
}
