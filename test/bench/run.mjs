/** `npm run bench [-- --size 100000] [-- --only query]`: hands the options to the benchmarks and runs them. */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { size: { type: 'string', default: '10000' }, only: { type: 'string', default: '' } },
});
if (!/^[1-9]\d*$/u.test(values.size)) throw new Error('--size must be a number of passages');

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const config = ['--config', 'test/bench/vitest.config.ts'];
const only = values.only === '' ? [] : ['-t', values.only];
const child = spawn('node_modules/.bin/vitest', ['run', ...config, ...positionals, ...only], {
  cwd: ROOT,
  env: { ...process.env, BENCH_SIZE: values.size },
  stdio: 'inherit',
});
child.on('close', (code) => process.exit(code ?? 1));
