import { type Expression, expressionBuilder, type Kysely, type Selectable, type SqlBool } from 'kysely';
import type { EpochMs } from '../../../clock.ts';
import type { FeedId } from '../../../ids.ts';
import { eachRow } from '../../eachRow.ts';
import type { Tables } from '../../schema.ts';
import { type Filled, filled } from '../rows.ts';
import { isWanted } from './feeds.ts';

type Row = Selectable<Tables['hubs']>;

/** A feed's hub and the subscription there. Secret and token are sent to the hub and nowhere else. */
export type HubRecord = Omit<Filled<Row>, 'wanted' | 'callback'> & {
  /** False while Lede is unsubscribing. */
  wanted: boolean;
};

/** The address at which hubs reach us, without the token; undefined while none is configured. */
type Callback = string | undefined;

const hubOf = (row: Row): HubRecord => ({ ...filled(row), wanted: row.wanted === 1 });

export function hubRecords(db: Kysely<Tables>) {
  const change = (token: string, set: Partial<Row>) =>
    db.updateTable('hubs').set(set).where('token', '=', token).execute();

  /** Makes feeds due at the time at which they would be due without their hub, unless they are due earlier. */
  const unaided = async (hubs: readonly Pick<HubRecord, 'feedId' | 'unaidedDueAt'>[]): Promise<void> => {
    const waiting = hubs.filter(({ unaidedDueAt }) => unaidedDueAt !== undefined);
    await eachRow(db, waiting, (of) => {
      const { feedId } = of.columns('feedId');
      const nextDueAt = of(({ unaidedDueAt = 0 }) => unaidedDueAt);
      return db.updateTable('feeds').set({ nextDueAt }).where('id', '=', feedId).where('nextDueAt', '>', nextDueAt);
    });
  };

  const where = (condition: Expression<SqlBool>) => db.selectFrom('hubs').selectAll().where(condition);

  return {
    unaided,

    /** Feeds that wait longer because of a hub, in the order in which they would be due without it. */
    async reliedOn(): Promise<{ feedId: FeedId; unaidedDueAt: EpochMs }[]> {
      return db
        .selectFrom('hubs')
        .select(['feedId', 'unaidedDueAt'])
        .where('wanted', '=', 1)
        .where('unaidedDueAt', 'is not', null)
        .orderBy('unaidedDueAt')
        .$narrowType<{ unaidedDueAt: EpochMs }>()
        .execute();
    },

    /** The hubs that are wanted for these feeds; a feed without one is not in the map. */
    async ofFeeds(feedIds: readonly FeedId[]): Promise<Map<FeedId, HubRecord>> {
      const rows = await db
        .selectFrom('hubs')
        .selectAll()
        .where('wanted', '=', 1)
        .where('feedId', 'in', feedIds)
        .execute();
      return new Map(rows.map((row) => [row.feedId, hubOf(row)]));
    },

    async byToken(token: string): Promise<HubRecord | undefined> {
      const row = await db.selectFrom('hubs').selectAll().where('token', '=', token).executeTakeFirst();
      return row && hubOf(row);
    },

    /** Adds a hub that a feed names for the first time. It is due at once, or never while there is no callback. */
    async add(
      hub: Pick<HubRecord, 'token' | 'feedId' | 'hubUrl' | 'topicUrl' | 'secret'>,
      callback: Callback,
      now: EpochMs,
    ): Promise<void> {
      const dueAt = callback === undefined ? null : now;
      await db
        .insertInto('hubs')
        .values({ ...hub, callback, wanted: 1, dueAt })
        .execute();
    },

    /**
     * Begins to unsubscribe from the hub, or deletes it at once if no subscription is running. A feed that is wanted
     * again later starts without a hub.
     */
    async leave(hub: HubRecord, now: EpochMs): Promise<void> {
      const { token, leaseEndsAt } = hub;
      await unaided([hub]);
      if (leaseEndsAt === undefined || leaseEndsAt <= now) await this.remove(token);
      else await change(token, { wanted: 0, attempts: 0, dueAt: now });
    },

    /** Hubs whose feed is gone or is wanted by nobody any more. */
    async ofUnwantedFeeds(max: number): Promise<HubRecord[]> {
      const rows = await db
        .selectFrom('hubs')
        .selectAll()
        .where('wanted', '=', 1)
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom('feeds')
                .select('feeds.id')
                .whereRef('feeds.id', '=', 'hubs.feedId')
                .where('feeds.state', '=', 'active')
                .where(isWanted()),
            ),
          ),
        )
        .limit(max)
        .execute();
      return rows.map(hubOf);
    },

    async due(now: EpochMs, max: number): Promise<HubRecord[]> {
      const rows = await db
        .selectFrom('hubs')
        .selectAll()
        .where('dueAt', '<=', now)
        .orderBy('dueAt')
        .limit(max)
        .execute();
      return rows.map(hubOf);
    },

    /**
     * Notes a request before it is sent, so that the hub may verify it at once, and so that it is sent again at
     * `againAt` if this process dies. False if another process has claimed the request.
     */
    async claim({ token, dueAt = 0 }: HubRecord, now: EpochMs, againAt: EpochMs): Promise<boolean> {
      const { numUpdatedRows } = await db
        .updateTable('hubs')
        .set((set) => ({ askedAt: now, dueAt: againAt, attempts: set('attempts', '+', 1) }))
        .where('token', '=', token)
        .where('dueAt', '=', dueAt)
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },

    async answered(token: string, problem: string | undefined): Promise<void> {
      await change(token, { problem: problem ?? null });
    },

    /** Postpones all requests to a hub that has problems. */
    async rest(hubUrl: string, until: EpochMs): Promise<void> {
      await db
        .updateTable('hubs')
        .set({ dueAt: until })
        .where('dueAt', '<', until)
        .where('hubUrl', '=', hubUrl)
        .execute();
    },

    async verified(token: string, leaseEndsAt: EpochMs, renewAt: EpochMs): Promise<void> {
      await change(token, { leaseEndsAt, dueAt: renewAt, attempts: 0, problem: null, missed: 0 });
    },

    /** Notes that the hub refused or ended the subscription. The next request is due at `dueAt`. */
    async denied(hub: HubRecord, problem: string, dueAt: EpochMs): Promise<void> {
      await change(hub.token, { leaseEndsAt: null, dueAt, problem, unaidedDueAt: null });
      await unaided([hub]);
    },

    /**
     * Notes that the hub confirmed the end of the subscription. The row stays until `forgetAt`, in case our answer got
     * lost.
     */
    async ended(token: string, forgetAt: EpochMs): Promise<void> {
      await change(token, { leaseEndsAt: null, dueAt: forgetAt });
    },

    async remove(token: string): Promise<void> {
      await db.deleteFrom('hubs').where('token', '=', token).execute();
    },

    /**
     * Stores what polls found out about hubs: when a feed would be due without its hub, and how often the hub missed
     * news.
     */
    async polled(rows: readonly { token: string; unaidedDueAt: EpochMs; missed: number }[]): Promise<void> {
      await eachRow(db, rows, (of) => {
        const { token, ...found } = of.columns('token', 'unaidedDueAt', 'missed');
        return db.updateTable('hubs').set(found).where('token', '=', token);
      });
    },

    /**
     * Notes that the hub sent news. A hub may send only new items, so the items of the last poll count as still listed.
     */
    async told({ token, feedId }: HubRecord, now: EpochMs): Promise<void> {
      await change(token, { missed: 0 });
      await db
        .updateTable('seen')
        .set({ lastListedAt: now })
        .where('feedId', '=', feedId)
        .where('lastListedAt', '=', (query) =>
          query
            .selectFrom('seen as other')
            .select(({ fn }) => fn.max('other.lastListedAt').as('at'))
            .where('other.feedId', '=', feedId),
        )
        .execute();
    },

    /** Counts the subscriptions that are verified, that wait for verification, and that are being ended. */
    async counts(now: EpochMs): Promise<Record<'verified' | 'waiting' | 'leaving', number>> {
      const rows = await db
        .selectFrom('hubs')
        .select(['wanted', 'leaseEndsAt'])
        .where('callback', 'is not', null)
        .execute();
      const wanted = rows.filter((row) => row.wanted === 1);
      const verified = wanted.filter(({ leaseEndsAt }) => leaseEndsAt !== null && leaseEndsAt > now).length;
      return { verified, waiting: wanted.length - verified, leaving: rows.length - wanted.length };
    },

    /**
     * Called after the clock ran ahead: renews subscriptions that were requested after `seen`, or whose lease or next
     * request is later than `endMax`.
     */
    async startOver(now: EpochMs, seen: EpochMs, endMax: EpochMs): Promise<number> {
      const { or, eb } = expressionBuilder<Tables, 'hubs'>();
      const ahead = or([eb('askedAt', '>', seen), eb('dueAt', '>', endMax), eb('leaseEndsAt', '>', endMax)]);
      const rows = await where(ahead).execute();
      await unaided(rows.map(hubOf));
      await db
        .updateTable('hubs')
        .set((set) => ({
          askedAt: now,
          // Unsubscribing needs a lease: without one the row would count as ended.
          leaseEndsAt: set.case().when('wanted', '=', 0).then(endMax).end(),
          unaidedDueAt: null,
          attempts: 0,
          dueAt: now,
        }))
        .where(ahead)
        .execute();
      return rows.length;
    },

    /**
     * Called at the start: drops the leases of subscriptions for another callback, which hubs are then asked for anew.
     * Without a callback, all leases are dropped.
     */
    async takeCallback(callback: Callback, now: EpochMs): Promise<void> {
      const other = expressionBuilder<Tables, 'hubs'>()('callback', 'is distinct from', callback ?? null);
      await db.deleteFrom('hubs').where('wanted', '=', 0).where(other).execute();
      const agreed = await where(other).where('leaseEndsAt', 'is not', null).execute();
      await unaided(agreed.map(hubOf));
      await db
        .updateTable('hubs')
        .set({
          callback: callback ?? null,
          askedAt: null,
          leaseEndsAt: null,
          unaidedDueAt: null,
          attempts: 0,
          problem: null,
          dueAt: callback === undefined ? null : now,
        })
        .where(other)
        .execute();
    },
  };
}
