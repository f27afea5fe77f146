/**
 * All vectors of a generation in one block of WebAssembly memory, so that the scan runs through them from end to end without
 * copying. Rows are only ever appended, and generations share the block: each looks at the rows it knows.
 *
 *     query (floats) | query (codes) | a score for each row | a scale for each row | codes | vectors
 */
import { encoderOf, type Encode } from './coding.js';
import { encodeVector } from './vector-codes.js';

const PAGE = 0x10000;
/** More pages than WebAssembly can address. */
const MAX_PAGES = 0x10000;
/** Parts begin at multiples of this: a line of the processor's cache. */
const LINE = 64;
/** From so many rows on, 8-bit codes are kept beside the vectors: a quarter of the memory more, a third of the time. */
const CODED_FROM = 50_000;
/** Room for rows to come: this share of what is there, and at least so many. */
const SPARE_SHARE = 1 / 8;
const SPARE_ROWS = 8192;

/** Byte offsets in the memory. */
export interface BlockLayout {
  readonly query: number;
  readonly codedQuery: number;
  readonly scores: number;
  readonly scales: number;
  readonly codes: number;
  readonly vectors: number;
  readonly bytes: number;
}

/** `codes` holds `dimensions` bytes a row; times the row's scale they are about the vector. */
export interface VectorCodes {
  readonly codes: Int8Array;
  readonly scales: Float32Array;
}

export interface BlockOptions {
  /** Whether codes are kept as well; by default for many rows. */
  readonly isCoded?: boolean;
  /** False where there is no WebAssembly, or not enough of its memory: the plain scan takes over. */
  readonly isWasm?: boolean;
}

export class VectorBlock {
  /** Where the scan finds its input and leaves its output; undefined without WebAssembly memory. */
  readonly wasm: { readonly memory: WebAssembly.Memory; readonly layout: BlockLayout } | undefined;
  /** Room for `capacity` rows; those up to `rows` are in use. */
  readonly vectors: Float32Array;
  readonly coded: VectorCodes | undefined;
  /** Room for a score a row; what is in it is the business of the scan. */
  readonly scores: Float32Array;
  #rows = 0;
  #encoder: Encode | undefined;

  private constructor(
    readonly dimensions: number,
    readonly capacity: number,
    { isCoded = capacity >= CODED_FROM, isWasm = true }: BlockOptions,
  ) {
    // The kernel takes codes by sixteen.
    const layout = layOut(dimensions, capacity, isCoded && dimensions > 0 && dimensions % 16 === 0);
    const memory = isWasm ? allocate(layout.bytes) : undefined;
    this.wasm = memory === undefined ? undefined : { memory, layout };
    const buffer = memory?.buffer;
    const floats = (offset: number, length: number): Float32Array =>
      buffer === undefined ? new Float32Array(length) : new Float32Array(buffer, offset, length);
    this.vectors = floats(layout.vectors, capacity * dimensions);
    this.scores = floats(layout.scores, capacity);
    if (buffer !== undefined && layout.codes < layout.vectors) {
      const codes = new Int8Array(buffer, layout.codes, capacity * dimensions);
      this.coded = { codes, scales: floats(layout.scales, capacity) };
    }
  }

  /** A block with room for `rows` rows and some more. Memory is only taken up by what is written. */
  static withRoomFor(rows: number, dimensions: number, options: BlockOptions = {}): VectorBlock {
    const spare = Math.max(SPARE_ROWS, Math.ceil(rows * SPARE_SHARE));
    return new VectorBlock(dimensions, rows + spare, options);
  }

  /** Rows in use. */
  get rows(): number {
    return this.#rows;
  }

  hasRoomFor(rows: number): boolean {
    return this.#rows + rows <= this.capacity;
  }

  /**
   * Takes rows over, one behind the other. Those that stand where they belong (see `memoryAt`) are not copied.
   *
   * @returns the number of the first.
   * @throws RangeError when there is no room: see `hasRoomFor`.
   */
  append(vectors: Float32Array): number {
    const first = this.#rows;
    const count = this.dimensions === 0 ? 0 : vectors.length / this.dimensions;
    if (!this.hasRoomFor(count)) throw new RangeError(`there is no room for ${count} more vectors`);
    const place = this.vectors.subarray(first * this.dimensions, (first + count) * this.dimensions);
    if (place.buffer !== vectors.buffer || place.byteOffset !== vectors.byteOffset) place.set(vectors);
    this.#rows += count;
    this.#encode(first, count);
    return first;
  }

  #encode(first: number, count: number): void {
    const { coded, wasm, dimensions } = this;
    if (coded === undefined || wasm === undefined) return;
    const { vectors, codes, scales } = wasm.layout;
    const at = first * dimensions;
    this.#encoder ??= encoderOf(wasm.memory);
    if (this.#encoder !== undefined) {
      this.#encoder(vectors + 4 * at, count, dimensions, codes + at, scales + 4 * first);
      return;
    }
    for (let row = first; row < first + count; row++) {
      const into = coded.codes.subarray(row * dimensions, (row + 1) * dimensions);
      coded.scales[row] = encodeVector(this.rowsAt(row, row + 1), into);
    }
  }

  /** The memory of rows that may not be in use yet: what is read from the disk need not be copied. */
  memoryAt(from: number, to: number): Buffer {
    const { buffer, byteOffset, byteLength } = this.rowsAt(from, to);
    return Buffer.from(buffer, byteOffset, byteLength);
  }

  /** A view of the rows from `from` up to and without `to`. */
  rowsAt(from: number, to: number): Float32Array {
    return this.vectors.subarray(from * this.dimensions, to * this.dimensions);
  }
}

function layOut(dimensions: number, capacity: number, isCoded: boolean): BlockLayout {
  let bytes = 0;
  const take = (length: number): number => {
    const offset = bytes;
    bytes += Math.ceil(length / LINE) * LINE;
    return offset;
  };
  return {
    query: take(4 * dimensions),
    codedQuery: take(2 * dimensions),
    scores: take(4 * capacity),
    scales: take(isCoded ? 4 * capacity : 0),
    codes: take(isCoded ? dimensions * capacity : 0),
    vectors: take(4 * dimensions * capacity),
    bytes,
  };
}

/** Undefined when it is more than WebAssembly, or this machine, can give. */
function allocate(bytes: number): WebAssembly.Memory | undefined {
  const pages = Math.max(1, Math.ceil(bytes / PAGE));
  if (typeof WebAssembly === 'undefined' || pages > MAX_PAGES) return undefined;
  try {
    return new WebAssembly.Memory({ initial: pages });
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
