import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The error message for an address that names no database. */
export const locationRule =
  'DATABASE_URL must name a file, for example file:data/lede.db, or a database of PostgreSQL, for example ' +
  'postgres://lede:PASSWORD@db.example.org/lede, with %23, %2F and %25 for #, / and % in the password.';

/** A database in memory ends with the process. */
export const isInMemory = (url: string): boolean => url === ':memory:' || url === 'file::memory:';

/**
 * The absolute path of a database that is a file: `file:data/lede.db` is relative to the working folder,
 * `file:/var/lib/lede.db` and `file:///…` are absolute. Undefined for other addresses.
 */
export function fileOf(url: string): string | undefined {
  const path = isInMemory(url) ? undefined : filePath(url);
  return !path || /[?\0]|[\\/]$/.test(path) ? undefined : resolve(path);
}

function filePath(url: string): string | undefined {
  if (!url.startsWith('file:')) return undefined;
  if (!url.startsWith('file://')) return url.slice('file:'.length);
  if (!URL.canParse(url) || new URL(url).host !== '' || new URL(url).search !== '') return undefined;
  try {
    return fileURLToPath(url);
  } catch {
    // The path has a percent sign that encodes nothing, or an encoded slash.
    return undefined;
  }
}
