import { StorageError } from '../errors.ts';
import { createScopes, type Scope, transactionRule } from '../transactionRule.ts';

export type Turns = ReturnType<typeof createTurns>;

/**
 * A first-in, first-out mutex for the one connection. `waitMsMax` is real time, because a virtual clock must not end a
 * wait.
 */
export function createTurns(waitMsMax: number) {
  const scopes = createScopes();
  const waiting = new Set<() => void>();
  let taken = false;
  let ended = false;
  let drained: (() => void) | undefined;

  const refuseEnded = () => {
    if (ended) throw new StorageError('closed', 'The database is closed.');
  };

  return {
    get inside(): boolean {
      return scopes.inside;
    },
    /**
     * Resolves when the turn is ours. Call `give` once for every `take`. Throws StorageError: `transaction-rule`
     * inside one of our transactions or after waiting too long, `closed` after `end`.
     */
    async take(): Promise<void> {
      scopes.refuseInside();
      refuseEnded();
      if (taken) await wait(waiting, waitMsMax);
      taken = true;
    },
    give(): void {
      const [next] = waiting;
      if (next !== undefined) {
        next();
      } else {
        taken = false;
        drained?.();
      }
    },
    async within<T>(scope: Scope, work: () => Promise<T>): Promise<T> {
      return scopes.within(scope, work);
    },
    /** Refuses further calls of `take`, and resolves when all turns have been given back. */
    async end(): Promise<void> {
      scopes.refuseInside();
      refuseEnded();
      ended = true;
      if (taken) await new Promise<void>((resolve) => (drained = resolve));
    },
  };
}

function wait(waiting: Set<() => void>, waitMsMax: number): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const take = () => {
    clearTimeout(timer);
    waiting.delete(take);
    resolve();
  };
  const timer = setTimeout(() => {
    waiting.delete(take);
    const message = `Waited ${waitMsMax / 1000} s for the database because a transaction stayed open. ${transactionRule}`;
    reject(new StorageError('transaction-rule', message));
  }, waitMsMax);
  waiting.add(take);
  return promise;
}
