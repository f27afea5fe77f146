/** The compiled form of coding.wat beside the memory of a block of vectors: a tenth of the time of the plain loop. */
import { z } from 'zod';
import { CODING } from './coding-binary.js';

/** Rows, codes and scales are byte offsets in the block's memory. */
export type Encode = (row: number, count: number, dimensions: number, codes: number, scales: number) => void;

const exportsSchema = z.object({
  encode: z.custom<Encode>((value) => typeof value === 'function'),
});

let compiled: WebAssembly.Module | undefined;

/** Undefined where the processor has no SIMD. */
export function encoderOf(memory: WebAssembly.Memory): Encode | undefined {
  try {
    compiled ??= new WebAssembly.Module(Buffer.from(CODING, 'base64'));
  } catch (error) {
    if (error instanceof WebAssembly.CompileError) return undefined;
    throw error;
  }
  return exportsSchema.parse(new WebAssembly.Instance(compiled, { block: { memory } }).exports).encode;
}
