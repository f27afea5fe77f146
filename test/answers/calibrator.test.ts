import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { FEWEST_ARTICLES } from '../../src/answers/calibrate.js';
import { Calibrator, type CalibratorOptions } from '../../src/answers/calibrator.js';
import { modelLine } from '../../src/answers/declining.js';
import type { Snapshot } from '../../src/index/snapshot.js';
import { createGate } from '../support/gate.js';
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
  const calibrator = new Calibrator({
    directory,
    embedder: { embedQuestion },
    isMeasured: true,
    log: silentLog(),
    readOnly: false,
    ...options,
  });
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

  test('is halfway to the one of the model, where that is known', async () => {
    const snapshot = await manyArticles();
    const lineOf = async (isMeasured: boolean) => {
      const calibrator = await calibratorIn(await temporaryFolder(), { isMeasured });
      await calibrator.settle(snapshot);
      return (await calibrator.lineOf(snapshot)) ?? { base: Number.NaN, slope: Number.NaN };
    };
    const [own, model] = [await lineOf(false), modelLine(snapshot.block.rows)];
    const { base, slope } = await lineOf(true);
    expect(base).toBeCloseTo((own.base + model.base) / 2);
    expect(slope).toBeCloseTo((own.slope + model.slope) / 2);
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

/** A clock that moves on only by what is waited for; each wait is told. */
function createClock(onWait: () => unknown = () => undefined) {
  let now = 0;
  const waits: number[] = [];
  const wait = (ms: number): Promise<void> => {
    now += ms;
    waits.push(ms);
    onWait();
    return Promise.resolve();
  };
  return { now: () => now, wait, waits };
}

const sum = (list: readonly number[]): number => list.reduce((total, one) => total + one, 0);

describe('readers go first', () => {
  test('the questions of the program wait behind theirs', async () => {
    const lanes = new Set<unknown>();
    const embedder = {
      embedQuestion: (text: string, lane?: unknown) => {
        lanes.add(lane);
        return embedQuestion(text);
      },
    };
    const calibrator = await calibratorIn(await temporaryFolder(), { embedder });
    await calibrator.settle(await manyArticles());
    expect(lanes).toEqual(new Set(['background']));
  });

  test('nothing is waited for while nobody asks', async () => {
    const clock = createClock();
    const calibrator = await calibratorIn(await temporaryFolder(), { clock });
    await calibrator.settle(await manyArticles());
    expect(clock.waits).toEqual([]);
  });

  test('behind a question there is a pause', async () => {
    const clock = createClock();
    const calibrator = await calibratorIn(await temporaryFolder(), { clock });
    const snapshot = await manyArticles();
    await calibrator.lineOf(snapshot);
    await calibrator.settle(snapshot);
    expect(clock.waits).toEqual([250]);
  });

  test('while they ask without end, one goes between theirs now and then', async () => {
    const snapshot = await manyArticles();
    const asked: string[] = [];
    const embedder = {
      embedQuestion: (text: string) => {
        asked.push(text);
        return embedQuestion(text);
      },
    };
    const clock = createClock(() => calibrator.lineOf(snapshot));
    const calibrator = await calibratorIn(await temporaryFolder(), { embedder, clock });
    await calibrator.lineOf(snapshot);
    await calibrator.settle(snapshot);
    expect(asked.length).toBeGreaterThan(400);
    expect(sum(clock.waits)).toBe(500 * asked.length);
  });
});

/** Embeds so many questions; the next one never ends before the run does. */
async function stopAfter(directory: string, snapshot: Snapshot, count: number) {
  const asked: string[] = [];
  const gate = createGate();
  const embedder = {
    async embedQuestion(text: string) {
      if (asked.length === count) {
        await gate.pass();
        throw new Error('closed');
      }
      asked.push(text);
      return embedQuestion(text);
    },
  };
  const calibrator = await calibratorIn(directory, { embedder });
  await calibrator.lineOf(snapshot);
  await gate.reached;
  const closed = calibrator.close();
  gate.open();
  await closed;
  return asked;
}

async function finish(directory: string, snapshot: Snapshot) {
  const asked: string[] = [];
  const embedder = {
    embedQuestion: (text: string) => {
      asked.push(text);
      return embedQuestion(text);
    },
  };
  const calibrator = await calibratorIn(directory, { embedder });
  await calibrator.settle(snapshot);
  return { asked, line: await calibrator.lineOf(snapshot) };
}

describe('a run that is stopped', () => {
  test('goes on with the next start, and finds what one without a stop finds', async () => {
    const snapshot = await manyArticles();
    const whole = await finish(await temporaryFolder(), snapshot);
    const directory = await temporaryFolder();
    const before = await stopAfter(directory, snapshot, 100);
    const again = await stopAfter(directory, snapshot, 50);
    const { asked, line } = await finish(directory, snapshot);
    expect([...before, ...again, ...asked]).toEqual(whole.asked);
    expect(line).toEqual(whole.line);
    expect(await readdir(directory)).toEqual(['threshold.json']);
  });

  test('is begun anew when the index has changed meanwhile', async () => {
    const [directory, snapshot] = [await temporaryFolder(), await manyArticles()];
    const before = await stopAfter(directory, snapshot, 100);
    const { asked } = await finish(directory, { ...snapshot, committedAt: 'later' });
    expect(asked.slice(0, 100)).toEqual(before);
  });

  test('is begun anew when what was seen cannot be read', async () => {
    const [directory, snapshot] = [await temporaryFolder(), await manyArticles()];
    const before = await stopAfter(directory, snapshot, 100);
    await writeFile(path.join(directory, 'threshold-progress.json'), '{"points": [{"x": "long"}]}');
    const { asked } = await finish(directory, snapshot);
    expect(asked.slice(0, 100)).toEqual(before);
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
