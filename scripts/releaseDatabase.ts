// Runs this version for a day and keeps its database, so that every later version is tested for upgrading it.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempDisposableSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { constants, gzipSync } from 'node:zlib';
import { version } from '../src/web/version.ts';
import { startPostgres } from '../test/storage/postgresServer.ts';
import { filesOf, postgresSchemaSum, stepsIn } from '../test/storage/releases/releases.ts';
import { optionsOf } from './options.ts';
import { liveADay } from './release/day.ts';

optionsOf(
  `npm run release:database
Lets this version live through a day of the playground’s press, and keeps its database in test/storage/releases/.`,
  {},
);
const files = filesOf(version);
if (existsSync(files.database)) {
  console.error(
    `The database of ${version} is kept already, and a released one never changes. If ${version} is not released yet, delete ${files.database} and run this again.`,
  );
  process.exit(1);
}

/** Throws if a table is empty or an outbox state unused, because its upgrade would not be tested. */
function refuseGaps(file: DatabaseSync): void {
  const tables = file.prepare("select name from pragma_table_list where type <> 'shadow' and name not like 'sqlite%'");
  const isEmpty = (name: string) => file.prepare(`select 1 from ${name} limit 1`).get() === undefined;
  const states = file.prepare('select distinct state from deliveries');
  const seen = new Set(states.all().map(({ state }) => state));
  const gaps = [
    ...tables.all().flatMap(({ name }) => (isEmpty(String(name)) ? [name] : [])),
    ...['pending', 'sent', 'expired', 'refused', 'unknown', 'lost'].filter((state) => !seen.has(state)),
  ];
  if (gaps.length > 0)
    throw new Error(`The day produced no ${gaps.join(', ')}. Extend release/day.ts so that it does.`);
}

using folder = mkdtempDisposableSync(join(tmpdir(), 'lede-release-'));
await using postgres = await startPostgres();
const [left, kept] = [join(folder.path, 'left.db'), join(folder.path, 'kept.db')];
const facts = await liveADay(`file:${left}`);
{
  using file = new DatabaseSync(left);
  refuseGaps(file);
  // The kept file is public, so it must not contain this machine's name.
  file.exec(`update processes set name = 'desk 1'; vacuum into '${kept}'`);
}
const postgresSchema = await postgresSchemaSum(await postgres.create(), stepsIn(kept));
const packed = gzipSync(readFileSync(kept), { level: constants.Z_BEST_COMPRESSION });
writeFileSync(files.facts, JSON.stringify({ ...facts, postgresSchema }));
execFileSync('npx', ['biome', 'format', '--write', files.facts], { stdio: 'ignore' });
// Written last and renamed into place, so that an existing database is always complete and has its facts.
const part = `${files.database}.part`;
writeFileSync(part, packed);
renameSync(part, files.database);
console.log(`${files.database}: ${packed.length.toLocaleString('en')} bytes. Commit it with ${files.facts}.`);
