import { defineConfig } from 'vitest/config';
import { longestFirst } from './test/longestFirst.ts';
import { hasPostgres } from './test/storage/postgresProgram.ts';
import everyCommit, { sampled, waiting } from './vitest.config.ts';

/** They judge times, or use every processor by themselves. */
const alone = ['test/load/*.long.ts', 'test/engine/feeds/damaged.long.ts'];

if (!hasPostgres) process.stdout.write('No PostgreSQL comes for this platform: the tests run with SQLite only.\n');

const waitingProject = {
  ...everyCommit,
  test: {
    ...everyCommit.test,
    name: 'waiting',
    include: [...waiting, ...sampled],
    exclude: [],
    provide: { whole: true },
    sequence: { groupOrder: 0, sequencer: longestFirst(['test/playground/page-flow.test.ts', 'test/chaos.test.ts']) },
  },
};

/** What runs over a database, with PostgreSQL. All others open none, or name their own. */
const postgres = {
  ...everyCommit,
  test: {
    ...everyCommit.test,
    name: 'postgres',
    include: ['test/{app,chaos}.test.ts', 'test/{commands,desk,hostile,http,operation,outbox,reading}/**/*.test.ts'],
    exclude: [],
    provide: { whole: true },
    globalSetup: 'test/storage/postgresRun.ts',
    sequence: { groupOrder: 0 },
  },
};

/** What takes minutes: first, two at a time, what may wait for a processor; then one after the other what may not. */
export default defineConfig({
  test: {
    testTimeout: 30 * 60_000,
    expect: { poll: { timeout: 60_000 } },
    // By Node itself, as when Lede runs.
    experimental: { viteModuleRunner: false, nodeLoader: false },
    sequence: {
      sequencer: longestFirst(['test/fleet.long.ts', 'test/chaos.long.ts']),
    },
    projects: [
      waitingProject,
      ...(hasPostgres ? [postgres] : []),
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
