/** Asks the questions of a set and keeps what came of each. */
import type { Answerer } from '../answers/answer.js';
import type { Embedder } from '../embedding/embedder.js';
import type { Snapshot } from '../index/snapshot.js';
import { search } from '../search/search.js';
import { answerToJson } from '../terminal/json.js';
import type { QuestionQuery } from './eval-set.js';

/** A passage as the ranking has it, before any rule of what is shown. */
export interface RankedPassage {
  readonly articleId: string;
  readonly paragraph: number;
  readonly text: string;
  readonly score: number;
}

export interface QuestionResult {
  readonly query: QuestionQuery;
  readonly ranked: readonly RankedPassage[];
  /** What `cli ask --json` prints. */
  readonly answer: object;
  readonly isAnswered: boolean;
  readonly confidence: number;
  readonly embeddingMs: number;
  readonly searchMs: number;
}

/** Passages kept of each ranking. */
const RANKED = 50;

export async function runQuestions(
  { answerer, embedder }: { readonly answerer: Answerer; readonly embedder: Embedder },
  snapshot: Snapshot,
  queries: readonly QuestionQuery[],
): Promise<QuestionResult[]> {
  const results: QuestionResult[] = [];
  for (const query of queries) {
    const started = performance.now();
    const vector = await embedder.embedQuestion(query.question);
    const embedded = performance.now();
    const { candidates } = search(snapshot, { text: query.question, vector }, RANKED);
    const searched = performance.now();
    const answer = await answerer.ask(query.question);
    results.push({
      query,
      ranked: candidates.flatMap(({ chunk, score }) => rankedPassage(snapshot, chunk, score)),
      answer: answerToJson(query.question, answer),
      isAnswered: answer.kind === 'answered',
      confidence: 'confidence' in answer ? answer.confidence : 0,
      embeddingMs: embedded - started,
      searchMs: searched - embedded,
    });
  }
  return results;
}

function rankedPassage(snapshot: Snapshot, row: number, score: number): RankedPassage[] {
  const chunk = snapshot.chunkAt(row);
  const article = chunk === undefined ? undefined : snapshot.articles[chunk.article];
  if (chunk === undefined || article === undefined) return [];
  const { articleId, text } = article;
  return [{ articleId, paragraph: chunk.first, text: text.slice(chunk.start, chunk.end), score }];
}
