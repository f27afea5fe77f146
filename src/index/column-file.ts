/**
 * Files of typed arrays: a header, the arrays, and a head of JSON. The header holds the length and a checksum, so that a cut
 * or changed file is recognised and never opened as empty.
 *
 *     bytes 0-3    magic            16-19  bytes of JSON                      64-  arrays (little-endian, each from a multiple
 *           4-7    format version   20-31  zero                                    of 8 on), then the JSON
 *           8-15   bytes (float)    32-63  SHA-256 of all other bytes
 */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { messageOf } from '../errors.js';

const FORMAT_VERSION = 2;
const CHECKSUM_AT = 32;
const HEADER_BYTES = 64;
const ALIGNMENT = 8;

/** SHA-256 of a file of columns, as its header has it, in hexadecimal: all other bytes are behind it. */
export function checksumIn(file: Buffer): string {
  return file.toString('hex', CHECKSUM_AT, HEADER_BYTES);
}

export type Column = Float32Array | Uint32Array | Uint16Array;

/** What a kind of file is called in messages, and the four characters it begins with. */
export interface FileKind {
  readonly name: string;
  readonly magic: string;
}

const headSchema = z.object({ lengths: z.array(z.int().nonnegative()), about: z.unknown() });

const padded = (bytes: number): number => Math.ceil(bytes / ALIGNMENT) * ALIGNMENT;

/** A file that is whole, but that another version of the program wrote. */
export class OtherFormatError extends Error {
  constructor(found: number, known: number) {
    super(`is of format ${found}; this program reads ${known}`);
  }
}

/** @param about - anything that JSON can hold. */
export function encodeColumns({ magic }: FileKind, columns: readonly Column[], about: unknown): Buffer {
  const head = Buffer.from(JSON.stringify({ lengths: columns.map(({ length }) => length), about }));
  const headAt = columns.reduce((sum, { byteLength }) => sum + padded(byteLength), HEADER_BYTES);
  const file = Buffer.alloc(headAt + head.length);
  file.write(magic, 'latin1');
  file.writeUInt32LE(FORMAT_VERSION, 4);
  file.writeDoubleLE(file.length, 8);
  file.writeUInt32LE(head.length, 16);
  let at = HEADER_BYTES;
  for (const { buffer, byteOffset, byteLength } of columns) {
    file.set(new Uint8Array(buffer, byteOffset, byteLength), at);
    at += padded(byteLength);
  }
  head.copy(file, headAt);
  checksumOf(file).copy(file, CHECKSUM_AT);
  return file;
}

/** Reads the arrays of a file one after the other, as views of it. @throws Error that says what is wrong with the file. */
export class ColumnReader {
  readonly about: unknown;
  /** As in the header, in hexadecimal. */
  readonly checksum: string;
  readonly #file: Uint8Array;
  readonly #lengths: readonly number[];
  #next = 0;
  #at = HEADER_BYTES;

  constructor(kind: FileKind, content: Buffer) {
    // Arrays need an aligned start, which a slice of Node's buffer pool may lack.
    const file =
      content.byteOffset % ALIGNMENT === 0 ? content : Buffer.from(Uint8Array.from(content).buffer);
    const head = readHead(kind, file);
    this.#file = file;
    this.#lengths = head.lengths;
    this.about = head.about;
    this.checksum = checksumIn(file);
  }

  floats(): Float32Array {
    return this.#take(4, (buffer, at, length) => new Float32Array(buffer, at, length));
  }

  words(): Uint32Array {
    return this.#take(4, (buffer, at, length) => new Uint32Array(buffer, at, length));
  }

  halfWords(): Uint16Array {
    return this.#take(2, (buffer, at, length) => new Uint16Array(buffer, at, length));
  }

  #take<Kind>(size: number, view: (buffer: ArrayBufferLike, at: number, length: number) => Kind): Kind {
    const length = this.#lengths[this.#next++] ?? 0;
    const at = this.#at;
    this.#at += padded(length * size);
    if (this.#at > this.#file.length) throw new Error(`has no room for its column ${this.#next}`);
    return view(this.#file.buffer, this.#file.byteOffset + at, length);
  }
}

/** Whether all numbers of a column are lower than a bound; a callback for each would take several times as long. */
export function areBelow(column: Column, bound: number): boolean {
  for (let at = 0; at < column.length; at++) {
    if ((column[at] ?? 0) >= bound) return false;
  }
  return true;
}

/** Whether no number of a column is lower than the one before it. */
export function areAscending(column: Column): boolean {
  for (let at = 1; at < column.length; at++) {
    if ((column[at] ?? 0) < (column[at - 1] ?? 0)) return false;
  }
  return true;
}

function readHead({ magic, name }: FileKind, file: Buffer): z.infer<typeof headSchema> {
  if (file.length < HEADER_BYTES) throw new Error(`is cut off after ${file.length} bytes`);
  if (file.toString('latin1', 0, 4) !== magic) throw new Error(`is not ${name}`);
  const format = file.readUInt32LE(4);
  if (format !== FORMAT_VERSION) throw new OtherFormatError(format, FORMAT_VERSION);
  const expected = file.readDoubleLE(8);
  if (file.length !== expected) throw new Error(`has ${file.length} bytes instead of ${expected}`);
  if (!checksumOf(file).equals(file.subarray(CHECKSUM_AT, HEADER_BYTES)))
    throw new Error('has a wrong checksum');
  try {
    return headSchema.parse(JSON.parse(file.toString('utf8', file.length - file.readUInt32LE(16))));
  } catch (cause) {
    throw new Error(`holds a head that cannot be read (${messageOf(cause)})`, { cause });
  }
}

function checksumOf(file: Buffer): Buffer {
  const hash = createHash('sha256').update(file.subarray(0, CHECKSUM_AT));
  return hash.update(file.subarray(HEADER_BYTES)).digest();
}
