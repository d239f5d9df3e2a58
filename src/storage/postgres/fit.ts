import type pg from 'pg';
import { StorageError } from '../errors.ts';

const versionMin = 15;

/** Lede sets this in each session. If it is missing, a pooler between Lede and PostgreSQL dropped all settings. */
export const markOfSession = 'lede.session=1';

export const pooled = [
  'pooled',
  "A pooler, such as pgbouncer, stands before PostgreSQL and does not pass on the settings of Lede's sessions, without " +
    'which what Lede stores could be lost or mixed up. Name PostgreSQL itself in DATABASE_URL: Lede has a pool of its own.',
] as const;

/** Checks a new connection before it is used. Throws StorageError if Lede can't work on it. */
export async function refuseUnfit(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ major: number; encoding: string; mark: string | null }>(`
    select current_setting('server_version_num')::int / 10000 as major, current_setting('server_encoding') as encoding,
      current_setting('lede.session', true) as mark`);
  const { major = 0, encoding = '', mark } = rows[0] ?? {};
  if (major < versionMin)
    throw new StorageError('unopenable', `PostgreSQL ${major} is too old; Lede needs ${versionMin} or newer.`);
  if (mark !== '1') throw new StorageError(...pooled);
  if (encoding !== 'UTF8') {
    const sentence = `The database in DATABASE_URL has the encoding ${encoding}, which lacks letters; make one with UTF8.`;
    throw new StorageError('bad-location', sentence);
  }
}
