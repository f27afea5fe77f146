/** The second process: when it comes, what it does, when it goes, and what becomes of it when it fails. */
import { describe, expect, test, vi } from 'vitest';
import type { Embedder } from '../../src/embedding/embedder.js';
import { outcomeOf, scriptedProcesses, startScripted } from './scripted.js';

const HELPED = { helperAfter: 5, hasRoom: () => true };
const IN_FLIGHT = 8;

/** Embeds as a run of the index does, some at a time, until enough is said; each answer is the process that gave it. */
async function workUntil(embedder: Embedder, isEnough: (answers: readonly number[]) => boolean) {
  const answers: number[] = [];
  const work = async (): Promise<void> => {
    while (!isEnough(answers)) {
      const [pid = 0] = await embedder.embedPassage('who');
      answers.push(pid);
    }
  };
  await Promise.all(Array.from({ length: IN_FLIGHT }, work));
  return answers;
}

const isOfTwo = (answers: readonly number[]) => new Set(answers).size > 1;

describe('a second process', () => {
  test('comes when much waits, and goes when nothing is left', async () => {
    const { embedder, log } = await startScripted(HELPED);
    const answers = await workUntil(embedder, isOfTwo);
    expect(new Set(scriptedProcesses())).toEqual(new Set(answers));
    await vi.waitUntil(() => scriptedProcesses().length === 1, { timeout: 10_000 });
    expect(scriptedProcesses()).toEqual(answers.slice(0, 1));
    expect(log.lines).toEqual([]);
  });

  test('comes again with the next run', async () => {
    const { embedder } = await startScripted(HELPED);
    const [first, second] = new Set(await workUntil(embedder, isOfTwo));
    await vi.waitUntil(() => scriptedProcesses().length === 1, { timeout: 10_000 });
    const again = new Set(await workUntil(embedder, isOfTwo));
    expect(again).toContain(first);
    expect(again).not.toContain(second);
  });

  test('answers a question while the first one is at a text', async () => {
    // It stays, however long this machine takes to send the next text.
    const { embedder } = await startScripted({ ...HELPED, helperIdleMs: 600_000 });
    const [first, second] = new Set(await workUntil(embedder, isOfTwo));
    const order: string[] = [];
    const hanging = embedder.embedPassage('hang once').finally(() => order.push('the text'));
    const [pid] = await embedder.embedQuestion('who').finally(() => order.push('the question'));
    expect(pid).toBe(second);
    process.kill(first ?? 0, 'SIGKILL');
    await hanging;
    expect(order).toEqual(['the question', 'the text']);
  });

  test('does not come where there is no room for it', async () => {
    const hasRoom = vi.fn(() => false);
    const { embedder } = await startScripted({ helperAfter: 5, hasRoom });
    const answers = await workUntil(embedder, ({ length }) => length >= 60);
    expect(new Set(answers).size).toBe(1);
    expect(hasRoom).toHaveBeenCalled();
  });

  test('is not thought of while texts come one at a time', async () => {
    const hasRoom = vi.fn(() => true);
    const { embedder } = await startScripted({ helperAfter: 5, hasRoom });
    for (let text = 0; text < 40; text++) await embedder.embedPassage('who');
    for (let question = 0; question < 40; question++) await embedder.embedQuestion('who');
    expect(hasRoom).not.toHaveBeenCalled();
  });

  test('is ended by closing, in the middle of the work', async () => {
    const { embedder } = await startScripted(HELPED);
    await workUntil(embedder, isOfTwo);
    const hanging = Array.from({ length: 2 }, () => outcomeOf(embedder.embedPassage('hang')));
    await embedder.close();
    expect(await Promise.all(hanging)).toEqual([expect.any(Error), expect.any(Error)]);
    expect(scriptedProcesses()).toEqual([]);
  });
});

describe('a second process that fails', () => {
  test('on a text leaves it to the first one, and is started again', async () => {
    const { embedder, log } = await startScripted(HELPED);
    await workUntil(embedder, isOfTwo);
    const dying = Array.from({ length: 2 }, () => outcomeOf(embedder.embedPassage('die')));
    expect((await Promise.all(dying)).map(String)).toEqual(
      Array.from({ length: 2 }, () => expect.stringContaining('failed 2 times on one text')),
    );
    await workUntil(embedder, isOfTwo);
    expect(new Set(log.lines.map(({ message }) => message))).toEqual(
      new Set(['The embedding process is gone and will be started again']),
    );
  });

  test('to start is done without', async () => {
    const { embedder, log } = await startScripted({ ...HELPED, model: 'starts-once' });
    const isToldOf = () => log.lines.some(({ message }) => message.startsWith('A second embedding process'));
    const answers = await workUntil(embedder, isToldOf);
    expect(new Set(answers).size).toBe(1);
    expect(scriptedProcesses()).toEqual(answers.slice(0, 1));
    const more = await workUntil(embedder, ({ length }) => length >= 60);
    expect(new Set(more)).toEqual(new Set(answers));
  });

  test('to load the same model is done without: its vectors would be others', async () => {
    const { embedder, log } = await startScripted({ ...HELPED, model: 'changes' });
    const isToldOf = () => log.lines.some(({ fields }) => fields['reason'] === 'it has loaded another model');
    const answers = await workUntil(embedder, isToldOf);
    expect(new Set(answers).size).toBe(1);
    expect(new Set(await workUntil(embedder, ({ length }) => length >= 60))).toEqual(new Set(answers));
  });
});
