import type { Kysely } from 'kysely';
import { articleIdOf } from '../../../articles/fromItem.ts';
import type { ServerId, StoryId } from '../../../ids.ts';
import type { Tables } from '../../schema.ts';
import { feedsReadBy } from './audiences.ts';

/** Finds the stories of articles by their address. */
export function addressRecords(db: Kysely<Tables>) {
  return {
    /**
     * Returns the stories of the articles at this address that the server may see, newest article first. An article's
     * id derives from its address and its outlet or own feed, so this looks up every id that the address can have.
     */
    async storiesAt(url: string, serverId: ServerId | undefined): Promise<StoryId[]> {
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
      const rows = await db
        .selectFrom('articles')
        .select('storyId')
        .where(
          'id',
          'in',
          scopes.map(({ scope }) => articleIdOf(scope, url)),
        )
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
      return [...new Set(rows.map(({ storyId }) => storyId))];
    },
  };
}
