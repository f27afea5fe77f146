import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { FEWEST_ARTICLES } from '../../src/answers/calibrate.js';
import { Calibrator, type CalibratorOptions } from '../../src/answers/calibrator.js';
import { manyArticles } from '../support/many-articles.js';
import { silentLog } from '../support/silent-log.js';
import { wordVector } from '../support/snapshots.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const embedQuestion = (text: string): Promise<Float32Array> => Promise.resolve(wordVector(text));

function fail(): Promise<never> {
  return Promise.reject(new Error('broken'));
}

async function calibratorIn(directory: string, options: Partial<CalibratorOptions> = {}) {
  await mkdir(directory, { recursive: true });
  const embedder = { embedQuestion };
  const calibrator = new Calibrator({ directory, embedder, log: silentLog(), readOnly: false, ...options });
  onTestFinished(() => calibrator.close());
  return calibrator;
}

describe('the threshold of a collection', () => {
  test('is found in the background, and stored for the next start', async () => {
    const [directory, snapshot] = [await temporaryFolder(), await manyArticles()];
    const first = await calibratorIn(directory);
    expect(await first.lineOf(snapshot)).toBeUndefined();
    await first.settle(snapshot);
    const line = await first.lineOf(snapshot);
    expect(line).toMatchObject({ base: expect.any(Number), slope: expect.any(Number) });

    const second = await calibratorIn(directory, { embedder: { embedQuestion: fail } });
    expect(await second.lineOf({ ...snapshot })).toMatchObject({ ...line });
  });

  test('of an earlier commit serves while that of the next is found, unless much has changed', async () => {
    const [directory, snapshot] = [await temporaryFolder(), await manyArticles()];
    await (await calibratorIn(directory)).settle(snapshot);
    const stored: unknown = JSON.parse(await readFile(path.join(directory, 'threshold.json'), 'utf8'));
    const reader = await calibratorIn(directory, { readOnly: true });
    expect(await reader.lineOf({ ...(await manyArticles(110)), committedAt: 'later' })).toEqual(stored);
    expect(await reader.lineOf({ ...(await manyArticles(140)), committedAt: 'later' })).toBeUndefined();
  });

  test('is not looked for in a small collection, nor by a reader', async () => {
    const directory = await temporaryFolder();
    const small = await manyArticles(FEWEST_ARTICLES - 1);
    const asked: string[] = [];
    const embedder = {
      embedQuestion: (text: string) => {
        asked.push(text);
        return embedQuestion(text);
      },
    };
    await (await calibratorIn(directory, { embedder })).settle(small);
    await (await calibratorIn(directory, { embedder, readOnly: true })).settle(await manyArticles());
    expect(asked).toEqual([]);
  });

  test('is found again when the file is damaged', async () => {
    const [directory, snapshot] = [await temporaryFolder(), await manyArticles()];
    await writeFile(path.join(directory, 'threshold.json'), '{"base": "high"}');
    const calibrator = await calibratorIn(directory);
    await calibrator.settle(snapshot);
    expect(await calibrator.lineOf(snapshot)).toBeDefined();
  });
});

test('a failure is told in the log, and answers go on', async () => {
  const warnings: string[] = [];
  const log = { ...silentLog(), warn: (message: string) => void warnings.push(message) };
  const embedder = { embedQuestion: fail };
  const calibrator = await calibratorIn(await temporaryFolder(), { embedder, log });
  const snapshot = await manyArticles();
  await calibrator.settle(snapshot);
  expect(warnings).toHaveLength(1);
  expect(await calibrator.lineOf(snapshot)).toBeUndefined();
});

test('closing stops it, without a word', async () => {
  const warnings: string[] = [];
  const log = { ...silentLog(), warn: (message: string) => void warnings.push(message) };
  const calibrator = await calibratorIn(await temporaryFolder(), { log });
  await calibrator.lineOf(await manyArticles());
  await calibrator.close();
  expect(warnings).toEqual([]);
});
