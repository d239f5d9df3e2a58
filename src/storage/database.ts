import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { Kysely, sql, type Transaction } from 'kysely';
import type { EpochMs } from '../clock.ts';
import { StorageError } from './errors.ts';
import { backupFile, backupMemory } from './sqlite/backup.ts';
import { connect } from './sqlite/connection.ts';
import { sqliteDialect } from './sqlite/dialect.ts';
import { checkIntegrity } from './sqlite/integrity.ts';
import { type Location, parseLocation } from './sqlite/location.ts';
import { type Lock, lockDatabase } from './sqlite/lock.ts';
import { type Migration, migrate } from './sqlite/migrations.ts';
import { createTurns, type Turns } from './turns.ts';

/** So often, and so far apart, the log is tried to be emptied while others read: ten seconds in all. */
const emptyTriesMax = 50;
const emptyAgainMs = 200;

export type { Migration } from './sqlite/migrations.ts';

/** One connection, one Kysely instance; whoever comes while a transaction is open waits for its end. */
export type Database<Tables> = {
  readonly db: Kysely<Tables>;
  /**
   * Runs `work` alone on the connection and commits, or rolls back when it throws. Inside, await only what `trx` gives:
   * `db` or another transaction throws there. `durable` waits until the disk has the commit; without it a power cut
   * (never a crash) can undo the last commits.
   */
  transaction<T>(work: (trx: Transaction<Tables>) => Promise<T>, options?: { durable?: boolean }): Promise<T>;
  /** Writes a checked copy of this moment to `path`, over an older one, while work goes on. Throws StorageError */
  backupTo(path: string): Promise<void>;
  /** Writes the file anew without its free pages, in which deleted rows stay readable. */
  compact(): Promise<void>;
  /** What SQLite finds wrong in the whole file, read in a thread of its own; empty means sound. */
  integrityProblems(): Promise<readonly string[]>;
  /** Refuses new work, waits for what has begun, then frees the file. */
  close(): Promise<void>;
};

/**
 * `url` as DATABASE_URL is written; `waitMsMax` is how long anyone waits for the connection before the rule is named.
 */
export type DatabaseOptions = {
  url: string;
  migrations: readonly Migration[];
  now: () => EpochMs;
  waitMsMax?: number;
};

/**
 * Makes the folder, takes the lock, and brings the schema up to date.
 * Throws StorageError when another process has the database, when it is newer than this program, or when the disk fails
 */
export async function openDatabase<Tables>(options: DatabaseOptions): Promise<Database<Tables>> {
  const location = parseLocation(options.url, process.cwd());
  if (location.kind === 'file') makeFolder(dirname(location.path));
  const lock = location.kind === 'file' ? lockDatabase(location.path) : undefined;
  let database: Database<Tables> | undefined;
  try {
    database = databaseOver(location, createTurns(options.waitMsMax ?? 5_000), lock);
    await migrate(untyped(database), options.migrations, options.now);
    return database;
  } catch (error) {
    await database?.close();
    lock?.release();
    throw error;
  }
}

function databaseOver<Tables>(location: Location, turns: Turns, lock: Lock | undefined): Database<Tables> {
  const connection = connect(location.kind === 'file' ? location.path : ':memory:');
  const db = new Kysely<Tables>({ dialect: sqliteDialect(connection, turns) });
  return {
    db,
    async transaction(work, { durable = false } = {}) {
      const scope = { active: false };
      return turns.within(scope, () =>
        db.connection().execute(async (held) => {
          scope.active = true;
          try {
            // SQLite refuses to change this inside a transaction, and in WAL mode it is what syncs a commit.
            if (durable) await sql`pragma synchronous = full`.execute(held);
            return await held.transaction().execute(work);
          } finally {
            scope.active = false;
            if (durable) await sql`pragma synchronous = normal`.execute(held);
          }
        }),
      );
    },
    async backupTo(path) {
      if (location.kind === 'file') await backupFile(location.path, path);
      else await db.connection().execute(() => backupMemory(connection.raw, path));
    },
    async compact() {
      await db.connection().execute(async (held) => {
        await sql`vacuum`.execute(held);
        // The log holds the pages of before. It can't be emptied while another program reads, a backup say.
        for (let tries = 0; tries < emptyTriesMax; tries += 1) {
          const { rows } = await sql<{ busy: number }>`pragma wal_checkpoint(truncate)`.execute(held);
          if (rows[0]?.busy === 0) return;
          await setTimeout(emptyAgainMs);
        }
        throw new StorageError(
          'in-use',
          'Another program reads the database, so what was deleted still stands in its log; close it and do the same again.',
        );
      });
    },
    async integrityProblems() {
      // What lives in memory was never on a disk that could have damaged it.
      return location.kind === 'file' ? checkIntegrity(location.path) : [];
    },
    async close() {
      await turns.end();
      await db.destroy();
      connection.close();
      lock?.release();
    },
  };
}

/** Migrations see no table types: the types describe what stands after the last of them. */
function untyped<Tables>({ db, transaction }: Database<Tables>) {
  return {
    db: db as unknown as Kysely<unknown>,
    transaction: (work: (trx: Kysely<unknown>) => Promise<void>, options: { durable: boolean }) =>
      transaction((trx) => work(trx as unknown as Kysely<unknown>), options),
  };
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw new StorageError(
      'unopenable',
      `The folder ${folder} for the database cannot be made; check its path.`,
      error,
    );
  }
}
