/** How well the questions of a set were answered. */
import type { Figures } from './quotation-figures.js';
import type { QuestionResult } from './question-run.js';
import { areaUnderCurve, coverageAt, mean, quantile, shareOf } from './statistics.js';

/** Articles that a ranking is judged by. */
const DEPTH = 10;

export function measureQuestions(results: readonly QuestionResult[]): Figures {
  const answerable = results.filter(({ query }) => query.answerable);
  const ranked = answerable.filter(({ query }) => query.relevant.length > 0);
  const withSpans = ranked.filter(({ query }) => query.answers.length > 0);
  const yes = answerable.map(({ confidence }) => confidence);
  const no = results.filter(({ query }) => !query.answerable).map(({ confidence }) => confidence);
  return {
    questions: results.length,
    'nDCG@10': mean(ranked.map(gainOf)),
    MRR: mean(ranked.map(reciprocalRank)),
    'answer@1': shareOf(withSpans, (result) => isAnsweredWithin(result, 1)),
    'answer@3': shareOf(withSpans, (result) => isAnsweredWithin(result, 3)),
    'answer@5': shareOf(withSpans, (result) => isAnsweredWithin(result, 5)),
    AUROC: areaUnderCurve(yes, no),
    'coverage at 10 % false': coverageAt(yes, no, 0.1),
    'coverage at 5 % false': coverageAt(yes, no, 0.05),
    'answered of answerable': shareOf(answerable, ({ isAnswered }) => isAnswered),
    'answered of unanswerable': shareOf(
      results.filter(({ query }) => !query.answerable),
      ({ isAnswered }) => isAnswered,
    ),
    'p50 embedding ms': quantile(
      results.map(({ embeddingMs }) => embeddingMs),
      0.5,
    ),
    'p50 search ms': quantile(
      results.map(({ searchMs }) => searchMs),
      0.5,
    ),
    'p95 search ms': quantile(
      results.map(({ searchMs }) => searchMs),
      0.95,
    ),
  };
}

/** An article counts by its best passage. */
function rankedArticles({ ranked }: QuestionResult): string[] {
  return [...new Set(ranked.map(({ articleId }) => articleId))].slice(0, DEPTH);
}

function gainOf(result: QuestionResult): number {
  const { relevant } = result.query;
  const gain = rankedArticles(result).reduce(
    (sum, id, at) => sum + (relevant.includes(id) ? discount(at) : 0),
    0,
  );
  return gain / relevant.slice(0, DEPTH).reduce((sum, _, at) => sum + discount(at), 0);
}

function discount(rank: number): number {
  return 1 / Math.log2(rank + 2);
}

function reciprocalRank(result: QuestionResult): number {
  const rank = rankedArticles(result).findIndex((id) => result.query.relevant.includes(id));
  return rank === -1 ? 0 : 1 / (rank + 1);
}

/** Whether one of the first passages is of a relevant article and holds the answer. */
function isAnsweredWithin({ query, ranked }: QuestionResult, count: number): boolean {
  return ranked
    .slice(0, count)
    .some(
      ({ articleId, text }) =>
        query.relevant.includes(articleId) &&
        query.answers.some((answer) => text.toLowerCase().includes(answer.toLowerCase())),
    );
}
