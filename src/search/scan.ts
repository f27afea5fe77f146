/**
 * Exact dense search: the cosine of the question with every row in scope. WebAssembly where there is, else plain loops; both
 * may be off by some rounding, the scan of 8-bit codes by more. Whoever ranks scores the best again with `exactCosine`, and
 * then all of them give the same order.
 */
import type { VectorBlock } from '../index/vector-block.js';
import { encodeVector } from '../index/vector-codes.js';
import { dotAt } from './cosine.js';
import { kernelOf, type Kernel } from './kernel.js';
import type { Scope } from './scope.js';

/** Of fewer rows the floats are read: their mean, too, should be as exact as it can, and little is to be gained. */
const CODED_SCOPE = 20_000;

/** Few rows may be nearly alike, and then the smallest rounding decides: they are scanned the same way everywhere. */
const PLAIN_SCOPE = 256;

/**
 * Scores all rows in scope.
 *
 * @param query - unit vector of `block.dimensions` numbers.
 * @returns a score for each row of the block; others than those in scope hold anything. Reused by the next scan of the block.
 */
export function scan(block: VectorBlock, query: Float32Array, scope: Scope): Float32Array {
  const kernel = query.length === block.dimensions ? kernelOf(block) : undefined;
  if (kernel === undefined || scope.size < PLAIN_SCOPE) scanPlainly(block, query, scope);
  else if (block.coded === undefined || scope.size < CODED_SCOPE) scanVectors(kernel, block, query, scope);
  else scanCodes(kernel, block, query, scope);
  return block.scores;
}

/** The cosine of one row in double precision. */
export function exactCosine({ vectors, dimensions }: VectorBlock, row: number, query: Float32Array): number {
  return dotAt(vectors, row * dimensions, query);
}

function scanPlainly({ vectors, dimensions, scores }: VectorBlock, query: Float32Array, scope: Scope): void {
  for (const [from, to] of scope.ranges) {
    for (let row = from; row < to; row++) scores[row] = dotAt(vectors, row * dimensions, query);
  }
}

function scanVectors(
  kernel: Kernel,
  { wasm, dimensions }: VectorBlock,
  query: Float32Array,
  scope: Scope,
): void {
  if (wasm === undefined) return;
  const { memory, layout } = wasm;
  new Float32Array(memory.buffer, layout.query, dimensions).set(query);
  for (const [from, to] of scope.ranges) {
    const first = layout.vectors + 4 * dimensions * from;
    kernel.dots(first, to - from, layout.query, dimensions, layout.scores + 4 * from);
  }
}

function scanCodes(
  kernel: Kernel,
  { wasm, dimensions }: VectorBlock,
  query: Float32Array,
  scope: Scope,
): void {
  if (wasm === undefined) return;
  const { memory, layout } = wasm;
  const scale = encodeVector(query, new Int16Array(memory.buffer, layout.codedQuery, dimensions));
  for (const [from, to] of scope.ranges) {
    const [first, scales] = [layout.codes + dimensions * from, layout.scales + 4 * from];
    const out = layout.scores + 4 * from;
    kernel.codedDots(first, to - from, layout.codedQuery, dimensions, out, scales, scale);
  }
}
