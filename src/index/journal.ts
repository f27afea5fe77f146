/**
 * Vectors of a run that is not committed yet, so that a killed run goes on where it was. Records are only appended; a torn
 * one at the end, and all behind a damaged one, are ignored. Vectors of another model are never taken over.
 *
 *     one line of JSON {fingerprint, dimensions}, then records: hash (16 bytes) | vector | checksum (4 bytes)
 */
import { createHash } from 'node:crypto';
import { open, readFile, rm, truncate, type FileHandle } from 'node:fs/promises';
import type { ModelInfo } from '../embedding/embedder.js';
import { createSlices } from './slices.js';

const HASH_BYTES = 16;
const CHECKSUM_BYTES = 4;
/** Synchronised with the disk after so many records, some seconds of embedding; a killed process alone loses none. */
const SYNC_EVERY = 256;

export class Journal {
  readonly #handle: FileHandle;
  readonly #vectors: Map<string, Float32Array>;
  #unsynced = 0;
  /** Records go in one after the other, also when they are added at once. */
  #last: Promise<void> = Promise.resolve();

  private constructor(handle: FileHandle, vectors: Map<string, Float32Array>) {
    this.#handle = handle;
    this.#vectors = vectors;
  }

  /** Opens the journal of an earlier run made by the same model, else an empty one. */
  static async open(
    file: string,
    { fingerprint, dimensions }: ModelInfo,
    discard: boolean,
  ): Promise<Journal> {
    const head = Buffer.from(`${JSON.stringify({ fingerprint, dimensions })}\n`);
    const found = discard ? undefined : await readRecords(file, head, dimensions);
    if (found === undefined) {
      return new Journal(await create(file, head), new Map());
    }
    await truncate(file, found.length);
    return new Journal(await open(file, 'a'), found.vectors);
  }

  /** @param hash - 32 hexadecimal digits. */
  get(hash: string): Float32Array | undefined {
    return this.#vectors.get(hash);
  }

  /** Resolves when the vector is in the file. */
  add(hash: string, vector: Float32Array): Promise<void> {
    this.#vectors.set(hash, vector);
    this.#last = this.#append(this.#last, toRecord(hash, vector));
    return this.#last;
  }

  async #append(before: Promise<void>, record: Buffer): Promise<void> {
    await before;
    await this.#handle.writeFile(record);
    if (++this.#unsynced < SYNC_EVERY) return;
    this.#unsynced = 0;
    await this.#handle.datasync();
  }

  async close(): Promise<void> {
    try {
      await this.#last;
    } finally {
      await this.#handle.close();
    }
  }

  static async remove(file: string): Promise<void> {
    await rm(file, { force: true });
  }
}

function toRecord(hash: string, vector: Float32Array): Buffer {
  const content = Buffer.concat([
    Buffer.from(hash, 'hex'),
    Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength),
  ]);
  return Buffer.concat([content, checksum(content)]);
}

async function create(file: string, head: Buffer): Promise<FileHandle> {
  const handle = await open(file, 'w');
  try {
    await handle.writeFile(head);
  } catch (error) {
    await handle.close();
    throw error;
  }
  return handle;
}

/** Undefined when there is no journal, or none that this model can use. */
async function readRecords(file: string, head: Buffer, dimensions: number) {
  const content = await readIfThere(file);
  if (content === undefined || !content.subarray(0, head.length).equals(head)) return undefined;
  const pause = createSlices();
  const vectors = new Map<string, Float32Array>();
  const recordBytes = HASH_BYTES + dimensions * Float32Array.BYTES_PER_ELEMENT + CHECKSUM_BYTES;
  let length = head.length;
  for (; length + recordBytes <= content.length; length += recordBytes) {
    const record = content.subarray(length, length + recordBytes - CHECKSUM_BYTES);
    const expected = content.subarray(length + record.length, length + recordBytes);
    if (!checksum(record).equals(expected)) break;
    const vector = new Float32Array(Uint8Array.from(record.subarray(HASH_BYTES)).buffer);
    vectors.set(record.toString('hex', 0, HASH_BYTES), vector);
    await pause();
  }
  return { vectors, length };
}

async function readIfThere(file: string): Promise<Buffer | undefined> {
  try {
    return await readFile(file);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

function checksum(content: Uint8Array): Buffer {
  return createHash('sha256').update(content).digest().subarray(0, CHECKSUM_BYTES);
}
