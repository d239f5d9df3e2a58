import { expressionBuilder, type Kysely } from 'kysely';
import type { EpochMs } from '../../../clock.ts';
import type { DeliveryState, Tables } from '../../schema.ts';
import { slotKind } from '../outbox/delivery.ts';
import { inTurn } from '../outbox/outbox.ts';
import { isWanted } from '../reading/feeds.ts';
import { countOf, earliest, earliestOf, momentOf } from '../rows.ts';
import { channelRecords } from '../servers/channels.ts';

/** ok: the latest poll succeeded; failing: it failed; new: there was no poll yet; gone: the feed no longer exists. */
export type FeedState = 'ok' | 'failing' | 'new' | 'gone';

/** The kinds of work that processes claim. */
export type Work = 'feeds' | 'pages' | 'digests' | 'messages';

export interface Waiting {
  count: number;
  oldestAt?: EpochMs;
}

/** Problems that only an admin can solve, not Lede or Discord. */
export const adminProblems = ['missing-access', 'missing-permission', 'thread-closed', 'cannot-look-up'] as const;

/** The id of the missed delivery that a notice is about. */
const slotOfNotice = ({ about, detail }: Pick<Tables['notices'], 'about' | 'detail'>) =>
  `${about}/${slotKind}/${detail}`;

async function waitingIn(query: {
  executeTakeFirstOrThrow(): Promise<{ count: number; oldestAt: EpochMs | null }>;
}): Promise<Waiting> {
  const { count, oldestAt } = await query.executeTakeFirstOrThrow();
  return { count: Number(count), oldestAt: oldestAt ?? undefined };
}

/** Figures for operators. Each query reads only an index. */
export function vitalRecords(db: Kysely<Tables>) {
  return {
    async feeds(): Promise<Record<FeedState, number>> {
      const rows = await db
        .selectFrom('feeds')
        .select(({ fn, case: when }) => [
          when()
            .when('state', '=', 'gone')
            .then('gone' as const)
            .when('lastPolledAt', 'is', null)
            .then('new' as const)
            .when('failures', '>', 0)
            .then('failing' as const)
            .else('ok' as const)
            .end()
            .as('health'),
          fn.countAll<number>().as('n'),
        ])
        .groupBy('health')
        .execute();
      const counts = Object.fromEntries(rows.map(({ health, n }) => [health, Number(n)]));
      return { ok: 0, failing: 0, new: 0, gone: 0, ...counts };
    },

    /**
     * Counts, by state, the deliveries due since `since` and all pending ones. Slots that Lede missed while it was away
     * count as expired; each channel has one notice for all its missed slots.
     */
    async deliveries(since: EpochMs): Promise<Partial<Record<DeliveryState, number>>> {
      const counts: Partial<Record<DeliveryState, number>> = {};
      const due = db.selectFrom('deliveries').where('dueAt', '>=', since).where('state', '!=', 'pending');
      const rows = await due
        .select(({ fn }) => ['state', fn.countAll<number>().as('n')])
        .groupBy('state')
        .execute();
      for (const { state, n } of rows) counts[state] = Number(n);
      const pending = await countOf(db.selectFrom('deliveries').where('state', '=', 'pending'));
      if (pending > 0) counts.pending = pending;
      const notices = await db
        .selectFrom('notices')
        .select(['about', 'detail', 'notice'])
        .where('at', '>=', since)
        .where('matter', '=', 'expired')
        .execute();
      const made = await db
        .selectFrom('deliveries')
        .select('id')
        .where('id', 'in', notices.map(slotOfNotice))
        .execute();
      const madeIds = new Set(made.map(({ id }) => id));
      for (const one of notices) {
        if (madeIds.has(slotOfNotice(one))) continue;
        const { missed } = JSON.parse(one.notice) as { missed?: { count: number } };
        counts.expired = (counts.expired ?? 0) + (missed?.count ?? 1);
      }
      return counts;
    },

    /** How many of each kind of work are due, and when the oldest fell due. */
    async due(now: EpochMs): Promise<Record<Work, Waiting>> {
      const { fn } = expressionBuilder<Tables, 'feeds' | 'articles' | 'channels' | 'deliveries'>();
      const count = fn.countAll<number>().as('count');
      const since = <Column extends 'nextDueAt' | 'pageDueAt' | 'nextTryAt'>(column: Column) =>
        [count, fn.min(column).as('oldestAt')] as const;
      const feeds = db.selectFrom('feeds').select(since('nextDueAt')).where('nextDueAt', '<=', now);
      const pages = db.selectFrom('articles').select(since('pageDueAt')).where('pageDueAt', '<=', now);
      const digests = db.selectFrom('channels').select(since('nextDueAt')).where('nextDueAt', '<=', now);
      const messages = db.selectFrom('deliveries').select(since('nextTryAt')).where('nextTryAt', '<=', now);
      return {
        feeds: await waitingIn(feeds.where('state', '=', 'active').where(isWanted())),
        pages: await waitingIn(pages.where('pageState', '=', 'wanted')),
        digests: await waitingIn(digests.where('paused', 'is', null)),
        messages: await waitingIn(messages.where('state', '=', 'pending')),
      };
    },

    /** When the sent delivery that was due last was posted. Ignores future times, from a clock that ran ahead. */
    async lastSentAt(now: EpochMs): Promise<EpochMs | undefined> {
      return momentOf(
        db
          .selectFrom('deliveries')
          .select('sentAt as at')
          .where('state', '=', 'sent')
          .where('dueAt', '<=', now)
          .where('sentAt', '<=', now)
          .orderBy('dueAt', 'desc')
          .limit(1),
      );
    },

    /** When the oldest slot or message fell due, among those that wait for Lede or Discord rather than for an admin. */
    async waitingSince(): Promise<EpochMs | undefined> {
      const message = db
        .selectFrom('deliveries')
        .where('deliveries.state', '=', 'pending')
        .where(inTurn())
        .where(({ eb, fn, val }) => eb(fn.coalesce('problem', val('')), 'not in', adminProblems));
      return earliest([await earliestOf(message, 'dueAt'), await channelRecords(db).slotDueAt()]);
    },
  };
}
