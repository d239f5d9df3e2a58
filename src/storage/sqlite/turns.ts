import { StorageError } from '../errors.ts';
import { createGuard, transactionRule } from '../guard.ts';

export type Turns = ReturnType<typeof createTurns>;

/**
 * A first-in, first-out mutex for the one connection. `waitMsMax` is real time, because a virtual clock must not end a
 * wait.
 */
export function createTurns(waitMsMax: number) {
  const guard = createGuard();
  const waiting = new Set<() => void>();
  let taken = false;

  const wait = (): Promise<void> => {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const take = () => {
      clearTimeout(timer);
      waiting.delete(take);
      resolve();
    };
    const timer = setTimeout(() => {
      waiting.delete(take);
      guard.done();
      const message = `Waited ${waitMsMax / 1000} s for the database because a transaction stayed open. ${transactionRule}`;
      reject(new StorageError('transaction-rule', message));
    }, waitMsMax);
    waiting.add(take);
    return promise;
  };

  return {
    guard,
    /** Resolves when the turn is ours. Call `give` after each `take`. Throws StorageError, also after `waitMsMax`. */
    async take(): Promise<void> {
      guard.begin();
      if (taken) await wait();
      taken = true;
    },
    give(): void {
      const [next] = waiting;
      if (next !== undefined) next();
      else taken = false;
      guard.done();
    },
  };
}
