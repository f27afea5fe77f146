/**
 * How a Vectra index is stored here: a header, all vectors as one block of 32-bit floats, then ids and metadata as JSON.
 * The header holds lengths and a checksum, so that a cut or changed file is recognised and never opened as empty.
 *
 *     bytes 0-3   "BYLP"          12-15  dimensions           20-51  SHA-256 of all other bytes
 *           4-7   format version  16-19  bytes of JSON        52-    vectors (little-endian), then the JSON
 *           8-11  items
 */
import { createHash } from 'node:crypto';
import type { IndexCodec, IndexData } from 'vectra';
import { z } from 'zod';
import { messageOf } from '../errors.js';

const MAGIC = 'BYLP';
const FORMAT_VERSION = 1;
const CHECKSUM_AT = 20;
const HEADER_BYTES = 52;

const headSchema = z.object({
  version: z.int(),
  metadataConfig: z.object({ indexed: z.array(z.string()).optional() }),
  items: z.array(
    z.object({
      id: z.string(),
      metadata: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
    }),
  ),
});

/** Vectors of decoded items are views of one block, in order. */
export const passageCodec: IndexCodec = {
  extension: '.bin',
  serializeIndex,
  deserializeIndex,
  serializeCatalog: refuse,
  deserializeCatalog: refuse,
  serializeMetadata: refuse,
  deserializeMetadata: refuse,
};

function serializeIndex({ version, metadata_config, items }: IndexData): Buffer {
  const dimensions = items[0]?.vector.length ?? 0;
  const head = Buffer.from(
    JSON.stringify({
      version,
      metadataConfig: metadata_config,
      items: items.map(({ id, metadata }) => ({ id, metadata })),
    }),
  );
  const vectorBytes = items.length * dimensions * Float32Array.BYTES_PER_ELEMENT;
  const buffer = Buffer.alloc(HEADER_BYTES + vectorBytes + head.length);
  buffer.write(MAGIC, 'latin1');
  [FORMAT_VERSION, items.length, dimensions, head.length].forEach((value, at) =>
    buffer.writeUInt32LE(value, 4 * (at + 1)),
  );
  const vectors = new Float32Array(
    buffer.buffer,
    buffer.byteOffset + HEADER_BYTES,
    items.length * dimensions,
  );
  items.forEach(({ vector }, row) => vectors.set(vector, row * dimensions));
  head.copy(buffer, HEADER_BYTES + vectorBytes);
  checksum(buffer).copy(buffer, CHECKSUM_AT);
  return buffer;
}

/** @throws Error that says what is wrong with the file. */
function deserializeIndex(file: Buffer): IndexData {
  const { items: count, dimensions, vectorBytes } = readHeader(file);
  const head = readHead(file.subarray(HEADER_BYTES + vectorBytes));
  if (head.items.length !== count) throw new Error(`holds ${head.items.length} items instead of ${count}`);
  // Float32Array needs an aligned start, which a slice of Node's buffer pool may lack.
  const block = file.buffer.slice(
    file.byteOffset + HEADER_BYTES,
    file.byteOffset + HEADER_BYTES + vectorBytes,
  );
  const items = head.items.map(({ id, metadata }, row) => {
    const vector = new Float32Array(block, row * dimensions * Float32Array.BYTES_PER_ELEMENT, dimensions);
    return { id, metadata, vector: asNumbers(vector), norm: lengthOf(vector) };
  });
  return { version: head.version, metadata_config: describeConfig(head.metadataConfig), items };
}

function readHeader(file: Buffer) {
  if (file.length < HEADER_BYTES) throw new Error(`is cut off after ${file.length} bytes`);
  if (file.toString('latin1', 0, 4) !== MAGIC) throw new Error('is not a passage file');
  const format = file.readUInt32LE(4);
  if (format !== FORMAT_VERSION) throw new Error(`has format ${format} instead of ${FORMAT_VERSION}`);
  const [items, dimensions, headBytes] = [8, 12, 16].map((at) => file.readUInt32LE(at));
  const vectorBytes = (items ?? 0) * (dimensions ?? 0) * Float32Array.BYTES_PER_ELEMENT;
  const expected = HEADER_BYTES + vectorBytes + (headBytes ?? 0);
  if (file.length !== expected) throw new Error(`has ${file.length} bytes instead of ${expected}`);
  if (!checksum(file).equals(file.subarray(CHECKSUM_AT, HEADER_BYTES)))
    throw new Error('has a wrong checksum');
  return { items: items ?? 0, dimensions: dimensions ?? 0, vectorBytes };
}

function readHead(json: Buffer): z.infer<typeof headSchema> {
  try {
    return headSchema.parse(JSON.parse(json.toString('utf8')));
  } catch (cause) {
    throw new Error(`holds metadata that cannot be read (${messageOf(cause)})`, { cause });
  }
}

function describeConfig({
  indexed,
}: z.infer<typeof headSchema>['metadataConfig']): IndexData['metadata_config'] {
  return indexed === undefined ? {} : { indexed };
}

/** Vectra's types ask for an array; it only ever reads elements and the length, and an array would take twice the memory. */
export function asNumbers(vector: Float32Array): number[] {
  return vector as unknown as number[];
}

/** `Math.hypot(...vector)` takes thirty times as long, and a file has thousands of vectors. */
function lengthOf(vector: Float32Array): number {
  let sum = 0;
  for (let at = 0; at < vector.length; at++) sum += (vector[at] ?? 0) ** 2;
  return Math.sqrt(sum);
}

function checksum(file: Buffer): Buffer {
  const rest = file.subarray(HEADER_BYTES);
  return createHash('sha256').update(file.subarray(0, CHECKSUM_AT)).update(rest).digest();
}

/** Vectra's document indexes are not used here. */
function refuse(): never {
  throw new Error('Only item indexes are stored in this format');
}
