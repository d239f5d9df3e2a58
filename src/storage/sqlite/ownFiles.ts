import { chmodSync, closeSync, mkdirSync, openSync, readlinkSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';

/** The suffixes of the files that SQLite and Lede keep under the database's name, including the database. */
const ends = ['', '-wal', '-shm', '-journal', '.lock'];

/**
 * Only the owner may read the database, whatever the umask: it contains members' messages and addresses of private
 * feeds.
 */
const ownFile = 0o600;
const ownFolder = 0o700;
const ofOthers = 0o077;
const permissions = 0o777;

/** Creates a folder and its missing parents for the owner only. Existing folders stay as they are. */
export const makeOwnFolder = (folder: string): void => void mkdirSync(folder, { recursive: true, mode: ownFolder });

/**
 * Creates a file for the owner only, or removes the rights of others from an existing one. SQLite gives its log the
 * same rights. Errors are ignored here, because SQLite explains them when it opens the file.
 */
export function keepOwn(path: string): void {
  const file = realPath(path);
  try {
    // Never opens an existing file: closing it would release a lock that this process has on it.
    closeSync(openSync(file, 'wx', ownFile));
  } catch {
    // It exists already, or SQLite will explain why it can't be created.
  }
  for (const end of ends) takeFromOthers(file + end);
}

function takeFromOthers(file: string): void {
  try {
    const { mode } = statSync(file);
    if ((mode & ofOthers) !== 0) chmodSync(file, mode & ~ofOthers & permissions);
  } catch {
    // It doesn't exist, or it belongs to another user.
  }
}

/**
 * Resolves symbolic links, also if the file doesn't exist yet. A path that can't be resolved is returned unchanged.
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

/** Whether writing to `path` would overwrite the database or one of its files, under whatever name. */
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
    // It doesn't exist, or its path is impossible, so it isn't a file of ours.
    return undefined;
  }
}
