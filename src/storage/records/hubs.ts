import type { ExpressionBuilder, Kysely, Selectable } from 'kysely';
import type { EpochMs } from '../../clock.ts';
import { eachRow } from '../eachRow.ts';
import type { Tables } from '../schema.ts';
import { isWanted } from './feeds.ts';
import { type Callback, hubsAtStart } from './hubsAtStart.ts';

/** The hub that a feed names, and what is agreed with it. Secret and token go to the hub and nowhere else. */
export interface HubRecord {
  /** Last part of the address at which the hub reaches us; whoever knows it is taken for the hub. */
  token: string;
  feedId: string;
  hubUrl: string;
  /** The address that the hub knows the feed by. */
  topicUrl: string;
  secret: string;
  /** False while it is being told that nothing more is wanted of it. */
  wanted: boolean;
  /** When it was last asked to begin, go on or end; never yet where undefined. */
  askedAt?: EpochMs;
  /** Until then the hub has agreed to tell. */
  leaseEndsAt?: EpochMs;
  /** When to ask it next. */
  dueAt?: EpochMs;
  /** Requests in a row that the hub did not verify. */
  attempts: number;
  problem?: string;
  /** When the feed would be due if no hub told of it. */
  unaidedDueAt?: EpochMs;
  /** Polls in a row that brought what the hub had not told. */
  missed: number;
}

function hubOf(row: Selectable<Tables['hubs']>): HubRecord {
  return {
    token: row.token,
    feedId: row.feed_id,
    hubUrl: row.hub_url,
    topicUrl: row.topic_url,
    secret: row.secret,
    wanted: row.wanted === 1,
    askedAt: row.asked_at ?? undefined,
    leaseEndsAt: row.lease_ends_at ?? undefined,
    dueAt: row.due_at ?? undefined,
    attempts: row.attempts,
    problem: row.problem ?? undefined,
    unaidedDueAt: row.unaided_due_at ?? undefined,
    missed: row.missed,
  };
}

