/** Who owns an index folder: with real processes. */
import { fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { IndexLockedError } from '../../src/errors.js';
import { takeLock } from '../../src/index/lock.js';
import { endOf } from '../support/processes.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const INDEXING = fileURLToPath(new URL('../support/indexing-process.mjs', import.meta.url));

const ownerSchema = z.object({ pid: z.number(), boot: z.string(), started: z.string(), id: z.string() });

async function ownerOf(folder: string): Promise<z.infer<typeof ownerSchema>> {
  return ownerSchema.parse(JSON.parse(await readFile(path.join(folder, 'lock'), 'utf8')));
}

const writeOwner = (folder: string, owner: unknown) =>
  writeFile(path.join(folder, 'lock'), typeof owner === 'string' ? owner : JSON.stringify(owner));

/** Another process that owns the folder, or would like to. */
async function startOwner(folder: string) {
  const child = fork(INDEXING, [folder, folder, '0', '0']);
  onTestFinished(() => void child.kill('SIGKILL'));
  const [message] = await once(child, 'message');
  return { child, message: message as unknown };
}

describe('a folder that is owned', () => {
  test('is refused to another process, in words', async () => {
    const folder = await temporaryFolder();
    const lock = await takeLock(folder);
    const { message } = await startOwner(folder);
    expect(message).toMatchObject({ kind: 'refused', name: 'IndexLockedError' });
    expect(JSON.stringify(message)).toContain(`(number ${process.pid}) is using the index in ${folder}`);
    await lock.assertHeld();
  });

  test('by another process is refused here, and given when that process has ended', async () => {
    const folder = await temporaryFolder();
    const { child } = await startOwner(folder);
    await expect(takeLock(folder)).rejects.toThrow(`number ${child.pid}`);
    child.kill('SIGKILL');
    await once(child, 'exit');
    const lock = await takeLock(folder);
    expect((await ownerOf(folder)).pid).toBe(process.pid);
    await lock.release();
    expect(await readdir(folder)).toEqual([]);
  });

  test('is refused to a second index in this process', async () => {
    const folder = await temporaryFolder();
    await takeLock(folder);
    await expect(takeLock(folder)).rejects.toBeInstanceOf(IndexLockedError);
  });

  test('goes to one of many that want it at once', async () => {
    const folder = await temporaryFolder();
    await writeOwner(folder, 'rubbish');
    const outcomes = await Promise.allSettled(Array.from({ length: 20 }, () => takeLock(folder)));
    const locks = outcomes.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    const held = await Promise.allSettled(locks.map((lock) => lock.assertHeld()));
    expect(held.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await readdir(folder)).toEqual(['lock']);
  });
});

describe('a lock that nobody holds is taken over', () => {
  test.each(['', '{', 'null', '{"pid":"1"}', '{"pid":-5,"boot":null,"started":null,"id":"x"}', '\0\0'])(
    'when it holds %j',
    async (content) => {
      const folder = await temporaryFolder();
      await writeOwner(folder, content);
      await (await takeLock(folder)).assertHeld();
      expect((await ownerOf(folder)).pid).toBe(process.pid);
    },
  );

  test('when its number belongs to a younger process by now', async () => {
    const folder = await temporaryFolder();
    const lock = await takeLock(folder);
    const owner = await ownerOf(folder);
    await writeOwner(folder, { ...owner, started: `${Number(owner.started) - 1}`, id: 'earlier' });
    await takeLock(folder);
    await expect(lock.assertHeld()).rejects.toBeInstanceOf(IndexLockedError);
  });

  test('when the machine was started again since', async () => {
    const folder = await temporaryFolder();
    await takeLock(folder);
    await writeOwner(folder, { ...(await ownerOf(folder)), boot: 'an earlier start', id: 'earlier' });
    await expect(takeLock(folder)).resolves.toBeDefined();
  });

  test('when its process has ended and was not yet asked how', async () => {
    const folder = await temporaryFolder();
    const { pid, started } = await startZombie();
    const boot = (await readFile('/proc/sys/kernel/random/boot_id', 'utf8')).trim();
    await writeOwner(folder, { pid, boot, started, id: 'ended' });
    await expect(takeLock(folder)).resolves.toBeDefined();
  });
});

/** The shell starts a process, becomes one that never asks what became of it, and only then the process is let end. */
async function startZombie(): Promise<{ readonly pid: number; readonly started: string | undefined }> {
  const shell = spawn('/bin/sh', ['-c', 'cat <&3 & echo $!; exec tail -f /dev/null'], {
    stdio: ['ignore', 'pipe', 'ignore', 'pipe'],
  });
  onTestFinished(() => void shell.kill('SIGKILL'));
  const [, stdout, , input] = shell.stdio;
  if (stdout === null || !(input instanceof Writable)) throw new Error('no pipes');
  const [output] = await once(stdout, 'data');
  const pid = Number(String(output));
  await expect.poll(() => readFile(`/proc/${shell.pid}/comm`, 'utf8')).toBe('tail\n');
  input.end();
  await endOf(pid);
  const status = await readFile(`/proc/${pid}/stat`, 'utf8');
  return { pid, started: status.slice(status.lastIndexOf(')') + 2).split(' ')[19] };
}

test('a lock that was lost is noticed, and releasing it leaves the new one alone', async () => {
  const folder = await temporaryFolder();
  const lock = await takeLock(folder);
  const other = { ...(await ownerOf(folder)), id: 'other' };
  await writeOwner(folder, other);
  await expect(lock.assertHeld()).rejects.toThrow('Another process');
  await lock.release();
  expect(await ownerOf(folder)).toEqual(other);
});

test('a folder that was removed by hand is made and owned again', async () => {
  const folder = path.join(await temporaryFolder(), 'index');
  await mkdir(folder);
  const lock = await takeLock(folder);
  const owner = await ownerOf(folder);
  await rm(folder, { recursive: true });
  await lock.assertHeld();
  expect(await ownerOf(folder)).toEqual(owner);
  await expect(takeLock(folder)).rejects.toBeInstanceOf(IndexLockedError);
});
