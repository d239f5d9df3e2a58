import { CamelCasePlugin, Kysely, sql } from 'kysely';
import type pg from 'pg';
import type { Database } from '../engine.ts';
import { createGuard } from '../guard.ts';
import { type Fence, postgresDialect, type Repeats, repeated } from './dialect.ts';

export type Session<Tables> = ReturnType<typeof openSession<Tables>>;

/** Kysely over a pool. Transactions are retried from their beginning after a conflict. */
export function openSession<Tables>(pool: pg.Pool, fence: Fence, repeats: Repeats) {
  const guard = createGuard();
  const dialect = postgresDialect(pool, { guard, fence, repeats });
  const db = new Kysely<Tables>({ dialect, plugins: [new CamelCasePlugin()] });
  const transaction: Database<Tables>['transaction'] = (work, { durable = false } = {}) =>
    repeated(repeats, () =>
      guard.hold(db, (held) =>
        held.transaction().execute(async (trx) => {
          if (durable) await sql`set local synchronous_commit = on`.execute(trx);
          return work(trx);
        }),
      ),
    );
  return {
    db,
    transaction,
    /** Refuses new work, waits for what has begun, then closes. Throws StorageError inside one of our transactions. */
    async end() {
      await guard.end();
      await pool.end();
    },
  };
}
