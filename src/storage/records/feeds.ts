import type { ExpressionBuilder, Kysely, Selectable } from 'kysely';
import type { EpochMs } from '../../clock.ts';
import { eachRow } from '../eachRow.ts';
import type { Tables } from '../schema.ts';

/** What went wrong with the last poll: a sentence, its code, and the host that it names. */
interface FeedProblem {
  reason: string;
  code?: string;
  host?: string;
}

/** One feed as the poll loop and the admins see it. */
export interface FeedRecord {
  id: string;
  url: string;
  outletId: string;
  outletName: string;
  catalogue: boolean;
  /** The front page or world feed of a general outlet, as the catalogue says. */
  general: boolean;
  title?: string;
  siteUrl?: string;
  language?: string;
  state: 'active' | 'gone';
  nextDueAt: EpochMs;
  /** State of the polling rule, JSON of feeds/nextPoll.ts. */
  polling: string;
  problem?: FeedProblem;
  failures: number;
  failingSince?: EpochMs;
  firstPolledAt?: EpochMs;
  lastPolledAt?: EpochMs;
  lastSuccessAt?: EpochMs;
}

type Row = Selectable<Tables['feeds']>;

function feedOf(row: Row): FeedRecord {
  return {
    id: row.id,
    url: row.url,
    outletId: row.outlet_id,
    outletName: row.outlet_name,
    catalogue: row.catalogue === 1,
    general: row.general === 1,
    title: row.title ?? undefined,
    siteUrl: row.site_url ?? undefined,
    language: row.language ?? undefined,
    state: row.state as FeedRecord['state'],
    nextDueAt: row.next_due_at,
    polling: row.polling,
    problem:
      row.problem === null
        ? undefined
        : { reason: row.problem, code: row.problem_code ?? undefined, host: row.problem_host ?? undefined },
    failures: row.failures,
    failingSince: row.failing_since ?? undefined,
    firstPolledAt: row.first_polled_at ?? undefined,
    lastPolledAt: row.last_polled_at ?? undefined,
    lastSuccessAt: row.last_success_at ?? undefined,
  };
}

export interface NewFeed {
  id: string;
  url: string;
  outletId: string;
  outletName: string;
  catalogue: boolean;
  general?: boolean;
  language?: string;
  siteUrl?: string;
  title?: string;
}

/** What one poll leaves behind. */
export interface PolledFeed {
  id: string;
  title?: string;
  siteUrl?: string;
  language?: string;
  state: FeedRecord['state'];
  nextDueAt: EpochMs;
  polling: string;
  problem?: FeedProblem;
  failures: number;
  failingSince?: EpochMs;
  polledAt: EpochMs;
  succeeded: boolean;
}

/** The catalogue lists it, or a server added it. */
export const isWanted = (where: ExpressionBuilder<Tables, 'feeds'>) =>
  where.or([
    where('catalogue', '=', 1),
    where.exists(where.selectFrom('own_feeds').select('server_id').whereRef('own_feeds.feed_id', '=', 'feeds.id')),
  ]);

