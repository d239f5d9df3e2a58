import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { sql } from 'kysely';
import type pg from 'pg';
import type { Database, Engine, Migration } from '../engine.ts';
import { StorageError } from '../errors.ts';
import { fencing } from '../fleet/fencing.ts';
import { createHostTurns } from '../fleet/hostTurns.ts';
import { identifyTurns } from '../fleet/identifyTurns.ts';
import { joinProcesses } from '../fleet/lease.ts';
import { refuseNewer, schemaVersionIn } from '../migrate.ts';
import { laterMigrations } from '../migrations/later.ts';
import type { Tables as ProcessTables } from '../schema.ts';
import { locationRule } from '../sqlite/location.ts';
import { namesDatabase } from './address.ts';
import type { Fence } from './dialect.ts';
import { asStorageError } from './errors.ts';
import { damageIn } from './integrity.ts';
import { schema, translated } from './migrations/001-schema.ts';
import { applicationOf, createConnectionPool } from './pool.ts';
import { textIndex } from './search.ts';
import { openSession } from './session.ts';

const migrations: readonly Migration[] = [
  schema,
  ...laterMigrations((db, statement) => sql.raw(translated(statement)).execute(db)).map(fencing),
];

/** PostgreSQL 15 or newer, for several processes at once. */
export const postgres: Engine = {
  open: openPostgres,
  migrations,
  textIndex,
  identifyTurns,
};

const connectionsMax = 8;
/** How long a transaction may be idle: long enough to compute between two statements. */
const idleMs = 60_000;
/** How long a paused heartbeat can hold up the other processes. */
const beatIdleMs = 2_000;

/** On a conflict a statement waits, then uses the changed row; nothing is retried. */
const readCommitted = 'default_transaction_isolation=read\\ committed';

const ofTurns = [
  readCommitted,
  // Planning these statements costs more than running them.
  'plan_cache_mode=force_generic_plan',
  'enable_seqscan=off',
];

/** The number of Lede's own advisory lock: "lede" in hexadecimal. */
const openingLock = 0x6c656465;

/** How many times to look for other processes, because one that has just ended may still be connected. */
const othersTriesMax = 20;
const othersAgainMs = 100;

async function openPostgres<Tables>(url: string): Promise<Database<Tables>> {
  if (!namesDatabase(url)) throw new StorageError('bad-location', locationRule);
  const owner = randomUUID();
  const pool = createConnectionPool(url, { name: applicationOf(owner), connectionsMax, idleMs });
  const fence: Fence = { owner: undefined };
  const repeats = { count: 0 };
  const session = openSession<Tables>(pool, fence, repeats);
  const { db, transaction } = session;
  let beats: { end(): Promise<void> } | undefined;
  let leave: (() => Promise<void>) | undefined;
  const hostTurns = createHostTurns(
    createConnectionPool(url, { name: 'lede turns', connectionsMax: 1, idleMs, settings: ofTurns }),
  );
  try {
    await sql`select 1`.execute(db);
  } catch (error) {
    await session.end();
    throw asStorageError(error);
  }
  // The lock is released with its connection.
  const alone = <T>(work: () => Promise<T>): Promise<T> =>
    patiently(url, owner, async (client) => {
      await client.query('select pg_advisory_lock($1)', [openingLock]);
      return work();
    });
  return {
    db,
    transaction,
    hostTurns,
    alone,
    async join(joining) {
      const ownPool = createConnectionPool(url, {
        name: 'lede beats',
        connectionsMax: 1,
        idleMs: beatIdleMs,
        settings: [readCommitted],
      });
      const own = openSession<ProcessTables>(ownPool, { owner: undefined }, repeats);
      beats = own;
      // A newer Lede also migrates under this lock. Either it finds this process, or this one finds the new schema.
      const joined = await alone(async () => {
        refuseNewer(await schemaVersionIn(own.db), migrations.length);
        return joinProcesses(own, owner, { ...joining, schemaVersion: migrations.length });
      });
      leave = joined.leave;
      // From here on every write fails once others have taken over.
      fence.owner = owner;
      return joined.member;
    },
    async refuseOthers() {
      for (let tries = 0; tries < othersTriesMax; tries += 1) {
        const { rows } = await sql`select 1 from pg_stat_activity where datname = current_database()
          and application_name like ${applicationOf('%')} and application_name <> ${applicationOf(owner)} limit 1`.execute(
          db,
        );
        if (rows.length === 0) return;
        await setTimeout(othersAgainMs);
      }
      throw new StorageError('in-use', 'Another Lede is connected to the database in DATABASE_URL; stop it first.');
    },
    compact: () => patiently(url, owner, async (client) => void (await client.query('vacuum full'))),
    integrityProblems: () => patiently(url, owner, damageIn),
    repeats: () => repeats.count,
    async bytes() {
      const { rows } = await sql<{ bytes: number }>`select pg_database_size(current_database()) as bytes`.execute(db);
      return rows[0]?.bytes ?? 0;
    },
    async close() {
      await session.end();
      await hostTurns.close();
      // Leaves last, because pending writes need the process's row.
      await leave?.().catch(() => undefined);
      await beats?.end();
    },
  };
}

/** Runs `work` on its own connection without a time limit, because it may run or wait for minutes. */
async function patiently<T>(url: string, owner: string, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const pool = createConnectionPool(url, { name: applicationOf(owner), connectionsMax: 1, idleMs, answerMsMax: 0 });
  try {
    const client = await pool.connect();
    try {
      return await work(client);
    } finally {
      client.release(true);
    }
  } catch (error) {
    throw asStorageError(error);
  } finally {
    await pool.end();
  }
}
