import { StorageError } from '../errors.ts';
import { createScopes, type Scope, transactionRule } from '../transactionRule.ts';

export type Turns = ReturnType<typeof createTurns>;

/**
 * Who may use the one connection: one at a time, in the order of asking. `waitMsMax` is real time, because a virtual
 * clock must not end a wait.
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
     * Settles when the turn is ours; every take needs one `give`. Throws StorageError: `transaction-rule` inside a
     * transaction of ours or after waiting too long, `closed` after `end`.
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
    /** Runs `work` so that everything in it knows that it is inside `scope`. Throws inside another scope. */
    async within<T>(scope: Scope, work: () => Promise<T>): Promise<T> {
      return scopes.within(scope, work);
    },
    /** Refuses new takes, and settles when those before are done. */
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
