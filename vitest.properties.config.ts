import { execFileSync } from 'node:child_process';
import { defineConfig } from 'vitest/config';

/** Every file that holds a property. */
const withProperties = execFileSync('git', ['grep', '-l', "from 'fast-check'", '--', 'src/*.test.ts', 'src/*.test.tsx'])
  .toString()
  .trim()
  .split('\n');

/** `npm run properties`: each property many times as often as `npm test` tries it (TIMES, 20), each time with other values. */
export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  resolve: {
    alias: [
      { find: /^fast-check$/, replacement: new URL('src/platform/many-times-testing.ts', import.meta.url).pathname },
    ],
  },
  test: {
    include: withProperties,
    globalSetup: ['src/platform/database-global-setup.ts'],
    testTimeout: 3_600_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    isolate: false,
  },
});
