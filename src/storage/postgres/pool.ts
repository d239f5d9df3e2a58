import pg from 'pg';
import { addressWith } from './address.ts';
import { markOfSession, refuseUnfit } from './fit.ts';

/**
 * A commit doesn't wait for the disk unless it is asked to, as with SQLite. Transactions are serializable, so the
 * records may rely on what they read just as with SQLite's single writer.
 */
const session = [
  'default_transaction_isolation=serializable',
  'synchronous_commit=off',
  // A swapped pair of letters leaves a word of five a fifth of its trigrams.
  'pg_trgm.similarity_threshold=0.2',
  markOfSession,
];

const connectMsMax = 10_000;
/** A connection whose other end is gone is given up after this. */
const answerMs = 60_000;

/** bigint and numeric, which `count` and `sum` give: all that is stored fits a number. */
const numberOids: ReadonlySet<number> = new Set([pg.types.builtins.INT8, pg.types.builtins.NUMERIC]);

export const types: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    numberOids.has(oid) && format !== 'binary' ? Number : pg.types.getTypeParser(oid, format),
};

/** The name that PostgreSQL shows of a process's connections. */
export const applicationOf = (owner: string): string => `lede ${owner}`;

interface PoolSettings {
  name: string;
  connectionsMax: number;
  /** How long a transaction may do nothing. */
  idleMs: number;
  /** How long a statement may take; without a limit if 0. */
  answerMsMax?: number;
  /** Added to those that hold for all; the last of a name counts. */
  settings?: readonly string[];
}

/** Connections that each send many queries before the first is answered. */
export function createPool(
  url: string,
  { name, connectionsMax, idleMs, answerMsMax = answerMs, settings = [] }: PoolSettings,
): pg.Pool {
  const own = [`idle_in_transaction_session_timeout=${idleMs}`, ...settings];
  const pool = new pg.Pool({
    connectionString: addressWith(url, [...session, ...own], name),
    max: connectionsMax,
    connectionTimeoutMillis: connectMsMax,
    query_timeout: answerMsMax,
    keepAlive: true,
    pipeline: true,
    types,
    onConnect: refuseUnfit,
  } as pg.PoolConfig);
  // A connection that breaks: its queries fail by themselves, and the next one opens another.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => void client.on('error', () => undefined));
  return pool;
}
