import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { StorageError } from '../errors.ts';
import { explained } from './errors.ts';

/** What one statement gave; `rows` is empty unless the statement has columns. */
type Outcome = { rows: unknown[]; changes: bigint };

type Prepared = { statement: StatementSync; reader: boolean };

const statementsMax = 256;
/** Longer ones are multi-row inserts whose text hardly comes twice. */
const cachedLengthMax = 8_192;
/**
 * How long SQLite itself waits, with the loop blocked, when another program holds the file: at the start, and later on.
 */
const busyAtStartMs = 1_000;
const busyMs = 25;
const walBytesMax = 64 * 1024 * 1024;
/** Keys are hashes, so that every batch of articles touches pages all over: SQLite's 2 MB of them are too few. */
const cachedKiB = 8 * 1024;
/** Of a new file: an article is longer than SQLite's own page of 4 KB, and what is left of its last one stays empty. */
const pageBytes = 8 * 1024;
/** Written back from the log every 16 MB rather than 4: the same pages come again with the next batch. */
const checkpointPages = 2_000;

/** The one connection; it runs statements at once and knows nothing of turns. */
export type Connection = {
  /** Throws StorageError for bad parameters and faults of the disk, SQLite's own error for the rest */
  run(sql: string, parameters: readonly unknown[]): Outcome;
  /**
   * One statement once per row, with its parameters; rows that it gives are left. Throws as `run`, with the rows before
   * stored
   */
  runEach<Row>(sql: string, rows: readonly Row[], parametersOf: (row: Row) => readonly unknown[]): void;
  readonly inTransaction: boolean;
  readonly raw: DatabaseSync;
  close(): void;
};

/**
 * `path` is absolute or `:memory:`; the folder must exist. Throws StorageError also for a file that may only be read
 */
export function connect(path: string): Connection {
  let raw: DatabaseSync | undefined;
  try {
    raw = new DatabaseSync(path, { timeout: busyAtStartMs, enableForeignKeyConstraints: true });
    return connectionOver(raw);
  } catch (error) {
    raw?.close();
    throw explained(error);
  }
}

/** For a handle that is already open; it is closed with the connection, but not when this throws. */
export function connectionOver(raw: DatabaseSync): Connection {
  try {
    raw.exec(`pragma page_size = ${pageBytes}; pragma journal_mode = wal; pragma synchronous = normal; pragma journal_size_limit = ${walBytesMax};
      pragma cache_size = -${cachedKiB}; pragma wal_autocheckpoint = ${checkpointPages}`);
    // SQLite opens a file it may only read without a word; better to fail at the start than at the first digest.
    raw.exec('begin immediate; pragma user_version = 0; rollback');
    raw.exec(`pragma busy_timeout = ${busyMs}`);
  } catch (error) {
    throw explained(error);
  }
  const statements = new Map<string, Prepared>();
  return {
    raw,
    get inTransaction() {
      return raw.isTransaction;
    },
    run(sql, parameters) {
      const values = parameters.map(bindable);
      try {
        const { statement, reader } = prepare(raw, statements, sql);
        if (reader) return { rows: statement.all(...values), changes: 0n };
        return { rows: [], changes: BigInt(statement.run(...values).changes) };
      } catch (error) {
        throw explained(error);
      }
    },
    runEach(sql, rows, parametersOf) {
      try {
        const { statement } = prepare(raw, statements, sql);
        for (const row of rows) statement.run(...parametersOf(row).map(bindable));
      } catch (error) {
        throw explained(error);
      }
    },
    close() {
      statements.clear();
      if (raw.isOpen) raw.close();
    },
  };
}

function prepare(raw: DatabaseSync, statements: Map<string, Prepared>, sql: string): Prepared {
  const known = statements.get(sql);
  if (known !== undefined) {
    statements.delete(sql);
    statements.set(sql, known);
    return known;
  }
  const statement = raw.prepare(sql);
  const fresh = { statement, reader: statement.columns().length > 0 };
  if (sql.length > cachedLengthMax) return fresh;
  statements.set(sql, fresh);
  if (statements.size > statementsMax) {
    const [oldest] = statements.keys();
    if (oldest !== undefined) statements.delete(oldest);
  }
  return fresh;
}

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
