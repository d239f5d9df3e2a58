import { AsyncLocalStorage } from 'node:async_hooks';
import { StorageError } from './errors.ts';

export const transactionRule =
  'Inside a transaction await only its records: no fetch, no pool, no Keyv, and no query of the database outside them.';

/** One transaction as seen by everything that runs inside it, timers and forgotten promises included. */
export type Scope = { active: boolean };

export type Scopes = ReturnType<typeof createScopes>;

/** Knows what runs inside a transaction, so that a query beside it is refused instead of waiting for it for ever. */
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
    /** Runs `work` so that everything in it knows that it is inside `scope`. Throws inside another scope. */
    async within<T>(scope: Scope, work: () => Promise<T>): Promise<T> {
      refuseInside();
      return scopes.run(scope, work);
    },
  };
}
