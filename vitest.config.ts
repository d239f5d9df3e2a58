import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // One less than there are is the default, which on two cores leaves one idle.
    maxWorkers: '100%',
    testTimeout: 90_000,
    hookTimeout: 60_000,
  },
});
