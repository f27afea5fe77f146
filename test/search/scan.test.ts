/** The kernels against plain loops: whatever is scanned with, the ranking is the same. */
import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { VectorBlock, type BlockOptions } from '../../src/index/vector-block.js';
import { kernelOf } from '../../src/search/kernel.js';
import { exactCosine, scan } from '../../src/search/scan.js';
import type { Scope } from '../../src/search/scope.js';
import { topPositions } from '../../src/search/top.js';
import { buildKernel, KERNELS } from '../../src/search/build-kernel.mjs';

const KINDS: [string, BlockOptions][] = [
  ['WebAssembly', {}],
  ['8-bit codes', { isCoded: true }],
  ['plain JavaScript', { isWasm: false }],
];

/** Codes are read where there are many rows. */
const LARGE = 100_000;

type Rows = readonly (readonly number[])[];

function blockOf(rows: Rows, dimensions: number, options: BlockOptions): VectorBlock {
  const block = VectorBlock.withRoomFor(rows.length, dimensions, options);
  block.append(Float32Array.from(rows.flat()));
  return block;
}

const scopeOf = (ranges: Scope['ranges']): Scope => ({ articles: new Uint32Array(0), ranges, size: LARGE });

/** The twin: a plain loop in double precision. */
function plain(rows: Rows, query: readonly number[]): number[] {
  return rows.map((row) => row.reduce((sum, value, at) => sum + value * (query[at] ?? 0), 0));
}

const value = fc.double({ min: -1, max: 1, noNaN: true }).map(Math.fround);
const matrixOf = (dimensions: fc.Arbitrary<number>) =>
  dimensions.chain((length) => {
    const row = fc.array(value, { minLength: length, maxLength: length });
    return fc.tuple(fc.array(row, { maxLength: 7 }), row);
  });

describe.each(KINDS)('a scan by %s', (name, options) => {
  // Codes are taken by sixteen; other vectors are scanned without them.
  const dimensions = fc.oneof(fc.integer({ min: 1, max: 40 }), fc.constantFrom(16, 32, 48));

  test('agrees with plain loops in every row of its scope, and touches no other', () => {
    fc.assert(
      fc.property(matrixOf(dimensions), fc.nat(7), fc.nat(7), ([rows, query], a, b) => {
        const block = blockOf(rows, query.length, options);
        const [from, to] = [Math.min(a, b, rows.length), Math.min(Math.max(a, b), rows.length)];
        block.scores.fill(7);
        const scores = scan(block, Float32Array.from(query), scopeOf([[from, to]]));
        plain(rows, query).forEach((expected, row) => {
          const isCoded = block.coded !== undefined;
          if (row < from || row >= to) expect(scores[row]).toBe(7);
          else expect(scores[row]).toBeCloseTo(expected, isCoded ? 0 : 4);
          if (isCoded)
            expect(Math.abs((scores[row] ?? 0) - expected)).not.toBeGreaterThan(
              row < from || row >= to ? 20 : 0.01 * query.length,
            );
          expect(exactCosine(block, row, Float32Array.from(query))).toBeCloseTo(expected, 9);
        });
      }),
    );
  });

  test('uses what it says', () => {
    const block = blockOf([Array.from({ length: 16 }, () => 0.25)], 16, options);
    expect(kernelOf(block) !== undefined).toBe(name !== 'plain JavaScript');
    expect(block.coded !== undefined).toBe(name === '8-bit codes');
  });

  test('of an empty block, or of vectors without dimensions, gives nothing', () => {
    for (const length of [0, 3, 16])
      expect(() => scan(blockOf([], length, options), new Float32Array(length), scopeOf([]))).not.toThrow();
  });
});

test('all kernels find the same nearest rows', () => {
  const [dimensions, count] = [48, 3000];
  const matrix = fc
    .sample(
      fc
        .array(value, { minLength: dimensions, maxLength: dimensions })
        .filter((row) => row.some((one) => one !== 0)),
      { numRuns: count + 20, seed: 7 },
    )
    .map((row) => row.map((one) => Math.fround(one / Math.hypot(...row))));
  const [rows, queries] = [matrix.slice(0, count), matrix.slice(count)];
  const blocks = KINDS.map(([, options]) => blockOf(rows, dimensions, options));
  for (const query of queries.map((one) => Float32Array.from(one))) {
    const [first, ...others] = blocks.map((block) => {
      const scores = scan(block, query, scopeOf([[0, count]])).subarray(0, count);
      const scored = topPositions(scores, 50).map((row) => [exactCosine(block, row, query), row] as const);
      return scored.toSorted(([a, one], [b, other]) => b - a || one - other).slice(0, 10);
    });
    for (const other of others) expect(other).toEqual(first);
  }
});

test.each(KERNELS)('$constant is what its source makes', async (kernel) => {
  expect(await readFile(kernel.target, 'utf8')).toBe(await buildKernel(kernel));
});
