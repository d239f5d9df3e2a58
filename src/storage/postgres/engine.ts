import { CamelCasePlugin, Kysely, sql } from 'kysely';
import pg from 'pg';
import type { Database, Engine } from '../database.ts';
import { StorageError } from '../errors.ts';
import { createScopes } from '../transactionRule.ts';
import { beforeRepeat, postgresDialect, repeatsMax } from './dialect.ts';
import { explained, isPassing } from './errors.ts';
import { schema } from './migrations/001-schema.ts';
import { storySearch } from './search.ts';

/** PostgreSQL 15 or newer, for several processes at once. */
export const postgres: Engine = {
  open: openPostgres,
  migrations: [schema],
  search: storySearch,
};

export const isPostgres = (url: string): boolean => /^postgres(?:ql)?:\/\//.test(url);

const connectionsMax = 8;
const connectMsMax = 10_000;

/**
 * Every transaction is serializable, so the records may rely on what they read just as with SQLite's single writer. A
 * commit doesn't wait for the disk unless it is asked to, as there.
 */
const session = [
  'default_transaction_isolation=serializable',
  'synchronous_commit=off',
  'idle_in_transaction_session_timeout=60s',
  // A swapped pair of letters leaves few of a word's trigrams.
  'pg_trgm.similarity_threshold=0.15',
];

/** bigint and numeric, which `count` and `sum` give: all that is stored fits a number. */
const numberOids: ReadonlySet<number> = new Set([pg.types.builtins.INT8, pg.types.builtins.NUMERIC]);

const types: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    numberOids.has(oid) && format !== 'binary' ? Number : pg.types.getTypeParser(oid, format),
};

/** The number of Lede's own advisory lock: "lede" in hexadecimal. */
const openingLock = 0x6c656465;

async function openPostgres<Tables>(url: string): Promise<Database<Tables>> {
  const pool = new pg.Pool({
    connectionString: url,
    max: connectionsMax,
    connectionTimeoutMillis: connectMsMax,
    options: session.map((setting) => `-c ${setting}`).join(' '),
    pipeline: true,
    types,
  } as pg.PoolConfig);
  // A connection that breaks while nobody uses it: the next query opens another.
  pool.on('error', () => undefined);
  const scopes = createScopes();
  const db = new Kysely<Tables>({ dialect: postgresDialect(pool, scopes), plugins: [new CamelCasePlugin()] });
  try {
    await refuseOld(db);
  } catch (error) {
    await db.destroy();
    throw explained(error);
  }
  let closed = false;
  return {
    db,
    async transaction(work, { durable = false } = {}) {
      const once = () => {
        const scope = { active: false };
        return scopes.within(scope, () =>
          db.connection().execute(async (held) => {
            scope.active = true;
            try {
              return await held.transaction().execute(async (trx) => {
                if (durable) await sql`set local synchronous_commit = on`.execute(trx);
                return work(trx);
              });
            } finally {
              scope.active = false;
            }
          }),
        );
      };
      for (let repeats = 0; ; repeats += 1) {
        try {
          return await once();
        } catch (error) {
          if (!isPassing(error) || repeats >= repeatsMax) throw explained(error);
        }
        await beforeRepeat(repeats);
      }
    },
    async alone(work) {
      const client = await pool.connect();
      try {
        await client.query('select pg_advisory_lock($1)', [openingLock]);
        return await work();
      } finally {
        // The lock goes with its connection.
        client.release(true);
      }
    },
    async compact() {
      await sql`vacuum full`.execute(db);
    },
    // PostgreSQL watches its own pages; `pg_amcheck` is its tool for a full check.
    integrityProblems: async () => [],
    async close() {
      if (closed) throw new StorageError('closed', 'The database is closed.');
      closed = true;
      await db.destroy();
    },
  };
}

const versionMin = 15;

async function refuseOld<Tables>(db: Kysely<Tables>): Promise<void> {
  const { rows } = await sql<{ major: number }>`
    select current_setting('server_version_num')::int / 10000 as major`.execute(db);
  const major = rows[0]?.major ?? 0;
  if (major >= versionMin) return;
  throw new StorageError('unopenable', `PostgreSQL ${major} is too old; Lede needs ${versionMin} or newer.`);
}
