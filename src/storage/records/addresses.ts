import type { Kysely } from 'kysely';
import { articleIdOf } from '../../articles/fromItem.ts';
import type { Tables } from '../schema.ts';
import { feedsReadBy } from './readers.ts';

/** Which stories stand behind addresses that somebody gives. */
export function addressRecords(db: Kysely<Tables>) {
  return {
    /**
     * Stories of the articles at this address that the server may see, newest article first. An article's id is made of
     * its address and of the outlet or own feed, so the ids that it can have are looked for by their key.
     */
    async storiesAt(url: string, serverId: string | undefined): Promise<string[]> {
      const scopes = await db
        .selectFrom('feeds')
        .select('outletId as scope')
        .where('catalogue', '=', 1)
        .union(
          db
            .selectFrom('ownFeeds')
            .select('feedId as scope')
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
        .$narrowType<{ storyId: string }>()
        .execute();
      return [...new Set(rows.map(({ storyId }) => storyId))];
    },
  };
}
