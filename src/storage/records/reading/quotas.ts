import type { Kysely } from 'kysely';
import type { ServerId } from '../../../ids.ts';
import type { Tables } from '../../schema.ts';

const kinds = ['articles', 'pages', 'requests', 'bytes'] as const;

/**
 * How much a server's own feeds used in one day. `requests` excludes polls and pages. `bytes` counts a document as it
 * was received, or its unpacked size if that is larger and something of the document is stored.
 */
export type Spent = Record<(typeof kinds)[number], number>;

const nothing: Spent = { articles: 0, pages: 0, requests: 0, bytes: 0 };

/** Daily usage of a server: its own feeds, and threads for stories. `day` counts days since 1970. */
export function quotaRecords(db: Kysely<Tables>) {
  return {
    async spentBy(serverIds: readonly ServerId[], day: number): Promise<Spent[]> {
      const rows = await db
        .selectFrom('quotas')
        .select(['serverId', ...kinds])
        .where('serverId', 'in', serverIds)
        .where('day', '=', day)
        .execute();
      const spent = new Map(rows.map(({ serverId, ...spent }) => [serverId, spent]));
      return serverIds.map((serverId) => spent.get(serverId) ?? nothing);
    },

    async spend(serverIds: readonly ServerId[], day: number, spent: Partial<Spent>): Promise<void> {
      const added = { ...nothing, ...spent };
      for (const serverId of serverIds) {
        await db
          .insertInto('quotas')
          .values({ serverId, day, ...added })
          .onConflict((conflict) =>
            conflict
              .columns(['serverId', 'day'])
              .doUpdateSet(({ eb }) =>
                Object.fromEntries(kinds.map((kind) => [kind, eb(`quotas.${kind}`, '+', added[kind])])),
              ),
          )
          .execute();
      }
    },

    /** Counts a new thread for a followed story. Returns the server's number of such threads that day. */
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
