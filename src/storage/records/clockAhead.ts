import { type ExpressionBuilder, expressionBuilder, type Kysely } from 'kysely';
import { dayMs, type EpochMs, hourMs } from '../../clock.ts';
import type { Tables } from '../schema.ts';
import { claimedTables, isClaimable } from './claims.ts';
import { column as columnOf, momentOf } from './rows.ts';

/** No claim of a loop is longer. */
const leaseMsMax = 3 * 60_000;
/** Shorter waits are left alone. */
const waitMsMax = hourMs;
/** A digest covers no more. */
const hoursMsMax = 8 * dayMs;
/** A request that is under way has arrived by then, or is lost. */
const settleMs = 30_000;

/** What a clock that ran ahead leaves behind. */
export function clockAheadRecords(db: Kysely<Tables>) {
  /** No moment in these columns of a table is later. */
  const limit = async (to: EpochMs, table: keyof Tables, ...columns: string[]): Promise<void> => {
    for (const column of columns) {
      const rows = db.updateTable(table as 'notices').where(column as 'at', '>', to);
      await rows.set({ [column]: to }).execute();
    }
  };
  const pending = () => db.selectFrom('deliveries').where('state', '=', 'pending');

  /** Tries and hours of deliveries. Only by `dueAt` are they found without reading all. */
  const limitDeliveries = async (now: EpochMs): Promise<void> => {
    const late = () => db.updateTable('deliveries').where('dueAt', '>', now - dayMs);
    await late().set({ sentAt: now }).where('sentAt', '>', now).execute();
    await late().set({ nextTryAt: now }).where('nextTryAt', '>', now).execute();
    const { case: when, ref } = expressionBuilder<Tables, 'deliveries'>();
    const long = now - hoursMsMax;
    const began = when().when('windowStart', '<', now).then(ref('windowStart')).else(long).end();
    // From where a message is looked for: the digest's hours had begun, and its channel was subscribed.
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
    // The next digest begins where such a one began; what it told stays told.
    await late().set({ windowStart: began, windowEnd: began }).where('windowEnd', '>', now).execute();
    // A posted digest keeps its due time, which says that its day is over, also for a channel that is set up anew.
    await late()
      .set({ dueAt: now })
      .where('dueAt', '>', now)
      .where(({ eb, or }) => or([eb('state', '=', 'pending'), eb('kind', '=', 'asked')]))
      .execute();
  };

  return {
    /** When a feed was last polled or a digest that waits was due: by a clock that is right, no later than now. */
    async latest(): Promise<EpochMs> {
      const polledAt = await momentOf(db.selectFrom('feeds').select(({ fn }) => fn.max('lastPolledAt').as('at')));
      const dueAt = await momentOf(pending().select(({ fn }) => fn.max('dueAt').as('at')));
      return Math.max(polledAt ?? 0, dueAt ?? 0);
    },

    /** Digests that no channel can have: their slots come again. */
    async early(now: EpochMs): Promise<string[]> {
      const early = pending()
        .select('id')
        .where('kind', '=', 'daily')
        .where('dueAt', '>', now)
        .where('attemptAt', 'is', null)
        .where('messageId', 'is', null);
      return columnOf('id', early);
    },

    /** What happened after `now` happened now, and what waits is due soon; feeds also if they wait beyond `waitMax`. */
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
      await limit(now, 'seen', 'lastListedAt');
      await limit(now, 'channels', 'createdAt');
      await limit(now, 'notices', 'at');
      await limit(now, 'edits', 'nextTryAt');
      await limitDeliveries(now);
      return { feeds: Number(feeds), pages: Number(pages) };
    },
  };
}
