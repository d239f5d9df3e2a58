import { DatabaseSync } from 'node:sqlite';
import { explained, StorageError, sqliteResultCode } from './errors.ts';

/** Held until released or until the process ends, however it ends. */
export type Lock = { release(): void };

/**
 * Takes `<database>.lock`, a SQLite file under an exclusive transaction: the system frees it with the process, so a
 * killed one leaves nothing to clean up. The file itself stays; removing it would let two processes lock two files.
 * @throws StorageError `in-use` at once when another process has it
 */
export function lockDatabase(databasePath: string): Lock {
  let raw: DatabaseSync | undefined;
  try {
    raw = new DatabaseSync(`${databasePath}.lock`, { timeout: 0 });
    raw.exec('begin exclusive');
  } catch (error) {
    raw?.close();
    if (sqliteResultCode(error) !== 5) throw explained(error);
    throw new StorageError(
      'in-use',
      `Another Lede is running on ${databasePath}; stop it first, or give this one its own file in DATABASE_URL.`,
      error,
    );
  }
  const held = raw;
  return {
    release() {
      if (held.isOpen) held.close();
    },
  };
}
