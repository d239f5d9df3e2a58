import { type Kysely, sql } from 'kysely';
import type { EpochMs } from '../../clock.ts';
import type { Tables } from '../schema.ts';

/**
 * A story with the counts that its catalogue articles give; a server's own feeds are added when it is read for that
 * server.
 */
export interface StoryRecord {
  id: string;
  title: string;
  leadArticleId: string;
  topicId: string;
  language?: string;
  firstAt: EpochMs;
  /** Of its newest article, whoever may see that: the story is kept as long as any server has news of it. */
  lastAt: EpochMs;
  /** When its newest article became news here. */
  newsAt: EpochMs;
  articles: number;
  outlets: number;
  voices: number;
  /** Earlier stories that it continues, nearest first. */
  earlier: readonly string[];
  /** Everyone may see it; else only the servers whose own feeds listed an article of it. */
  open: boolean;
}

type Row = Tables['stories'];

function storyOf(row: Row): StoryRecord {
  return {
    id: row.id,
    title: row.title,
    leadArticleId: row.lead_article_id,
    topicId: row.topic_id,
    language: row.language ?? undefined,
    firstAt: row.first_at,
    lastAt: row.last_at,
    newsAt: row.news_at,
    articles: row.articles,
    outlets: row.outlets,
    voices: row.voices,
    earlier: row.earlier ? row.earlier.split(' ') : [],
    open: row.open === 1,
  };
}

/** SQLite takes 32,766 parameters a statement; this leaves room. */
const idsPerQuery = 500;

