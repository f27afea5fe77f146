/**
 * `npm run build:wasm`: assembles kernel.wat and writes it as kernel-binary.ts, which is committed, so that only who changes
 * the kernel needs an assembler. A test builds it again and compares.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import wabt from 'wabt';

const SOURCE = fileURLToPath(new URL('kernel.wat', import.meta.url));
export const TARGET = fileURLToPath(new URL('kernel-binary.ts', import.meta.url));

/** @returns the content of kernel-binary.ts. */
export async function buildKernel() {
  const assembler = await wabt();
  const module = assembler.parseWat('kernel.wat', readFileSync(SOURCE, 'utf8'), { simd: true });
  const { buffer } = module.toBinary({});
  const lines =
    Buffer.from(buffer)
      .toString('base64')
      .match(/.{1,100}/gu) ?? [];
  return `/** Made of kernel.wat by \`npm run build:wasm\`; not to be edited. */
export const KERNEL = \`
${lines.join('\n')}
\`;
`;
}

if (process.argv[1] !== undefined && path.resolve(process.argv[1]) === fileURLToPath(import.meta.url))
  writeFileSync(TARGET, await buildKernel());
