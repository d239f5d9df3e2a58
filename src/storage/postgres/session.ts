import { CamelCasePlugin, Kysely, sql } from 'kysely';
import type pg from 'pg';
import type { Database } from '../engine.ts';
import { createScopes } from '../transactionRule.ts';
import { type Fence, postgresDialect, type Repeats, repeated } from './dialect.ts';
import { createUses } from './uses.ts';

export interface Session<Tables> extends Pick<Database<Tables>, 'db' | 'transaction'> {
  /** Throws StorageError if called inside one of our transactions. */
  refuseInside(): void;
  /** Refuses new work, waits for what has begun, then closes. */
  end(): Promise<void>;
}

/** Kysely over a pool. Transactions are retried from their beginning after a conflict. */
export function openSession<Tables>(pool: pg.Pool, fence: Fence, repeats: Repeats): Session<Tables> {
  const scopes = createScopes();
  const uses = createUses();
  const dialect = postgresDialect(pool, { scopes, uses, fence, repeats });
  const db = new Kysely<Tables>({ dialect, plugins: [new CamelCasePlugin()] });
  return {
    db,
    refuseInside: scopes.refuseInside,
    async end() {
      await uses.end();
      await pool.end();
    },
    transaction: (work, { durable = false } = {}) =>
      repeated(repeats, () => {
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
      }),
  };
}
