import { parseArgs } from 'node:util';
import { systemWall } from '../clock.ts';
import { parseConfig } from '../config.ts';
import { backupFile } from '../storage/sqlite/backup.ts';
import { existingDatabase } from './existingDatabase.ts';

const usage = `npm run backup -- [--to FILE]
Copies the database, also while Lede runs, checks the copy, and writes it to FILE or into data/backup/.`;

/** `data/backup/lede-2026-11-24T08-00-00Z.db`: the names sort as the moments do. */
function defaultTarget(): string {
  const moment = Temporal.Instant.fromEpochMilliseconds(systemWall()).toString({ smallestUnit: 'second' });
  return `data/backup/lede-${moment.replaceAll(':', '-')}.db`;
}

function targetGiven(): string {
  try {
    return parseArgs({ options: { to: { type: 'string' } } }).values.to ?? defaultTarget();
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n${usage}\n`);
    process.exit(2);
  }
}

async function backUp(target: string): Promise<string> {
  const parsed = parseConfig(process.env);
  if ('problems' in parsed) throw new Error(parsed.problems.join('\n'));
  const location = existingDatabase(parsed.config.databaseUrl);
  await backupFile(location.path, target);
  return target;
}

try {
  process.stdout.write(`Backup written and checked: ${await backUp(targetGiven())}\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
