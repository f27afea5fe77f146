import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    setupFiles: ['test/refuse-network.ts'],
    // Real models and processes on two cores: generous, because no test asserts a time.
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
