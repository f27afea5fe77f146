/** @returns the content of kernel-binary.ts. */
export function buildKernel(): Promise<string>;
