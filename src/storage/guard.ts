import { AsyncLocalStorage } from 'node:async_hooks';
import type { Kysely } from 'kysely';
import { StorageError } from './errors.ts';

export const transactionRule =
  'Inside a transaction await only its records: no fetch, no pool, no Keyv, and no query of the database outside them.';

/** The `streamQuery` of all drivers. An async generator, so that the error is thrown where the stream is read. */
// biome-ignore lint/correctness/useYield: there is nothing to yield
export async function* refuseStream(): AsyncIterableIterator<never> {
  throw new Error('A stream would hold a connection while its reader works; read pages by key instead.');
}

export type Guard = ReturnType<typeof createGuard>;

/** Tracks what runs inside a transaction, and counts the connections in use, so that none is closed while in use. */
export function createGuard() {
  /** Everything that a transaction starts has its entry here, including timers and promises that nobody awaits. */
  const scopes = new AsyncLocalStorage<{ active: boolean }>();
  let uses = 0;
  let drained: (() => void) | undefined;
  let ended = false;
  const isInside = () => scopes.getStore()?.active === true;
  const refuseInside = () => {
    if (!isInside()) return;
    throw new StorageError('transaction-rule', `The database was used inside a transaction. ${transactionRule}`);
  };
  const refuseEnded = () => {
    if (ended) throw new StorageError('closed', 'The database is closed.');
  };
  return {
    refuseOutside(): void {
      if (isInside()) return;
      throw new StorageError('transaction-rule', 'Transactions are opened only by transaction() of the database.');
    },
    /**
     * Counts a use of a connection; call `done` after each. Throws StorageError: `closed` after `end`, and
     * `transaction-rule` inside a transaction, because a query beside it might wait for its end forever.
     */
    begin(): void {
      refuseInside();
      refuseEnded();
      uses += 1;
    },
    done(): void {
      uses -= 1;
      if (uses === 0) drained?.();
    },
    /** Runs the work of a transaction on a connection of its own. Throws if called inside another transaction. */
    async hold<Tables, T>(db: Kysely<Tables>, work: (held: Kysely<Tables>) => Promise<T>): Promise<T> {
      refuseInside();
      const scope = { active: false };
      return scopes.run(scope, () =>
        db.connection().execute(async (held) => {
          scope.active = true;
          try {
            return await work(held);
          } finally {
            scope.active = false;
          }
        }),
      );
    },
    /** Refuses new uses, and resolves when all current ones are done. */
    async end(): Promise<void> {
      refuseInside();
      refuseEnded();
      ended = true;
      if (uses > 0) await new Promise<void>((resolve) => (drained = resolve));
    },
  };
}
