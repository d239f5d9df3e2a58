import { createHash } from 'node:crypto';
import { type Expression, expressionBuilder, type Kysely, type SqlBool } from 'kysely';
import type { EpochMs } from '../clock.ts';
import { type AnyTables, allTables, anyTables, factsOf, type Row, refTuple, tuple } from './anyTable.ts';
import { engineOf } from './database.ts';
import { eachRow } from './eachRow.ts';
import type { Database } from './engine.ts';
import { StorageError } from './errors.ts';
import { createSchema, refuseOtherSchema, tableNames } from './migrate.ts';
import type { Tables } from './schema.ts';
import { storySearch } from './search.ts';
import type { TableName } from './tables.ts';

const copied = allTables.filter((table) => factsOf(table).ofProcesses === undefined);

const rowsAtOnce = 500;
const textsAtOnce = 100;

/** A database that is copied from or to. */
export interface Side extends AsyncDisposable {
  url: string;
  database: Database<Tables>;
}

/** How many rows of each table were copied and compared; `search` is the number of searchable texts. */
export type Copied = Readonly<Record<string, number>>;

/** Opens a database to copy from. Throws StorageError unless it has the schema of this version of Lede. */
export const openSource = (url: string): Promise<Side> =>
  open(url, ({ db }) => refuseOtherSchema(db, engineOf(url).migrations));

/** Opens a database to copy to. Throws StorageError if the database has any table. */
export const openTarget = (url: string): Promise<Side> => open(url, refuseFilled);

async function open(url: string, check: (database: Database<Tables>) => Promise<void>): Promise<Side> {
  const database = await engineOf(url).open<Tables>(url);
  try {
    await check(database);
    return { url, database, [Symbol.asyncDispose]: () => database.close() };
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function refuseFilled({ db }: Database<Tables>): Promise<void> {
  if ((await tableNames(db)).length === 0) return;
  throw new StorageError('not-empty', 'The database in DATABASE_URL is not empty; name a new one.');
}

/**
 * Copies everything in one transaction, which commits only after all keys were read back and compared. Until then the
 * target is empty. No Lede can open either database meanwhile. Throws StorageError, for example if another Lede is
 * connected to the source.
 */
export function copyAll(
  source: Side,
  target: Side,
  now: EpochMs,
  progress: (table: string, done: number) => void,
): Promise<Copied> {
  const copy = async (trx: Kysely<Tables>): Promise<Copied> => {
    await createSchema(trx, engineOf(target.url).migrations, now);
    const counts: Record<string, number> = {};
    const [read, write] = [anyTables(source.database.db), anyTables(trx)];
    for (const table of copied) {
      const { key } = factsOf(table);
      const keysIn = (rows: readonly Row[]) => rows.map((row) => key.map((column) => row[column]));
      const [given, found] = [digest(), digest()];
      for await (const rows of pagesOf(read, table)) {
        await insert(write, table, rows);
        progress(table, given.add(keysIn(rows)));
      }
      for await (const rows of pagesOf(write, table, key)) found.add(keysIn(rows));
      counts[table] = same(table, given, found);
    }
    return { ...counts, search: await copySearch(source, target, trx, (done) => progress('search', done)) };
  };
  return source.database.alone(async () => {
    await source.database.refuseOthers();
    return target.database.alone(async () => {
      await refuseFilled(target.database);
      return target.database.transaction(copy, { durable: true });
    });
  });
}

async function copySearch(source: Side, target: Side, trx: Kysely<Tables>, progress: (done: number) => void) {
  const searchIn = ({ url }: Side, db: Kysely<Tables>) => storySearch(db, engineOf(url).textIndex(db));
  const [read, write] = [searchIn(source, source.database.db), searchIn(target, trx)];
  const [given, found] = [digest(), digest()];
  for await (const texts of textsOf(read)) {
    // Texts are added in order, because the search treats a higher row number as newer.
    for (const { id, ...text } of texts) await write.add(id, [text]);
    progress(given.add(keysOf(texts)));
  }
  for await (const texts of textsOf(write)) found.add(keysOf(texts));
  return same('search', given, found);
}

type Search = ReturnType<typeof storySearch>;
type Texts = Awaited<ReturnType<Search['stored']>>;

const keysOf = (texts: Texts) => texts.map(({ id, feedId = '' }) => [id, feedId]);

async function* textsOf(search: Search): AsyncGenerator<Texts> {
  for (let after = 0; ; ) {
    const texts = await search.stored(after, textsAtOnce);
    yield texts;
    if (texts.length < textsAtOnce) return;
    after = texts.at(-1)?.row ?? after;
  }
}

/** Reads a table in pages by its key: whole rows, or the given columns. */
async function* pagesOf(db: AnyTables, table: TableName, columns?: readonly string[]): AsyncGenerator<Row[]> {
  const { key } = factsOf(table);
  const all = db.selectFrom(table as string).limit(rowsAtOnce);
  const ordered = key.reduce((query, column) => query.orderBy(column), columns ? all.select(columns) : all.selectAll());
  for (let last: Row | undefined; ; ) {
    const rows = await (last === undefined ? ordered : ordered.where(beyond(key, last))).execute();
    yield rows;
    if (rows.length < rowsAtOnce) return;
    last = rows.at(-1);
  }
}

function beyond(key: readonly string[], last: Row): Expression<SqlBool> {
  const eb = expressionBuilder<Record<string, Row>, string>();
  return eb(refTuple(...key), '>', tuple(...key.map((column) => last[column])));
}

function insert(db: AnyTables, table: string, rows: readonly Row[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {});
  return eachRow(db, rows, (of) =>
    db.insertInto(table).values(Object.fromEntries(columns.map((name) => [name, of((row) => row[name])]))),
  );
}

/** Counts and hashes keys, to compare source and target. */
function digest() {
  const hash = createHash('sha256');
  let count = 0;
  return {
    add(rows: readonly (readonly unknown[])[]): number {
      // NUL is left out of the hash, because PostgreSQL stores texts without it.
      for (const row of rows) hash.update(`${JSON.stringify(row).replaceAll('\\u0000', '')}\n`);
      count += rows.length;
      return count;
    },
    end: () => ({ count, sum: hash.digest('hex') }),
  };
}

function same(table: string, given: ReturnType<typeof digest>, found: ReturnType<typeof digest>): number {
  const [here, there] = [given.end(), found.end()];
  if (here.sum === there.sum) return here.count;
  throw new StorageError(
    'copy-differs',
    `The copy of ${table} was to have ${here.count} rows and has ${there.count}, or others; nothing of it was kept.`,
  );
}
