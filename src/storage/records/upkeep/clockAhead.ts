import { type ExpressionBuilder, expressionBuilder, type Kysely } from 'kysely';
import { dayMs, type EpochMs, hourMs } from '../../../clock.ts';
import type { Tables } from '../../schema.ts';
import { slotKind } from '../outbox/delivery.ts';
import { column as columnOf, latestOf } from '../rows.ts';
import { claimedTables, isClaimable } from './claims.ts';

/** The longest lease that a loop takes. */
const leaseMsMax = 3 * 60_000;
/** Waits up to this length are left as they are. */
const waitMsMax = hourMs;
/** The longest time that a digest covers. */
const hoursMsMax = 8 * dayMs;
/** After this time a request in flight has arrived or is lost. */
const settleMs = 30_000;

/** Repairs the rows that were written while the clock ran ahead. */
export function clockAheadRecords(db: Kysely<Tables>) {
  /** Caps the moments in these columns of a table at `to`. */
  const limit = async (to: EpochMs, table: keyof Tables, ...columns: string[]): Promise<void> => {
    for (const column of columns) {
      const rows = db.updateTable(table as 'notices').where(column as 'at', '>', to);
      await rows.set({ [column]: to }).execute();
    }
  };
  const pending = () => db.selectFrom('deliveries').where('state', '=', 'pending');

  /** Caps the tries and windows of deliveries, which are selected by `dueAt` because only that is indexed. */
  const limitDeliveries = async (now: EpochMs): Promise<void> => {
    const late = () => db.updateTable('deliveries').where('dueAt', '>', now - dayMs);
    await late().set({ sentAt: now }).where('sentAt', '>', now).execute();
    await late().set({ nextTryAt: now }).where('nextTryAt', '>', now).execute();
    const { case: when, ref } = expressionBuilder<Tables, 'deliveries'>();
    const long = now - hoursMsMax;
    const began = when().when('windowStart', '<', now).then(ref('windowStart')).else(long).end();
    // When the search for the message begins: by then the window had begun and the channel was subscribed.
    const attemptedSince = ({ selectFrom }: ExpressionBuilder<Tables, 'deliveries'>) =>
      selectFrom('channels')
        .select(({ eb }) =>
          eb.case().when('createdAt', '>', began).then(eb.ref('createdAt')).else(began).end().as('at'),
        )
        .whereRef('channels.channelId', '=', 'deliveries.channelId');
    await late()
      .set((set) => ({ nextTryAt: now + settleMs, attemptAt: attemptedSince(set) }))
      .where('attemptAt', '>', now)
      .execute();
    // The window of a digest made while the clock was ahead becomes empty, so that the next digest covers its time. Its
    // stories still count as posted.
    await late().set({ windowStart: began, windowEnd: began }).where('windowEnd', '>', now).execute();
    // A posted digest of a slot keeps its due time, which shows that the slot's day is done even if the channel is set
    // up anew.
    await late()
      .set({ dueAt: now })
      .where('dueAt', '>', now)
      .where(({ eb, or }) => or([eb('state', '=', 'pending'), eb('kind', '!=', slotKind)]))
      .execute();
  };

  return {
    /** The latest poll of a feed or due time of a pending digest. With a correct clock it isn't in the future. */
    async latest(): Promise<EpochMs> {
      const polledAt = await latestOf(db.selectFrom('feeds'), 'lastPolledAt');
      const dueAt = await latestOf(pending(), 'dueAt');
      return Math.max(polledAt ?? 0, dueAt ?? 0);
    },

    /** Pending digests of slots in the future. They are deleted, because these slots come again. */
    async early(now: EpochMs): Promise<string[]> {
      const early = pending()
        .select('id')
        .where('kind', '=', slotKind)
        .where('dueAt', '>', now)
        .where('attemptAt', 'is', null)
        .where('messageId', 'is', null);
      return columnOf('id', early);
    },

    /** Sets moments in the future to `now` and shortens waits; feeds that wait beyond `waitMax` become due. */
    async bringBack(now: EpochMs, waitMax: EpochMs): Promise<{ feeds: number; pages: number }> {
      const leaseUntil = now + leaseMsMax;
      for (const table of claimedTables) {
        const claimed = db
          .updateTable(table as 'feeds')
          .set({ leaseUntil })
          .where(isClaimable(table));
        await claimed.where('leaseUntil', '>', leaseUntil).execute();
      }
      const { numUpdatedRows: feeds } = await db
        .updateTable('feeds')
        .set({ nextDueAt: now, lastPolledAt: now })
        .where(({ eb, or }) => or([eb('lastPolledAt', '>', now), eb('nextDueAt', '>', waitMax)]))
        .executeTakeFirst();
      await limit(now, 'feeds', 'lastSuccessAt');
      await db
        .deleteFrom('hosts')
        .where('restUntil', '>', now + waitMsMax)
        .execute();
      const { numUpdatedRows: pages } = await db
        .updateTable('articles')
        .set({ pageDueAt: now + waitMsMax })
        .where('pageState', '=', 'wanted')
        .where('pageDueAt', '>', now + waitMsMax)
        .executeTakeFirst();
      await limit(now, 'articles', 'newsAt');
      await limit(now, 'stories', 'newsAt', 'firstAt', 'lastAt');
      await limit(now, 'articleChanges', 'at');
      await limit(now, 'seen', 'lastListedAt');
      await limit(now, 'channels', 'createdAt');
      await limit(now, 'arrivals', 'readBefore');
      // Items wait for the end of quiet hours, at most a day.
      await limit(now + dayMs, 'arrivals', 'dueAt');
      await limit(now, 'notices', 'at');
      await limit(now, 'edits', 'nextTryAt');
      await limitDeliveries(now);
      return { feeds: Number(feeds), pages: Number(pages) };
    },
  };
}
