import type { Kysely, Selectable } from 'kysely';
import type { EpochMs } from '../../../clock.ts';
import { canonicalUrl } from '../../../engine/articles/canonicalUrl.ts';
import type { FeedId, ServerId, StoryId, TopicId } from '../../../ids.ts';
import type { Tables } from '../../schema.ts';
import { type Filled, filled, parseShares } from '../rows.ts';
import { citationFrom } from '../stories/articles.ts';
import { feedsReadBy } from './audiences.ts';

const columns = ['id', 'outletId', 'url', 'language', 'publishedAt', 'newsAt', 'imageUrl', 'imageAlt'] as const;

/** An article for lists, without its text. */
export type ListedArticle = Filled<Pick<Selectable<Tables['articles']>, (typeof columns)[number]>> & {
  /**
   * Whether everybody may see the article, because a catalogue feed lists it. Otherwise only servers whose own feeds
   * list it may.
   */
  open: boolean;
  /** Whether a front page or world feed of a general outlet lists the article. */
  general: boolean;
  /** The topics of the feeds that list the article, including topics that the server gave its own feeds. */
  topicIds: readonly TopicId[];
  /** The topic model's scores. Empty if only own feeds list the article, because servers choose the topics of these. */
  topicShares: ReadonlyMap<TopicId, number>;
  notNews: number;
  /** The source that the article names: an outlet's id or a name. */
  cites?: string;
};

/** Drops an own feed's article if a catalogue feed or another own feed has an article at the same address. */
function once(articles: readonly ListedArticle[]): ListedArticle[] {
  const addressOf = ({ url }: ListedArticle) => canonicalUrl(url) ?? url;
  const known = new Set(articles.filter(({ open }) => open).map(addressOf));
  return articles.filter((article) => {
    const isFirst = !known.has(addressOf(article));
    known.add(addressOf(article));
    return article.open || isFirst;
  });
}

type SeenFeed = Pick<ListedArticle, 'open' | 'general' | 'topicIds'>;

/** How many of the most reported stories are read first. The best stories of most topics are among them. */
const headMax = 600;
/** How many of a story's latest articles digests and lists count. Older ones wouldn't change any order. */
const articlesPerStory = 150;

