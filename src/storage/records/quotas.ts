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

    async sweep(beforeDay: number): Promise<number> {
      const { numDeletedRows } = await db.deleteFrom('quotas').where('day', '<', beforeDay).executeTakeFirst();
      return Number(numDeletedRows);
    },
  };
}
