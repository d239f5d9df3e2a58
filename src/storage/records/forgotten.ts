import { type Kysely, sql } from 'kysely';
import type { EpochMs } from '../../clock.ts';
import type { QuotedSentence } from '../../digests/digest.ts';
import type { Tables } from '../schema.ts';
import { chunksOf } from './chunks.ts';
import { type DeliveryRecord, deliveryOf } from './delivery.ts';

/** A feed as far as it says whose it is. */
export interface FeedOwner {
  id: string;
  url: string;
  siteUrl?: string;
  outletId: string;
  outletName: string;
  catalogue: boolean;
}

export interface ToldRow {
  channelId: string;
  storyId: string;
  deliveryId: string;
  articleIds: readonly string[];
  sentences: readonly QuotedSentence[];
}

/**
 * What is looked through, and taken out, when an outlet asks to be forgotten. Pages go by key, since there may be
 * very many.
 */
export function forgottenRecords(db: Kysely<Tables>) {
  return {
    async domains(): Promise<string[]> {
      const rows = await db.selectFrom('forgotten').select('domain').execute();
      return rows.map((row) => row.domain);
    },

    async add(domain: string, now: EpochMs): Promise<void> {
      await db
        .insertInto('forgotten')
        .values({ domain, at: now })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    },

    /** It may be read again from the next start on. */
    async remove(domain: string): Promise<void> {
      await db.deleteFrom('forgotten').where('domain', '=', domain).execute();
    },

    async feedOwners(): Promise<FeedOwner[]> {
      const rows = await db
        .selectFrom('feeds')
        .select(['id', 'url', 'site_url', 'outlet_id', 'outlet_name', 'catalogue'])
        .execute();
      return rows.map((row) => ({
        id: row.id,
        url: row.url,
        siteUrl: row.site_url ?? undefined,
        outletId: row.outlet_id,
        outletName: row.outlet_name,
        catalogue: row.catalogue === 1,
      }));
    },

    /** `listedBy` are all feeds that list it. */
    async articles(after: string, max: number): Promise<{ id: string; url: string; listedBy: readonly string[] }[]> {
      const { rows } = await sql<{ id: string; url: string; listed: string }>`
        select id, url, (select json_group_array(feed_id) from article_feeds where article_id = articles.id) as listed
        from articles where id > ${after} order by id limit ${max}`.execute(db);
      return rows.map(({ id, url, listed }) => ({ id, url, listedBy: JSON.parse(listed) as string[] }));
    },

    async deliveries(after: string, max: number): Promise<DeliveryRecord[]> {
      const rows = await db
        .selectFrom('deliveries')
        .selectAll()
        .where('id', '>', after)
        .orderBy('id')
        .limit(max)
        .execute();
      return rows.map(deliveryOf);
    },

    async told(after: Pick<ToldRow, 'channelId' | 'storyId' | 'deliveryId'>, max: number): Promise<ToldRow[]> {
      const rows = await db
        .selectFrom('told')
        .selectAll()
        .where(
          sql<boolean>`(channel_id, story_id, delivery_id) > (${after.channelId}, ${after.storyId}, ${after.deliveryId})`,
        )
        .orderBy('channel_id')
        .orderBy('story_id')
        .orderBy('delivery_id')
        .limit(max)
        .execute();
      return rows.map((row) => ({
        channelId: row.channel_id,
        storyId: row.story_id,
        deliveryId: row.delivery_id,
        articleIds: JSON.parse(row.article_ids) as string[],
        sentences: JSON.parse(row.sentences) as QuotedSentence[],
      }));
    },

    async writeTold({ channelId, storyId, deliveryId, articleIds, sentences }: ToldRow): Promise<void> {
      await db
        .updateTable('told')
        .set({ article_ids: JSON.stringify(articleIds), sentences: JSON.stringify(sentences) })
        .where('channel_id', '=', channelId)
        .where('story_id', '=', storyId)
        .where('delivery_id', '=', deliveryId)
        .execute();
    },

    /** The articles with all that hangs on them; the ids of the stories that held them, which are to be made anew. */
    async removeArticles(ids: readonly string[]): Promise<Set<string>> {
      const stories = new Set<string>();
      for (const chunk of chunksOf(ids)) {
        const gone = await db.deleteFrom('articles').where('id', 'in', chunk).returning('story_id').execute();
        for (const { story_id } of gone) if (story_id !== null) stories.add(story_id);
        for (const table of ['article_feeds', 'told_articles'] as const) {
          await db.deleteFrom(table).where('article_id', 'in', chunk).execute();
        }
        // The loser of a merge keeps the title that it had.
        await db
          .updateTable('stories')
          .set({ title: '' })
          .where('alias_of', 'is not', null)
          .where('lead_article_id', 'in', chunk)
          .execute();
      }
      return stories;
    },

    /** With the servers that had added them. */
    async removeFeeds(ids: readonly string[]): Promise<{ serverId: string; feedId: string }[]> {
      const readers: { serverId: string; feedId: string }[] = [];
      for (const chunk of chunksOf(ids)) {
        const own = await db
          .deleteFrom('own_feeds')
          .where('feed_id', 'in', chunk)
          .returning(['server_id', 'feed_id'])
          .execute();
        readers.push(...own.map((row) => ({ serverId: row.server_id, feedId: row.feed_id })));
        for (const table of ['seen', 'feed_topics', 'article_feeds', 'hubs'] as const) {
          await db.deleteFrom(table).where('feed_id', 'in', chunk).execute();
        }
        await db.deleteFrom('feeds').where('id', 'in', chunk).execute();
      }
      return readers;
    },

    /** robots.txt, and what a look at a site found. */
    async removeKept(domain: string): Promise<void> {
      await db
        .deleteFrom('keyv')
        .where('namespace', 'not in', ['servers', 'operating'])
        .where(sql<boolean>`(instr(key, ${domain}) > 0 or instr(value, ${domain}) > 0)`)
        .execute();
    },
  };
}
