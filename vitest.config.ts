import { defineConfig } from 'vitest/config';

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    include: ['src/**/*.test.{ts,tsx}'],
    exclude: ['src/**/*.kill.test.ts', 'node_modules'],
    globalSetup: ['src/platform/database-global-setup.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    // Each file has a database and an app of its own; loading all modules anew for each took a third of the time.
    isolate: false,
  },
});
