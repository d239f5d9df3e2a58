import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { StorageError } from '../errors.ts';
import { explained } from './errors.ts';
import { applicationId } from './ownDatabase.ts';

type Prepared = { statement: StatementSync; hasRows: boolean };

const statementsMax = 256;
/** Longer statements are multi-row inserts whose text hardly comes twice. */
const cachedLengthMax = 8_192;
/** How long SQLite itself waits, with the loop blocked, when another program holds the file. */
const busyAtStartMs = 1_000;
const busyMs = 25;
const walBytesMax = 64 * 1024 * 1024;
/** Keys are hashes, so every batch of articles touches pages all over: SQLite's default of 2 MB is too little. */
const cachedKiB = 8 * 1024;
/** Of a new file. An article is longer than SQLite's own page of 4 KB, and the rest of its last page stays empty. */
const pageBytes = 8 * 1024;
/** Written back from the log every 16 MB rather than 4, because the next batch touches the same pages again. */
const checkpointPages = 2_000;

/** The one connection. It runs statements at once and knows nothing of turns. */
export type Connection = ReturnType<typeof connectionOver>;

/** `path` is absolute or `:memory:`, in a folder that exists. Throws StorageError, also for a read-only file. */
export function connect(path: string): Connection {
  let raw: DatabaseSync | undefined;
  try {
    raw = new DatabaseSync(path, { timeout: busyAtStartMs });
    return connectionOver(raw);
  } catch (error) {
    raw?.close();
    throw explained(error);
  }
}

/** For a handle that is already open; it is closed with the connection, but not when this throws. */
export function connectionOver(raw: DatabaseSync) {
  try {
    raw.exec(`pragma page_size = ${pageBytes}`);
    // Before the log, so that the file itself says whose it is from its first page on.
    const { application_id: id } = raw.prepare('pragma application_id').get() ?? {};
    if (id === 0) raw.exec(`pragma application_id = ${applicationId}`);
    // What is swept is written over. "fast" would leave it in pages that become free, which hold most of a text.
    raw.exec(`pragma secure_delete = on; pragma journal_mode = wal; pragma synchronous = normal;
      pragma journal_size_limit = ${walBytesMax}; pragma cache_size = -${cachedKiB};
      pragma wal_autocheckpoint = ${checkpointPages}`);
    // SQLite opens a file it may only read without a word; better to fail at the start than at the first digest.
    raw.exec('begin immediate; pragma user_version = 0; rollback');
    raw.exec(`pragma busy_timeout = ${busyMs}`);
  } catch (error) {
    throw explained(error);
  }
  const statements = new Map<string, Prepared>();
  return {
    get inTransaction(): boolean {
      return raw.isTransaction;
    },
    /** Throws StorageError for bad parameters and faults of the disk, SQLite's own error for the rest. */
    run(sql: string, parameters: readonly unknown[]): { rows: unknown[]; changes: bigint } {
      const values = parameters.map(bindable);
      try {
        const { statement, hasRows } = prepare(raw, statements, sql);
        if (hasRows) return { rows: statement.all(...values), changes: 0n };
        return { rows: [], changes: BigInt(statement.run(...values).changes) };
      } catch (error) {
        throw explained(error);
      }
    },
    close(): void {
      if (raw.isOpen) raw.close();
    },
  };
}

/** Keeps the statements that were used last. */
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
 * node:sqlite would take an object as first parameter for named ones and store nothing of it, and binds every number as
 * a real: a whole number would stand as '5.0' in a text column.
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
