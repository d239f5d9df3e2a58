import { availableParallelism, loadavg } from 'node:os';
import { join } from 'node:path';
import { onTestFinished, test } from 'vitest';
import { recordFigures } from '../figures.ts';
import { hasPostgres } from '../storage/postgresProgram.ts';
import type { PostgresServer } from '../storage/postgresServer.ts';
import { scratchFolder } from '../storage/scratch.ts';
import { hire, rounded } from './hand.ts';
import type { LedeDuties } from './lede.ts';
import type { TownDuties } from './town.ts';

if (!hasPostgres) process.stdout.write('Left out: no PostgreSQL comes for this platform.\n');

/** Defines a test with its own PostgreSQL, with autovacuum on as in production. */
export function onPostgres(name: string, work: (server: PostgresServer) => Promise<void>): void {
  test.skipIf(!hasPostgres)(name, async () => {
    const { startPostgres } = await import('../storage/postgresServer.ts');
    const server = await startPostgres({ settings: ['autovacuum=on', 'shared_buffers=256MB', 'max_wal_size=4GB'] });
    onTestFinished(() => server.stop());
    await work(server);
  });
}

/** URL of a new SQLite file, which is removed when the test ends. */
export const sqliteUrl = (): string => `file:${join(scratchFolder(), 'lede.db')}`;

type Plan = Parameters<TownDuties['open']>[0];

/**
 * A town and a Lede on it, open at the same moment, as processes of their own. They end with the test, before its
 * database is removed. With `cron` Lede's loops run by themselves.
 */
export async function townAndLede(
  { limits = true, ...plan }: Omit<Plan, 'limits'> & Partial<Pick<Plan, 'limits'>>,
  { cron = false, databaseUrl = sqliteUrl(), retentionDays = 30 } = {},
) {
  const town = hire<TownDuties>('./town.ts');
  const lede = hire<LedeDuties>('./lede.ts');
  onTestFinished(async () => {
    await lede.end();
    await town.end();
  });
  const { settings, neighbours } = await town.ask('open', { ...plan, limits });
  const given = { ...settings, databaseUrl, retentionDays };
  const { readyMs } = await lede.ask('open', { settings: given, at: plan.at, cron });
  const topics = settings.catalogue.topics.map(({ id }) => id);
  /** Stops both. Returns the problems that Lede logged. */
  const close = async () => {
    const problems = await lede.ask('problems');
    await lede.ask('stop');
    await town.ask('close');
    return problems;
  };
  return { town, lede, databaseUrl, neighbours, topics, readyMs, close };
}

/** Records figures. False if other programs compete for the processors, because then times say nothing about Lede. */
export function recordTimes(name: string, figures: Readonly<Record<string, unknown>>): boolean {
  const machineLoad = rounded(loadavg()[0] ?? 0);
  recordFigures(name, { ...figures, machineLoad });
  if (machineLoad <= availableParallelism()) return true;
  process.stdout.write('Times are not judged: the machine was busy with other things.\n');
  return false;
}