/** Candidates for digests and lists, chosen by stored counts. */
export function listingRecords(db: Kysely<Tables>) {
  /** For each feed, whether it is open and general, and its topics for this server, which must be allowed to see it. */
  const seenFeeds = async (
    feedIds: readonly FeedId[],
    serverId: ServerId | undefined,
  ): Promise<Map<string, SeenFeed>> => {
    const rows = await db
      .selectFrom('feeds')
      .leftJoin('feedTopics', (join) => join.onRef('feedTopics.feedId', '=', 'feeds.id').on('feeds.catalogue', '=', 1))
      .leftJoin('ownFeeds', (join) =>
        join.onRef('ownFeeds.feedId', '=', 'feeds.id').on('ownFeeds.serverId', '=', serverId ?? ''),
      )
      .select(['feeds.id', 'feeds.catalogue', 'feeds.general', 'feedTopics.topicId', 'ownFeeds.topicId as ownTopicId'])
      .where('feeds.id', 'in', feedIds)
      .execute();
    const feeds = new Map<string, SeenFeed>();
    for (const [id, ofFeed] of Map.groupBy(rows, (row) => row.id)) {
      const open = ofFeed.some(({ catalogue }) => catalogue === 1);
      const general = open && ofFeed.some((row) => row.general === 1);
      const topicIds = ofFeed.flatMap((row) => [row.topicId, row.ownTopicId]).filter((topicId) => topicId !== null);
      feeds.set(id, { open, general, topicIds });
    }
    return feeds;
  };

  return {
    /**
     * For each topic, up to `perTopic` stories that everybody may see and that have news since `since`: those with the
     * most outlets. The order is undefined.
     */
    async weightiest(
      since: EpochMs,
      until: EpochMs,
      topicIds: readonly TopicId[],
      perTopic: number,
    ): Promise<StoryId[]> {
      const open = db
        .selectFrom('stories')
        .where('aliasOf', 'is', null)
        .where('open', '=', 1)
        .where('newsAt', '>', since)
        .where('firstAt', '<=', until)
        .orderBy('outlets', 'desc')
        .orderBy('newsAt', 'desc')
        .orderBy('id');
      // Sorting all stories of a week by topic, instead of only the most reported ones, takes four times as long.
      const rows = await db
        .selectFrom(open.select(['id', 'outlets', 'newsAt']).limit(headMax).as('head'))
        .innerJoin('storyTopics', 'storyTopics.storyId', 'head.id')
        .select(['head.id', 'storyTopics.topicId'])
        .where('storyTopics.topicId', 'in', topicIds)
        .orderBy('head.outlets', 'desc')
        .orderBy('head.newsAt', 'desc')
        .orderBy('head.id')
        .execute();
      const byTopic = Map.groupBy(rows, ({ topicId }) => topicId);
      const found = new Set<StoryId>();
      for (const topicId of topicIds) {
        let best: { id: StoryId }[] = (byTopic.get(topicId) ?? []).slice(0, perTopic);
        if (best.length < perTopic) {
          best = await open
            .innerJoin('storyTopics', 'storyTopics.storyId', 'stories.id')
            .select('id')
            .where('storyTopics.topicId', '=', topicId)
            .limit(perTopic)
            .execute();
        }
        for (const { id } of best) found.add(id);
      }
      return [...found];
    },

    /**
     * The latest articles of each story, oldest first. Leaves out articles that the server may not see or that its
     * members split off.
     */
    async articlesOf(
      storyIds: readonly StoryId[],
      serverId: ServerId | undefined,
    ): Promise<Map<string, ListedArticle[]>> {
      const pairs = await db
        .selectFrom('articleFeeds')
        .innerJoin('articles', 'articles.id', 'articleFeeds.articleId')
        .select(['articleFeeds.articleId', 'articleFeeds.feedId'])
        .where('articles.storyId', 'in', storyIds)
        // With coalesce, SQLite reads the stories' articles. Without it, SQLite would read all articles of these feeds.
        .where(({ eb, fn, val }) => eb(fn.coalesce('articleFeeds.feedId', val('')), 'in', feedsReadBy(db, serverId)))
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom('apart')
                .innerJoin('articles as other', 'other.id', 'apart.otherId')
                .select('apart.otherId')
                .where('apart.serverId', '=', serverId ?? '')
                .whereRef('apart.articleId', '=', 'articles.id')
                .whereRef('other.storyId', '=', 'articles.storyId'),
            ),
          ),
        )
        .execute();
      const rows = await db
        .selectFrom('articles')
        .select([...columns, 'storyId', 'notNews', 'topicShares', 'citation'])
        .where('id', 'in', [...new Set(pairs.map(({ articleId }) => articleId))])
        .orderBy('publishedAt')
        .orderBy('id')
        .$narrowType<{ storyId: StoryId }>()
        .execute();
      const feeds = await seenFeeds([...new Set(pairs.map(({ feedId }) => feedId))], serverId);
      const feedsOf = Map.groupBy(pairs, ({ articleId }) => articleId);
      const listed = ({ storyId, topicShares, notNews, citation, ...row }: (typeof rows)[number]): ListedArticle => {
        const listedBy = (feedsOf.get(row.id) ?? []).flatMap(({ feedId }) => feeds.get(feedId) ?? []);
        const open = listedBy.some((feed) => feed.open);
        return {
          ...filled(row),
          open,
          general: listedBy.some((feed) => feed.general),
          topicIds: [...new Set(listedBy.flatMap((feed) => feed.topicIds))],
          topicShares: parseShares(open ? topicShares : null),
          notNews: notNews ?? 0,
          cites: citationFrom(citation)?.of,
        };
      };
      const stories = [...Map.groupBy(rows, ({ storyId }) => storyId)];
      return new Map(stories.map(([storyId, own]) => [storyId, once(own.map(listed)).slice(-articlesPerStory)]));
    },
  };
}
