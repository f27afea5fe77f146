/** The child alone, without the parent that usually looks after it. */
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { CHILD_PATH, MODEL, MODELS_DIRECTORY } from '../support/embedder.js';
import { childrenOf, endOf, isRunning } from '../support/processes.js';

const PARENT = fileURLToPath(new URL('../support/embedding-parent.mjs', import.meta.url));

function startChildAlone(): { readonly child: ChildProcess; readonly output: string[] } {
  const child = fork(CHILD_PATH, { serialization: 'advanced', stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  const output: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => output.push(text));
  }
  return { child, output };
}

test('ends when its parent is killed in the middle of the work', async () => {
  const parent = fork(PARENT, [MODELS_DIRECTORY]);
  onTestFinished(() => void parent.kill('SIGKILL'));
  await once(parent, 'message');
  const [child = 0] = childrenOf(parent.pid ?? 0, CHILD_PATH);
  expect(isRunning(child)).toBe(true);
  parent.kill('SIGKILL');
  await endOf(child);
});

test('leaves the end to its parent when a signal reaches the whole group', async () => {
  const { child, output } = startChildAlone();
  child.send({ kind: 'setup', model: MODEL, modelsDirectory: MODELS_DIRECTORY });
  await once(child, 'message');
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) child.kill(signal);
  child.send({ kind: 'embed', id: 1, role: 'query', text: 'Who arrived?' });
  expect(await once(child, 'message')).toMatchObject([{ kind: 'vector', id: 1 }, undefined]);
  child.send({ kind: 'end' });
  expect(await once(child, 'exit')).toEqual([0, null]);
  expect(output).toEqual([]);
});

test('refuses work before there is a model', async () => {
  const { child } = startChildAlone();
  child.send({ kind: 'embed', id: 1, role: 'query', text: 'Who arrived?' });
  expect(await once(child, 'message')).toMatchObject([{ kind: 'failed', id: 1 }, undefined]);
});

test('ends on a message that it does not understand, and says so', async () => {
  const { child, output } = startChildAlone();
  child.send({ kind: 'sing' });
  const [status] = await once(child, 'close');
  expect(status).toBe(1);
  expect(output.join('')).toContain('ZodError');
});
