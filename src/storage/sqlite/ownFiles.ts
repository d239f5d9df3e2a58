import { readlinkSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';

/** What SQLite and Lede keep under the database's name, itself included. */
const ends = ['', '-wal', '-shm', '-journal', '.lock'];

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
