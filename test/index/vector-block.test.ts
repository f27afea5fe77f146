/** The block of vectors: rows that are read in place, and codes by WebAssembly as the plain loop makes them. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { VectorBlock } from '../../src/index/vector-block.js';
import { encodeVector } from '../../src/index/vector-codes.js';

test('rows that stand where they belong are taken as they are', () => {
  const block = VectorBlock.withRoomFor(4, 2);
  block.append(Float32Array.of(1, 2));
  const memory = block.memoryAt(1, 3);
  Buffer.from(Float32Array.of(3, 4, 5, 6).buffer).copy(memory);
  const { buffer, byteOffset } = memory;
  expect(block.append(new Float32Array(buffer, byteOffset, 4))).toBe(1);
  expect(block.rows).toBe(3);
  expect([...block.rowsAt(0, 3)]).toEqual([1, 2, 3, 4, 5, 6]);
});

test('rows of the same block that stand elsewhere are copied', () => {
  const block = VectorBlock.withRoomFor(4, 2);
  block.append(Float32Array.of(1, 2));
  expect(block.append(block.rowsAt(0, 1))).toBe(1);
  expect([...block.rowsAt(0, 2)]).toEqual([1, 2, 1, 2]);
});

const value = fc.oneof(
  { weight: 20, arbitrary: fc.float({ noDefaultInfinity: true, noNaN: true }) },
  { weight: 20, arbitrary: fc.float({ min: -1, max: 1, noNaN: true }) },
  { weight: 1, arbitrary: fc.constantFrom(0, -0, 2 ** -149, -(2 ** -110), Number.NaN) },
);

test('codes are those of the plain loop', () => {
  const row = fc.array(value, { minLength: 32, maxLength: 32 });
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 5 }), (rows) => {
      const block = VectorBlock.withRoomFor(rows.length, 32, { isCoded: true });
      for (const one of [rows.slice(0, 2), rows.slice(2)]) block.append(Float32Array.from(one.flat()));
      for (const [at, one] of rows.entries()) {
        const codes = new Int8Array(32);
        const scale = encodeVector(Float32Array.from(one), codes);
        expect([...(block.coded?.codes.subarray(32 * at, 32 * at + 32) ?? [])]).toEqual([...codes]);
        expect(block.coded?.scales[at]).toBe(scale);
      }
    }),
  );
});

test('a code times its scale is the number, but for half a step', () => {
  fc.assert(
    fc.property(fc.array(fc.float({ min: -1, max: 1, noNaN: true }), { minLength: 1 }), (numbers) => {
      const codes = new Int8Array(numbers.length);
      const scale = encodeVector(Float32Array.from(numbers), codes);
      for (const [at, number] of numbers.entries())
        expect(Math.abs((codes[at] ?? 0) * scale - number)).toBeLessThanOrEqual(0.51 * scale + 2 ** -100);
    }),
  );
});
