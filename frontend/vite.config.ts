import react from '@vitejs/plugin-react';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const folder = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const backend = process.env.TIERCAST_BACKEND ?? 'http://localhost:8080';

export default defineConfig({
  plugins: [react()],
  resolve: { alias: { '@test': folder('./test'), '@': folder('./src') } },
  server: {
    port: 5173,
    strictPort: true,
    // For `npm run dev` on its own; under `quarkus:dev` the application stands in front and answers these itself.
    proxy: { '/api': backend, '/q': backend },
  },
  build: {
    outDir: 'dist',
    // For scripts/budget.mjs.
    manifest: true,
    target: 'es2022',
    // The first that know light-dark(), on which the style sheets rely; without them it would be rewritten, and wrongly.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
  },
  test: {
    environment: 'jsdom',
    include: ['src/**/*.test.{ts,tsx}'],
    setupFiles: ['./test/setup.ts'],
    testTimeout: 30_000,
    // The component library is loaded once per worker instead of once per file.
    isolate: false,
    pool: 'threads',
  },
});
