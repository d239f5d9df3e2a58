export type StorageErrorCode =
  | 'bad-clock'
  | 'bad-location'
  | 'bad-parameter'
  | 'closed'
  | 'copy-differs'
  | 'corrupt'
  | 'disk-full'
  | 'in-use'
  | 'io'
  | 'migration-failed'
  | 'newer-version'
  | 'not-empty'
  | 'older-version'
  | 'pooled'
  | 'read-only'
  | 'superseded'
  | 'transaction-rule'
  | 'unknown-schema'
  | 'unopenable';

/** The message is a sentence for the operator and never contains stored values. */
export class StorageError extends Error {
  override name = 'StorageError';
  readonly code: StorageErrorCode;

  constructor(code: StorageErrorCode, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.code = code;
  }
}
