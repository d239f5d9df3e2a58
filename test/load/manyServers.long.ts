import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { recordFigures } from '../figures.ts';
import { hire, rounded } from './hand.ts';
import type { LedeDuties } from './lede.ts';
import type { TownDuties } from './town.ts';

const at = Date.UTC(2026, 10, 24, 8);
/** Discord's maximum of guilds for one connection. */
const guilds = 2_500;
const bytes = 31_000;

test('2,500 servers of 31 KB: ready within 4 s, and resident in 270 MiB', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'lede-servers-'));
  const town = hire<TownDuties>('./town.ts');
  const lede = hire<LedeDuties>('./lede.ts');
  try {
    const plan = { feeds: 20, eventsPerHour: 30, guilds, channels: 1 };
    const place = await town.ask('open', { ...plan, at, limits: true, bytes });
    const settings = { ...place.settings, databaseUrl: `file:${join(folder, 'lede.db')}`, retentionDays: 30 };
    const { readyMs } = await lede.ask('open', { settings, at, cron: false });
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
      machineLoad: rounded(loadavg()[0] ?? 0),
      problems: await lede.ask('problems'),
    };
    recordFigures('manyServers', figures);
    process.stdout.write(`${JSON.stringify(figures, undefined, 2)}\n`);
    await lede.ask('stop');
    await town.ask('close');
    expect(figures.problems).toEqual({});
    expect(figures.rssMiB).toBeLessThanOrEqual(270);
    // If other programs compete for the processors, times say nothing about Lede.
    if (figures.machineLoad <= availableParallelism()) expect(readyMs).toBeLessThanOrEqual(4_000);
  } finally {
    await lede.end();
    await town.end();
    rmSync(folder, { recursive: true, force: true });
  }
});
