/** `npm run screenshots` needs the browser and the bot, but asserts next to nothing: it is no part of `npm test`. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/browser/screenshots.ts', 'test/browser/flows.ts'],
    setupFiles: ['test/refuse-network.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
