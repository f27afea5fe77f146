/** The compiled kernel beside the memory of a block of vectors: see kernel.wat. */
import { z } from 'zod';
import type { VectorBlock } from '../index/vector-block.js';
import { KERNEL } from './kernel-binary.js';

type Rows = readonly [row: number, count: number, query: number, dimensions: number, out: number];

/** Parameters are byte offsets in the block's memory. */
export interface Kernel {
  readonly dots: (...rows: Rows) => void;
  readonly codedDots: (...rows: [...rows: Rows, scales: number, scale: number]) => void;
}

const isFunction = (value: unknown): boolean => typeof value === 'function';

const exportsSchema = z.object({
  dots: z.custom<Kernel['dots']>(isFunction),
  codedDots: z.custom<Kernel['codedDots']>(isFunction),
});

let compiled: WebAssembly.Module | undefined;
const kernels = new WeakMap<WebAssembly.Memory, Kernel>();

/** The kernel of a block; undefined where it has no WebAssembly memory, or the processor no SIMD. */
export function kernelOf({ wasm }: VectorBlock): Kernel | undefined {
  if (wasm === undefined) return undefined;
  let kernel = kernels.get(wasm.memory);
  if (kernel === undefined) {
    kernel = instantiate(wasm.memory);
    if (kernel !== undefined) kernels.set(wasm.memory, kernel);
  }
  return kernel;
}

function instantiate(memory: WebAssembly.Memory): Kernel | undefined {
  try {
    compiled ??= new WebAssembly.Module(Buffer.from(KERNEL, 'base64'));
  } catch (error) {
    if (error instanceof WebAssembly.CompileError) return undefined;
    throw error;
  }
  return exportsSchema.parse(new WebAssembly.Instance(compiled, { block: { memory } }).exports);
}
