import { StorageError } from '../errors.ts';

/** Counts what uses the pool, since its own end leaves those that wait for a connection without an answer. */
export function createUses() {
  let uses = 0;
  let drained: (() => void) | undefined;
  let ended = false;
  return {
    /** Every begin needs one `done`. Throws StorageError `closed` after `end`. */
    begin(): void {
      if (ended) throw new StorageError('closed', 'The database is closed.');
      uses += 1;
    },
    done(): void {
      uses -= 1;
      if (uses === 0) drained?.();
    },
    /** Refuses what comes later, and settles when that before is done. */
    async end(): Promise<void> {
      if (ended) throw new StorageError('closed', 'The database is closed.');
      ended = true;
      if (uses > 0) await new Promise<void>((resolve) => (drained = resolve));
    },
  };
}
