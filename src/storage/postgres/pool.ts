import pg from 'pg';
import { addressWith } from './address.ts';
import { markOfSession, refuseUnfit } from './fit.ts';

/**
 * A commit waits for the disk only if asked to, as with SQLite. Transactions are serializable, so records can rely on
 * what they have read.
 */
const session = [
  'default_transaction_isolation=serializable',
  'synchronous_commit=off',
  // A word of five letters with two of them swapped still shares a fifth of its trigrams with the right word.
  'pg_trgm.similarity_threshold=0.2',
  markOfSession,
];

const connectMsMax = 10_000;
/** How long to wait for an answer before the connection counts as dead. */
const answerMs = 60_000;

/** bigint and numeric, the results of `count` and `sum`, become numbers: all stored values fit. */
const numberOids: ReadonlySet<number> = new Set([pg.types.builtins.INT8, pg.types.builtins.NUMERIC]);

export const types: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    numberOids.has(oid) && format !== 'binary' ? Number : pg.types.getTypeParser(oid, format),
};

/** The application name of a process's connections in PostgreSQL. */
export const applicationOf = (owner: string): string => `lede ${owner}`;

interface PoolSettings {
  name: string;
  connectionsMax: number;
  /** How long a transaction may be idle. */
  idleMs: number;
  /** How long a statement may take; 0 for no limit. */
  answerMsMax?: number;
  /** Settings that override the common ones. */
  settings?: readonly string[];
}

/** Creates a pool of connections that pipeline their queries. */
export function createConnectionPool(
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
  // No action: when a connection breaks, its queries fail by themselves, and the next query opens a new one.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => void client.on('error', () => undefined));
  return pool;
}
