import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished, test } from 'vitest';
import { hasPostgres } from '../storage/postgresProgram.ts';
import type { PostgresServer } from '../storage/postgresServer.ts';
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
export function sqliteUrl(): string {
  const folder = mkdtempSync(join(tmpdir(), 'lede-load-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return `file:${join(folder, 'lede.db')}`;
}

/** A town and a Lede as processes of their own, which end with the test, before its database is removed. */
export function townAndLede(databaseUrl: string = sqliteUrl()) {
  const town = hire<TownDuties>('./town.ts');
  const lede = hire<LedeDuties>('./lede.ts');
  onTestFinished(async () => {
    await lede.end();
    await town.end();
  });
  return { town, lede, databaseUrl };
}

export const machineLoad = (): number => rounded(loadavg()[0] ?? 0);

/** False if other programs compete for the processors, because then times say nothing about Lede. */
export function timesAreJudged(load: number): boolean {
  if (load <= availableParallelism()) return true;
  process.stdout.write('Times are not judged: the machine was busy with other things.\n');
  return false;
}
