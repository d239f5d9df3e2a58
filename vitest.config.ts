import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

/**
 * They wait for a browser, processes, worker threads, PostgreSQL or discord.js's own timeouts, or let days pass with rare
 * faults, hostile feeds or spent quotas, together as long as all others: `.ci/run` runs them.
 */
export const waiting = [
  'test/chaos.test.ts',
  'test/cli/{backup,end,forgetProcess,journal,move,onPostgres,running,starts}.test.ts',
  'test/commands/alerts/roleTurns.test.ts',
  'test/commands/digest/{feed/page,stoppedChannels}.test.ts',
  'test/operation/clockAhead.test.ts',
  'test/outbox/{hindered,kill,late}.test.ts',
  'test/deploy/{healthy,promtool}.test.ts',
  'test/discord/{brokenEvents,processes,strayRejections,typing}.test.ts',
  'test/hostile/hostile.test.ts',
  'test/{logDestination,main,setup}.test.ts',
  'test/patterns/patterns.test.ts',
  'test/playground/{own,page,story}-flow.test.ts',
  'test/reading/pool/pool.test.ts',
  'test/reading/{manyChanges,ownLine,politeness,quotas,severalProcesses}.test.ts',
  'test/scripts/poll.test.ts',
  'test/storage/{hostTurns,postgres,postgresDamage}.test.ts',
  'test/storage/releases/releases.test.ts',
];

/** `npm test` tries a quarter of their cases (`test/sampleOf.ts`), `.ci/run` all. */
export const sampled = [
  'test/commands/digest/room.test.ts',
  'test/desk/tenants.test.ts',
  'test/discord/everyMessage.test.ts',
  'test/hostile/picture.test.ts',
  'test/http/publicPort.test.ts',
  'test/outbox/send.test.ts',
  'test/engine/pages/hostile.test.ts',
  'test/schedule/slots.test.ts',
];

// Tests start some fifty processes and threads with the same modules. Compiling them once saves a sixth of the time.
process.env.NODE_COMPILE_CACHE ??= join(import.meta.dirname, 'node_modules/.cache/compiled');

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: waiting,
    // One more than there are cores, because the longest tests wait for other processes.
    maxWorkers: availableParallelism() + 1,
    // discord.js and the readers are loaded once a worker instead of once a file: a third of the time. No test mocks a module.
    isolate: false,
    // By Node itself, as when Lede runs; Vite would transform each file, for a sixth of the time. It looks for mocks if it is not told.
    experimental: { viteModuleRunner: false, nodeLoader: false },
    testTimeout: 90_000,
    // One second, the default, is too short on a machine that has other work.
    expect: { poll: { timeout: 60_000 } },
    hookTimeout: 60_000,
  },
});
