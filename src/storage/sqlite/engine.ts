import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { CamelCasePlugin, Kysely, sql } from 'kysely';
import type { EpochMs } from '../../clock.ts';
import type { Database, Engine } from '../engine.ts';
import { StorageError } from '../errors.ts';
import type { Joining, Member } from '../fleet/member.ts';
import { processRecords } from '../fleet/processes.ts';
import { laterMigrations } from '../migrations/later.ts';
import type { Tables as ProcessTables, Tables } from '../schema.ts';
import { connect } from './connection.ts';
import { sqliteDialect } from './dialect.ts';
import { checkIntegrity } from './integrity.ts';
import { fileOf, isInMemory, locationRule } from './location.ts';
import { type Lock, lockDatabase } from './lock.ts';
import { schema } from './migrations/001-schema.ts';
import { refuseForeignFile } from './ownDatabase.ts';
import { takeFromOthers } from './ownFiles.ts';
import { textIndex } from './search.ts';
import { createTurns } from './turns.ts';

/** Truncating the log fails while another program reads, so it is retried for ten seconds in all. */
const emptyTriesMax = 50;
const emptyAgainMs = 200;

const migrations = [schema, ...laterMigrations((db, statement) => sql.raw(statement).execute(db))];

/** SQLite in one file, with one connection that transactions and queries take in turns. */
export const sqlite: Engine = {
  open: openSqlite,
  migrations,
  textIndex,
};

/**
 * Makes the folder and takes the lock. `waitMsMax` is how long a query waits for the connection before it throws
 * `transaction-rule`.
 */
export async function openSqlite<Tables>(url: string, waitMsMax = 5_000): Promise<Database<Tables>> {
  if (isInMemory(url)) return databaseAt(undefined, waitMsMax);
  const path = fileOf(url);
  if (path === undefined) throw new StorageError('bad-location', locationRule);
  makeFolder(dirname(path));
  refuseForeignFile(path);
  const lock = lockDatabase(path);
  try {
    takeFromOthers(path);
    return databaseAt(path, waitMsMax, lock);
  } catch (error) {
    lock.release();
    throw error;
  }
}

function databaseAt<Tables>(path: string | undefined, waitMsMax: number, lock?: Lock): Database<Tables> {
  const turns = createTurns(waitMsMax);
  const connection = connect(path ?? ':memory:');
  const db = new Kysely<Tables>({ dialect: sqliteDialect(connection, turns), plugins: [new CamelCasePlugin()] });
  return {
    db,
    transaction: (work, { durable = false } = {}) =>
      turns.guard.hold(db, async (held) => {
        try {
          // In WAL mode this syncs each commit. SQLite refuses to change it inside a transaction.
          if (durable) await sql`pragma synchronous = full`.execute(held);
          return await held.transaction().execute(work);
        } finally {
          if (durable) await sql`pragma synchronous = normal`.execute(held);
        }
      }),
    join(joining, now) {
      const by = { ...joining, schemaVersion: migrations.length };
      return joinAlone(db as unknown as Kysely<ProcessTables>, randomUUID(), by, now);
    },
    // The lock on the file keeps other processes away.
    alone: (work) => work(),
    refuseOthers: async () => {},
    async compact() {
      await db.connection().execute(async (held) => {
        await sql`vacuum`.execute(held);
        // The log still contains the old pages.
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
    integrityProblems: async () => (path === undefined ? [] : checkIntegrity(path)),
    // With one connection there are no conflicts.
    repeats: () => 0,
    async bytes() {
      const { rows } = await sql<{ bytes: number }>`select page_count * page_size as bytes
        from pragma_page_count(), pragma_page_size()`.execute(db);
      return rows[0]?.bytes ?? 0;
    },
    async close() {
      await turns.guard.end();
      connection.close();
      lock?.release();
    },
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

/** Joins as the only process of the file. All claims in it are from a process that has ended, so they are released. */
async function joinAlone(
  db: Kysely<Tables>,
  owner: string,
  joining: Joining & { schemaVersion: number },
  now: EpochMs,
): Promise<Member> {
  const processes = processRecords(db);
  await processes.remove('all');
  await processes.add(joining, { owner, now });
  await processes.take(joining.roles, owner, now);
  return {
    owner,
    holds: (role) => joining.roles.includes(role),
    lost: new Promise(() => {}),
  };
}
