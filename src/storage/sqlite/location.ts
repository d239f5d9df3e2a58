import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { StorageError } from '../errors.ts';

/** A file by its absolute path, or a database in memory, which ends with the process. */
export type Location = { kind: 'file'; path: string } | { kind: 'memory' };

/** The error message for any other address. */
export const locationRule =
  'DATABASE_URL must name a file, for example file:data/lede.db, or a database of PostgreSQL, for example ' +
  'postgres://lede:PASSWORD@db.example.org/lede, with %23, %2F and %25 for #, / and % in the password.';

/** Like `parseLocation`, but returns undefined instead of throwing. */
function locationIn(url: string, folder: string): Location | undefined {
  if (url === ':memory:' || url === 'file::memory:') return { kind: 'memory' };
  const path = filePath(url);
  if (path === undefined || path === '' || /[?\0]/.test(path) || /[\\/]$/.test(path)) return undefined;
  return { kind: 'file', path: resolve(folder, path) };
}

/** The path of a database that is a file. */
export function fileOf(url: string): string | undefined {
  const location = locationIn(url, process.cwd());
  return location?.kind === 'file' ? location.path : undefined;
}

/**
 * Reads DATABASE_URL: `file:data/lede.db` is relative to `folder`, `file:/var/lib/lede.db` and `file:///…` are
 * absolute. Throws StorageError `bad-location` for anything else, including other databases.
 */
export function parseLocation(url: string, folder: string): Location {
  const location = locationIn(url, folder);
  if (location === undefined) throw new StorageError('bad-location', locationRule);
  return location;
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
