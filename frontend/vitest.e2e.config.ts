import { defineConfig } from 'vitest/config';

/** Drives the real, running application in a real browser; see e2e/browser.ts for what it takes from the environment. */
export default defineConfig({
  test: {
    environment: 'node',
    include: ['e2e/**/*.{e2e,shot}.ts'],
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 60_000,
  },
});
