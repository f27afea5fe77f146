/**
 * Files of typed arrays: a header, the arrays, and a head of JSON. The header holds the length and a checksum, so that a cut
 * or changed file is recognised and never opened as empty.
 *
 *     bytes 0-3    magic            16-19  bytes of JSON                      24-  arrays (little-endian, each from a multiple
 *           4-7    format version   20-23  CRC-32 of all other bytes               of 8 on), then the JSON
 *           8-15   bytes (float)
 *
 * CRC-32 sees any two changed bits of a file and any damage of up to four bytes in a row for certain, and misses one other in
 * four thousand million. SHA-256 takes three times as long: of a large index, a quarter of the time that loading takes.
 */
import { crc32 } from 'node:zlib';
import { z } from 'zod';
import { messageOf } from '../errors.js';

const FORMAT_VERSION = 3;
const CHECKSUM_AT = 20;
/** How many bytes of a file its header takes. */
export const HEADER_BYTES = 24;
/** Columns begin at multiples of this in the file. */
const ALIGNMENT = 8;
/** The largest element of a column: views of memory must begin at a multiple of it. */
const WORD = 4;

/** The checksum of a file of columns, as its header has it: eight hexadecimal digits. */
export function checksumIn(file: Buffer): string {
  return file.toString('hex', CHECKSUM_AT, HEADER_BYTES);
}

export type Column = Float32Array | Uint32Array | Uint16Array | Uint8Array;

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
  file.write(checksumOf([file]), CHECKSUM_AT, 'hex');
  return file;
}

/** Reads the arrays of a file one after the other, as views of it. @throws Error that says what is wrong with the file. */
export class ColumnReader {
  readonly about: unknown;
  readonly #pieces: readonly Buffer[];
  readonly #lengths: readonly number[];
  #next = 0;
  #at = HEADER_BYTES;

  /**
   * @param content - the file, whole or in pieces: the first with all of the header, the last with all of the JSON, and no
   *   column in two of them.
   * @param checksum - that of the file that is meant: a whole one may stand in the place of another.
   */
  constructor(kind: FileKind, content: Buffer | readonly Buffer[], checksum?: string) {
    const pieces = content instanceof Uint8Array ? [aligned(content)] : content;
    const head = readHead(kind, pieces, checksum);
    this.#pieces = pieces;
    this.#lengths = head.lengths;
    this.about = head.about;
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

  bytes(): Buffer {
    return this.#take(1, (buffer, at, length) => Buffer.from(buffer, at, length));
  }

  #take<Kind>(size: number, view: (buffer: ArrayBufferLike, at: number, length: number) => Kind): Kind {
    const length = this.#lengths[this.#next++] ?? 0;
    let at = this.#at;
    this.#at += padded(length * size);
    for (const piece of this.#pieces) {
      if (at + length * size <= piece.length) return view(piece.buffer, piece.byteOffset + at, length);
      at -= piece.length;
      if (at < 0) break;
    }
    throw new Error(`has no room for its column ${this.#next}`);
  }
}

/** Views need an aligned start, which a slice of Node's buffer pool may lack. */
function aligned(content: Buffer): Buffer {
  return content.byteOffset % WORD === 0 ? content : Buffer.from(Uint8Array.from(content).buffer);
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

function readHead(
  { magic, name }: FileKind,
  pieces: readonly Buffer[],
  checksum?: string,
): z.infer<typeof headSchema> {
  const length = pieces.reduce((sum, piece) => sum + piece.length, 0);
  const [header, rest] = [pieces[0], pieces.at(-1)];
  if (header === undefined || rest === undefined || header.length < HEADER_BYTES)
    throw new Error(`is cut off after ${length} bytes`);
  if (header.toString('latin1', 0, 4) !== magic) throw new Error(`is not ${name}`);
  const format = header.readUInt32LE(4);
  if (format !== FORMAT_VERSION) throw new OtherFormatError(format, FORMAT_VERSION);
  const expected = header.readDoubleLE(8);
  if (length !== expected) throw new Error(`has ${length} bytes instead of ${expected}`);
  const own = checksumOf(pieces);
  if (own !== checksumIn(header) || own !== (checksum ?? own)) throw new Error('has a wrong checksum');
  try {
    return headSchema.parse(JSON.parse(rest.toString('utf8', rest.length - header.readUInt32LE(16))));
  } catch (cause) {
    throw new Error(`holds a head that cannot be read (${messageOf(cause)})`, { cause });
  }
}

/** @returns eight hexadecimal digits. */
function checksumOf([header = Buffer.alloc(0), ...others]: readonly Buffer[]): string {
  const parts = [header.subarray(0, CHECKSUM_AT), header.subarray(HEADER_BYTES), ...others];
  const sum = parts.reduce((before, part) => crc32(part, before), 0);
  return sum.toString(16).padStart(8, '0');
}
