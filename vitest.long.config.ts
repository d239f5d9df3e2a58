import { defineConfig } from 'vitest/config';
import { longestFirst } from './test/longestFirst.ts';

/** They judge times, or use every processor by themselves. */
const alone = ['test/load/*.long.ts', 'test/feeds/damaged.long.ts'];

/** What takes minutes: first, two at a time, what may wait for a processor; then one after the other what may not. */
export default defineConfig({
  test: {
    testTimeout: 30 * 60_000,
    expect: { poll: { timeout: 60_000 } },
    // By Node itself, as when Lede runs.
    experimental: { viteModuleRunner: false, nodeLoader: false },
    sequence: { sequencer: longestFirst(['test/chaos.long.ts', 'test/reading/manyFeeds.long.ts']) },
    projects: [
      {
        extends: true,
        test: {
          name: 'beside',
          include: ['test/**/*.long.ts'],
          exclude: alone,
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
      { extends: true, test: { name: 'alone', include: alone, maxWorkers: 1, sequence: { groupOrder: 2 } } },
    ],
  },
});
