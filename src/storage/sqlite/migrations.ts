import { type Kysely, sql } from 'kysely';
import type { EpochMs } from '../../clock.ts';
import { StorageError } from '../errors.ts';

/** One step of the schema. Its place in the list is the version: a released one is never moved, renamed or edited. */
export type Migration = { name: string; up(db: Kysely<unknown>): Promise<void> };

type Applied = { version: number; name: string };

/** The part of a database that the runner needs; a transaction that fails leaves nothing of its migration. */
export type Migrated = {
  db: Kysely<unknown>;
  transaction(work: (trx: Kysely<unknown>) => Promise<void>, options: { durable: boolean }): Promise<void>;
};

/**
 * Applies what is missing, in order, each in a transaction of its own.
 * Throws StorageError `newer-version` or `unknown-schema` before anything is changed, `migration-failed` with the name
 */
export async function migrate(database: Migrated, migrations: readonly Migration[], now: () => EpochMs): Promise<void> {
  const { db } = database;
  await sql`create table if not exists schema_version
    (version integer primary key, name text not null, applied_at integer not null)`.execute(db);
  const { rows: applied } = await sql<Applied>`select version, name from schema_version order by version`.execute(db);
  refuseUnknown(applied, migrations);
  for (const [index, migration] of migrations.entries()) {
    if (index < applied.length) continue;
    await apply(database, migration, index + 1, now());
  }
}

function refuseUnknown(applied: readonly Applied[], migrations: readonly Migration[]): void {
  for (const [index, { version, name }] of applied.slice(0, migrations.length).entries()) {
    if (version === index + 1 && name === migrations[index]?.name) continue;
    throw new StorageError(
      'unknown-schema',
      `Step ${version} of the database's schema is "${name}", which this Lede does not know: the file belongs to ` +
        'another program, or to a Lede from before its first release. Move it away to start with a new one.',
    );
  }
  if (applied.length > migrations.length) {
    throw new StorageError(
      'newer-version',
      `The database has schema version ${applied.length} and this Lede knows ${migrations.length}: ` +
        'start the newer Lede, or put a backup from before its start in place.',
    );
  }
}

async function apply(database: Migrated, migration: Migration, version: number, now: EpochMs): Promise<void> {
  try {
    await database.transaction(
      async (trx) => {
        await migration.up(trx);
        await sql`insert into schema_version values (${version}, ${migration.name}, ${now})`.execute(trx);
      },
      { durable: true },
    );
  } catch (error) {
    if (error instanceof StorageError && error.code !== 'bad-parameter') throw error;
    throw new StorageError(
      'migration-failed',
      `The migration "${migration.name}" failed; nothing of it was kept.`,
      error,
    );
  }
}
