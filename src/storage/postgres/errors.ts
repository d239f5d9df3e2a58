import pg from 'pg';
import { StorageError, type StorageErrorCode } from '../errors.ts';
import { pooled } from './fit.ts';

const unreachable: readonly [StorageErrorCode, string] = [
  'unopenable',
  'PostgreSQL does not answer at the address in DATABASE_URL; check that it runs and that the address is right. ' +
    'A Lede that runs goes on by itself then.',
];

const onlyRead = 'PostgreSQL can only be read, as on a standby; name the primary in DATABASE_URL.';

/** SQLSTATEs (https://www.postgresql.org/docs/current/errcodes-appendix.html) that an operator can fix. */
const sentences: Readonly<Record<string, readonly [StorageErrorCode, string]>> = {
  '08': unreachable,
  '57P': unreachable,
  '57P03': ['unopenable', 'PostgreSQL is starting or ending and takes no connections at this moment.'],
  '55000': [
    'unopenable',
    'The database in DATABASE_URL takes no connections at this moment (allow_connections is off).',
  ],
  '28': ['unopenable', 'PostgreSQL refuses the user or password in DATABASE_URL.'],
  '3D': ['bad-location', 'PostgreSQL has no database of the name in DATABASE_URL; create it first.'],
  '53100': ['disk-full', 'The disk of PostgreSQL is full, so nothing more can be stored; free some space.'],
  '53300': ['in-use', 'PostgreSQL takes no more connections; raise its max_connections or end other programs.'],
  '40': ['in-use', 'Other processes changed the same rows again and again; the same is tried again later.'],
  '25006': ['read-only', onlyRead],
  '42501': ['unopenable', 'The user in DATABASE_URL may not create tables there; make it the owner of the database.'],
  XX001: ['corrupt', 'PostgreSQL found its data damaged; stop Lede and restore a backup.'],
};

const extensionless: readonly [StorageErrorCode, string] = [
  'unopenable',
  'PostgreSQL lacks its extension pg_trgm; install it, for example with postgresql-contrib.',
];

const extensionRefused: readonly [StorageErrorCode, string] = [
  'unopenable',
  'The user in DATABASE_URL may not create the extension pg_trgm. As the owner of the database or a superuser run, in ' +
    'that database: CREATE EXTENSION pg_trgm;',
];

const untrusted: readonly [StorageErrorCode, string] = [
  'unopenable',
  "PostgreSQL's certificate is missing or not one that this machine trusts; see sslmode and sslrootcert, which " +
    'DATABASE_URL may end with.',
];

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

/** Whether this is a serialization failure or deadlock, after which the transaction is retried from its beginning. */
export const isPassing = (error: unknown): boolean => ['40001', '40P01'].includes(codeOf(error));

/** Turns errors that an operator can fix into a StorageError; others (a constraint, wrong SQL) stay as they are. */
export function asStorageError(error: unknown): unknown {
  if (error instanceof StorageError || !(error instanceof Error)) return error;
  const code = codeOf(error);
  const special = specialOf(code, error.message);
  if (special !== undefined) return new StorageError(...special, error);
  const found = sentences[code] ?? sentences[code.slice(0, 3)] ?? sentences[code.slice(0, 2)];
  // Without an answer from the server there is only the socket's error code, or none.
  const [kind, sentence] =
    found ?? (error instanceof pg.DatabaseError ? [] : (ofConnection(code, error.message) ?? []));
  return kind === undefined || sentence === undefined ? error : new StorageError(kind, sentence, error);
}

/** Errors that their code alone doesn't identify. */
function specialOf(code: string, message: string): readonly [StorageErrorCode, string] | undefined {
  if (message.includes('extension "pg_trgm"')) return code === '42501' ? extensionRefused : extensionless;
  // pgbouncer's answer to a setting that it doesn't know.
  if (code.startsWith('08') && message.includes('unsupported startup parameter')) return pooled;
  // A standby refuses all serializable transactions, even if they only read.
  return code === '0A000' && /standby/i.test(message) ? ['read-only', onlyRead] : undefined;
}

/** Failures of the connection, without an answer from the server. */
function ofConnection(code: string, message: string): readonly [StorageErrorCode, string] | undefined {
  if (/^E(?!RR_)[A-Z_]+$/.test(code)) return unreachable;
  if (message.startsWith('SASL')) return sentences['28'];
  if (/\bSSL\b|certificate|ERR_TLS/i.test(`${message} ${code}`)) return untrusted;
  return /connect|timeout|terminated|queryable/i.test(message) ? unreachable : undefined;
}
