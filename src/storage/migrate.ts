import type { Kysely } from 'kysely';
import type { EpochMs } from '../clock.ts';
import type { Database, Migration } from './engine.ts';
import { StorageError } from './errors.ts';

type Tables = { schemaVersion: { version: number; name: string; appliedAt: EpochMs } };
type Applied = Pick<Tables['schemaVersion'], 'version' | 'name'>;

/**
 * Applies the missing steps in order, each in a transaction of its own.
 * Throws StorageError: `newer-version` or `unknown-schema` before the first step, `migration-failed` if a step fails.
 */
export async function migrate(
  database: Database<Tables>,
  migrations: readonly Migration[],
  now: () => EpochMs,
): Promise<void> {
  await createVersions(database.db);
  const applied = await appliedIn(database.db);
  refuseUnknown(applied, migrations);
  for (const [index, migration] of migrations.entries()) {
    if (index >= applied.length) await apply(database, migration, index + 1, now());
  }
}

const createVersions = (db: Kysely<Tables>): Promise<void> =>
  db.schema
    .createTable('schemaVersion')
    .ifNotExists()
    .addColumn('version', 'integer', (column) => column.primaryKey())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('appliedAt', 'bigint', (column) => column.notNull())
    .execute();

/** The number of the last step that was applied to a database of Lede. */
export async function schemaVersionIn<Any>(given: Kysely<Any>): Promise<number> {
  const db = given as unknown as Kysely<Tables>;
  const { version } = await db
    .selectFrom('schemaVersion')
    .select(({ fn }) => fn.max('version').as('version'))
    .executeTakeFirstOrThrow();
  return version;
}

const appliedIn = (db: Kysely<Tables>): Promise<Applied[]> =>
  db.selectFrom('schemaVersion').select(['version', 'name']).orderBy('version').execute();

/** When the first step was applied, which created the database. */
export async function startedAt<Any>(given: Kysely<Any>): Promise<EpochMs | undefined> {
  const db = given as unknown as Kysely<Tables>;
  return (await db.selectFrom('schemaVersion').select('appliedAt').orderBy('version').executeTakeFirst())?.appliedAt;
}

/** Creates the whole schema in an empty database. Call it in a transaction. */
export async function createSchema<Any>(given: Kysely<Any>, migrations: readonly Migration[], now: EpochMs) {
  const db = given as unknown as Kysely<Tables>;
  await createVersions(db);
  for (const [index, migration] of migrations.entries()) await step(db, migration, index + 1, now);
}

/** Throws StorageError unless the database has exactly these steps. */
export async function refuseOtherSchema<Any>(given: Kysely<Any>, migrations: readonly Migration[]): Promise<void> {
  const db = given as unknown as Kysely<Tables>;
  const isLedes = (await tableNames(db)).includes('schema_version');
  if (!isLedes) throw new StorageError('unknown-schema', 'The database in DATABASE_URL holds no Lede.');
  const applied = await appliedIn(db);
  refuseUnknown(applied, migrations);
  if (applied.length === migrations.length) return;
  throw new StorageError(
    'older-version',
    `The database in DATABASE_URL has schema version ${applied.length} and this Lede knows ${migrations.length}: ` +
      'start this Lede on it once.',
  );
}

async function step(db: Kysely<Tables>, migration: Migration, version: number, now: EpochMs): Promise<void> {
  await migration.up(db as unknown as Kysely<unknown>);
  await db.insertInto('schemaVersion').values({ version, name: migration.name, appliedAt: now }).execute();
}

/** The names of all tables in the database, including those of other programs. */
export const tableNames = async <Tables>(db: Kysely<Tables>): Promise<string[]> =>
  (await db.introspection.getTables()).filter(({ isView }) => !isView).map(({ name }) => name);

function refuseUnknown(applied: readonly Applied[], migrations: readonly Migration[]): void {
  for (const [index, { version, name }] of applied.slice(0, migrations.length).entries()) {
    if (version === index + 1 && name === migrations[index]?.name) continue;
    throw new StorageError(
      'unknown-schema',
      `Step ${version} of the database's schema is "${name}", which this Lede does not know: the database belongs to ` +
        'another program, or to a Lede from before its first release. Move it away to start with a new one.',
    );
  }
  refuseNewer(applied.length, migrations.length);
}

/** Throws StorageError if a newer Lede updated the database. */
export function refuseNewer(version: number, known: number): void {
  if (version <= known) return;
  throw new StorageError(
    'newer-version',
    `The database has schema version ${version} and this Lede knows ${known}: ` +
      'start the newer Lede, or put a backup from before its start in place.',
  );
}

const reasonLengthMax = 300;

/** The database's error message in one line, without values that it quotes at the end. */
function reasonOf(error: unknown): string {
  const [line = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
  return line.replace(/: ["'].*/, '').slice(0, reasonLengthMax);
}

async function apply(database: Database<Tables>, migration: Migration, version: number, now: EpochMs): Promise<void> {
  try {
    await database.transaction((trx) => step(trx, migration, version, now), { durable: true });
  } catch (error) {
    if (error instanceof StorageError && error.code !== 'bad-parameter') throw error;
    throw new StorageError(
      'migration-failed',
      `The migration "${migration.name}" failed; nothing of it was kept. The reason: ${reasonOf(error)}`,
      error,
    );
  }
}
