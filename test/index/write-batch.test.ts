/** When the files of a batch count, and what happens when one of them fails. */
import { open, readdir, rename } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { AtomicStorage } from '../../src/index/atomic-storage.js';
import { WriteBatch } from '../../src/index/write-batch.js';
import { temporaryFolder } from '../support/temporary-folder.js';

/** A disk that tells what becomes safe with it, in order. */
async function watchedDisk() {
  const folder = await temporaryFolder();
  const synced: string[] = [];
  const storage = new AtomicStorage({
    rename,
    open: async (file, flags, mode) => {
      const handle = await open(file, flags, mode);
      const sync = handle.sync.bind(handle);
      handle.sync = async () => {
        await sync();
        synced.push(path.relative(folder, String(file)) || '.');
      };
      return handle;
    },
  });
  return { folder, synced, storage };
}

test('when it is finished, all files are safe, and behind them all folders, each once', async () => {
  const { folder, synced, storage } = await watchedDisk();
  const batch = new WriteBatch(storage);
  await batch.createFolder(path.join(folder, 'one'));
  await batch.createFolder(path.join(folder, 'one', 'deep'));
  for (const file of ['one/a', 'one/b', 'one/deep/c']) batch.write(path.join(folder, file), file);
  await batch.finish();
  expect(synced.slice(0, 3).toSorted()).toEqual(['one/a.tmp', 'one/b.tmp', 'one/deep/c.tmp']);
  expect(synced.slice(3).toSorted()).toEqual(['.', 'one', 'one/deep']);
  expect(String(await storage.readFile(path.join(folder, 'one', 'deep', 'c')))).toBe('one/deep/c');
});

test('a folder that was there is made empty', async () => {
  const { folder, storage } = await watchedDisk();
  await storage.createFolder(path.join(folder, 'one'));
  await storage.upsertFile(path.join(folder, 'one', 'old'), 'left behind');
  const batch = new WriteBatch(storage);
  await batch.createFolder(path.join(folder, 'one'));
  await batch.finish();
  expect(await readdir(path.join(folder, 'one'))).toEqual([]);
});

test('a file that cannot be written fails the batch, once none is being written any more', async () => {
  const folder = await temporaryFolder();
  let running = 0;
  const storage = new AtomicStorage({
    rename,
    open: async (file, flags, mode) => {
      if (String(file).endsWith('bad.tmp')) throw new Error('ENOSPC: no space left on device');
      const handle = await open(file, flags, mode);
      const sync = handle.sync.bind(handle);
      handle.sync = async () => {
        running++;
        await sync();
        running--;
      };
      return handle;
    },
  });
  const batch = new WriteBatch(storage);
  for (const file of ['bad', 'good', 'fine']) batch.write(path.join(folder, file), 'content');
  await expect(batch.finish()).rejects.toThrow('ENOSPC');
  expect(running).toBe(0);
  expect((await readdir(folder)).toSorted()).toEqual(['fine', 'good']);
  await batch.abandon();
});
