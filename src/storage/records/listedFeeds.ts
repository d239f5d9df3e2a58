import type { Kysely } from 'kysely';
import type { EpochMs } from '../../clock.ts';
import { eachRow } from '../eachRow.ts';
import type { Tables } from '../schema.ts';
import type { NewFeed } from './feeds.ts';

/** Feeds that a list of the operator's names. */
export function listedFeedRecords(db: Kysely<Tables>) {
  return {
    /** Adds the feeds that are not there yet, for nobody: only who names them polls them. */
    async add(feeds: readonly Pick<NewFeed, 'id' | 'url' | 'outletId' | 'outletName'>[], dueAt: EpochMs) {
      await eachRow(db, feeds, (of) =>
        db
          .insertInto('feeds')
          .values({
            id: of((row) => row.id),
            url: of((row) => row.url),
            outlet_id: of((row) => row.outletId),
            outlet_name: of((row) => row.outletName),
            catalogue: 0,
            general: 0,
            state: 'active',
            next_due_at: dueAt,
            polling: '{}',
            failures: 0,
          })
          .onConflict((conflict) => conflict.doNothing()),
      );
    },

    /** The feeds that are at these addresses now. */
    async idsByUrl(urls: readonly string[]): Promise<Map<string, string>> {
      const rows = await db.selectFrom('feeds').select(['id', 'url']).where('url', 'in', urls).execute();
      return new Map(rows.map(({ id, url }) => [url, id]));
    },

    /** Makes these due now, except those that are gone. */
    async makeDue(ids: readonly string[], now: EpochMs): Promise<void> {
      const due = db.updateTable('feeds').set({ next_due_at: now }).where('state', '=', 'active');
      await eachRow(db, ids, (of) => {
        const each = of((id) => id);
        return due.where('id', '=', each);
      });
    },
  };
}
