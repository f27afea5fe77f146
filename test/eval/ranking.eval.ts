/**
 * The product's search beside plain cosine over the same chunks: nDCG@10 over articles (an article counts by its best
 * chunk) and how often an answer stands in one of the first k chunks of a relevant article. Prints, judges nothing.
 */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Snapshot } from '../../src/index/snapshot.js';
import { exactCosine } from '../../src/search/scan.js';
import { search, type Question } from '../../src/search/search.js';
import { topPositions } from '../../src/search/top.js';
import { indexArticles } from './collections.js';
import { hasSet, readSet, type SetQuestion } from './sets.js';
import { CachedVectors } from './vectors.js';

/** Enough chunks for ten different articles. */
const DEPTH = 300;

/** Positions of chunks, best first. */
type Ranker = (snapshot: Snapshot, question: Question) => readonly number[];

const RANKERS: Readonly<Record<string, Ranker>> = {
  'plain cosine': ({ block }, { vector }) =>
    topPositions(
      Array.from({ length: block.rows }, (_, row) => exactCosine(block, row, vector)),
      DEPTH,
    ),
  product: (snapshot, question) => search(snapshot, question, DEPTH).candidates.map(({ chunk }) => chunk),
};

let vectors: CachedVectors;
beforeAll(async () => {
  vectors = await CachedVectors.open();
});
afterAll(() => vectors.close());

test.for(['newsqa', 'realtimeqa'])('ranking on %s', async (name, { skip }) => {
  if (!hasSet(name)) skip('the public sets are not on this machine');
  const set = await readSet(name);
  const snapshot = await indexArticles(set.articles, vectors);
  const questions = set.questions.filter(({ answerable }) => answerable);
  const made = await vectors.of(
    'question',
    questions.map(({ question }) => question),
  );
  for (const [ranker, rank] of Object.entries(RANKERS)) {
    const results = questions.map((question, at) => {
      const vector = made[at] ?? new Float32Array(snapshot.dimensions);
      return judge(snapshot, question, rank(snapshot, { text: question.question, vector }));
    });
    const means = ['ndcg', 'at1', 'at3', 'at5'] as const;
    console.log(
      name,
      questions.length,
      ranker,
      ...means.map((key) => `${key} ${mean(results.map((one) => one[key]))}`),
    );
  }
  expect(questions.length).toBeGreaterThan(0);
});

function judge(snapshot: Snapshot, { relevant, answers }: SetQuestion, ranked: readonly number[]) {
  const places = ranked.map((row) => {
    const { article = -1, start = 0, end = 0 } = snapshot.chunkAt(row) ?? {};
    const { articleId = '', text = '' } = snapshot.articles[article] ?? {};
    return { articleId, text: text.slice(start, end).toLowerCase() };
  });
  const isRight = places.map(
    ({ articleId, text }) =>
      relevant.includes(articleId) && answers.some((answer) => text.includes(answer.toLowerCase())),
  );
  const articles = [...new Set(places.map(({ articleId }) => articleId))].slice(0, 10);
  const gain = articles.reduce((sum, id, at) => sum + (relevant.includes(id) ? discount(at) : 0), 0);
  const best = relevant.slice(0, 10).reduce((sum, _, at) => sum + discount(at), 0);
  const at = (count: number) => Number(isRight.slice(0, count).includes(true));
  return { ndcg: gain / best, at1: at(1), at3: at(3), at5: at(5) };
}

function discount(rank: number): number {
  return 1 / Math.log2(rank + 2);
}

function mean(values: readonly number[]): string {
  return (values.reduce((sum, value) => sum + value, 0) / values.length).toFixed(3);
}
