import type { Kysely } from 'kysely';
import type { ServerId } from '../../../ids.ts';
import type { Tables } from '../../schema.ts';

/** How much a server's own feeds brought in one day. */
export interface Spent {
  articles: number;
  pages: number;
  /** Bytes received; of a document from which something is stored, the unpacked ones if they are more. */
  bytes: number;
}

const nothing: Spent = { articles: 0, pages: 0, bytes: 0 };

/** Daily usage of a server: its own feeds, and threads for stories. `day` counts days since 1970. */
export function quotaRecords(db: Kysely<Tables>) {
  return {
    /** In the order of the servers. */
    async of(serverIds: readonly ServerId[], day: number): Promise<Spent[]> {
      const rows = await db
        .selectFrom('quotas')
        .select(['serverId', 'articles', 'pages', 'bytes'])
        .where('serverId', 'in', serverIds)
        .where('day', '=', day)
        .execute();
      const spent = new Map(rows.map(({ serverId, ...spent }) => [serverId, spent]));
      return serverIds.map((serverId) => spent.get(serverId) ?? nothing);
    },

    async spend(serverIds: readonly ServerId[], day: number, spent: Partial<Spent>): Promise<void> {
      const { articles, pages, bytes } = { ...nothing, ...spent };
      for (const serverId of serverIds) {
        await db
          .insertInto('quotas')
          .values({ serverId, day, articles, pages, bytes })
          .onConflict((conflict) =>
            conflict.columns(['serverId', 'day']).doUpdateSet(({ eb }) => ({
              articles: eb('quotas.articles', '+', articles),
              pages: eb('quotas.pages', '+', pages),
              bytes: eb('quotas.bytes', '+', bytes),
            })),
          )
          .execute();
      }
    },

    /** Counts a thread in which a story is followed; returns the server's number of such threads on that day. */
    async countThread(serverId: ServerId, day: number): Promise<number> {
      const { threads } = await db
        .insertInto('quotas')
        .values({ serverId, day, articles: 0, pages: 0, threads: 1 })
        .onConflict((conflict) =>
          conflict.columns(['serverId', 'day']).doUpdateSet(({ eb }) => ({ threads: eb('quotas.threads', '+', 1) })),
        )
        .returning('threads')
        .executeTakeFirstOrThrow();
      return threads;
    },

    async sweep(beforeDay: number): Promise<number> {
      const { numDeletedRows } = await db.deleteFrom('quotas').where('day', '<', beforeDay).executeTakeFirst();
      return Number(numDeletedRows);
    },
  };
}