export function storyRecords(db: Kysely<Tables>) {
  return {
    async save(
      story: Omit<StoryRecord, 'earlier'>,
      topics: readonly { topicId: string; votes: number }[],
    ): Promise<void> {
      const row = {
        alias_of: null,
        title: story.title,
        lead_article_id: story.leadArticleId,
        topic_id: story.topicId,
        language: story.language ?? null,
        first_at: story.firstAt,
        last_at: story.lastAt,
        news_at: story.newsAt,
        articles: story.articles,
        outlets: story.outlets,
        voices: story.voices,
        open: story.open ? 1 : 0,
      };
      await db
        .insertInto('stories')
        .values({ id: story.id, ...row })
        .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
        .execute();
      await db.deleteFrom('story_topics').where('story_id', '=', story.id).execute();
      if (topics.length > 0) {
        await db
          .insertInto('story_topics')
          .values(topics.map((topic) => ({ story_id: story.id, topic_id: topic.topicId, votes: topic.votes })))
          .execute();
      }
    },

    /** The earlier stories of the same affair, nearest first. */
    async continues(id: string, earlierIds: readonly string[]): Promise<void> {
      await db
        .updateTable('stories')
        .set({ earlier: earlierIds.join(' ') })
        .where('id', '=', id)
        .execute();
    },

    /** The loser of a merge answers under the winner's id from now on. */
    async alias(from: string, into: string): Promise<void> {
      await db.updateTable('stories').set({ alias_of: into }).where('alias_of', '=', from).execute();
      await db.updateTable('stories').set({ alias_of: into }).where('id', '=', from).execute();
      await db.deleteFrom('story_topics').where('story_id', '=', from).execute();
    },

    /** With the ids that led to it. */
    async remove(storyId: string): Promise<void> {
      await db.deleteFrom('story_topics').where('story_id', '=', storyId).execute();
      await db.deleteFrom('stories').where('alias_of', '=', storyId).execute();
      await db.deleteFrom('stories').where('id', '=', storyId).execute();
    },

    /** Follows aliases; undefined when the story left the archive. */
    async byId(id: string): Promise<StoryRecord | undefined> {
      let wanted = id;
      for (let steps = 0; steps < 8; steps += 1) {
        const row = await db.selectFrom('stories').selectAll().where('id', '=', wanted).executeTakeFirst();
        if (!row) return undefined;
        if (row.alias_of === null) return storyOf(row);
        wanted = row.alias_of;
      }
      return undefined;
    },

    async byIds(ids: readonly string[]): Promise<StoryRecord[]> {
      const found: StoryRecord[] = [];
      for (let at = 0; at < ids.length; at += idsPerQuery) {
        const rows = await db
          .selectFrom('stories')
          .selectAll()
          .where('id', 'in', ids.slice(at, at + idsPerQuery))
          .where('alias_of', 'is', null)
          .execute();
        found.push(...rows.map(storyOf));
      }
      return found;
    },

    /** Stories in which the server's own feeds brought news since, with the topics that it gave these feeds. */
    async ownTopicsSince(since: EpochMs, serverId: string): Promise<{ storyId: string; topicId: string }[]> {
      const rows = await db
        .selectFrom('own_feeds')
        .innerJoin('article_feeds', 'article_feeds.feed_id', 'own_feeds.feed_id')
        .innerJoin('articles', 'articles.id', 'article_feeds.article_id')
        .select(['articles.story_id', 'own_feeds.topic_id'])
        .distinct()
        .where('own_feeds.server_id', '=', serverId)
        .where('articles.news_at', '>', since)
        .execute();
      return rows.flatMap((row) => (row.story_id === null ? [] : [{ storyId: row.story_id, topicId: row.topic_id }]));
    },

    async topicsOf(storyIds: readonly string[]): Promise<Map<string, { topicId: string; votes: number }[]>> {
      const found = new Map<string, { topicId: string; votes: number }[]>();
      for (let at = 0; at < storyIds.length; at += idsPerQuery) {
        const rows = await db
          .selectFrom('story_topics')
          .selectAll()
          .where('story_id', 'in', storyIds.slice(at, at + idsPerQuery))
          .orderBy('votes', 'desc')
          .execute();
        for (const row of rows) {
          const list = found.get(row.story_id) ?? [];
          list.push({ topicId: row.topic_id, votes: row.votes });
          found.set(row.story_id, list);
        }
      }
      return found;
    },

    /** Stories with news since that everyone may see. */
    async countOpenSince(since: EpochMs): Promise<number> {
      const row = await db
        .selectFrom('stories')
        .select((select) => select.fn.countAll<number>().as('n'))
        .where('alias_of', 'is', null)
        .where('open', '=', 1)
        .where('news_at', '>', since)
        .executeTakeFirstOrThrow();
      return Number(row.n);
    },

    async count(): Promise<number> {
      const row = await db
        .selectFrom('stories')
        .select((select) => select.fn.countAll<number>().as('n'))
        .where('alias_of', 'is', null)
        .executeTakeFirstOrThrow();
      return Number(row.n);
    },

    /** Ids that lead to a story which is no more. */
    async sweepAliases(max: number): Promise<number> {
      const { numAffectedRows = 0n } = await sql`
        delete from stories where id in (select id from stories where alias_of is not null
          and not exists (select 1 from stories as into_story where into_story.id = stories.alias_of) limit ${max})`.execute(
        db,
      );
      return Number(numAffectedRows);
    },

    /**
     * Stories whose newest article is older than `before` and that no pending delivery tells, whole; their ids, none
     * when nothing is left.
     */
    async sweep(before: EpochMs, max: number): Promise<string[]> {
      const rows = await db
        .selectFrom('stories')
        .select('id')
        .where('alias_of', 'is', null)
        .where('last_at', '<', before)
        .where((where) =>
          where.not(
            where.exists(
              where
                .selectFrom('told')
                .innerJoin('deliveries', 'deliveries.id', 'told.delivery_id')
                .select('told.story_id')
                .whereRef('told.story_id', '=', 'stories.id')
                .where('deliveries.state', '=', 'pending'),
            ),
          ),
        )
        .limit(max)
        .execute();
      const ids = rows.map((row) => row.id);
      for (const id of ids) {
        const articles = await db.selectFrom('articles').select('id').where('story_id', '=', id).execute();
        const articleIds = articles.map((row) => row.id);
        if (articleIds.length > 0) {
          await db.deleteFrom('article_feeds').where('article_id', 'in', articleIds).execute();
          await db.deleteFrom('told_articles').where('article_id', 'in', articleIds).execute();
          await db.deleteFrom('articles').where('id', 'in', articleIds).execute();
        }
        await db.deleteFrom('story_topics').where('story_id', '=', id).execute();
        await db.deleteFrom('told').where('story_id', '=', id).execute();
        await db.deleteFrom('stories').where('alias_of', '=', id).execute();
        await db.deleteFrom('stories').where('id', '=', id).execute();
      }
      return ids;
    },
  };
}
