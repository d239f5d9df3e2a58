import { parseArgs } from 'node:util';
import { systemWall } from '../clock.ts';
import { parseConfig } from '../config.ts';
import { backupFile } from '../storage/backup.ts';
import { existingDatabase } from './existingDatabase.ts';

/** `data/backup/lede-2026-11-24T08-00-00Z.db`: the names sort as the moments do. */
function defaultTarget(): string {
  const moment = Temporal.Instant.fromEpochMilliseconds(systemWall()).toString({ smallestUnit: 'second' });
  return `data/backup/lede-${moment.replaceAll(':', '-')}.db`;
}

async function backUp(): Promise<string> {
  const { values } = parseArgs({ options: { to: { type: 'string' } } });
  const parsed = parseConfig(process.env);
  if ('problems' in parsed) throw new Error(parsed.problems.join('\n'));
  const location = existingDatabase(parsed.config.databaseUrl);
  const target = values.to ?? defaultTarget();
  await backupFile(location.path, target);
  return target;
}

try {
  process.stdout.write(`Backup written and checked: ${await backUp()}\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