export function feedRecords(db: Kysely<Tables>) {
  return {
    /** A feed that is there keeps its polling state; a catalogue entry takes over name and topics. */
    async add(feed: NewFeed, topicIds: readonly string[], dueAt: EpochMs): Promise<void> {
      await db
        .insertInto('feeds')
        .values({
          id: feed.id,
          url: feed.url,
          outlet_id: feed.outletId,
          outlet_name: feed.outletName,
          catalogue: feed.catalogue ? 1 : 0,
          general: feed.general ? 1 : 0,
          title: feed.title ?? null,
          site_url: feed.siteUrl ?? null,
          language: feed.language ?? null,
          state: 'active',
          next_due_at: dueAt,
          polling: '{}',
          failures: 0,
        })
        .onConflict((conflict) =>
          feed.catalogue
            ? conflict.column('id').doUpdateSet({
                outlet_id: feed.outletId,
                outlet_name: feed.outletName,
                catalogue: 1,
                general: feed.general ? 1 : 0,
                language: feed.language ?? null,
                site_url: feed.siteUrl ?? null,
              })
            : conflict.column('id').doNothing(),
        )
        .execute();
      await db
        .deleteFrom('feed_topics')
        .where('feed_id', '=', feed.id)
        .$if(topicIds.length > 0, (query) => query.where('topic_id', 'not in', topicIds))
        .execute();
      if (topicIds.length > 0) {
        await db
          .insertInto('feed_topics')
          .values(topicIds.map((topic_id) => ({ feed_id: feed.id, topic_id })))
          .onConflict((conflict) => conflict.doNothing())
          .execute();
      }
    },

    /** A feed that was gone and was read just now is asked again. */
    async revive(id: string, dueAt: EpochMs): Promise<void> {
      await db
        .updateTable('feeds')
        .set({ state: 'active', next_due_at: dueAt, polling: '{}', failures: 0, failing_since: null })
        .where('id', '=', id)
        .where('state', '!=', 'active')
        .execute();
    },

    /** Feeds that left the catalogue stay only where a server added them. */
    async leaveCatalogue(keep: readonly string[]): Promise<void> {
      const listed = await db.selectFrom('feeds').select('id').where('catalogue', '=', 1).execute();
      const kept = new Set(keep);
      for (const { id } of listed) {
        if (kept.has(id)) continue;
        await db.updateTable('feeds').set({ catalogue: 0, general: 0 }).where('id', '=', id).execute();
        await db.deleteFrom('feed_topics').where('feed_id', '=', id).execute();
      }
    },

    /** Takes the due feeds for one owner, the longest due first; of all that somebody wants, or of those in `among`. */
    async claimDue(
      now: EpochMs,
      owner: string,
      leaseUntil: EpochMs,
      max: number,
      among?: readonly string[],
    ): Promise<FeedRecord[]> {
      const rows = await db
        .updateTable('feeds')
        .set({ owner, lease_until: leaseUntil })
        .where('id', 'in', (query) =>
          query
            .selectFrom('feeds')
            .select('id')
            .where('state', '=', 'active')
            .where('next_due_at', '<=', now)
            .where((or) => or.or([or('lease_until', 'is', null), or('lease_until', '<=', now)]))
            .where((where) => (among ? where('id', 'in', among) : isWanted(where)))
            .orderBy('next_due_at')
            .limit(max),
        )
        .returningAll()
        .execute();
      return rows.map(feedOf);
    },

    /** Apart from `polled`, which would write the index of addresses anew for every feed that stays. */
    async moveTo(id: string, url: string): Promise<void> {
      await db.updateTable('feeds').set({ url }).where('id', '=', id).execute();
    },

    /** What a batch of polls leaves behind. Title, site and language stay where a poll brings none. */
    async polled(polls: readonly PolledFeed[]): Promise<void> {
      await eachRow(db, polls, (of) => {
        const id = of((poll) => poll.id);
        const title = of((poll) => poll.title || null);
        const siteUrl = of((poll) => poll.siteUrl ?? null);
        const language = of((poll) => poll.language ?? null);
        const succeededAt = of((poll) => (poll.succeeded ? poll.polledAt : null));
        return db
          .updateTable('feeds')
          .set((set) => ({
            title: set.fn.coalesce(title, 'title'),
            // What the catalogue says of a feed was looked up; what feeds say of themselves is often a template's.
            site_url: set.fn.coalesce('site_url', siteUrl),
            language: set.fn.coalesce('language', language),
            state: of((poll) => poll.state),
            next_due_at: of((poll) => poll.nextDueAt),
            polling: of((poll) => poll.polling),
            problem_code: of((poll) => poll.problem?.code ?? null),
            problem: of((poll) => poll.problem?.reason ?? null),
            problem_host: of((poll) => poll.problem?.host ?? null),
            failures: of((poll) => poll.failures),
            failing_since: of((poll) => poll.failingSince ?? null),
            first_polled_at: set.fn.coalesce('first_polled_at', succeededAt),
            last_polled_at: of((poll) => poll.polledAt),
            last_success_at: set.fn.coalesce(succeededAt, 'last_success_at'),
            owner: null,
            lease_until: null,
          }))
          .where('id', '=', id);
      });
    },

    async byId(id: string): Promise<FeedRecord | undefined> {
      const row = await db.selectFrom('feeds').selectAll().where('id', '=', id).executeTakeFirst();
      return row && feedOf(row);
    },

    async byUrl(url: string): Promise<FeedRecord | undefined> {
      const row = await db.selectFrom('feeds').selectAll().where('url', '=', url).executeTakeFirst();
      return row && feedOf(row);
    },

    async topicsOf(feedId: string): Promise<string[]> {
      const rows = await db.selectFrom('feed_topics').select('topic_id').where('feed_id', '=', feedId).execute();
      return rows.map((row) => row.topic_id);
    },

    async listCatalogue(): Promise<FeedRecord[]> {
      const rows = await db.selectFrom('feeds').selectAll().where('catalogue', '=', 1).execute();
      return rows.map(feedOf);
    },

    /** Puts a claimed feed back without a poll, for instance because its host asked for rest. */
    async postpone(id: string, nextDueAt: EpochMs): Promise<void> {
      await db
        .updateTable('feeds')
        .set({ next_due_at: nextDueAt, owner: null, lease_until: null })
        .where('id', '=', id)
        .execute();
    },

    /** Feeds that neither the catalogue nor a server reads since before; what they were seen to list goes with them. */
    async sweepUnwanted(before: EpochMs, max: number): Promise<number> {
      const rows = await db
        .selectFrom('feeds')
        .select('id')
        .where((where) => where.not(isWanted(where)))
        .where('next_due_at', '<', before)
        .limit(max)
        .execute();
      const ids = rows.map((row) => row.id);
      if (ids.length === 0) return 0;
      for (const table of ['seen', 'feed_topics', 'article_feeds', 'hubs'] as const) {
        await db.deleteFrom(table).where('feed_id', 'in', ids).execute();
      }
      await db.deleteFrom('feeds').where('id', 'in', ids).execute();
      return ids.length;
    },
  };
}
