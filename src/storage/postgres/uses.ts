import { StorageError } from '../errors.ts';

/** Counts the users of the pool, so that it ends only without any: users still waiting would then wait for ever. */
export function createUses() {
  let uses = 0;
  let drained: (() => void) | undefined;
  let ended = false;
  return {
    /** Call `done` once for every `begin`. Throws StorageError `closed` after `end`. */
    begin(): void {
      if (ended) throw new StorageError('closed', 'The database is closed.');
      uses += 1;
    },
    done(): void {
      uses -= 1;
      if (uses === 0) drained?.();
    },
    /** Refuses new uses, and resolves when all current uses are done. */
    async end(): Promise<void> {
      if (ended) throw new StorageError('closed', 'The database is closed.');
      ended = true;
      if (uses > 0) await new Promise<void>((resolve) => (drained = resolve));
    },
  };
}
