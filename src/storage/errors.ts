/** What went wrong with the database, for code that decides and for the sentence an operator reads. */
export type StorageErrorCode =
  | 'bad-location'
  | 'bad-parameter'
  | 'closed'
  | 'corrupt'
  | 'disk-full'
  | 'in-use'
  | 'io'
  | 'migration-failed'
  | 'newer-version'
  | 'read-only'
  | 'transaction-rule'
  | 'unknown-schema'
  | 'unopenable';

/** Its message is a whole sentence for an operator and never holds a value that was stored. */
export class StorageError extends Error {
  override name = 'StorageError';
  readonly code: StorageErrorCode;

  constructor(code: StorageErrorCode, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.code = code;
  }
}

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
  26: ['corrupt', 'The file is not a SQLite database; name another file in DATABASE_URL.'],
};

/** The result code SQLite gave, without its extension bits; undefined for an error that is not SQLite's. */
export function sqliteResultCode(error: unknown): number | undefined {
  if (!(error instanceof Error) || !('errcode' in error) || typeof error.errcode !== 'number') return undefined;
  return error.errcode & 0xff;
}

/** Faults of disk and file become a StorageError; anything else (a constraint, wrong SQL) comes back as it was. */
export function explained(error: unknown): unknown {
  const [code, sentence] = sentences[sqliteResultCode(error) ?? -1] ?? [];
  return code === undefined || sentence === undefined ? error : new StorageError(code, sentence, error);
}
