import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { rounded } from './hand.ts';
import { recordTimes, townAndLede } from './onPostgres.ts';

const at = Date.UTC(2026, 10, 24, 8);
/** Discord's maximum of guilds for one connection. */
const guilds = 2_500;
const bytes = 31_000;

test('2,500 servers of 31 KB: ready within 4 s, and resident in 270 MiB', async () => {
  const plan = { feeds: 20, eventsPerHour: 30, guilds, channels: 1, at, bytes };
  const { lede, readyMs, close } = await townAndLede(plan);
  await pause(2_000);
  const held = await lede.ask('held');
  const clean = await lede.ask('heldAfterGc');
  const figures = {
    guilds,
    bytes,
    readyMs: Math.round(readyMs),
    rssMiB: Math.round(held.rssMiB),
    heapMiBAfterGc: rounded(clean.heapMiB),
    cpuMs: Math.round(held.cpuMs),
    problems: await close(),
  };
  const isJudged = recordTimes('manyServers', figures);
  expect(figures.problems).toEqual({});
  expect(figures.rssMiB).toBeLessThanOrEqual(270);
  if (isJudged) expect(readyMs).toBeLessThanOrEqual(4_000);
});
