import { systemWall } from '../clock.ts';
import { backupFile } from '../storage/sqlite/backup.ts';
import { type Call, configIn, databaseIn, runCommand, wordsOf } from './command.ts';

const usage = `npm run backup -- [--to FILE]
Copies the database, also while Lede runs, checks the copy, and writes it to FILE or into data/backup/.`;

/** `data/backup/lede-2026-11-24T08-00-00Z.db`: the names sort as the moments do. */
function defaultTarget(): string {
  const moment = Temporal.Instant.fromEpochMilliseconds(systemWall()).toString({ smallestUnit: 'second' });
  return `data/backup/lede-${moment.replaceAll(':', '-')}.db`;
}

export async function backup(call: Call): Promise<number> {
  const { to = defaultTarget() } = wordsOf(call, usage, { to: { type: 'string' } }).values;
  await backupFile(databaseIn(configIn(call.environment)), to);
  call.say(`Backup written and checked: ${to}\n`);
  return 0;
}

if (import.meta.main) await runCommand(backup);
