import { existsSync, mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { systemWall } from '../clock.ts';
import { backupFile, noteBackup } from '../storage/sqlite/backup.ts';
import { fileOf } from '../storage/sqlite/location.ts';
import { type Call, CliRefusal, configIn, databaseIn, wordsOf } from './command.ts';

const usage = `lede backup [--to FILE]
Copies the database, also while Lede runs, checks the copy, and writes it to FILE or into data/backup/.`;

/** `data/backup/lede-2026-11-24T08-00-00Z.db`: the names sort by time. */
function defaultTarget(): string {
  const moment = Temporal.Instant.fromEpochMilliseconds(systemWall()).toString({ smallestUnit: 'second' });
  return `data/backup/lede-${moment.replaceAll(':', '-')}.db`;
}

export async function backup(call: Call): Promise<number> {
  const { to: given } = wordsOf(call, usage, { to: { type: 'string' } }).values;
  const database = fileOf(databaseIn(configIn(call.environment)));
  if (database === undefined) {
    throw new CliRefusal(
      'DATABASE_URL names PostgreSQL, whose own pg_dump makes backups, also while Lede runs: pg_dump --format=custom --file=lede.dump "$DATABASE_URL"',
    );
  }
  const to = given ?? defaultTarget();
  const folder = dirname(resolve(to));
  if (given === undefined) mkdirSync(folder, { recursive: true });
  // The folder may be on a disk that isn't mounted. Making it would put the backup on the same disk as the database.
  else if (!existsSync(folder)) {
    throw new CliRefusal(
      `The backup was not made: there is no folder ${folder}. Mount its disk or make the folder first.`,
    );
  }
  const at = systemWall();
  await backupFile(database, to);
  // The copy is valid even if this note fails.
  await noteBackup(database, at).catch((error: Error) =>
    call.complain(`Lede's metrics will not show this backup: ${error.message}`),
  );
  call.say(`Backup written and checked: ${to}\n`);
  return 0;
}
