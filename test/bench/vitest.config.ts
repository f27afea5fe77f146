import { defineConfig } from 'vitest/config';

/** Benchmarks: run by `npm run bench`, never by `npm test`. They print and judge nothing. */
export default defineConfig({
  test: {
    include: ['test/bench/*.bench.ts'],
    setupFiles: ['test/refuse-network.ts'],
    testTimeout: 3_600_000,
    hookTimeout: 3_600_000,
    fileParallelism: false,
    reporters: [['default', { summary: false }]],
    execArgv: ['--expose-gc', '--max-old-space-size=6000'],
  },
});
