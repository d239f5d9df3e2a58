import { StorageError, type StorageErrorCode } from '../errors.ts';

export const notDatabase = [
  'corrupt',
  'The file is not a SQLite database; name another file in DATABASE_URL.',
] as const satisfies readonly [StorageErrorCode, string];

/** SQLite's primary result codes (https://www.sqlite.org/rescode.html) that an operator can do something about. */
const sentences: Readonly<Record<number, readonly [StorageErrorCode, string]>> = {
  5: ['in-use', 'The database is in use by another program; close it and try again.'],
  8: ['read-only', 'The database can only be read; give Lede the right to write its file and its folder.'],
  10: ['io', 'The disk failed to read or write the database; check the disk and its free space.'],
  11: ['corrupt', 'The database is damaged; stop Lede and put a backup in its place.'],
  13: [
    'disk-full',
    'The disk is full, so nothing more can be stored; free some space. A Lede that runs goes on by itself then.',
  ],
  14: ['unopenable', 'The database cannot be opened; check that its folder exists and that Lede may write there.'],
  26: notDatabase,
};

/** SQLite's result code without its extension bits; undefined for other errors. */
export function sqliteResultCode(error: unknown): number | undefined {
  if (!(error instanceof Error) || !('errcode' in error) || typeof error.errcode !== 'number') return undefined;
  return error.errcode & 0xff;
}

/** Turns errors of disk and file into a StorageError; others (a constraint, wrong SQL) are returned unchanged. */
export function asStorageError(error: unknown): unknown {
  const [code, sentence] = sentences[sqliteResultCode(error) ?? -1] ?? [];
  return code === undefined || sentence === undefined ? error : new StorageError(code, sentence, error);
}
