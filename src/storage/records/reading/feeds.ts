import {
  type Expression,
  expressionBuilder,
  type Kysely,
  type Selectable,
  type SelectQueryBuilder,
  type SqlBool,
} from 'kysely';
import type { EpochMs } from '../../../clock.ts';
import type { FeedId, TopicId } from '../../../ids.ts';
import { eachRow } from '../../eachRow.ts';
import type { Tables } from '../../schema.ts';
import { column, type Filled, filled, isFree, keepStored, unclaimed } from '../rows.ts';
import { removeRows } from '../upkeep/owned.ts';

type Row = Selectable<Tables['feeds']>;

/** Why the last poll failed: a sentence, its code, and the host if one was at fault. */
interface FeedProblem {
  reason: string;
  code?: string;
  host?: string;
}

/** One feed as the poll loop and the admins see it. */
export type FeedRecord = Omit<
  Filled<Row>,
  'catalogue' | 'general' | 'problem' | 'problemCode' | 'problemHost' | 'owner' | 'leaseUntil'
> & {
  catalogue: boolean;
  /** Whether the catalogue lists the feed as the front page or world feed of a general outlet. */
  general: boolean;
  problem?: FeedProblem;
};

function feedOf(row: Row): FeedRecord {
  const { catalogue, general, problem: reason, problemCode: code, problemHost: host, ...rest } = filled(row);
  const problem = reason === undefined ? undefined : { reason, code, host };
  return { ...rest, catalogue: catalogue === 1, general: general === 1, problem };
}

export type NewFeed = Pick<FeedRecord, 'id' | 'url' | 'outletId' | 'outletName' | 'catalogue'> &
  Partial<Pick<FeedRecord, 'general' | 'language' | 'siteUrl' | 'title'>>;

export type PolledFeed = Pick<
  FeedRecord,
  'id' | 'title' | 'siteUrl' | 'language' | 'state' | 'nextDueAt' | 'polling' | 'problem' | 'failures' | 'failingSince'
> & { polledAt: EpochMs; succeeded: boolean };

/** A condition on `feeds`: the catalogue lists the feed, or a server added it. */
export function isWanted(): Expression<SqlBool> {
  const where = expressionBuilder<Tables, 'feeds'>();
  const own = where.selectFrom('ownFeeds').select('serverId').whereRef('ownFeeds.feedId', '=', 'feeds.id');
  return where.or([where('catalogue', '=', 1), where.exists(own)]);
}

function isAmong(among: readonly FeedId[] | 'catalogue' | 'own' | 'wanted'): Expression<SqlBool> {
  const where = expressionBuilder<Tables, 'feeds'>();
  if (among === 'catalogue') return where('catalogue', '=', 1);
  if (among === 'own') return where.and([where('catalogue', '=', 0), isWanted()]);
  return among === 'wanted' ? isWanted() : where('id', 'in', among);
}

/**
 * Resets a feed that enters the catalogue, so that it is read like a new one. Only the servers that had added it may
 * see its earlier articles.
 */
async function startAnew(db: Kysely<Tables>, id: FeedId): Promise<void> {
  const { numUpdatedRows } = await db
    .updateTable('feeds')
    .set({ polling: '{}', firstPolledAt: null })
    .where('id', '=', id)
    .where('catalogue', '=', 0)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) return;
  await db.deleteFrom('seen').where('feedId', '=', id).execute();
  const ownArticles = db.selectFrom('articles').select('id').where('scope', '=', id);
  await db.deleteFrom('articleFeeds').where('feedId', '=', id).where('articleId', 'in', ownArticles).execute();
}

