export interface KernelFiles {
  readonly source: string;
  readonly target: string;
  readonly constant: string;
}

/** Each source with the file that is made of it, and the constant in that. */
export const KERNELS: readonly KernelFiles[];

/** @returns the content of the file that is made of a kernel. */
export function buildKernel(kernel: KernelFiles): Promise<string>;
