import { expect, test } from 'vitest';
import { readQuestion } from '../../src/answers/read-question.js';
import { makeArticle, makeSnapshot } from '../support/snapshots.js';

const snapshot = await makeSnapshot([
  makeArticle({ articleId: 'a', paragraphs: ['Michael Chase arrived in Taiwan on Friday morning.'] }),
]);

/** Vectors that tell which question was embedded, and a list of those that were. */
function recordingEmbedder() {
  const asked: string[] = [];
  const embedQuestion = (text: string): Promise<Float32Array> => {
    asked.push(text);
    return Promise.resolve(text.includes('Taiwan') ? Float32Array.of(0, 1) : Float32Array.of(1, 0));
  };
  return { asked, embedQuestion };
}

test('a question without slips is embedded once, as it is', async () => {
  const embedder = recordingEmbedder();
  expect(await readQuestion(snapshot, embedder, 'Who arrived?')).toEqual({
    text: 'Who arrived?',
    vector: Float32Array.of(1, 0),
  });
  expect(embedder.asked).toEqual(['Who arrived?']);
});

test('slips are mended, and what was typed still counts', async () => {
  const embedder = recordingEmbedder();
  const { text, vector } = await readQuestion(snapshot, embedder, 'Who arrived in Tawian?');
  expect(text).toBe('Who arrived in Taiwan?');
  const [typed = 0, mended = 0] = vector;
  expect(typed / mended).toBeCloseTo(1 / 3);
  expect(Math.hypot(typed, mended)).toBeCloseTo(1);
  expect(embedder.asked).toEqual(['Who arrived in Tawian?', 'Who arrived in Taiwan?']);
});
