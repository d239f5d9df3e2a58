import { chmodSync, readlinkSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';

/** The suffixes of the files that SQLite and Lede keep under the database's name, including the database. */
const ends = ['', '-wal', '-shm', '-journal', '.lock'];

const ofOthers = 0o077;
const permissions = 0o777;

/** Removes the permissions of group and others from the files of a database, which an older Lede may have made. */
export function takeFromOthers(path: string): void {
  for (const file of ends.map((end) => realPath(path) + end)) {
    try {
      const { mode } = statSync(file);
      if ((mode & ofOthers) !== 0) chmodSync(file, mode & ~ofOthers & permissions);
    } catch {
      // The file doesn't exist, or it belongs to another user.
    }
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

/** Whether writing to `path` would overwrite the database or one of its files, under any name. */
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
    // The file doesn't exist, or its path is impossible, so it isn't ours.
    return undefined;
  }
}
