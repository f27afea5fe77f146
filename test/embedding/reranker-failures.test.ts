/** A reranker that dies, hangs, fails or is missing: there are no scores, one line says why, and the embedder goes on. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { ProcessEmbedderOptions } from '../../src/embedding/process-embedder.js';
import { startEmbedder } from '../support/embedder.js';
import { silentLog } from '../support/silent-log.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const SCRIPTED = fileURLToPath(new URL('../support/scripted-reranker.mjs', import.meta.url));
const WITHOUT = 'A question was answered without the reranker';
const AGAIN = 'The embedding process is gone and will be started again';
const NEVER = 'Questions are answered without the reranker';

async function startScripted(rerankerModel: string, options: Partial<ProcessEmbedderOptions> = {}) {
  const modelsDirectory = await temporaryFolder();
  const log = silentLog();
  const embedder = startEmbedder({
    model: 'scripted',
    rerankerModel,
    modelsDirectory,
    childPath: SCRIPTED,
    log,
    firstPauseMs: 10,
    longestScoringMs: 60_000,
    ...options,
  });
  onTestFinished(() => embedder.close());
  const { reranker } = embedder;
  if (reranker === undefined) throw new Error('There is no reranker.');
  const heard = async () => (await readFile(path.join(modelsDirectory, 'heard'), 'utf8')).trim().split('\n');
  const told = () => log.lines.map(({ message }) => message);
  return { embedder, reranker, log, told, heard };
}

test('without a name there is none', async () => {
  const embedder = startEmbedder({ childPath: SCRIPTED, modelsDirectory: await temporaryFolder() });
  onTestFinished(() => embedder.close());
  expect(embedder.reranker).toBeUndefined();
});

test('one number a text, in their order; also for the first question, before the model is loaded', async () => {
  const { reranker, told } = await startScripted('fine');
  expect(await reranker.score('Who?', ['3', '-1.5', '0'])).toEqual([3, -1.5, 0]);
  expect(await reranker.score('Who?', [])).toEqual([]);
  expect(told()).toEqual([]);
});

test('a question waits for one pair at most, and passages wait for all pairs', async () => {
  const { embedder, reranker, heard } = await startScripted('fine');
  await reranker.settled();
  const scores = reranker.score('Who?', ['1', '2', '3']);
  await Promise.resolve(); // the pairs go into the queue behind the one promise of the loaded model
  const others = [embedder.embedPassage('passage'), embedder.embedQuestion('question')];
  await Promise.all([scores, ...others]);
  expect(await heard()).toEqual(['setup', 'load-reranker', '1', 'question', '2', '3', 'passage']);
});

test('a text on which the model fails: no scores, one line, and the same process goes on', async () => {
  const { reranker, told, heard } = await startScripted('fine');
  expect(await reranker.score('Who?', ['1', 'fail', '3'])).toBeUndefined();
  expect(told()).toEqual([WITHOUT]);
  expect(await reranker.score('Who?', ['4'])).toEqual([4]);
  expect(await heard()).toEqual(expect.arrayContaining(['setup', '1', 'fail', '4']));
});

test('a text on which the process dies is not tried again, and the next question has a reranker', async () => {
  const { embedder, reranker, told, heard } = await startScripted('fine');
  const passage = embedder.embedPassage('passage');
  expect(await reranker.score('Who?', ['die', '1', '2'])).toBeUndefined();
  expect(await passage).toEqual(Float32Array.of(7));
  expect(await reranker.score('Who?', ['3'])).toEqual([3]);
  expect(told()).toEqual(expect.arrayContaining([AGAIN, WITHOUT]));
  expect(told()).toHaveLength(2);
  expect((await heard()).filter((line) => ['die', '1', '2'].includes(line))).toEqual(['die']);
});

test('a model that keeps killing the process is left out for good', async () => {
  const { embedder, reranker, log, heard } = await startScripted('fine');
  for (let death = 0; death < 3; death++) expect(await reranker.score('Who?', ['die', '1'])).toBeUndefined();
  expect(await embedder.embedQuestion('Who?')).toEqual(Float32Array.of(4));
  expect(await reranker.score('Who?', ['1'])).toBeUndefined();
  const errors = log.lines.filter(({ level }) => level === 'error');
  expect(errors).toMatchObject([{ message: NEVER, fields: { reason: expect.stringContaining('3 times') } }]);
  expect((await heard()).filter((line) => line === 'load-reranker')).toHaveLength(3);
});

test('deaths with answers between them do not add up', async () => {
  const { reranker, log } = await startScripted('fine');
  for (let death = 0; death < 4; death++) {
    expect(await reranker.score('Who?', ['die'])).toBeUndefined();
    expect(await reranker.score('Who?', ['1'])).toEqual([1]);
  }
  expect(log.lines.filter(({ level }) => level === 'error')).toEqual([]);
});

describe('a model that is late', () => {
  test('in the middle of a text is ended, and what waits is asked of the next process', async () => {
    const { embedder, reranker, told, heard } = await startScripted('fine', { longestScoringMs: 300 });
    await reranker.settled();
    expect(await reranker.score('Who?', ['hang', '1'])).toBeUndefined();
    expect(await embedder.embedQuestion('Who?')).toEqual(Float32Array.of(4));
    expect(told().filter((line) => line === WITHOUT)).toHaveLength(1);
    expect(await heard()).not.toContain('1');
  });

  test('while it is being loaded', async () => {
    const { embedder, reranker, log, heard } = await startScripted('never-comes', { longestScoringMs: 100 });
    expect(await reranker.score('Who?', ['1'])).toBeUndefined();
    expect(await embedder.embedQuestion('Who?')).toEqual(Float32Array.of(4));
    expect(log.lines).toMatchObject([
      { level: 'warn', message: WITHOUT, fields: { reason: 'it took longer than 100 ms' } },
    ]);
    expect(await heard()).not.toContain('1');
  });
});

describe('a model that cannot be loaded', () => {
  test('is told once, and nothing else is different', async () => {
    const { embedder, reranker, log } = await startScripted('is-missing');
    await reranker.settled();
    for (let question = 0; question < 3; question++)
      expect(await reranker.score('Who?', ['1'])).toBeUndefined();
    expect(await embedder.embedQuestion('Who?')).toEqual(Float32Array.of(4));
    expect(log.lines).toEqual([
      { level: 'error', message: NEVER, fields: { reason: 'there is no such model' } },
    ]);
  });

  test('because it kills the process is not loaded for ever', async () => {
    const { embedder, reranker, told } = await startScripted('dies');
    await reranker.settled();
    expect(await reranker.score('Who?', ['1'])).toBeUndefined();
    expect(await embedder.embedQuestion('Who?')).toEqual(Float32Array.of(4));
    expect(told()).toEqual([AGAIN, AGAIN, NEVER, AGAIN]);
  });
});

test('closing tells who waits, in the middle of a text or before it', async () => {
  const { embedder, reranker } = await startScripted('fine');
  await reranker.settled();
  const scores = [reranker.score('Who?', ['1', 'hang', '2'])];
  await Promise.resolve();
  scores.push(reranker.score('Where?', ['3']));
  await embedder.close();
  expect(await Promise.all(scores)).toEqual([undefined, undefined]);
  await reranker.settled();
  expect(await reranker.score('Who?', ['1'])).toBeUndefined();
});