export function feedRecords(db: Kysely<Tables>) {
  /** Orders due feeds in rounds: the first feed of each server, then the second of each, and so on. */
  const inTurn = (due: SelectQueryBuilder<Tables, 'feeds', object>) => {
    const byServer = due
      .innerJoin('ownFeeds', 'ownFeeds.feedId', 'feeds.id')
      .select(['feeds.id', 'feeds.nextDueAt'])
      .select(({ fn }) =>
        fn
          .agg<number>('row_number')
          .over((over) => over.partitionBy('ownFeeds.serverId').orderBy('feeds.nextDueAt').orderBy('feeds.id'))
          .as('turn'),
      );
    // PostgreSQL can't lock rows in a query with a window function. If two claims collide, one is retried.
    return db
      .selectFrom(byServer.as('due'))
      .select('id')
      .groupBy(['id', 'nextDueAt'])
      .orderBy(({ fn }) => fn.min('turn'))
      .orderBy('nextDueAt');
  };

  const change = (id: FeedId, set: Partial<Row>) => db.updateTable('feeds').set(set).where('id', '=', id);

  return {
    /**
     * Adds a feed. A known feed keeps its polling state, unless it was a server's and now enters the catalogue. An
     * entry of the catalogue also overwrites a known feed's name, topics, site and language.
     */
    async add(feed: NewFeed, topicIds: readonly TopicId[], nextDueAt: EpochMs): Promise<void> {
      if (feed.catalogue) await startAnew(db, feed.id);
      const { id, url, outletId, outletName, title, siteUrl = null, language = null } = feed;
      const described = { outletId, outletName, siteUrl, language, general: feed.general ? 1 : 0 };
      const catalogue = feed.catalogue ? 1 : 0;
      await db
        .insertInto('feeds')
        .values({ id, url, ...described, title, catalogue, state: 'active', nextDueAt, polling: '{}' })
        .onConflict((conflict) =>
          feed.catalogue
            ? conflict.column('id').doUpdateSet({ ...described, catalogue })
            : conflict.column('id').doNothing(),
        )
        .execute();
      await db.deleteFrom('feedTopics').where('feedId', '=', id).where('topicId', 'not in', topicIds).execute();
      await eachRow(db, topicIds, (of) =>
        db
          .insertInto('feedTopics')
          .values({ feedId: id, topicId: of((topicId) => topicId) })
          .onConflict(keepStored),
      );
    },

    /** Resumes polling a feed that was gone and can be read again. */
    async revive(id: FeedId, nextDueAt: EpochMs): Promise<void> {
      const anew = { state: 'active', nextDueAt, polling: '{}', failures: 0, failingSince: null } as const;
      await change(id, anew).where('state', '!=', 'active').execute();
    },

    /** Takes all feeds except `keep` out of the catalogue. Servers that added such a feed still read it. */
    async leaveCatalogue(keep: readonly FeedId[]): Promise<void> {
      const gone = db.updateTable('feeds').set({ catalogue: 0, general: 0 }).where('catalogue', '=', 1);
      const ids = await column('id', gone.where('id', 'not in', keep).returning('id'));
      await db.deleteFrom('feedTopics').where('feedId', 'in', ids).execute();
    },

    /**
     * Claims due feeds, the longest overdue first. `among` limits them to the catalogue's feeds, to feeds that only
     * servers added (in rounds over servers), or to these ids. By default, feeds of the catalogue and of servers are
     * claimed.
     */
    async claimDue(
      now: EpochMs,
      owner: string,
      leaseUntil: EpochMs,
      max: number,
      among: readonly FeedId[] | 'catalogue' | 'own' | 'wanted' = 'wanted',
    ): Promise<FeedRecord[]> {
      const due = db
        .selectFrom('feeds')
        .where('state', '=', 'active')
        .where('nextDueAt', '<=', now)
        .where(isFree(now))
        .where(isAmong(among));
      const rows = await db
        .updateTable('feeds')
        .set({ owner, leaseUntil })
        .where(
          'id',
          'in',
          among === 'own'
            ? inTurn(due).limit(max)
            : due.select('id').orderBy('nextDueAt').limit(max).forUpdate().skipLocked(),
        )
        .returningAll()
        .execute();
      return rows.map(feedOf);
    },

    /** Changes a feed's address. Separate from `polled`, so that most polls don't update the index of addresses. */
    async moveTo(id: FeedId, url: string): Promise<void> {
      await change(id, { url }).execute();
    },

    /**
     * Stores the results of a batch of polls. A title replaces the stored one; site and language are stored only if
     * unknown.
     */
    async polled(polls: readonly PolledFeed[]): Promise<void> {
      await eachRow(db, polls, (of) => {
        const { id, siteUrl, language } = of.columns('id', 'siteUrl', 'language');
        const title = of((poll) => poll.title || null);
        const succeededAt = of((poll) => (poll.succeeded ? poll.polledAt : null));
        return db
          .updateTable('feeds')
          .set(({ fn }) => ({
            ...of.columns('state', 'nextDueAt', 'polling', 'failures', 'failingSince'),
            title: fn.coalesce(title, 'title'),
            // The stored value wins: people checked the catalogue, but a feed's own is often a template's default.
            siteUrl: fn.coalesce('siteUrl', siteUrl),
            language: fn.coalesce('language', language),
            problemCode: of((poll) => poll.problem?.code ?? null),
            problem: of((poll) => poll.problem?.reason ?? null),
            problemHost: of((poll) => poll.problem?.host ?? null),
            firstPolledAt: fn.coalesce('firstPolledAt', succeededAt),
            lastPolledAt: of((poll) => poll.polledAt),
            lastSuccessAt: fn.coalesce(succeededAt, 'lastSuccessAt'),
            ...unclaimed,
          }))
          .where('id', '=', id);
      });
    },

    async byId(id: FeedId): Promise<FeedRecord | undefined> {
      const row = await db.selectFrom('feeds').selectAll().where('id', '=', id).executeTakeFirst();
      return row && feedOf(row);
    },

    async byUrl(url: string): Promise<FeedRecord | undefined> {
      const row = await db.selectFrom('feeds').selectAll().where('url', '=', url).executeTakeFirst();
      return row && feedOf(row);
    },

    async topicsOf(feedId: FeedId): Promise<TopicId[]> {
      return column('topicId', db.selectFrom('feedTopics').select('topicId').where('feedId', '=', feedId));
    },

    async listCatalogue(): Promise<FeedRecord[]> {
      const rows = await db.selectFrom('feeds').selectAll().where('catalogue', '=', 1).execute();
      return rows.map(feedOf);
    },

    /** Releases a claimed feed without a poll, for example because its host asked for a pause. */
    async postpone(id: FeedId, nextDueAt: EpochMs): Promise<void> {
      await change(id, { nextDueAt, ...unclaimed }).execute();
    },

    /** Makes these feeds due now, except those that are gone. */
    async makeDue(ids: readonly FeedId[], now: EpochMs): Promise<void> {
      await db
        .updateTable('feeds')
        .set({ nextDueAt: now })
        .where('state', '=', 'active')
        .where('id', 'in', ids)
        .execute();
    },

    /** Makes a feed due at `nextDueAt`, unless it is due earlier. */
    async hasten(id: FeedId, nextDueAt: EpochMs): Promise<void> {
      await change(id, { nextDueAt }).where('nextDueAt', '>', nextDueAt).execute();
    },

    /**
     * Deletes up to `max` feeds that are neither in the catalogue nor of a server and were due before `before`, with
     * the rows that belong to them. Nobody polls such feeds.
     */
    async sweepUnwanted(before: EpochMs, max: number): Promise<number> {
      const unwanted = db.selectFrom('feeds').where(({ not }) => not(isWanted()));
      const ids = await column('id', unwanted.select('id').where('nextDueAt', '<', before).limit(max));
      await removeRows(db, 'feeds', 'id', ids);
      return ids.length;
    },
  };
}
