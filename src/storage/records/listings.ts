import { type Kysely, sql } from 'kysely';
import type { EpochMs } from '../../clock.ts';
import type { Tables } from '../schema.ts';
import { chunksOf } from './chunks.ts';
import { parseShares } from './shares.ts';

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
  /** A front page or world feed of a general outlet lists it. */
  general: boolean;
  /** Topics of the feeds that list it, those that the server gave its own feeds too. */
  topicIds: readonly string[];
  /** The topic model's word; it has none on what only own feeds list, since their server said what they are about. */
  topicShares: ReadonlyMap<string, number>;
  notNews: number;
}

/** Stories among which most topics have their best. */
const headMax = 600;
/** Digests and lists count the latest of a story; what came before them changes no place any more. */
const articlesPerStory = 150;

/** What digests and lists choose from, by stored counts. */
export function listingRecords(db: Kysely<Tables>) {
  return {
    /**
     * Open stories of these topics with news since, of each topic the `perTopic` that most outlets tell; in no order.
     */
    async weightiest(since: EpochMs, until: EpochMs, topicIds: readonly string[], perTopic: number): Promise<string[]> {
      if (topicIds.length === 0) return [];
      const isOpen = sql<boolean>`alias_of is null and open = 1 and news_at > ${since} and first_at <= ${until}`;
      const byWeight = sql`order by outlets desc, news_at desc, id`;
      // Most topics have their best among the best of all; to sort a week's stories by topic takes four times as long.
      const { rows } = await sql<{ id: string; topicId: string }>`
        with head as (select id, outlets, news_at from stories where ${isOpen} ${byWeight} limit ${headMax})
        select head.id, story_topics.topic_id as topicId from head join story_topics on story_topics.story_id = head.id
        where story_topics.topic_id in (${sql.join([...topicIds])}) ${byWeight}`.execute(db);
      const byTopic = Map.groupBy(rows, ({ topicId }) => topicId);
      const found = new Set<string>();
      for (const topicId of topicIds) {
        const first = (byTopic.get(topicId) ?? []).slice(0, perTopic);
        const isWhole = first.length === perTopic;
        const { rows: all } = isWhole
          ? { rows: first }
          : await sql<{ id: string }>`
              select id from stories join story_topics on story_topics.story_id = stories.id
              where ${isOpen} and story_topics.topic_id = ${topicId} ${byWeight} limit ${perTopic}`.execute(db);
        for (const { id } of all) found.add(id);
      }
      return [...found];
    },

    /** The articles of these stories that the server may see: of each story the latest, first to latest. */
    async articlesOf(storyIds: readonly string[], serverId: string | undefined): Promise<Map<string, ListedArticle[]>> {
      const found = new Map<string, ListedArticle[]>();
      for (const chunk of chunksOf(storyIds)) {
        const { rows } = await sql<ListedRow>`
          with listed as (
            select articles.id as article_id, max(feeds.catalogue) as open,
              max(feeds.catalogue = 1 and feeds.general = 1) as general,
              group_concat(feed_topics.topic_id, ' ') as topics, group_concat(own_feeds.topic_id, ' ') as own_topics
            from articles join article_feeds on article_feeds.article_id = articles.id
              join feeds on feeds.id = article_feeds.feed_id
              left join feed_topics on feed_topics.feed_id = feeds.id and feeds.catalogue = 1
              left join own_feeds on own_feeds.feed_id = feeds.id and own_feeds.server_id = ${serverId ?? ''}
            where articles.story_id in (${sql.join(chunk)}) and (feeds.catalogue = 1 or own_feeds.server_id is not null)
            group by articles.id),
          visible as (
            select id, story_id, outlet_id, language, published_at, news_at, image_url, image_alt, not_news,
              topic_shares, open, general, topics, own_topics,
              row_number() over (partition by story_id order by published_at desc, id desc) as place
            from listed join articles on articles.id = article_id)
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
  not_news: number | null;
  topic_shares: string | null;
  open: number;
  general: number;
  topics: string | null;
  own_topics: string | null;
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
  general: row.general === 1,
  topicIds: [...new Set(`${row.topics ?? ''} ${row.own_topics ?? ''}`.split(' ').filter((id) => id !== ''))],
  topicShares: parseShares(row.open === 1 ? (row.topic_shares ?? '') : ''),
  notNews: row.not_news ?? 0,
});
