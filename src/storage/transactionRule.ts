import { AsyncLocalStorage } from 'node:async_hooks';
import { StorageError } from './errors.ts';

export const transactionRule =
  'Inside a transaction await only its records: no fetch, no pool, no Keyv, and no query of the database outside them.';

/** One transaction, and everything that runs inside it, including timers and promises without await. */
export type Scope = { active: boolean };

export type Scopes = ReturnType<typeof createScopes>;

/**
 * Tracks what runs inside a transaction. A query that runs there but bypasses the transaction would wait for it
 * forever, so it is refused.
 */
export function createScopes() {
  const scopes = new AsyncLocalStorage<Scope>();
  const isInside = () => scopes.getStore()?.active === true;
  const refuseInside = () => {
    if (!isInside()) return;
    throw new StorageError('transaction-rule', `The database was used inside a transaction. ${transactionRule}`);
  };
  return {
    get inside(): boolean {
      return isInside();
    },
    refuseInside,
    /** Runs `work` inside `scope`. Throws if called inside another scope. */
    async within<T>(scope: Scope, work: () => Promise<T>): Promise<T> {
      refuseInside();
      return scopes.run(scope, work);
    },
  };
}
