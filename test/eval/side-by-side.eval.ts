/**
 * What newest first does to the first passage of an answer, for passages at different distances from the best one. Prints,
 * judges nothing.
 */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { answerQuestion } from '../../src/answers/answer-question.js';
import type { Passage } from '../../src/answers/passage.js';
import { orderSideBySide } from '../../src/answers/side-by-side.js';
import { indexArticles } from './collections.js';
import { hasSet, readSet, type SetQuestion } from './sets.js';
import { CachedVectors } from './vectors.js';

const SHARES = [0.95, 0.9, 0.8, 0.7, 0.5];

let vectors: CachedVectors;
beforeAll(async () => {
  vectors = await CachedVectors.open();
});
afterAll(() => vectors.close());

test('realtimeqa, whose articles are dated', async ({ skip }) => {
  if (!hasSet('realtimeqa')) skip('the public sets are not on this machine');
  const { articles, questions } = await readSet('realtimeqa');
  const dates = await readDates('realtimeqa');
  const dated = articles.map((one) => ({ ...one, date: dates.get(one.articleId) }));
  const snapshot = await indexArticles(dated, vectors);
  const made = await vectors.of(
    'question',
    questions.map(({ question }) => question),
  );
  const answers = questions.flatMap((question, at) => {
    const vector = made[at] ?? new Float32Array(snapshot.dimensions);
    const answer = answerQuestion(snapshot, { text: question.question, vector });
    return answer.kind === 'answered' ? [{ question, passages: answer.passages }] : [];
  });
  for (const share of SHARES) {
    let [changed, before, after] = [0, 0, 0];
    for (const { question, passages } of answers) {
      const [first] = orderSideBySide(passages, share).passages;
      changed += Number(first !== passages[0]);
      before += Number(isRight(passages[0], question));
      after += Number(isRight(first, question));
    }
    console.log(share, answers.length, 'another first', changed, 'right first', before, 'becomes', after);
  }
  expect(answers.length).toBeGreaterThan(0);
});

function isRight(passage: Passage | undefined, { relevant, answers }: SetQuestion): boolean {
  if (passage === undefined || !relevant.includes(passage.attribution.articleId)) return false;
  return answers.some((answer) => passage.text.toLowerCase().includes(answer.toLowerCase()));
}

async function readDates(name: string): Promise<Map<string, string>> {
  const file = path.resolve(import.meta.dirname, '../../../shared/eval', name, 'corpus.jsonl');
  const lines = (await readFile(file, 'utf8')).split('\n').filter((line) => line !== '');
  const article = z.object({ id: z.string(), date: z.string() });
  return new Map(lines.map((line) => article.parse(JSON.parse(line))).map(({ id, date }) => [id, date]));
}
