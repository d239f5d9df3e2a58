import { type Expression, expressionBuilder, type Kysely, type SqlBool } from 'kysely';
import type { ArticleId, FeedId, ServerId } from '../../../ids.ts';
import type { Tables } from '../../schema.ts';
import { column } from '../rows.ts';

/**
 * The feeds whose articles a server may see: the catalogue's and the server's own. Everybody may see an article that a
 * catalogue feed lists. Any other article is only for servers that added a feed which lists it. Every query on behalf
 * of a server uses this filter.
 */
export const feedsReadBy = (db: Kysely<Tables>, serverId: ServerId | undefined) =>
  db
    .selectFrom('feeds')
    .select('id as feedId')
    .where('catalogue', '=', 1)
    .union(
      db
        .selectFrom('ownFeeds')
        .select('feedId')
        .where('serverId', '=', serverId ?? ''),
    );

/** A condition on `articles`: everybody may see the article, because a catalogue feed lists it. */
export function isOpen(): Expression<SqlBool> {
  const where = expressionBuilder<Tables, 'articles'>();
  return where.exists(
    where
      .selectFrom('articleFeeds')
      .innerJoin('feeds', 'feeds.id', 'articleFeeds.feedId')
      .select('articleFeeds.articleId')
      .whereRef('articleFeeds.articleId', '=', 'articles.id')
      .where('feeds.catalogue', '=', 1),
  );
}

export function audienceRecords(db: Kysely<Tables>) {
  return {
    /** Which of these articles everybody may see. */
    async openOf(articleIds: readonly ArticleId[]): Promise<Set<ArticleId>> {
      const open = db
        .selectFrom('articleFeeds')
        .innerJoin('feeds', 'feeds.id', 'articleFeeds.feedId')
        .select('articleFeeds.articleId')
        .where('articleFeeds.articleId', 'in', articleIds)
        .where('feeds.catalogue', '=', 1);
      return new Set(await column('articleId', open));
    },

    /** The servers that added these feeds. Feeds of the catalogue, which everybody reads, are not in the map. */
    async serversWithFeeds(feedIds: readonly FeedId[]): Promise<Map<FeedId, Set<ServerId>>> {
      const rows = await db
        .selectFrom('feeds')
        .leftJoin('ownFeeds', 'ownFeeds.feedId', 'feeds.id')
        .select(['feeds.id', 'ownFeeds.serverId'])
        .where('feeds.id', 'in', feedIds)
        .where('feeds.catalogue', '=', 0)
        .execute();
      const servers = Map.groupBy(rows, ({ id }) => id);
      return new Map([...servers].map(([id, own]) => [id, new Set(own.flatMap(({ serverId }) => serverId ?? []))]));
    },

    /** The servers that may see each of these articles; articles that everybody may see are not in the map. */
    async serversOf(articleIds: readonly ArticleId[]): Promise<Map<ArticleId, ServerId[]>> {
      const open = await this.openOf(articleIds);
      const closed = articleIds.filter((id) => !open.has(id));
      if (closed.length === 0) return new Map();
      const rows = await db
        .selectFrom('articleFeeds')
        .innerJoin('ownFeeds', 'ownFeeds.feedId', 'articleFeeds.feedId')
        .select(['articleFeeds.articleId', 'ownFeeds.serverId'])
        .distinct()
        .where('articleFeeds.articleId', 'in', closed)
        .orderBy('ownFeeds.serverId')
        .execute();
      const servers = Map.groupBy(rows, ({ articleId }) => articleId);
      return new Map(closed.map((id) => [id, (servers.get(id) ?? []).map(({ serverId }) => serverId)]));
    },
  };
}
