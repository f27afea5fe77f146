/** Asks the questions of a set and keeps what came of each. */
import type { Answer, Answerer } from '../answers/answer.js';
import { createHighlighter } from '../answers/highlight.js';
import { readQuestion } from '../answers/read-question.js';
import { rerank } from '../answers/rerank.js';
import type { Embedder } from '../embedding/embedder.js';
import type { Reranker } from '../embedding/reranker.js';
import type { Snapshot } from '../index/snapshot.js';
import { search, type Candidate } from '../search/search.js';
import { answerToJson } from '../terminal/json.js';
import type { QuestionQuery } from './eval-set.js';
import { holdsAnswer } from './question-scores.js';

/** A passage as the ranking has it, before any rule of what is shown. */
export interface RankedPassage {
  readonly articleId: string;
  readonly paragraph: number;
  readonly text: string;
  readonly score: number;
}

/** In milliseconds; `whole` is the whole way from question to answer. */
export type StageTimes = Readonly<Record<'embedding' | 'search' | 'whole', number>>;

export interface QuestionResult {
  readonly query: QuestionQuery;
  readonly ranked: readonly RankedPassage[];
  /** What `cli ask --json` prints. */
  readonly answer: object;
  readonly isAnswered: boolean;
  /** Whether one of the passages shown is of a relevant article and holds the answer. */
  readonly isShown: boolean;
  readonly confidence: number;
  /** Whether the sentence pointed out in the first right passage holds the answer; undefined without such a passage. */
  readonly isHighlightRight: boolean | undefined;
  readonly milliseconds: StageTimes;
}

/** Passages kept of each ranking. */
const RANKED = 50;

interface Product {
  readonly answerer: Answerer;
  readonly embedder: Embedder;
  readonly reranker?: Reranker | undefined;
}

export async function runQuestions(
  byline: Product,
  snapshot: Snapshot,
  queries: readonly QuestionQuery[],
): Promise<QuestionResult[]> {
  const results: QuestionResult[] = [];
  for (const query of queries) results.push(await runQuestion(byline, snapshot, query));
  return results;
}

async function runQuestion(
  { answerer, embedder, reranker }: Product,
  snapshot: Snapshot,
  query: QuestionQuery,
): Promise<QuestionResult> {
  const started = performance.now();
  const question = await readQuestion(snapshot, embedder, query.question);
  const embedded = performance.now();
  const ranking = search(snapshot, question, RANKED);
  const searched = performance.now();
  const { candidates } = await rerank(snapshot, question, ranking.candidates, reranker);
  const reranked = performance.now();
  const answer = await answerer.ask(query.question);
  const answered = performance.now();
  return {
    query,
    ranked: candidates.flatMap((candidate) => rankedPassage(snapshot, candidate)),
    answer: answerToJson(query.question, answer),
    isAnswered: answer.kind === 'answered',
    isShown: isShown(query, answer),
    confidence: 'confidence' in answer ? answer.confidence : 0,
    isHighlightRight: isHighlightRight(snapshot, { ...query, question: question.text }, candidates),
    milliseconds: {
      embedding: embedded - started,
      search: searched - embedded,
      whole: answered - reranked,
    },
  };
}

function isShown({ relevant, answers }: QuestionQuery, answer: Answer): boolean {
  const passages = answer.kind === 'answered' ? answer.passages : [];
  return passages.some(
    ({ attribution, text }) => relevant.includes(attribution.articleId) && holdsAnswer(text, answers),
  );
}

function isHighlightRight(
  snapshot: Snapshot,
  { question, relevant, answers }: QuestionQuery,
  candidates: readonly Candidate[],
): boolean | undefined {
  for (const candidate of candidates) {
    const [passage] = rankedPassage(snapshot, candidate);
    if (passage === undefined || !relevant.includes(passage.articleId)) continue;
    if (!holdsAnswer(passage.text, answers)) continue;
    const text = snapshot.articles[snapshot.chunkAt(candidate.chunk)?.article ?? -1]?.text ?? '';
    const [first] = createHighlighter(snapshot, question)(candidate.chunk);
    return first !== undefined && holdsAnswer(text.slice(first.start, first.end), answers);
  }
  return undefined;
}

function rankedPassage(snapshot: Snapshot, { chunk: row, score }: Candidate): RankedPassage[] {
  const chunk = snapshot.chunkAt(row);
  const article = chunk === undefined ? undefined : snapshot.articles[chunk.article];
  if (chunk === undefined || article === undefined) return [];
  const { articleId, text } = article;
  return [{ articleId, paragraph: chunk.first, text: text.slice(chunk.start, chunk.end), score }];
}
