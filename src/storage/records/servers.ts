import type { Kysely } from 'kysely';
import type { EpochMs } from '../../clock.ts';
import type { Tables } from '../schema.ts';

/** Something an admin was or is to be told; `subject` and server make it one, until it is over. */
export interface NoticeRecord {
  id: string;
  serverId: string;
  subject: string;
  /** JSON of a desk Notice. */
  notice: string;
  at: EpochMs;
  toldAt?: EpochMs;
}

export function serverRecords(db: Kysely<Tables>) {
  return {
    async present(serverId: string): Promise<void> {
      await db
        .insertInto('servers')
        .values({ id: serverId, present: 1 })
        .onConflict((conflict) => conflict.column('id').doUpdateSet({ present: 1, left_at: null }))
        .execute();
    },

    /** Its channels stop now; what it set stays until `sweepLeft`. */
    async left(serverId: string, at: EpochMs): Promise<void> {
      await db
        .insertInto('servers')
        .values({ id: serverId, present: 0, left_at: at })
        // Said twice, its thirty days go from the first time.
        .onConflict((conflict) =>
          conflict.column('id').doUpdateSet((set) => ({
            present: 0,
            left_at: set.fn.coalesce('servers.left_at', set.val(at)),
          })),
        )
        .execute();
      await db
        .updateTable('channels')
        .set({ paused: 'server-left', next_due_at: null, owner: null, lease_until: null })
        .where('server_id', '=', serverId)
        .where('paused', 'is', null)
        .execute();
      await db
        .updateTable('deliveries')
        .set({ state: 'lost', problem: 'server left' })
        .where('server_id', '=', serverId)
        .where('state', '=', 'pending')
        .execute();
    },

    async changedBy(serverId: string, userId: string): Promise<void> {
      await db
        .insertInto('servers')
        .values({ id: serverId, present: 1, changed_by: userId })
        .onConflict((conflict) => conflict.column('id').doUpdateSet({ changed_by: userId }))
        .execute();
    },

    async lastChangedBy(serverId: string): Promise<string | undefined> {
      const row = await db.selectFrom('servers').select('changed_by').where('id', '=', serverId).executeTakeFirst();
      return row?.changed_by ?? undefined;
    },

    async listPresent(): Promise<string[]> {
      const rows = await db.selectFrom('servers').select('id').where('present', '=', 1).execute();
      return rows.map((row) => row.id);
    },

    async leftBefore(before: EpochMs): Promise<string[]> {
      const rows = await db
        .selectFrom('servers')
        .select('id')
        .where('present', '=', 0)
        .where('left_at', '<', before)
        .execute();
      return rows.map((row) => row.id);
    },

    async purge(serverId: string): Promise<void> {
      for (const table of ['told', 'told_articles', 'edits'] as const) {
        await db
          .deleteFrom(table)
          .where('delivery_id', 'in', (query) =>
            query.selectFrom('deliveries').select('id').where('server_id', '=', serverId),
          )
          .execute();
      }
      for (const table of [
        'deliveries',
        'subscriptions',
        'channels',
        'own_topics',
        'own_feeds',
        'mutes',
        'notices',
      ] as const) {
        await db.deleteFrom(table).where('server_id', '=', serverId).execute();
      }
      await db.deleteFrom('servers').where('id', '=', serverId).execute();
    },

    /**
     * Opens a notice; false when the same one is open already: that says the new words then, and nobody is told twice.
     */
    async notice(notice: Omit<NoticeRecord, 'toldAt'>): Promise<boolean> {
      const known = await db
        .updateTable('notices')
        .set({ notice: notice.notice })
        .where('server_id', '=', notice.serverId)
        .where('subject', '=', notice.subject)
        .where('over_at', 'is', null)
        .returning('id')
        .execute();
      if (known.length > 0) return false;
      await db
        .insertInto('notices')
        .values({
          id: notice.id,
          server_id: notice.serverId,
          subject: notice.subject,
          notice: notice.notice,
          at: notice.at,
        })
        .execute();
      return true;
    },

    /** JSON of the notice that is open on the subject. */
    async noticed(serverId: string, subject: string): Promise<string | undefined> {
      const open = await db
        .selectFrom('notices')
        .select('notice')
        .where('server_id', '=', serverId)
        .where('subject', '=', subject)
        .where('over_at', 'is', null)
        .executeTakeFirst();
      return open?.notice;
    },

    /** The oldest first; not those that are waiting for another try. */
    async noticesToTell(waiting: readonly string[], max: number): Promise<NoticeRecord[]> {
      const rows = await db
        .selectFrom('notices')
        .selectAll()
        .where('told_at', 'is', null)
        .where('over_at', 'is', null)
        .$if(waiting.length > 0, (query) => query.where('id', 'not in', waiting))
        .orderBy('at')
        .limit(max)
        .execute();
      return rows.map((row) => ({
        id: row.id,
        serverId: row.server_id,
        subject: row.subject,
        notice: row.notice,
        at: row.at,
      }));
    },

    /** `at` undefined: it was marked as told and is not. */
    async noticeTold(id: string, at: EpochMs | undefined): Promise<void> {
      await db
        .updateTable('notices')
        .set({ told_at: at ?? null })
        .where('id', '=', id)
        .execute();
    },

    async noticeEnded(id: string, at: EpochMs): Promise<void> {
      await db.updateTable('notices').set({ over_at: at }).where('id', '=', id).execute();
    },

    /**
     * Nothing holds the channel up any more: what was told of the time before is history, what was not is told still.
     */
    async channelNoticesOver(serverId: string, channelId: string, at: EpochMs): Promise<void> {
      await db
        .updateTable('notices')
        .set({ over_at: at })
        .where('server_id', '=', serverId)
        .where('over_at', 'is', null)
        .where((where) =>
          where.or([
            where('subject', '=', `paused ${channelId}`),
            where.and([where('subject', 'like', `% ${channelId}%`), where('told_at', 'is not', null)]),
          ]),
        )
        .execute();
    },

    /** The channel gets nothing any more: there is nothing to tell of it either. */
    async channelNoticesDropped(serverId: string, channelId: string, at: EpochMs): Promise<void> {
      await db
        .updateTable('notices')
        .set({ over_at: at })
        .where('server_id', '=', serverId)
        .where('over_at', 'is', null)
        .where('subject', 'like', `% ${channelId}%`)
        .execute();
    },

    async sweepNotices(before: EpochMs, max: number): Promise<number> {
      const old = await db.selectFrom('notices').select('id').where('at', '<', before).limit(max).execute();
      if (old.length === 0) return 0;
      const ids = old.map((row) => row.id);
      await db.deleteFrom('notices').where('id', 'in', ids).execute();
      return ids.length;
    },

    async noticeOver(serverId: string, subject: string, at: EpochMs): Promise<boolean> {
      const rows = await db
        .updateTable('notices')
        .set({ over_at: at })
        .where('server_id', '=', serverId)
        .where('subject', '=', subject)
        .where('over_at', 'is', null)
        .returning('id')
        .execute();
      return rows.length > 0;
    },

    async openNotices(serverId: string): Promise<NoticeRecord[]> {
      const rows = await db
        .selectFrom('notices')
        .selectAll()
        .where('server_id', '=', serverId)
        .where('over_at', 'is', null)
        .orderBy('at', 'desc')
        .limit(10)
        .execute();
      return rows.map((row) => ({
        id: row.id,
        serverId: row.server_id,
        subject: row.subject,
        notice: row.notice,
        at: row.at,
        toldAt: row.told_at ?? undefined,
      }));
    },
  };
}
