import type { Kysely } from 'kysely';
import type { EpochMs } from '../clock.ts';
import { WallClockKeyv } from './keyv.ts';
import type { Tables } from './schema.ts';

/** When the last backup was made. Stored in the database, because another process may have made the backup. */
export function lastBackup(db: Kysely<Tables>, now: () => EpochMs) {
  const kept = new WallClockKeyv<EpochMs>(db, { namespace: 'backup', now });
  return {
    at: (): Promise<EpochMs | undefined> => kept.get('at'),
    note: (at: EpochMs) => kept.set('at', at),
  };
}
