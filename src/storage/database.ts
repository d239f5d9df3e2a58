import type { Kysely, Transaction } from 'kysely';
import type { EpochMs } from '../clock.ts';
import { StorageError } from './errors.ts';
import type { HostTurns } from './fleet/hostTurns.ts';
import type { Joining, Member } from './fleet/member.ts';
import { type Migration, migrate, tableNames } from './migrate.ts';
import { isPostgres } from './postgres/address.ts';
import { postgres } from './postgres/engine.ts';
import type { Tables } from './schema.ts';
import type { StorySearch } from './search.ts';
import { sqlite } from './sqlite/engine.ts';

/** An open database with Kysely over it. */
export interface Database<Tables> {
  readonly db: Kysely<Tables>;
  /** Only if several processes can use the database at once. */
  readonly hostTurns?: HostTurns;
  /**
   * Commits when `work` ends and rolls back when it throws. Inside, await only queries of `trx`: `db` or a second
   * transaction throws `transaction-rule`. `durable` waits until the commit is on the disk; without it a power cut can
   * undo the last commits, a crash of the process can't.
   */
  transaction<T>(work: (trx: Transaction<Tables>) => Promise<T>, options?: { durable?: boolean }): Promise<T>;
  /**
   * Begins this process's part in the work. Claims of processes that are gone are free from then on: with SQLite at
   * once, since one process has the file, with PostgreSQL when their leases are over.
   */
  join(joining: Joining, now: EpochMs): Promise<Member>;
  /** Runs `work` while no other process does the same. */
  alone<T>(work: () => Promise<T>): Promise<T>;
  /** Throws StorageError `in-use` while another process of Lede is connected. */
  refuseOthers(): Promise<void>;
  /** Rewrites the storage without its free space, where deleted rows could still be read. */
  compact(): Promise<void>;
  /** The damage that a full check finds, read in another thread; empty if there is none. */
  integrityProblems(): Promise<readonly string[]>;
  /** How often a transaction was done again since the opening, because another process was in its way. */
  repeats(): number;
  /** How large it is, without the log of its latest changes. */
  bytes(): Promise<number>;
  /** Refuses new work, waits for what has begun, then closes. */
  close(): Promise<void>;
}

/** Who identifies next at Discord, over all processes that share the database. */
export interface IdentifyTurns {
  /** Takes the turn of a bucket: 0, or after how many ms to ask again. */
  take(bucket: number): Promise<number>;
}

/** All that differs between databases. Each has a folder here with its own Kysely dialect. */
export interface Engine {
  /** Throws StorageError. */
  open<Tables>(url: string): Promise<Database<Tables>>;
  /** Every step of the schema, in order. */
  readonly migrations: readonly Migration[];
  search(db: Kysely<Tables>): StorySearch;
  /** Only where several processes share the database. */
  identifyTurns?(db: Kysely<Tables>): IdentifyTurns;
}

/** The engine for a DATABASE_URL. SQLite refuses an address that names no file when it opens it. */
export const engineOf = (url: string): Engine => (isPostgres(url) ? postgres : sqlite);

/**
 * Opens the database and brings its schema up to date.
 * Throws StorageError if another process uses it, if it is newer than this program, or if the disk fails.
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
    if (options.filled && (await tableNames(database.db)).length === 0) {
      throw new StorageError('unknown-schema', 'The database is empty; DATABASE_URL must name that of a Lede.');
    }
    const given = database as unknown as Parameters<typeof migrate>[0];
    await database.alone(() => migrate(given, options.migrations, options.now));
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}
