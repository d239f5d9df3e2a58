import { chmodSync, closeSync, mkdirSync, openSync, readlinkSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';

/** What SQLite and Lede keep under the database's name, itself included. */
const ends = ['', '-wal', '-shm', '-journal', '.lock'];

/** For its owner alone, whatever the umask is: messages of members and addresses of feeds are nobody else's business. */
const ownFile = 0o600;
const ownFolder = 0o700;
const ofOthers = 0o077;
const permissions = 0o777;

/** Makes a folder and those above it that are missing, for its owner alone. One that is there stays as it is. */
export const makeOwnFolder = (folder: string): void => void mkdirSync(folder, { recursive: true, mode: ownFolder });

/**
 * Makes a file that is for its owner alone, or takes the rights of others away from what lies there under its name.
 * SQLite gives its log the rights of the database. What can't be made or changed is left to SQLite to explain.
 */
export function keepOwn(path: string): void {
  const file = realPath(path);
  try {
    // Never opens one that is there: closing it would let go of a lock that this process has on it.
    closeSync(openSync(file, 'wx', ownFile));
  } catch {
    // It is there already, or SQLite will say why it can't be made.
  }
  for (const end of ends) takeFromOthers(file + end);
}

function takeFromOthers(file: string): void {
  try {
    const { mode } = statSync(file);
    if ((mode & ofOthers) !== 0) chmodSync(file, mode & ~ofOthers & permissions);
  } catch {
    // It is not there, or another user's.
  }
}

/**
 * The one path of a file that links may name too, also of one that is not there yet. A path that leads nowhere stays as
 * it is.
 */
export function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) return path;
  }
  try {
    return realPath(resolve(dirname(path), readlinkSync(path)));
  } catch {
    const folder = dirname(path);
    return folder === path ? path : join(realPath(folder), basename(path));
  }
}

/** Whether writing to `path` would write over the database or what belongs to it, by whatever name. */
export function isOwnFile(databasePath: string, path: string): boolean {
  const own = ends.map((end) => realPath(databasePath) + end);
  if (own.includes(realPath(path))) return true;
  const inode = inodeOf(path);
  return inode !== undefined && own.some((file) => inodeOf(file) === inode);
}

function inodeOf(path: string): string | undefined {
  try {
    const { dev, ino } = statSync(path, { bigint: true });
    return `${dev}:${ino}`;
  } catch {
    // Nothing is there, or nothing can be: then it is no file of ours.
    return undefined;
  }
}
