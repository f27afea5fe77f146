/** Measurements over public sets, minutes long and without a verdict: not part of `npm test`. */
import path from 'node:path';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: path.resolve(import.meta.dirname, '../..'),
  test: {
    include: ['test/eval/**/*.eval.ts'],
    setupFiles: ['test/refuse-network.ts'],
    // What counts is what they print.
    reporters: [['default', { summary: false }]],
    disableConsoleIntercept: true,
    fileParallelism: false,
    testTimeout: 3_600_000,
    hookTimeout: 3_600_000,
  },
});
