import type { Kysely } from 'kysely';
import type { EpochMs } from '../../../clock.ts';
import type { Tables } from '../../schema.ts';
import { replacing } from '../rows.ts';

/** Hosts that asked for a pause, and when it ends. The key may also name the scope that has to pause (`rests.ts`). */
export function hostRecords(db: Kysely<Tables>) {
  return {
    async rest(host: string, until: EpochMs): Promise<void> {
      await db
        .insertInto('hosts')
        .values({ host, restUntil: until })
        .onConflict(replacing('hosts', 'restUntil'))
        .execute();
    },

    /** All hosts that rest at `now`; with `among`, only these keys. */
    async resting(now: EpochMs, among?: readonly string[]): Promise<Map<string, EpochMs>> {
      const query = db.selectFrom('hosts').selectAll().where('restUntil', '>', now);
      const rows = await (among ? query.where('host', 'in', among) : query).execute();
      return new Map(rows.map((row) => [row.host, row.restUntil]));
    },
  };
}
