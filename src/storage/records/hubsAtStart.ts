import type { ExpressionBuilder, Kysely } from 'kysely';
import type { EpochMs } from '../../clock.ts';
import { eachRow } from '../eachRow.ts';
import type { Tables } from '../schema.ts';
import type { HubRecord } from './hubs.ts';

/** The address that hubs reach us at, without the token; undefined while none is configured. */
export type Callback = string | undefined;

/**
 * Hubs as a start finds them: they told while nobody heard, and perhaps agreed for another address or by another clock.
 */
export function hubsAtStart(db: Kysely<Tables>) {
  /** Feeds that waited longer because a hub would tell are due as if there were none. */
  const unaided = async (rows: readonly Pick<HubRecord, 'feedId' | 'unaidedDueAt'>[]): Promise<void> => {
    const due = rows.flatMap(({ feedId, unaidedDueAt }) =>
      unaidedDueAt === undefined ? [] : [{ feedId, unaidedDueAt }],
    );
    await eachRow(db, due, (of) => {
      const feedId = of((row) => row.feedId);
      const dueAt = of((row) => row.unaidedDueAt);
      return db
        .updateTable('feeds')
        .set({ next_due_at: dueAt })
        .where('id', '=', feedId)
        .where('next_due_at', '>', dueAt);
    });
  };

  return {
    unaided,

    /** Feeds that may wait longer because a hub would tell, in the order in which they would be due without. */
    async reliedOn(): Promise<{ feedId: string; unaidedDueAt: EpochMs }[]> {
      const rows = await db
        .selectFrom('hubs')
        .select(['feed_id as feedId', 'unaided_due_at as unaidedDueAt'])
        .where('wanted', '=', 1)
        .where('unaided_due_at', 'is not', null)
        .orderBy('unaided_due_at')
        .$narrowType<{ unaidedDueAt: EpochMs }>()
        .execute();
      return rows;
    },

    /**
     * What was asked for after `seen`, or agreed for longer than until `endMax`, is so by a clock that ran ahead: it is
     * asked for anew.
     */
    async startOver(now: EpochMs, seen: EpochMs, endMax: EpochMs): Promise<number> {
      const ahead = (where: ExpressionBuilder<Tables, 'hubs'>) =>
        where.or([where('asked_at', '>', seen), where('due_at', '>', endMax), where('lease_ends_at', '>', endMax)]);
      const rows = await db
        .selectFrom('hubs')
        .select(['feed_id as feedId', 'unaided_due_at as at'])
        .where(ahead)
        .execute();
      await unaided(rows.map(({ feedId, at }) => ({ feedId, unaidedDueAt: at ?? undefined })));
      await db
        .updateTable('hubs')
        .set((set) => ({
          asked_at: now,
          // A hub that is being left is told so still.
          lease_ends_at: set.case().when('wanted', '=', 0).then(endMax).end(),
          unaided_due_at: null,
          attempts: 0,
          due_at: now,
        }))
        .where(ahead)
        .execute();
      return rows.length;
    },

    /** At the start: what was agreed for another callback, or while there is none now, holds no more. */
    async takeCallback(callback: Callback, now: EpochMs): Promise<void> {
      const other = (where: ExpressionBuilder<Tables, 'hubs'>) =>
        where('callback', 'is distinct from', callback ?? null);
      await db.deleteFrom('hubs').where('wanted', '=', 0).where(other).execute();
      const rows = await db
        .selectFrom('hubs')
        .select(['feed_id as feedId', 'unaided_due_at as at'])
        .where(other)
        .where('lease_ends_at', 'is not', null)
        .execute();
      await unaided(rows.map(({ feedId, at }) => ({ feedId, unaidedDueAt: at ?? undefined })));
      await db
        .updateTable('hubs')
        .set({
          callback: callback ?? null,
          asked_at: null,
          lease_ends_at: null,
          unaided_due_at: null,
          attempts: 0,
          problem: null,
          due_at: callback === undefined ? null : now,
        })
        .where(other)
        .execute();
    },
  };
}
