import { existsSync } from 'node:fs';
import { systemWall } from '../clock.ts';
import { isDatabase } from '../config.ts';
import { copyAll, openSource, openTarget, type Side } from '../storage/copy.ts';
import { StorageError } from '../storage/errors.ts';
import { fileOf, locationRule } from '../storage/sqlite/location.ts';
import { isOwnFile } from '../storage/sqlite/ownFiles.ts';
import { type Call, CliRefusal, wordsOf } from './command.ts';

const usage = `lede move --from URL --to URL
Copies all that Lede stores from one database to another, new one, for example
lede move --from file:data/lede.db --to postgres://lede:PASSWORD@db.example.org/lede
Stop Lede first. The old database stays as it is. A move that was interrupted has moved nothing; run it again.`;

/** An error about one of the two databases, naming the option instead of DATABASE_URL. */
const said = (error: unknown, word: string): unknown =>
  error instanceof StorageError ? new CliRefusal(error.message.replaceAll('DATABASE_URL', word)) : error;

async function opened(open: (url: string) => Promise<Side>, url: string, word: string): Promise<Side> {
  try {
    return await open(url);
  } catch (error) {
    throw said(error, word);
  }
}

function refuse(from: string, to: string): void {
  for (const [word, url] of Object.entries({ '--from': from, '--to': to })) {
    if (!isDatabase(url)) throw new CliRefusal(locationRule.replaceAll('DATABASE_URL', word));
  }
  const [source, target] = [fileOf(from), fileOf(to)];
  if (source !== undefined && !existsSync(source)) throw new CliRefusal(`There is no database at ${source}.`);
  if (from === to || (source !== undefined && target !== undefined && isOwnFile(source, target)))
    throw new CliRefusal('--from and --to name the same database.');
}

export async function move(call: Call): Promise<number> {
  const { from, to } = wordsOf(call, usage, { from: { type: 'string' }, to: { type: 'string' } }).values;
  if (from === undefined || to === undefined) throw new CliRefusal(usage);
  refuse(from, to);
  await using source = await opened(openSource, from, '--from');
  await using target = await opened(openTarget, to, '--to');
  const progress = (table: string, done: number) => call.progress(`${table}: ${done.toLocaleString('en')} rows`);
  try {
    const copied = await copyAll(source, target, systemWall(), progress);
    call.progress('');
    const lines = Object.entries(copied).map(([table, rows]) => `${table} ${rows.toLocaleString('en')}`);
    call.say(`Moved, and counted in both databases: ${lines.join(', ')}.
Start Lede with the new database in DATABASE_URL. The old one is as it was; never start a Lede on it again.\n`);
    return 0;
  } catch (error) {
    if (!(error instanceof StorageError)) throw error;
    call.progress('');
    throw new CliRefusal(`Nothing was moved. ${error.message}`, 1);
  }
}
