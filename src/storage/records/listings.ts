import { type Kysely, sql } from 'kysely';
import type { EpochMs } from '../../clock.ts';
import type { Tables } from '../schema.ts';
import { chunksOf } from './articles.ts';

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
      const { rows } = await sql<{ id: string }>`
        with voted as (
          select stories.id, stories.voices, stories.news_at, row_number() over (
            partition by story_topics.topic_id order by stories.voices desc, stories.news_at desc, stories.id) as place
          from stories join story_topics on story_topics.story_id = stories.id
          where stories.alias_of is null and stories.open = 1 and stories.news_at > ${since}
            and stories.first_at <= ${until} and story_topics.topic_id in (${sql.join([...topicIds])}))
        select id from voted where place <= ${bounds.perTopic}
        union
        select id from (select distinct id, voices, news_at from voted order by voices desc, news_at desc, id
          limit ${bounds.max})`.execute(db);
      return rows.map((row) => row.id);
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
