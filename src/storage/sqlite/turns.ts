import { AsyncLocalStorage } from 'node:async_hooks';
import { StorageError } from '../errors.ts';

const rule =
  'Inside a transaction await only its records: no fetch, no pool, no Keyv, and no query of the database outside them.';

/** One transaction as seen by everything that runs inside it, timers and forgotten promises included. */
type Scope = { active: boolean };

type Waiter = { take: () => void };

/** Who may use the one connection: one at a time, in the order of asking. */
export type Turns = {
  /**
   * Settles when the turn is ours; every take needs one `give`.
   * Throws StorageError `transaction-rule` inside a transaction of ours, or after waiting too long; `closed` after
   * `end`
   */
  take(): Promise<void>;
  give(): void;
  /** Runs `work` so that everything in it knows that it is inside `scope`. Throws as `take` when already inside one */
  within<T>(scope: Scope, work: () => Promise<T>): Promise<T>;
  readonly inside: boolean;
  /** Refuses whoever comes from now on, and settles when those before are done. */
  end(): Promise<void>;
};

/** `waitMsMax` is real time: a virtual clock must not end a wait. */
export function createTurns(waitMsMax: number): Turns {
  const scopes = new AsyncLocalStorage<Scope>();
  const waiting = new Set<Waiter>();
  let taken = false;
  let ended = false;
  let drained: (() => void) | undefined;

  const inside = () => scopes.getStore()?.active === true;
  const refuseInside = () => {
    if (inside()) throw new StorageError('transaction-rule', `The database was used inside a transaction. ${rule}`);
  };
  const refuseEnded = () => {
    if (ended) throw new StorageError('closed', 'The database is closed.');
  };

  return {
    get inside() {
      return inside();
    },
    async take() {
      refuseInside();
      refuseEnded();
      if (taken) await wait(waiting, waitMsMax);
      taken = true;
    },
    give() {
      const [next] = waiting;
      if (next !== undefined) {
        next.take();
        return;
      }
      taken = false;
      drained?.();
    },
    async within(scope, work) {
      refuseInside();
      return scopes.run(scope, work);
    },
    async end() {
      refuseInside();
      refuseEnded();
      ended = true;
      if (taken) await new Promise<void>((resolve) => (drained = resolve));
    },
  };
}

function wait(waiting: Set<Waiter>, waitMsMax: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      waiting.delete(waiter);
      const message = `Waited ${waitMsMax / 1000} s for the database because a transaction stayed open. ${rule}`;
      reject(new StorageError('transaction-rule', message));
    }, waitMsMax);
    const waiter = {
      take: () => {
        clearTimeout(timer);
        waiting.delete(waiter);
        resolve();
      },
    };
    waiting.add(waiter);
  });
}
