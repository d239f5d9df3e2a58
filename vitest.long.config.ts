import { defineConfig } from 'vitest/config';

/** What takes minutes; one file at a time, since each wants the whole machine. */
export default defineConfig({
  test: {
    include: ['test/**/*.long.ts'],
    fileParallelism: false,
    testTimeout: 30 * 60_000,
  },
});
