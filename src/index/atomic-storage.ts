/**
 * Files that are either there as a whole or not at all: written under a temporary name, synchronised, renamed, and the
 * folder synchronised, so that neither a killed process nor a lost power supply leaves half a file. Vectra's own storage
 * truncates in place, and loses the index when it is killed meanwhile.
 */
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { FileDetails, FileStorage, ListFilesFilter } from 'vectra/browser';

/** Name ending of files that were not finished; they are removed when the index is opened. */
export const TEMPORARY_ENDING = '.tmp';

/** The operations that may fail half-way, replaceable so that tests can let them. */
export const diskOperations = {
  open,
  rename,
  makeFolder: async (folder: string): Promise<void> => void (await mkdir(folder, { recursive: true })),
};
export type DiskOperations = Partial<typeof diskOperations>;

export class AtomicStorage implements FileStorage {
  readonly #disk: typeof diskOperations;

  /** @param disk - operations that replace those of the disk. */
  constructor(disk: DiskOperations = {}) {
    this.#disk = { ...diskOperations, ...disk };
  }

  async upsertFile(file: string, content: Buffer | string): Promise<void> {
    await this.replaceFile(file, content);
    await this.syncFolder(path.dirname(file));
  }

  /** As `upsertFile`; but the name is only safe once the folder is synchronised. */
  async replaceFile(file: string, content: Buffer | string): Promise<void> {
    const draft = file + TEMPORARY_ENDING;
    try {
      await this.#writeDraft(draft, content);
      await this.#disk.rename(draft, file);
    } catch (error) {
      await rm(draft, { force: true }); // on a full disk, half a file is in everybody's way
      throw error;
    }
  }

  async createFile(file: string, content: Buffer | string): Promise<void> {
    if (await this.pathExists(file)) throw new Error(`${file} is there already`);
    await this.upsertFile(file, content);
  }

  async createFolder(folder: string): Promise<void> {
    await this.makeFolder(folder);
    await this.syncFolder(path.dirname(folder));
  }

  /** As `createFolder`; but the name is only safe once the folder around it is synchronised. */
  makeFolder(folder: string): Promise<void> {
    return this.#disk.makeFolder(folder);
  }

  async deleteFile(file: string): Promise<void> {
    await rm(file, { force: true });
  }

  async deleteFolder(folder: string): Promise<void> {
    await rm(folder, { recursive: true, force: true });
  }

  async getDetails(location: string): Promise<FileDetails> {
    const found = await stat(location);
    return { name: path.basename(location), path: location, isFolder: found.isDirectory() };
  }

  async listFiles(folder: string, filter: ListFilesFilter = 'all'): Promise<FileDetails[]> {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries
      .map((entry) => ({
        name: entry.name,
        path: path.join(folder, entry.name),
        isFolder: entry.isDirectory(),
      }))
      .filter(({ isFolder }) => filter === 'all' || isFolder === (filter === 'folders'));
  }

  async pathExists(location: string): Promise<boolean> {
    try {
      await stat(location);
      return true;
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false;
      throw error;
    }
  }

  readFile(file: string): Promise<Buffer> {
    return readFile(file);
  }

  /** Reads a file in one go, to where its parts are to stay. @param take - gives the memory for as many bytes; by default new memory. */
  async readInto(
    file: string,
    take: (bytes: number) => Buffer[] = (bytes) => [Buffer.allocUnsafeSlow(bytes)],
  ): Promise<Buffer[]> {
    const handle = await open(file, 'r');
    try {
      const { size } = await handle.stat();
      const pieces = take(size);
      let length = 0;
      for (let more = 1; length < size && more > 0; length += more)
        more = (await handle.readv(cutPieces(pieces, length, size), length)).bytesRead;
      return length === size ? pieces : cutPieces(pieces, 0, length);
    } finally {
      await handle.close();
    }
  }

  async #writeDraft(draft: string, content: Buffer | string): Promise<void> {
    const handle = await this.#disk.open(draft, 'w');
    try {
      await handle.writeFile(content);
      await handle.sync();
    } finally {
      await handle.close();
    }
  }

  /** A new name is only safe once its folder is. Windows cannot open folders, and needs no such step. */
  async syncFolder(folder: string): Promise<void> {
    if (process.platform === 'win32') return;
    const handle = await this.#disk.open(folder, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  }
}

/** What lies from byte `start` up to and without `end` of pieces that stand one behind the other. */
function cutPieces(pieces: readonly Buffer[], start: number, end: number): Buffer[] {
  let at = 0;
  return pieces.map((piece) => {
    const [from, to] = [Math.max(0, start - at), Math.max(0, end - at)];
    at += piece.length;
    return piece.subarray(from, to);
  });
}
