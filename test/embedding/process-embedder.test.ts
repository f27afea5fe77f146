/** The real process with the vendored model. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { RUNTIME_VERSION } from '../../src/embedding/session.js';
import { EmbeddingError } from '../../src/errors.js';
import { CHILD_PATH, MODEL, sharedEmbedder, startEmbedder } from '../support/embedder.js';
import { childrenOf, isRunning } from '../support/processes.js';
import { silentLog } from '../support/silent-log.js';

const embedder = sharedEmbedder();
beforeAll(() => embedder.ready());

const PARAGRAPH =
  'Deputy Assistant Secretary of Defense Michael Chase arrived in Taiwan on Friday, a visit that China has protested.';
const OTHER = 'Mix the flour with two eggs and let the dough rest for an hour in a warm place.';

function cosine(one: Float32Array, other: Float32Array): number {
  return one.reduce((sum, value, at) => sum + value * (other[at] ?? 0), 0);
}

const words = (count: number) => Array.from({ length: count }, () => 'minister').join(' ');

const versionOf = (name: string) => {
  const file = createRequire(import.meta.url).resolve(`${name}/package.json`);
  return z.object({ version: z.string() }).parse(JSON.parse(readFileSync(file, 'utf8'))).version;
};

test('the runtime that the fingerprint names is the one that is installed', () => {
  expect(RUNTIME_VERSION).toBe(versionOf('onnxruntime-node'));
});

describe('the vendored model', () => {
  test('says what it is', async () => {
    const { name, fingerprint, dimensions } = await embedder.ready();
    expect(name).toBe(MODEL);
    expect(fingerprint).toMatch(/^[0-9a-f]{64}$/u);
    expect(dimensions).toBe(384);
  });

  test('finds a related question nearer than an unrelated one', async () => {
    const passage = await embedder.embedPassage(PARAGRAPH);
    const related = cosine(await embedder.embedQuestion('Which American official visited Taiwan?'), passage);
    const unrelated = cosine(await embedder.embedQuestion('How do I bake bread?'), passage);
    expect(related).toBeGreaterThan(unrelated + 0.05);
    const dough = await embedder.embedPassage(OTHER);
    expect(cosine(await embedder.embedQuestion('How do I bake bread?'), dough)).toBeGreaterThan(unrelated);
  });

  test('embeds questions and passages with prompts of their own', async () => {
    const question = await embedder.embedQuestion(PARAGRAPH);
    const passage = await embedder.embedPassage(PARAGRAPH);
    expect(question).not.toEqual(passage);
    expect(cosine(question, passage)).toBeLessThan(0.9999);
  });
});

describe('vectors', () => {
  test.each([
    ['an ordinary text', PARAGRAPH],
    ['no text', ''],
    ['white space', ' \n\t'],
    ['half a character', '\uD83D'],
    ['a zero byte', 'a\0b'],
    ['another script', 'Официальный представитель прибыл на Тайвань 🙂'],
    ['more than the model can take', 'The minister spoke again. '.repeat(2000)],
    ['one endless word', 'x'.repeat(100_000)],
  ])('of %s have length 1', async (_, text) => {
    const vector = await embedder.embedPassage(text);
    expect(vector).toHaveLength(384);
    expect(Math.hypot(...vector)).toBeCloseTo(1, 5);
  });

  test('are the same to the bit, whatever else is embedded around them', async () => {
    const alone = await embedder.embedPassage(PARAGRAPH);
    const [first, , again] = await Promise.all(
      [PARAGRAPH, OTHER.repeat(20), PARAGRAPH].map((text) => embedder.embedPassage(text)),
    );
    expect(first).toEqual(alone);
    expect(again).toEqual(alone);
  });

  test('are the same to the bit in another process', async () => {
    const other = startEmbedder();
    try {
      expect(await other.ready()).toEqual(await embedder.ready());
      expect(await other.embedPassage(PARAGRAPH)).toEqual(await embedder.embedPassage(PARAGRAPH));
      expect(await other.embedQuestion('')).toEqual(await embedder.embedQuestion(''));
    } finally {
      await other.close();
    }
  });

  test('of a long text depend on its first 512 tokens alone, the last of which is the closing one', async () => {
    // "passage", ":" and the opening token take three places, the closing one the last: 508 are left.
    const atLimit = await embedder.embedPassage(words(508));
    expect(await embedder.embedPassage(words(509))).toEqual(atLimit);
    expect(await embedder.embedPassage(words(600))).toEqual(atLimit);
    expect(await embedder.embedPassage(words(507))).not.toEqual(atLimit);
  });
});

describe('the queue before the process', () => {
  test('lets a question pass all passages that wait', async () => {
    const order: string[] = [];
    const note = (name: string) => (): void => void order.push(name);
    await Promise.all([
      ...['p1', 'p2', 'p3', 'p4'].map((name) => embedder.embedPassage(name).then(note(name))),
      embedder.embedQuestion('q1').then(note('q1')),
      embedder.embedQuestion('q2').then(note('q2')),
    ]);
    // The first passage is under way by the time the questions come.
    expect(order).toEqual(['p1', 'q1', 'q2', 'p2', 'p3', 'p4']);
  });

  test('goes on after the process was killed, and nobody notices', async () => {
    const log = silentLog();
    const other = startEmbedder({ log });
    try {
      const info = await other.ready();
      const before = childrenOf(process.pid, CHILD_PATH);
      const work = Promise.all(Array.from({ length: 12 }, (_, at) => other.embedPassage(`text ${at}`)));
      const [mine] = childrenOf(process.pid, CHILD_PATH).toSorted((a, b) => b - a);
      process.kill(mine ?? 0, 'SIGKILL');
      expect(await work).toHaveLength(12);
      expect(await other.ready()).toEqual(info);
      expect(await other.embedPassage('text 3')).toEqual((await work)[3]);
      expect(childrenOf(process.pid, CHILD_PATH)).toHaveLength(before.length);
      expect(log.lines.map(({ message }) => message)).toEqual([
        'The embedding process is gone and will be started again',
      ]);
    } finally {
      await other.close();
    }
  });

  test('is emptied by closing: what waits is rejected, and no process is left', async () => {
    const other = startEmbedder();
    await other.ready();
    const [mine = 0] = childrenOf(process.pid, CHILD_PATH).toSorted((a, b) => b - a);
    expect(isRunning(mine)).toBe(true);
    const work = Array.from({ length: 5 }, (_, at) => other.embedPassage(`text ${at}`));
    const outcomes = Promise.allSettled(work);
    await other.close();
    for (const outcome of await outcomes) {
      expect(outcome.status === 'rejected' && outcome.reason).toBeInstanceOf(EmbeddingError);
    }
    expect(isRunning(mine)).toBe(false);
    await expect(other.embedQuestion('Who?')).rejects.toThrow('The embedder is closed');
    await other.close();
  });

  test('can be closed before the model is loaded', async () => {
    const other = startEmbedder();
    const ready = other.ready().catch((error: unknown) => error);
    await other.close();
    expect(await ready).toBeInstanceOf(EmbeddingError);
  });
});

test('the process says nothing beside its replies', async () => {
  const log = silentLog();
  const other = startEmbedder({ log });
  await other.ready();
  await other.embedPassage('word '.repeat(3000));
  await other.close();
  expect(log.lines).toEqual([]);
});

test('the process does not inherit the flags of this one', async () => {
  const other = startEmbedder();
  await other.ready();
  const [mine = 0] = childrenOf(process.pid, CHILD_PATH).toSorted((a, b) => b - a);
  const command = readFileSync(`/proc/${mine}/cmdline`, 'utf8').split('\0').filter(Boolean);
  await other.close();
  expect(command).toEqual([process.execPath, '--optimize-for-size', CHILD_PATH]);
});
