/**
 * `npm run build:wasm`: assembles the kernels and writes them as TypeScript, which is committed, so that only who changes
 * a kernel needs an assembler. A test builds them again and compares.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import wabt from 'wabt';

const fileOf = (name) => fileURLToPath(new URL(name, import.meta.url));

/** Each source with the file that is made of it, and the constant in that. */
export const KERNELS = [
  { source: fileOf('kernel.wat'), target: fileOf('kernel-binary.ts'), constant: 'KERNEL' },
  { source: fileOf('../index/coding.wat'), target: fileOf('../index/coding-binary.ts'), constant: 'CODING' },
];

/** @returns the content of the file that is made of a kernel. */
export async function buildKernel({ source, constant }) {
  const assembler = await wabt();
  const name = path.basename(source);
  const module = assembler.parseWat(name, readFileSync(source, 'utf8'), { simd: true });
  const { buffer } = module.toBinary({});
  const lines =
    Buffer.from(buffer)
      .toString('base64')
      .match(/.{1,100}/gu) ?? [];
  return `/** Made of ${name} by \`npm run build:wasm\`; not to be edited. */
export const ${constant} = \`
${lines.join('\n')}
\`;
`;
}

if (process.argv[1] !== undefined && path.resolve(process.argv[1]) === fileURLToPath(import.meta.url))
  for (const kernel of KERNELS) writeFileSync(kernel.target, await buildKernel(kernel));
