/** What one question says about the product, and the figures that many of them make. */
import type { Figures } from './quotation-figures.js';
import type { QuestionResult } from './question-run.js';
import { areaUnderCurve, coverageAt, mean, shareOf } from './statistics.js';

/** Scores of one question, kept with the figures so that a later run can be compared question by question. */
export interface QueryScores {
  readonly id: string;
  readonly answerable: boolean;
  readonly isAnswered: boolean;
  readonly confidence: number;
  /** 0 to 1 each; those that the set cannot tell are left out. */
  readonly scores: Readonly<Record<string, number>>;
}

/** Articles that a ranking is judged by. */
const DEPTH = 10;

export function scoreQuestion(result: QuestionResult): QueryScores {
  const { query, isAnswered, confidence } = result;
  const { id, answerable, relevant, answers } = query;
  const isRanked = answerable && relevant.length > 0;
  const hasSpans = isRanked && answers.length > 0;
  const { isHighlightRight } = result;
  return {
    id,
    answerable,
    isAnswered,
    confidence,
    scores: {
      ...(isRanked ? { 'nDCG@10': gainOf(result), MRR: reciprocalRank(result) } : {}),
      ...(hasSpans ? { ...answersWithin(result), 'answer shown': Number(result.isShown) } : {}),
      ...(hasSpans && isHighlightRight !== undefined ? { 'highlight top-1': Number(isHighlightRight) } : {}),
    },
  };
}

/** Figures of any list of questions; NaN where it has nothing to measure them by. */
export function figuresOf(list: readonly QueryScores[]): Figures {
  const names = ['nDCG@10', 'MRR', 'answer@1', 'answer@3', 'answer@5', 'answer shown', 'highlight top-1'];
  const answerable = list.filter((one) => one.answerable);
  const unanswerable = list.filter((one) => !one.answerable);
  const yes = answerable.map(({ confidence }) => confidence);
  const no = unanswerable.map(({ confidence }) => confidence);
  const separation = no.length === 0 ? undefined : areaUnderCurve(yes, no);
  return {
    ...Object.fromEntries(
      names.map((name) => [name, mean(list.flatMap(({ scores }) => scores[name] ?? []))]),
    ),
    AUROC: separation ?? Number.NaN,
    'coverage at 10 % false': separation === undefined ? Number.NaN : coverageAt(yes, no, 0.1),
    'coverage at 5 % false': separation === undefined ? Number.NaN : coverageAt(yes, no, 0.05),
    'answered of answerable': shareOf(answerable, ({ isAnswered }) => isAnswered),
    'answered of unanswerable': shareOf(unanswerable, ({ isAnswered }) => isAnswered),
  };
}

function answersWithin(result: QuestionResult): Record<string, number> {
  return Object.fromEntries(
    [1, 3, 5].map((count) => [`answer@${count}`, Number(isAnsweredWithin(result, count))]),
  );
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
    .some(({ articleId, text }) => query.relevant.includes(articleId) && holdsAnswer(text, query.answers));
}

export function holdsAnswer(text: string, answers: readonly string[]): boolean {
  const lower = text.toLowerCase();
  return answers.some((answer) => lower.includes(answer.toLowerCase()));
}
