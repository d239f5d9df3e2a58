import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // One less than there are is the default, which on two cores leaves one idle.
    maxWorkers: '100%',
    // discord.js and the readers are loaded once a worker instead of once a file: a third of the time. No test mocks a module.
    isolate: false,
    testTimeout: 90_000,
    hookTimeout: 60_000,
  },
});
