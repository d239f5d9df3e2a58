import type { EpochMs } from '../clock.ts';
import type { Database, Engine, Migration } from './engine.ts';
import { StorageError } from './errors.ts';
import { migrate, tableNames } from './migrate.ts';
import { isPostgres } from './postgres/address.ts';
import { postgres } from './postgres/engine.ts';
import { sqlite } from './sqlite/engine.ts';

/** The engine for a DATABASE_URL. Addresses that aren't PostgreSQL's go to SQLite, which checks them at opening. */
export const engineOf = (url: string): Engine => (isPostgres(url) ? postgres : sqlite);

/**
 * Opens the database and brings its schema up to date. Throws StorageError if its schema is newer than this program, if
 * the disk fails, or if another process uses an SQLite file.
 */
export async function openDatabase<Tables>(options: {
  url: string;
  migrations: readonly Migration[];
  now: () => EpochMs;
  /** Refuses a database that another process is connected to. */
  only?: boolean;
  /** Refuses an empty database. */
  filled?: boolean;
}): Promise<Database<Tables>> {
  const database = await engineOf(options.url).open<Tables>(options.url);
  try {
    if (options.only) await database.refuseOthers();
    if (options.filled && (await tableNames(database.db)).length === 0)
      throw new StorageError('unknown-schema', 'The database is empty; DATABASE_URL must name that of a Lede.');
    const given = database as unknown as Parameters<typeof migrate>[0];
    await database.alone(() => migrate(given, options.migrations, options.now));
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}
