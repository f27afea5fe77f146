/** The contract of Vectra's FileStorage, in a real folder, and what becomes of a file when the disk fails half-way. */
import { open, readdir, readFile, rename, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { AtomicStorage, type DiskOperations } from '../../src/index/atomic-storage.js';
import { temporaryFolder } from '../support/temporary-folder.js';

describe('a file storage', () => {
  const storage = new AtomicStorage();

  test('writes, replaces, reads and deletes files', async () => {
    const file = path.join(await temporaryFolder(), 'a.bin');
    await storage.upsertFile(file, 'old');
    await storage.upsertFile(file, Buffer.from([1, 2, 3]));
    expect(await storage.readFile(file)).toEqual(Buffer.from([1, 2, 3]));
    expect(await storage.pathExists(file)).toBe(true);
    await storage.deleteFile(file);
    expect(await storage.pathExists(file)).toBe(false);
    await storage.deleteFile(file); // twice does no harm
    await expect(storage.readFile(file)).rejects.toThrow('ENOENT');
  });

  test('creates a file only where there is none', async () => {
    const file = path.join(await temporaryFolder(), 'a.bin');
    await storage.createFile(file, 'first');
    await expect(storage.createFile(file, 'second')).rejects.toThrow('is there already');
    expect(String(await storage.readFile(file))).toBe('first');
  });

  test('makes, lists and removes folders', async () => {
    const folder = await temporaryFolder();
    await storage.createFolder(path.join(folder, 'sub', 'sub'));
    await storage.upsertFile(path.join(folder, 'a.bin'), '');
    const names = async (filter?: 'files' | 'folders') =>
      (await storage.listFiles(folder, filter)).map(({ name }) => name).toSorted();
    expect(await names()).toEqual(['a.bin', 'sub']);
    expect(await names('files')).toEqual(['a.bin']);
    expect(await names('folders')).toEqual(['sub']);
    expect(await storage.getDetails(path.join(folder, 'sub'))).toMatchObject({ name: 'sub', isFolder: true });
    await storage.deleteFolder(path.join(folder, 'sub'));
    expect(await names()).toEqual(['a.bin']);
  });

  test('reads a file to where its parts are to stay', async () => {
    const file = path.join(await temporaryFolder(), 'a.bin');
    await storage.upsertFile(file, 'one and two');
    expect(String((await storage.readInto(file))[0])).toBe('one and two');
    const memory = Buffer.alloc(16, '.');
    const pieces = await storage.readInto(file, (bytes) => [
      memory.subarray(0, 3),
      memory.subarray(8, bytes + 5),
    ]);
    expect(pieces.map(String)).toEqual(['one', ' and two']);
    expect(String(memory)).toBe('one..... and two');
  });

  test('gives what there is of a file when more was expected', async () => {
    const file = path.join(await temporaryFolder(), 'a.bin');
    await storage.upsertFile(file, 'short');
    // As if the file had been cut off after its size was asked for.
    const pieces = await storage.readInto(file, (bytes) => [Buffer.alloc(3), Buffer.alloc(bytes)]);
    expect(Buffer.concat(pieces).subarray(0, 5).toString()).toBe('short');
  });

  test('does not take an unreadable place for an empty one', async () => {
    const folder = await temporaryFolder();
    await storage.upsertFile(path.join(folder, 'a.bin'), '');
    await expect(storage.pathExists(path.join(folder, 'a.bin', 'b'))).rejects.toThrow('ENOTDIR');
  });
});

describe('a write that fails', () => {
  const failure = Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
  const fail = (): Promise<never> => Promise.reject(failure);

  /** Opens files for writing whose one method fails, after half of the content was written. */
  const opening = (method: 'writeFile' | 'sync' | 'close'): DiskOperations => ({
    rename,
    open: async (file, flags, mode) => {
      const handle = await open(file, flags, mode);
      return flags === 'w' ? failing(handle, method) : handle;
    },
  });

  const failing = (handle: FileHandle, method: 'writeFile' | 'sync' | 'close'): FileHandle =>
    new Proxy(handle, {
      get: (target, name) => {
        if (name === method) {
          return async () => {
            if (method === 'writeFile') await target.write('ha');
            if (method === 'close') await target.close();
            return fail();
          };
        }
        const member: unknown = Reflect.get(target, name);
        return typeof member === 'function' ? member.bind(target) : member;
      },
    });

  test.each<[string, DiskOperations]>([
    ['open', { rename, open: fail }],
    ['write', opening('writeFile')],
    ['sync', opening('sync')],
    ['close', opening('close')],
    ['rename', { open, rename: fail }],
  ])('at %s leaves the old file whole and nothing beside it', async (_, disk) => {
    const folder = await temporaryFolder();
    const file = path.join(folder, 'a.bin');
    await new AtomicStorage().upsertFile(file, 'the old content');
    await expect(new AtomicStorage(disk).upsertFile(file, 'the new content')).rejects.toBe(failure);
    expect(await readFile(file, 'utf8')).toBe('the old content');
    expect(await readdir(folder)).toEqual(['a.bin']);
  });

  test('where there was no file leaves none', async () => {
    const folder = await temporaryFolder();
    const storage = new AtomicStorage(opening('writeFile'));
    await expect(storage.upsertFile(path.join(folder, 'a.bin'), 'content')).rejects.toBe(failure);
    expect(await readdir(folder)).toEqual([]);
  });
});

test('everything is synchronised before it gets its name, and the name behind it', async () => {
  const steps: string[] = [];
  const folder = await temporaryFolder();
  const storage = new AtomicStorage({
    open: async (file, flags, mode) => {
      const handle = await open(file, flags, mode);
      const name = path.relative(folder, String(file)) || 'folder';
      steps.push(`open ${name}`);
      const sync = handle.sync.bind(handle);
      handle.sync = () => {
        steps.push(`sync ${name}`);
        return sync();
      };
      return handle;
    },
    rename: (from, to) => {
      steps.push(`rename to ${path.basename(String(to))}`);
      return rename(from, to);
    },
  });
  await storage.upsertFile(path.join(folder, 'a'), 'content');
  expect(steps).toEqual(['open a.tmp', 'sync a.tmp', 'rename to a', 'open folder', 'sync folder']);
});
