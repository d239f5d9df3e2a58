import { type Kysely, sql } from 'kysely';
import type { EpochMs } from '../../clock.ts';
import type { Tables } from '../schema.ts';
import { chunksOf } from './chunks.ts';

/** An article as lists need it: without its text. */
export interface ListedArticle {
  id: string;
  outletId: string;
  language?: string;
  publishedAt: EpochMs;
  newsAt: EpochMs;
  imageUrl?: string;
  imageAlt?: string;
  /** The catalogue lists it; else only servers whose own feeds do see it. */
  open: boolean;
}

/** Digests and lists count the latest of a story; what came before them changes no place any more. */
const articlesPerStory = 150;

/** Stories among which most topics have their best. */
const headMax = 400;
const byWeight = sql`order by voices desc, news_at desc, id`;
const openBetween = (since: EpochMs, until: EpochMs) =>
  sql<boolean>`alias_of is null and open = 1 and news_at > ${since} and first_at <= ${until}`;

/** What digests and lists choose from, by stored counts. */
export function listingRecords(db: Kysely<Tables>) {
  return {
    /**
     * Open stories of these topics with news since, that most outlets tell: of each topic the first `perTopic`, and of all
     * the first `max`; the newer of equal ones first. In no order.
     */
    async weightiest(
      since: EpochMs,
      until: EpochMs,
      topicIds: readonly string[],
      bounds: { perTopic: number; max: number },
    ): Promise<string[]> {
      if (topicIds.length === 0) return [];
      const ofTopics = (ids: readonly string[], limit: number) => sql<{ id: string }>`
        select id from stories where ${openBetween(since, until)} and exists (select 1 from story_topics
          where story_topics.story_id = stories.id and story_topics.topic_id in (${sql.join([...ids])}))
        ${byWeight} limit ${limit}`;
      // Most topics have their best among the best of all; to sort a week's stories by topic takes three times as long.
      const { rows: first } = await sql<{ id: string }>`
        select id from stories where ${openBetween(since, until)} ${byWeight} limit ${headMax}`.execute(db);
      const all = first.length < headMax;
      const place = new Map(first.map(({ id }, at) => [id, at]));
      const { rows: votes } = await sql<{ story_id: string; topic_id: string }>`
        select story_id, topic_id from story_topics where topic_id in (${sql.join([...topicIds])})
          and story_id in (${sql.join([...place.keys(), ''])})`.execute(db);
      const inOrder = votes.sort((a, b) => (place.get(a.story_id) ?? 0) - (place.get(b.story_id) ?? 0));
      const found = new Set([...new Set(inOrder.map((row) => row.story_id))].slice(0, bounds.max));
      if (!all && found.size < bounds.max) {
        for (const { id } of (await ofTopics(topicIds, bounds.max).execute(db)).rows) found.add(id);
      }
      for (const topicId of topicIds) {
        const ofTopic = inOrder.filter((row) => row.topic_id === topicId).slice(0, bounds.perTopic);
        for (const row of ofTopic) found.add(row.story_id);
        if (all || ofTopic.length === bounds.perTopic) continue;
        for (const { id } of (await ofTopics([topicId], bounds.perTopic).execute(db)).rows) found.add(id);
      }
      return [...found];
    },

    /** The articles of these stories that the server may see: of each story the latest, first to latest. */
    async articlesOf(storyIds: readonly string[], serverId: string | undefined): Promise<Map<string, ListedArticle[]>> {
      const found = new Map<string, ListedArticle[]>();
      for (const chunk of chunksOf(storyIds)) {
        const { rows } = await sql<ListedRow>`
          with known as (
            select id, story_id, outlet_id, language, published_at, news_at, image_url, image_alt,
              exists (select 1 from article_feeds join feeds on feeds.id = article_feeds.feed_id
                where article_feeds.article_id = articles.id and feeds.catalogue = 1) as open
            from articles where story_id in (${sql.join(chunk)})),
          visible as (
            select *, row_number() over (partition by story_id order by published_at desc, id desc) as place
            from known where open = 1 or exists (
              select 1 from article_feeds join own_feeds on own_feeds.feed_id = article_feeds.feed_id
              where article_feeds.article_id = known.id and own_feeds.server_id = ${serverId ?? ''}))
          select * from visible where place <= ${articlesPerStory} order by published_at, id`.execute(db);
        for (const row of rows) {
          const list = found.get(row.story_id);
          if (list) list.push(listedOf(row));
          else found.set(row.story_id, [listedOf(row)]);
        }
      }
      return found;
    },
  };
}

interface ListedRow {
  id: string;
  story_id: string;
  outlet_id: string;
  language: string | null;
  published_at: number;
  news_at: number;
  image_url: string | null;
  image_alt: string | null;
  open: number;
}

const listedOf = (row: ListedRow): ListedArticle => ({
  id: row.id,
  outletId: row.outlet_id,
  language: row.language ?? undefined,
  publishedAt: row.published_at,
  newsAt: row.news_at,
  imageUrl: row.image_url ?? undefined,
  imageAlt: row.image_alt ?? undefined,
  open: row.open === 1,
});
