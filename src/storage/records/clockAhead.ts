import { type ExpressionBuilder, expressionBuilder, type Kysely } from 'kysely';
import { dayMs, type EpochMs, hourMs } from '../../clock.ts';
import type { Tables } from '../schema.ts';
import { momentOf } from './rows.ts';

/** No claim of a loop is longer. */
const leaseMsMax = 3 * 60_000;
/** What waits for less is let wait. */
const waitMsMax = hourMs;
/** A digest covers no more. */
const hoursMsMax = 8 * dayMs;
/** A request that is under way has arrived by then, or is lost. */
const settleMs = 30_000;

type Moment = 'lastSuccessAt' | 'firstSeenAt' | 'publishedAt' | 'firstAt' | 'lastAt' | 'windowStart' | Attempt;
type Attempt = 'createdAt' | 'sentAt' | 'attemptAt' | 'nextTryAt';

/** What a clock that ran ahead leaves behind. */
export function clockAheadRecords(db: Kysely<Tables>) {
  const pending = () => db.selectFrom('deliveries').where('state', '=', 'pending');

  /** Digests made too early that no channel can have: their slots come again. */
  const dropEarly = async (now: EpochMs): Promise<number> => {
    const early = pending()
      .select('id')
      .where('kind', '=', 'daily')
      .where('dueAt', '>', now)
      .where('attemptAt', 'is', null)
      .where('messageId', 'is', null);
    for (const table of ['told', 'toldArticles', 'edits'] as const) {
      await db.deleteFrom(table).where('deliveryId', 'in', early).execute();
    }
    const { numDeletedRows } = await db.deleteFrom('deliveries').where('id', 'in', early).executeTakeFirst();
    return Number(numDeletedRows);
  };

  return {
    /** When a feed was last polled or a digest that waits was due: by a clock that is right, no later than now. */
    async latest(): Promise<EpochMs> {
      const polledAt = await momentOf(db.selectFrom('feeds').select(({ fn }) => fn.max('lastPolledAt').as('at')));
      const dueAt = await momentOf(pending().select(({ fn }) => fn.max('dueAt').as('at')));
      return Math.max(polledAt ?? 0, dueAt ?? 0);
    },

    /** What happened after `now` happened now, and what waits is due soon; feeds also if they wait beyond `waitMax`. */
    async bringBack(now: EpochMs, waitMax: EpochMs): Promise<{ feeds: number; pages: number; digests: number }> {
      const { case: when, ref } = expressionBuilder<{ rows: Record<Moment, number> }, 'rows'>();
      const notAfter = (column: Moment) => when().when(column, '>', now).then(now).else(ref(column)).end();
      const leaseUntil = now + leaseMsMax;
      for (const table of ['feeds', 'articles', 'channels'] as const) {
        await db.updateTable(table).set({ leaseUntil }).where('leaseUntil', '>', leaseUntil).execute();
      }
      const claimed = db.updateTable('deliveries').set({ leaseUntil }).where('state', '=', 'pending');
      await claimed.where('leaseUntil', '>', leaseUntil).execute();
      const { numUpdatedRows: feeds } = await db
        .updateTable('feeds')
        .set({ nextDueAt: now, lastPolledAt: now, lastSuccessAt: notAfter('lastSuccessAt') })
        .where(({ eb, or }) => or([eb('lastPolledAt', '>', now), eb('nextDueAt', '>', waitMax)]))
        .executeTakeFirst();
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
      await db
        .updateTable('articles')
        .set({ newsAt: now, firstSeenAt: notAfter('firstSeenAt'), publishedAt: notAfter('publishedAt') })
        .where('newsAt', '>', now)
        .execute();
      await db
        .updateTable('stories')
        .set({ newsAt: now, firstAt: notAfter('firstAt'), lastAt: notAfter('lastAt') })
        .where('aliasOf', 'is', null)
        .where('newsAt', '>', now)
        .execute();
      await db.updateTable('seen').set({ lastListedAt: now }).where('lastListedAt', '>', now).execute();
      await db.updateTable('channels').set({ createdAt: now }).where('createdAt', '>', now).execute();
      // A digest was too late only by that clock.
      await db.deleteFrom('notices').where('at', '>', now).where('subject', 'like', 'expired %').execute();
      await db.updateTable('notices').set({ at: now }).where('at', '>', now).execute();
      await db
        .updateTable('edits')
        .set({ nextTryAt: now })
        .where('state', '=', 'pending')
        .where('nextTryAt', '>', now)
        .execute();
      const digests = await dropEarly(now);
      const began = when()
        .when('windowStart', '<', now)
        .then(ref('windowStart'))
        .else(now - hoursMsMax)
        .end();
      // From where a message is looked for: the digest's hours had begun, and its channel was subscribed.
      const attemptedSince = ({ selectFrom }: ExpressionBuilder<Tables, 'deliveries'>) =>
        selectFrom('channels')
          .select(when().when('createdAt', '>', began).then(ref('createdAt')).else(began).end().as('at'))
          .whereRef('channels.channelId', '=', 'deliveries.channelId');
      await db
        .updateTable('deliveries')
        .set((set) => ({
          sentAt: notAfter('sentAt'),
          nextTryAt: when()
            .when('attemptAt', '>', now)
            .then(now + settleMs)
            .else(notAfter('nextTryAt'))
            .end(),
          attemptAt: when().when('attemptAt', '>', now).then(attemptedSince(set)).else(ref('attemptAt')).end(),
        }))
        .where('dueAt', '>', now - dayMs)
        .execute();
      // The next digest begins where such a one began; what it told stays told.
      await db
        .updateTable('deliveries')
        .set({ windowStart: began, windowEnd: began })
        .where('dueAt', '>', now - dayMs)
        .where('windowEnd', '>', now)
        .execute();
      // That of a digest which was posted says that its day is over: a channel made anew has not had that day.
      await db
        .updateTable('deliveries')
        .set({ dueAt: now })
        .where('dueAt', '>', now)
        .where(({ eb, or }) => or([eb('state', '=', 'pending'), eb('kind', '=', 'asked')]))
        .execute();
      return { feeds: Number(feeds), pages: Number(pages), digests };
    },
  };
}
