import { existsSync } from 'node:fs';
import { type Location, parseLocation } from '../storage/sqlite/location.ts';

/**
 * Where the database lies that a command is about. Throws an Error with a sentence where there is none: a new and empty
 * one in its place would look like the right one.
 */
export function existingDatabase(url = 'file:data/lede.db'): Extract<Location, { kind: 'file' }> {
  const location = parseLocation(url, process.cwd());
  if (location.kind === 'file' && existsSync(location.path)) return location;
  throw new Error(
    `There is no database at ${location.kind === 'file' ? location.path : url}. DATABASE_URL must name Lede's, for example: DATABASE_URL=file:/var/lib/lede/lede.db`,
  );
}