export function hubRecords(db: Kysely<Tables>) {
  const atStart = hubsAtStart(db);
  const { unaided } = atStart;

  return {
    ...atStart,

    /** The hubs that are wanted for these feeds; a feed without one is not in the map. */
    async ofFeeds(feedIds: readonly string[]): Promise<Map<string, HubRecord>> {
      const rows = await db
        .selectFrom('hubs')
        .selectAll()
        .where('wanted', '=', 1)
        .where('feed_id', 'in', feedIds)
        .execute();
      return new Map(rows.map((row) => [row.feed_id, hubOf(row)]));
    },

    async byToken(token: string): Promise<HubRecord | undefined> {
      const row = await db.selectFrom('hubs').selectAll().where('token', '=', token).executeTakeFirst();
      return row && hubOf(row);
    },

    /** A hub that a feed names for the first time: due at once, or never while there is no callback. */
    async add(
      hub: Pick<HubRecord, 'token' | 'feedId' | 'hubUrl' | 'topicUrl' | 'secret'>,
      callback: Callback,
      now: EpochMs,
    ): Promise<void> {
      await db
        .insertInto('hubs')
        .values({
          token: hub.token,
          feed_id: hub.feedId,
          hub_url: hub.hubUrl,
          topic_url: hub.topicUrl,
          secret: hub.secret,
          callback: callback ?? null,
          wanted: 1,
          due_at: callback === undefined ? null : now,
        })
        .execute();
    },

    /**
     * Nothing more is wanted of it: it is told so if it has agreed to anything, and forgotten otherwise. A feed that
     * somebody wants again later has no hub then.
     */
    async leave(hub: HubRecord, now: EpochMs): Promise<void> {
      const { token, leaseEndsAt } = hub;
      await unaided([hub]);
      if (leaseEndsAt === undefined || leaseEndsAt <= now) {
        await db.deleteFrom('hubs').where('token', '=', token).execute();
        return;
      }
      await db.updateTable('hubs').set({ wanted: 0, attempts: 0, due_at: now }).where('token', '=', token).execute();
    },

    /** Hubs of feeds that are gone or that nobody wants any more. */
    async ofUnwantedFeeds(max: number): Promise<HubRecord[]> {
      const rows = await db
        .selectFrom('hubs')
        .selectAll()
        .where('wanted', '=', 1)
        .where((where) => where.not(where.exists(polledFeed(where))))
        .limit(max)
        .execute();
      return rows.map(hubOf);
    },

    async due(now: EpochMs, max: number): Promise<HubRecord[]> {
      const rows = await db
        .selectFrom('hubs')
        .selectAll()
        .where('due_at', '<=', now)
        .orderBy('due_at')
        .limit(max)
        .execute();
      return rows.map(hubOf);
    },

    /**
     * Notes a request before it is made, so that a hub may verify it at once and a process that ends in between asks
     * again in time; false where somebody else took it.
     */
    async claim({ token, dueAt = 0 }: HubRecord, now: EpochMs, againAt: EpochMs): Promise<boolean> {
      const { numUpdatedRows } = await db
        .updateTable('hubs')
        .set((set) => ({ asked_at: now, due_at: againAt, attempts: set('attempts', '+', 1) }))
        .where('token', '=', token)
        .where('due_at', '=', dueAt)
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },

    async answered(token: string, problem: string | undefined): Promise<void> {
      await db
        .updateTable('hubs')
        .set({ problem: problem ?? null })
        .where('token', '=', token)
        .execute();
    },

    /** A hub in trouble is asked for none of its feeds before then. */
    async rest(hubUrl: string, until: EpochMs): Promise<void> {
      await db
        .updateTable('hubs')
        .set({ due_at: until })
        .where('due_at', '<', until)
        .where('hub_url', '=', hubUrl)
        .execute();
    },

    async verified(token: string, leaseEndsAt: EpochMs, renewAt: EpochMs): Promise<void> {
      await db
        .updateTable('hubs')
        .set({ lease_ends_at: leaseEndsAt, due_at: renewAt, attempts: 0, problem: null, missed: 0 })
        .where('token', '=', token)
        .execute();
    },

    /** The hub does not tell, or no longer: asked again at `dueAt`, and the feed is polled as if it had no hub. */
    async denied(hub: HubRecord, problem: string, dueAt: EpochMs): Promise<void> {
      await db
        .updateTable('hubs')
        .set({ lease_ends_at: null, due_at: dueAt, problem, unaided_due_at: null })
        .where('token', '=', hub.token)
        .execute();
      await unaided([hub]);
    },

    /** The hub agreed to end; its row stays a while, for one that did not hear our answer. */
    async ended(token: string, forgetAt: EpochMs): Promise<void> {
      await db.updateTable('hubs').set({ lease_ends_at: null, due_at: forgetAt }).where('token', '=', token).execute();
    },

    async remove(token: string): Promise<void> {
      await db.deleteFrom('hubs').where('token', '=', token).execute();
    },

    /** What polls found out beside the hub. */
    async polled(rows: readonly { token: string; unaidedDueAt: EpochMs; missed: number }[]): Promise<void> {
      await eachRow(db, rows, (of) => {
        const token = of((row) => row.token);
        const found = { unaided_due_at: of((row) => row.unaidedDueAt), missed: of((row) => row.missed) };
        return db.updateTable('hubs').set(found).where('token', '=', token);
      });
    },

    /** It told of news, perhaps of these alone: what the feed listed when it was last read, it lists still. */
    async told({ token, feedId }: HubRecord, now: EpochMs): Promise<void> {
      await db.updateTable('hubs').set({ missed: 0 }).where('token', '=', token).execute();
      await db
        .updateTable('seen')
        .set({ last_listed_at: now })
        .where('feed_id', '=', feedId)
        .where('last_listed_at', '=', (query) =>
          query
            .selectFrom('seen as other')
            .select((select) => select.fn.max('other.last_listed_at').as('at'))
            .where('other.feed_id', '=', feedId),
        )
        .execute();
    },

    /** Feeds whose hub has agreed to tell, those that still wait for that, and hubs that are being left. */
    async counts(now: EpochMs): Promise<Record<'verified' | 'waiting' | 'leaving', number>> {
      const rows = await db
        .selectFrom('hubs')
        .select((select) => [
          select
            .case()
            .when('wanted', '=', 0)
            .then('leaving' as const)
            .when('lease_ends_at', '>', now)
            .then('verified' as const)
            .else('waiting' as const)
            .end()
            .as('state'),
          select.fn.countAll<number>().as('n'),
        ])
        .where('callback', 'is not', null)
        .groupBy('state')
        .execute();
      return {
        verified: 0,
        waiting: 0,
        leaving: 0,
        ...Object.fromEntries(rows.map(({ state, n }) => [state, Number(n)])),
      };
    },
  };
}

function polledFeed(where: ExpressionBuilder<Tables, 'hubs'>) {
  return where
    .selectFrom('feeds')
    .select('feeds.id')
    .whereRef('feeds.id', '=', 'hubs.feed_id')
    .where('feeds.state', '=', 'active')
    .where(isWanted);
}
