import { closeSync, openSync, readSync, type Stats, statSync } from 'node:fs';
import { StorageError } from '../errors.ts';
import { notDatabase } from './errors.ts';

/** "Lede" in ASCII: the application id in the header of Lede's database files. */
export const applicationId = 0x4c656465;

const magic = 'SQLite format 3\0';
/** The offset of the application id in SQLite's file header. */
const idAt = 68;

/**
 * Throws StorageError if the file exists and isn't Lede's database. Call it before anything is written to the file or
 * beside it. An empty file is accepted. An unreadable file is accepted too, because SQLite's error explains more.
 */
export function refuseForeignFile(path: string): void {
  refuseIrregular(path);
  refuseLinked(path);
  const head = headOf(path);
  if (head.length === 0) return;
  if (head.toString('latin1', 0, magic.length) !== magic) throw new StorageError(...notDatabase);
  if (head.length >= idAt + 4 && head.readUInt32BE(idAt) === applicationId) return;
  throw new StorageError(
    'unknown-schema',
    `The database ${path} belongs to another program, or to a Lede from before its first release, and was left as it ` +
      'is. Name another file in DATABASE_URL, or move this one away to start with a new one.',
  );
}

const kinds: readonly (readonly [is: (stats: Stats) => boolean, kind: string])[] = [
  [(stats) => stats.isDirectory(), 'a folder'],
  [(stats) => stats.isFIFO(), 'a named pipe'],
  [(stats) => stats.isSocket(), 'a socket'],
];

/** Throws StorageError if the path is not a regular file, because opening a named pipe, for example, would hang. */
export function refuseIrregular(path: string): void {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined || stats.isFile()) return;
  const kind = kinds.find(([is]) => is(stats))?.[1] ?? 'a device';
  throw new StorageError(
    'bad-location',
    `The database ${path} is ${kind} and not a file; name a file in DATABASE_URL, for example file:data/lede.db.`,
  );
}

/**
 * Throws StorageError if the file has several names (hard links). SQLite keeps a log under each name, so two processes
 * would damage the file, as would a start under another name after a kill (https://sqlite.org/howtocorrupt.html, 2.5).
 * Such a link is no backup either, because SQLite writes into the same file.
 */
function refuseLinked(path: string): void {
  if ((statSync(path, { throwIfNoEntry: false })?.nlink ?? 1) < 2) return;
  throw new StorageError(
    'in-use',
    `The database ${path} is a hard link: the file has another name, by which a second Lede could use and damage it. ` +
      'Remove the other name, which find / -samefile shows; for a copy run lede backup.',
  );
}

function headOf(path: string): Buffer {
  let file: number | undefined;
  try {
    file = openSync(path, 'r');
    const head = Buffer.alloc(idAt + 4);
    return head.subarray(0, readSync(file, head, 0, head.length, 0));
  } catch {
    return Buffer.alloc(0);
  } finally {
    if (file !== undefined) closeSync(file);
  }
}
