/** A reranker as an administrator gets one: a folder beside the embedding model, and its name in the settings. */
import { symlink } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { MODEL, MODELS_DIRECTORY, startEmbedder } from '../support/embedder.js';
import { runCli, type Environment } from '../support/program.js';
import { textsOf } from '../support/replies.js';
import { copyShippedArticles, startRunningBot } from '../support/running-bot.js';
import { silentLog } from '../support/silent-log.js';
import { sharedTemporaryFolder, temporaryFolder } from '../support/temporary-folder.js';
import { writeTinyReranker } from '../support/tiny-reranker.js';

const QUESTION = 'Where was the Chinese spy balloon shot down?';
const folder = sharedTemporaryFolder();
const modelsDirectory = path.join(folder, 'models');
let environment: Environment;

beforeAll(async () => {
  const write = (name: string, model: Parameters<typeof writeTinyReranker>[1]) =>
    writeTinyReranker(path.join(modelsDirectory, name), model);
  // Paragraph 19 has the drills, paragraph 9 the balloon.
  await write('likes-drills', { weights: { drills: 6, balloon: -6 }, bias: 1 });
  await write('likes-balloons', { weights: { balloon: 6 }, labels: ['no', 'yes'] });
  await write('says-no', { weights: {}, bias: -9 });
  await write('is-broken', { weights: { the: Number.NaN } });
  await symlink(path.join(MODELS_DIRECTORY, MODEL), path.join(modelsDirectory, MODEL));
  environment = {
    ARTICLES_DIR: copyShippedArticles(folder),
    INDEX_DIR: path.join(folder, 'index'),
    MODELS_DIR: modelsDirectory,
    LOG_LEVEL: 'warn',
  };
});

const answerSchema = z.object({
  answered: z.boolean(),
  confidence: z.number(),
  passages: z.array(z.object({ paragraph: z.number(), lastParagraph: z.number() })),
});

async function askCli(reranker: string, question = QUESTION) {
  const { status, stdout, stderr } = await runCli(
    { ...environment, RERANKER_MODEL: reranker },
    'ask',
    question,
    '--json',
  );
  const { passages, ...answer } = answerSchema.parse(JSON.parse(stdout));
  // What the first start tells of the index is no matter here.
  const told = stderr.split('\n').filter((line) => line.startsWith('{'));
  return { status, told, ...answer, first: passages[0]?.paragraph };
}

describe('the command line', () => {
  test('shows first what the reranker likes best', async () => {
    expect(await askCli('')).toMatchObject({ status: 0, first: 9 });
    expect(await askCli('likes-drills')).toMatchObject({ status: 0, first: 19, told: [] });
    expect(await askCli('likes-balloons')).toMatchObject({ status: 0, first: 9, told: [] });
  });

  test('declines where the reranker finds no answer', async () => {
    const question = 'Did Chiu explain the details?';
    const [without, withOne] = [await askCli('', question), await askCli('says-no', question)];
    expect(without).toMatchObject({ status: 0, answered: true });
    expect(withOne).toMatchObject({ status: 1, answered: false, told: [] });
    expect(withOne.confidence).toBeLessThan(without.confidence);
  });

  test('answers as without one when it is broken, and says so in one line', async () => {
    const { confidence } = await askCli('');
    const { told, ...answer } = await askCli('is-broken');
    expect(answer).toEqual({ status: 0, answered: true, confidence, first: 9 });
    expect(told).toEqual([expect.stringContaining('answered without the reranker')]);
    expect(told.join('\n')).not.toContain('balloon');
  });

  test('says what to do about a name that is none, or of nothing that is there', async () => {
    const wrong = await runCli({ ...environment, RERANKER_MODEL: 'two words' }, 'ask', QUESTION, '--json');
    expect(wrong).toMatchObject({ status: 2, stdout: '' });
    expect(wrong.stderr).toContain('RERANKER_MODEL: must be a model name');
    // The embedding model is no cross-encoder.
    const { told, ...answer } = await askCli(MODEL);
    expect(answer).toMatchObject({ status: 0, first: 9 });
    expect(told).toEqual([expect.stringContaining('Check RERANKER_MODEL')]);
  });
});

describe('the bot', () => {
  test.each([
    ['in the order of its reranker', 'likes-drills', 19, undefined],
    ['without a reranker that is broken', 'is-broken', 9, /It computed no number/u],
    ['without a reranker that is of another kind', MODEL, 9, /neither one output nor two labels/u],
    ['without a reranker that cannot be had', 'is-nowhere', 9, /could not be downloaded/u],
  ])('answers %s', async (_, rerankerModel, first, reason) => {
    const log = silentLog();
    const remoteHost = 'http://127.0.0.1:1/'; // nobody listens there
    const embedder = startEmbedder({ modelsDirectory, rerankerModel, remoteHost, log });
    onTestFinished(() => embedder.close());
    const { reranker } = embedder;
    await reranker?.settled();
    const bot = await startRunningBot({ folder: await temporaryFolder(), embedder, reranker });
    onTestFinished(() => bot.stop());
    const message = await bot.discord.slash('ask', { question: QUESTION }).settled();
    expect(/¶(\d+)/u.exec(textsOf(message).join('\n'))?.[1]).toBe(String(first));
    const reasons = log.lines.map(({ fields }) => fields['reason']);
    expect(reasons).toEqual(reason === undefined ? [] : [expect.stringMatching(reason)]);
  });
});
