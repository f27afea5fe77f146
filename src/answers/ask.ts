/** Asking: what was typed is read, looked up where it may be looked up, and answered, or declined with a reason. */
import type { Embedder } from '../embedding/embedder.js';
import type { Reranker } from '../embedding/reranker.js';
import type { Snapshot } from '../index/snapshot.js';
import { scopeOf, type ArticleFilter } from '../search/scope.js';
import { hasWord } from '../text/paragraphs.js';
import { answerWithReranker } from './answer-question.js';
import { decline, type Asked, type UnknownArticle } from './asked.js';
import type { Filters } from './filters.js';
import { joinQuestions, type PreviousQuestion } from './follow-up.js';
import { hintAtLanguage } from './other-language.js';
import type { Line } from './quantile-line.js';
import { readQuestion } from './read-question.js';
import { mergeAnswers, splitQuestions } from './several-questions.js';

export interface AskOptions extends Filters {
  /** Restricts the search to one article. */
  readonly articleId?: string | undefined;
  /** What was asked before, when the question goes on from there. */
  readonly previous?: PreviousQuestion | undefined;
}

/** Where the threshold of a collection is found. */
export interface ThresholdSource {
  lineOf(snapshot: Snapshot): Promise<Line | undefined>;
}

/** What is needed to ask a snapshot. */
export interface Asking {
  readonly snapshot: Snapshot;
  readonly embedder: Pick<Embedder, 'embedQuestion' | 'ready'>;
  readonly thresholds: ThresholdSource;
  readonly reranker?: Reranker | undefined;
}

export async function ask(
  asking: Asking,
  question: string,
  { articleId, previous, ...filters }: AskOptions,
): Promise<Asked | UnknownArticle> {
  const { snapshot } = asking;
  const article = articleId === undefined ? undefined : positionOf(snapshot, articleId);
  if (article === -1) return { kind: 'unknown-article' };
  if (!hasWord(question)) return decline(0);
  const filter = { article, ...filters };
  const isFiltered = Object.values(filters).some((value) => value !== undefined);
  if (isFiltered && scopeOf(snapshot, filter).size === 0)
    return decline(0, undefined, { hint: { kind: 'no-article' } });
  const hint = hintAtLanguage(snapshot, question);
  if (hint !== undefined) return decline(0, undefined, { hint });
  const joined = joinQuestions(question, previous);
  // A question and the one before it are one, whatever question marks are in them.
  const parts = joined === undefined ? splitQuestions(question) : [joined];
  const before = previous?.articleId === undefined ? -1 : positionOf(snapshot, previous.articleId);
  if (article === undefined && before !== -1) {
    const answer = await lookUp(asking, parts, { ...filter, article: before });
    if (answer.kind === 'answered') return answer;
  }
  return lookUp(asking, parts, filter);
}

async function lookUp(
  { snapshot, embedder, thresholds, reranker }: Asking,
  parts: readonly string[],
  filter: ArticleFilter,
): Promise<Asked> {
  const answers = parts.map(async (part) => {
    const read = await readQuestion(snapshot, embedder, part);
    const [line, { name }] = await Promise.all([thresholds.lineOf(snapshot), embedder.ready()]);
    return answerWithReranker(snapshot, { ...read, filter }, reranker, line, name);
  });
  return mergeAnswers(await Promise.all(answers));
}

/** Position in `Snapshot.articles`, or -1. */
export function positionOf(snapshot: Snapshot, articleId: string): number {
  return snapshot.articles.findIndex((article) => article.articleId === articleId);
}
