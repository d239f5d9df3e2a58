import type { Kysely } from 'kysely';
import type { EpochMs } from '../../clock.ts';
import type { Tables } from '../schema.ts';

/** Hosts that asked for rest, and until when. The key may name the asker that has to keep it (`rests.ts`). */
export function hostRecords(db: Kysely<Tables>) {
  return {
    async rest(host: string, until: EpochMs): Promise<void> {
      await db
        .insertInto('hosts')
        .values({ host, restUntil: until })
        .onConflict((conflict) => conflict.column('host').doUpdateSet({ restUntil: until }))
        .execute();
    },

    async resting(now: EpochMs): Promise<Map<string, EpochMs>> {
      const rows = await db.selectFrom('hosts').selectAll().where('restUntil', '>', now).execute();
      return new Map(rows.map((row) => [row.host, row.restUntil]));
    },

    async sweep(now: EpochMs): Promise<number> {
      const { numDeletedRows } = await db.deleteFrom('hosts').where('restUntil', '<=', now).executeTakeFirst();
      return Number(numDeletedRows);
    },
  };
}
