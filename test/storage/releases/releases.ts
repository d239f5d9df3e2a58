import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { gunzipSync } from 'node:zlib';
import { type Kysely, sql } from 'kysely';
import type { Catalogue } from '../../../src/newsroom/catalogue.ts';
import { engineOf } from '../../../src/storage/database.ts';
import { createSchema, tableNames } from '../../../src/storage/migrate.ts';
import type { Tables } from '../../../src/storage/schema.ts';
import { storySearch } from '../../../src/storage/search.ts';
import type { Answers } from './answers.ts';

/** Facts about a release's database, as `npm run release:database` recorded them. */
export interface Facts {
  /** When that Lede stopped. */
  at: number;
  catalogue: Catalogue;
  servers: readonly { id: string; name: string; ownerId: string; answers: Answers }[];
  /** Stories for which the answers list the deliveries that posted them. */
  storyIds: readonly string[];
  /** Titles of a story that every server finds, and of one that only a server with its own feed finds. */
  found: { byAll: string; byOne: { title: string; serverId: string } };
  /** Channels whose digest was due but not posted yet. */
  due: readonly string[];
  /** SHA-256 of the schema that the release made in PostgreSQL. */
  postgresSchema: string;
}

const end = '.db.gz';

export const filesOf = (version: string) => ({
  database: join(import.meta.dirname, `${version}${end}`),
  facts: join(import.meta.dirname, `${version}.json`),
});

/** Versions whose databases are kept. */
export const releases: readonly string[] = readdirSync(import.meta.dirname)
  .filter((name) => name.endsWith(end))
  .map((name) => name.slice(0, -end.length));

export const factsOf = (version: string): Facts => JSON.parse(readFileSync(filesOf(version).facts, 'utf8'));

/** Unpacks a release's database into a folder. Returns its path. */
export function unpack(version: string, folder: string): string {
  const path = join(folder, `${version}.db`);
  writeFileSync(path, gunzipSync(readFileSync(filesOf(version).database)));
  return path;
}

/** Number of migrations applied to a SQLite file. */
export function stepsIn(path: string): number {
  using file = new DatabaseSync(path, { readOnly: true });
  return Number(file.prepare('select count(*) as steps from schema_version').get()?.steps);
}

/** The SQL of a SQLite file's tables and indexes, without those that FTS5 creates itself. */
export function schemaIn(path: string): string[] {
  using file = new DatabaseSync(path, { readOnly: true });
  const rows = file.prepare(`select sql from sqlite_schema where sql is not null
    and name not in (select name from pragma_table_list where type = 'shadow') order by type, name`);
  return rows.all().map((row) => String(row.sql).replaceAll(/\s+/g, ' '));
}

/** Applies the first `steps` migrations to an empty database, runs `work`, and closes the database. */
export async function withSchema<T>(url: string, steps: number, work: (db: Kysely<Tables>) => Promise<T>): Promise<T> {
  const engine = engineOf(url);
  const database = await engine.open<Tables>(url);
  try {
    await database.transaction((trx) => createSchema(trx, engine.migrations.slice(0, steps), 0));
    return await work(database.db);
  } finally {
    await database.close();
  }
}

/** SHA-256 of the schema that the first `steps` migrations create in an empty PostgreSQL database. */
export const postgresSchemaSum = (url: string, steps: number): Promise<string> =>
  withSchema(url, steps, async (db) => {
    const { rows } = await sql<{ line: string }>`
      select concat_ws(' ', table_name, column_name, data_type, is_nullable, column_default, collation_name) as line
        from information_schema.columns where table_schema = 'public'
      union all select indexdef from pg_indexes where schemaname = 'public'
      union all select concat_ws(' ', relname, reloptions::text) from pg_class
        where relnamespace = 'public'::regnamespace and reloptions is not null`.execute(db);
    const lines = rows.map(({ line }) => line).sort();
    return createHash('sha256').update(lines.join('\n')).digest('hex');
  });

/** Tables not copied: those about running processes apply to one database only, and the search index is rebuilt. */
const notCopied = new Set(['schema_version', 'processes', 'roles', 'host_turns', 'search_rows', 'search_terms']);

/** Creates a release's schema in an empty PostgreSQL database and copies the rows of its SQLite file. */
export async function copyReleased(path: string, url: string): Promise<void> {
  using file = new DatabaseSync(path, { readOnly: true });
  await withSchema(url, stepsIn(path), async (db) => {
    for (const name of await tableNames(db)) {
      if (notCopied.has(name)) continue;
      const [table, rows] = [sql.table(name), JSON.stringify(file.prepare(`select * from ${name}`).all())];
      await sql`insert into ${table} select * from json_populate_recordset(null::${table}, ${rows}::json)`.execute(db);
    }
    const search = storySearch(db, engineOf(url).textIndex(db));
    const texts = file.prepare(`select story_id as id, feed_id as feed, title, body
      from search_rows join story_search on story_search.rowid = search_rows.row order by row`);
    for (const { id, feed, title, body } of texts.all() as Record<'id' | 'feed' | 'title' | 'body', string>[]) {
      await search.add(id, [{ title, body, feedId: feed === '' ? undefined : feed }]);
    }
  });
}
