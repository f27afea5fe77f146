/**
 * Files of a generation that nothing refers to yet. They count together or not at all, so they are written side by side, and
 * each folder is synchronised once, at the end: the disk is waited for twice, not twice a file.
 */
import path from 'node:path';
import type { AtomicStorage } from './atomic-storage.js';

export class WriteBatch {
  readonly #storage: AtomicStorage;
  readonly #folders = new Set<string>();
  #writes: Promise<void>[] = [];

  constructor(storage: AtomicStorage) {
    this.#storage = storage;
  }

  /** Makes a folder that is empty. */
  async createFolder(folder: string): Promise<void> {
    await this.#storage.deleteFolder(folder);
    await this.#storage.makeFolder(folder);
    this.#folders.add(path.dirname(folder));
  }

  /** Begins to write a file; `written` tells how that went. */
  write(file: string, content: Buffer | string): void {
    this.#folders.add(path.dirname(file));
    const write = this.#storage.replaceFile(file, content);
    write.catch(() => undefined); // told by `written`
    this.#writes.push(write);
  }

  /** Resolves when all that was begun is in files. When one fails, none is still being written: somebody may want to clear up. */
  async written(): Promise<void> {
    const writes = this.#writes;
    this.#writes = [];
    await allOf(writes);
  }

  /** Resolves when all of it is safe with the disk. */
  async finish(): Promise<void> {
    await this.written();
    await allOf([...this.#folders].map((folder) => this.#storage.syncFolder(folder)));
  }

  /** Waits for what is still being written when the rest was given up. */
  async abandon(): Promise<void> {
    await Promise.allSettled(this.#writes);
  }
}

/** Waits for all, also when one has failed. @throws what the first of them threw. */
async function allOf(promises: readonly Promise<void>[]): Promise<void> {
  const ends = await Promise.allSettled(promises);
  const failed = ends.find((end) => end.status === 'rejected');
  if (failed !== undefined) throw failed.reason;
}
