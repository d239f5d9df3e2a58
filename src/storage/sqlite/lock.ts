import { DatabaseSync } from 'node:sqlite';
import { StorageError } from '../errors.ts';
import { asStorageError, sqliteResultCode } from './errors.ts';
import { realPath, takeFromOthers } from './ownFiles.ts';

/** A lock that lasts until it is released or the process ends, even by a kill. */
export type Lock = { release(): void };

/**
 * Takes `<database>.lock`, a SQLite file under an exclusive transaction. The system releases the lock when the process
 * ends, so a killed process leaves nothing to clean up. The lock file is beside the real file, so a symbolic link to
 * the database has the same lock. It is never removed: otherwise two processes could lock two different files. Throws
 * StorageError `in-use` at once if another process has the lock.
 */
export function lockDatabase(databasePath: string): Lock {
  const lockPath = `${realPath(databasePath)}.lock`;
  let raw: DatabaseSync | undefined;
  takeFromOthers(lockPath);
  try {
    raw = new DatabaseSync(lockPath, { timeout: 0 });
    // SQLite opens a read-only file without an error, but an exclusive transaction would then exclude no one.
    raw.exec('begin immediate; pragma user_version = 0; rollback; begin exclusive');
  } catch (error) {
    raw?.close();
    throw lockError(error, databasePath, lockPath);
  }
  const held = raw;
  return {
    release() {
      if (held.isOpen) held.close();
    },
  };
}

function lockError(error: unknown, databasePath: string, lockPath: string): unknown {
  const code = sqliteResultCode(error);
  if (code === 5) {
    const message = `Another Lede is running on ${databasePath}; stop it first, or give this one its own file in DATABASE_URL.`;
    return new StorageError('in-use', message, error);
  }
  if (code === 8) {
    const message = `Lede may only read ${lockPath}, by which it keeps a second process out; give it to the user that Lede runs as, for example with chown.`;
    return new StorageError('read-only', message, error);
  }
  return asStorageError(error);
}
