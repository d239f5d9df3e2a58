import type { Kysely } from 'kysely';
import { articleIdOf } from '../../../engine/articles/fromItem.ts';
import type { ArticleId, ServerId, StoryId } from '../../../ids.ts';
import type { Tables } from '../../schema.ts';
import { feedsReadBy } from './audiences.ts';

/** Maximum number of ids in one query. */
const idsAtOnce = 10_000;

export function addressRecords(db: Kysely<Tables>) {
  /** Which of the articles are in a story and visible to the server, newest first. */
  const visible = (ids: readonly ArticleId[], serverId: ServerId | undefined) =>
    db
      .selectFrom('articles')
      .select(['id', 'storyId'])
      .where('id', 'in', ids)
      .where('storyId', 'is not', null)
      .where(({ exists, selectFrom }) =>
        exists(
          selectFrom('articleFeeds')
            .select('articleFeeds.articleId')
            .whereRef('articleFeeds.articleId', '=', 'articles.id')
            .where('articleFeeds.feedId', 'in', feedsReadBy(db, serverId)),
        ),
      )
      .orderBy('publishedAt', 'desc')
      .$narrowType<{ storyId: StoryId }>()
      .execute();

  return {
    /**
     * Returns the stories of the articles at these addresses that the server may see, in the order of the addresses,
     * newest article first. An article's id derives from its address and from its outlet or own feed, so every id that
     * an address can have is looked up.
     */
    async storiesAt(urls: readonly string[], serverId: ServerId | undefined): Promise<StoryId[]> {
      const scopes = await db
        .selectFrom('feeds')
        .select('outletId as scope')
        .where('catalogue', '=', 1)
        .union(
          db
            .selectFrom('ownFeeds')
            .select('feedId as scope')
            .$castTo<{ scope: string }>()
            .where('serverId', '=', serverId ?? ''),
        )
        .execute();
      const atOnce = Math.max(1, Math.floor(idsAtOnce / Math.max(1, scopes.length)));
      const found: StoryId[] = [];
      for (let from = 0; from < urls.length; from += atOnce) {
        const nthOf = new Map(
          urls
            .slice(from, from + atOnce)
            .flatMap((url, nth) => scopes.map(({ scope }) => [articleIdOf(scope, url), nth] as const)),
        );
        const rows = await visible([...nthOf.keys()], serverId);
        const placed = rows.toSorted((a, b) => (nthOf.get(a.id) ?? 0) - (nthOf.get(b.id) ?? 0));
        found.push(...placed.map(({ storyId }) => storyId));
      }
      return [...new Set(found)];
    },
  };
}
