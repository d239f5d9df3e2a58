import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { StorageError } from '../errors.ts';
import { asStorageError } from './errors.ts';
import { applicationId } from './ownDatabase.ts';

type Prepared = { statement: StatementSync; hasRows: boolean };

const statementsMax = 256;
/** Longer statements are not cached: they are inserts of many rows, which hardly recur. */
const cachedLengthMax = 8_192;
/** How long SQLite itself waits while another program has locked the file. This wait blocks the event loop. */
const busyAtStartMs = 1_000;
const busyMs = 25;
const walBytesMax = 64 * 1024 * 1024;
/**
 * The page cache, larger than SQLite's default of 2 MB: keys are hashes, so each batch of articles touches pages all
 * over the file.
 */
const cachedKiB = 8 * 1024;
/**
 * Page size of new files. Articles are longer than SQLite's default page of 4 KB, and the rest of an article's last
 * page stays empty.
 */
const pageBytes = 8 * 1024;
/** Checkpoints every 16 MB of log rather than 4, because the next batch touches the same pages again. */
const checkpointPages = 2_000;

/** The one connection. It runs statements immediately; `turns.ts` decides who may use it. */
export type Connection = ReturnType<typeof connectionOver>;

/** `path` is absolute or `:memory:`, in a folder that exists. Throws StorageError, also for a read-only file. */
export function connect(path: string): Connection {
  let raw: DatabaseSync | undefined;
  try {
    raw = new DatabaseSync(path, { timeout: busyAtStartMs });
    return connectionOver(raw);
  } catch (error) {
    raw?.close();
    throw asStorageError(error);
  }
}

/**
 * Wraps an open handle. Closing the connection closes the handle, but if this function throws, the handle stays open.
 */
export function connectionOver(raw: DatabaseSync) {
  try {
    raw.exec(`pragma page_size = ${pageBytes}`);
    // Set before WAL mode, so that the id is in the file itself from its first page on.
    const { application_id: id } = raw.prepare('pragma application_id').get() ?? {};
    if (id === 0) raw.exec(`pragma application_id = ${applicationId}`);
    // Overwrites deleted data. "fast" would leave it in freed pages, which contain most of a text.
    raw.exec(`pragma secure_delete = on; pragma journal_mode = wal; pragma synchronous = normal;
      pragma journal_size_limit = ${walBytesMax}; pragma cache_size = -${cachedKiB};
      pragma wal_autocheckpoint = ${checkpointPages}`);
    // SQLite opens a read-only file without an error. Better to fail at the start than at the first digest.
    raw.exec('begin immediate; pragma user_version = 0; rollback');
    raw.exec(`pragma busy_timeout = ${busyMs}`);
  } catch (error) {
    throw asStorageError(error);
  }
  const statements = new Map<string, Prepared>();
  return {
    get inTransaction(): boolean {
      return raw.isTransaction;
    },
    /** Throws StorageError for bad parameters and disk errors, and SQLite's own error otherwise. */
    run(sql: string, parameters: readonly unknown[]): { rows: unknown[]; changes: bigint } {
      const values = parameters.map(bindable);
      try {
        const { statement, hasRows } = prepare(raw, statements, sql);
        if (hasRows) return { rows: statement.all(...values), changes: 0n };
        return { rows: [], changes: BigInt(statement.run(...values).changes) };
      } catch (error) {
        throw asStorageError(error);
      }
    },
    close(): void {
      if (raw.isOpen) raw.close();
    },
  };
}

/** Caches the most recently used statements. */
function prepare(raw: DatabaseSync, statements: Map<string, Prepared>, sql: string): Prepared {
  const prepared = statements.get(sql) ?? preparedNow(raw.prepare(sql));
  statements.delete(sql);
  if (sql.length <= cachedLengthMax) statements.set(sql, prepared);
  const [oldest] = statements.keys();
  if (statements.size > statementsMax && oldest !== undefined) statements.delete(oldest);
  return prepared;
}

const preparedNow = (statement: StatementSync): Prepared => ({ statement, hasRows: statement.columns().length > 0 });

/**
 * Checks and converts a parameter. node:sqlite would ignore an object, which it reads as named parameters, and would
 * bind every number as a real, so that a text column would contain '5.0'.
 */
function bindable(value: unknown, index: number): SQLInputValue {
  if (typeof value === 'string' || typeof value === 'bigint' || value === null) return value;
  if (typeof value === 'number' && Number.isFinite(value)) return Number.isSafeInteger(value) ? BigInt(value) : value;
  if (value instanceof Uint8Array) return value;
  const kind = typeof value === 'object' ? value.constructor?.name : typeof value;
  throw new StorageError(
    'bad-parameter',
    `Parameter ${index + 1} is ${typeof value === 'number' ? String(value) : `a ${kind ?? 'object'}`}; only text, finite numbers, bigint, null and bytes can be stored.`,
  );
}
