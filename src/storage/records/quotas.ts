import type { Kysely } from 'kysely';
import type { Tables } from '../schema.ts';

/** What the own feeds of a server brought in one day. */
export interface Spent {
  articles: number;
  pages: number;
}

/** What servers' own feeds cost; `day` counts the days since 1970. */
export function quotaRecords(db: Kysely<Tables>) {
  return {
    /** In the order of the servers. */
    async of(serverIds: readonly string[], day: number): Promise<Spent[]> {
      const rows = await db
        .selectFrom('quotas')
        .select(['serverId', 'articles', 'pages'])
        .where('serverId', 'in', serverIds)
        .where('day', '=', day)
        .execute();
      const spent = new Map(rows.map(({ serverId, articles, pages }) => [serverId, { articles, pages }]));
      return serverIds.map((serverId) => spent.get(serverId) ?? { articles: 0, pages: 0 });
    },

    async spend(serverIds: readonly string[], day: number, { articles = 0, pages = 0 }: Partial<Spent>): Promise<void> {
      for (const serverId of serverIds) {
        await db
          .insertInto('quotas')
          .values({ serverId, day, articles, pages })
          .onConflict((conflict) =>
            conflict.columns(['serverId', 'day']).doUpdateSet(({ eb }) => ({
              articles: eb('quotas.articles', '+', articles),
              pages: eb('quotas.pages', '+', pages),
            })),
          )
          .execute();
      }
    },

    /** The servers whose own feeds list the article; undefined if the catalogue does, so that all read it. */
    async readersOf(articleId: string): Promise<string[] | undefined> {
      const rows = await db
        .selectFrom('articleFeeds')
        .innerJoin('feeds', 'feeds.id', 'articleFeeds.feedId')
        .leftJoin('ownFeeds', 'ownFeeds.feedId', 'articleFeeds.feedId')
        .select(['feeds.catalogue', 'ownFeeds.serverId'])
        .where('articleFeeds.articleId', '=', articleId)
        .execute();
      if (rows.some(({ catalogue }) => catalogue === 1)) return undefined;
      return [...new Set(rows.flatMap(({ serverId }) => serverId ?? []))];
    },

    async sweep(beforeDay: number): Promise<number> {
      const { numDeletedRows } = await db.deleteFrom('quotas').where('day', '<', beforeDay).executeTakeFirst();
      return Number(numDeletedRows);
    },
  };
}
