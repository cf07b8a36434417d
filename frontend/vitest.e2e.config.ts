import { defineConfig } from 'vitest/config';

/** Drives the real, running application in a real browser; see e2e/browser.ts for what it takes from the environment. */
export default defineConfig({
  test: {
    environment: 'node',
    // The runner has a BASE_URL of its own, which hides the one from outside.
    env: { TIERCAST_URL: process.env.BASE_URL ?? 'http://localhost:8080' },
    include: ['e2e/**/*.{e2e,shot}.ts'],
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 60_000,
  },
});
