import type { Kysely, Selectable } from 'kysely';
import type { EpochMs } from '../../../clock.ts';
import type { ChannelId, ServerId, UserId } from '../../../ids.ts';
import type { Tables } from '../../schema.ts';
import type { DropReason } from '../outbox/outbox.ts';
import { column, type Filled, filled, isFound, keepStored, replacing, unclaimed } from '../rows.ts';
import { removeRows } from '../upkeep/owned.ts';

/** A message to an admin, sent or still to be sent. */
type NoticeRecord = Filled<Selectable<Tables['notices']>>;

/** The subject of a notice. At most one notice is open per server and subject. */
export type Subject = Pick<NoticeRecord, 'matter' | 'about' | 'detail'>;

export function serverRecords(db: Kysely<Tables>) {
  const about = (serverId: ServerId, subject: Subject) =>
    db
      .selectFrom('notices')
      .select('id')
      .where(({ and }) => and({ serverId, ...subject }));
  const open = (serverId: ServerId, subject: Subject) => about(serverId, subject).where('overAt', 'is', null);

  const endAll = (overAt: EpochMs) => db.updateTable('notices').set({ overAt }).where('overAt', 'is', null);
  const end = (serverId: ServerId, overAt: EpochMs) => endAll(overAt).where('serverId', '=', serverId);

  return {
    /** Stores that Lede is in the server. True if Lede had left it before. */
    async present(serverId: ServerId): Promise<boolean> {
      const back = await db
        .updateTable('servers')
        .set({ present: 1, leftAt: null })
        .where('id', '=', serverId)
        .where('present', '=', 0)
        .returning('id')
        .execute();
      if (back.length > 0) return true;
      await db.insertInto('servers').values({ id: serverId, present: 1 }).onConflict(keepStored).execute();
      return false;
    },

    /** Pauses the server's channels and drops its pending messages after Lede left. Settings stay until the purge. */
    async left(serverId: ServerId, at: EpochMs): Promise<void> {
      await db
        .insertInto('servers')
        .values({ id: serverId, present: 0, leftAt: at })
        // If Discord reports twice that Lede left, the thirty days count from the first report.
        .onConflict((conflict) =>
          conflict.column('id').doUpdateSet(({ fn, val }) => ({
            present: 0,
            leftAt: fn.coalesce('servers.leftAt', val(at)),
          })),
        )
        .execute();
      await db
        .updateTable('channels')
        .set({ paused: 'server-left', nextDueAt: null, ...unclaimed })
        .where('serverId', '=', serverId)
        .where('paused', 'is', null)
        .execute();
      await db
        .updateTable('deliveries')
        .set({ state: 'lost', problem: 'server-left' satisfies DropReason })
        .where('serverId', '=', serverId)
        .where('state', '=', 'pending')
        .execute();
    },

    async changedBy(serverId: ServerId, userId: UserId): Promise<void> {
      const row = { id: serverId, present: 1, changedBy: userId };
      await db.insertInto('servers').values(row).onConflict(replacing('servers', 'changedBy')).execute();
    },

    async lastChangedBy(serverId: ServerId): Promise<UserId | undefined> {
      const row = await db.selectFrom('servers').select('changedBy').where('id', '=', serverId).executeTakeFirst();
      return row?.changedBy ?? undefined;
    },

    async listPresent(): Promise<ServerId[]> {
      return column('id', db.selectFrom('servers').select('id').where('present', '=', 1));
    },

    async leftBefore(before: EpochMs): Promise<ServerId[]> {
      return column('id', db.selectFrom('servers').select('id').where('present', '=', 0).where('leftAt', '<', before));
    },

    /** Deletes the server with everything that belongs to it. */
    async purge(serverId: ServerId): Promise<void> {
      await removeRows(db, 'servers', 'id', [serverId]);
    },

    /** Opens a notice. If the subject already has an open one, its words are replaced and the result is false. */
    async notice(notice: Omit<NoticeRecord, 'toldAt' | 'overAt'>): Promise<boolean> {
      const { serverId, matter, about, detail } = notice;
      const known = await open(serverId, { matter, about, detail }).executeTakeFirst();
      if (known === undefined) await db.insertInto('notices').values(notice).execute();
      else await db.updateTable('notices').set({ notice: notice.notice }).where('id', '=', known.id).execute();
      return known === undefined;
    },

    /** JSON of the subject's open notice. */
    async noticed(serverId: ServerId, subject: Subject): Promise<string | undefined> {
      return (await open(serverId, subject).select('notice').executeTakeFirst())?.notice;
    },

    /** Whether a notice on the subject was opened after `since`, even if it is over. */
    async noticedSince(serverId: ServerId, subject: Subject, since: EpochMs): Promise<boolean> {
      return isFound(about(serverId, subject).where('at', '>', since));
    },

    /** Open notices still to be sent, oldest first. `waiting` are ids of notices that wait for another try. */
    async noticesToTell(waiting: readonly string[], max: number): Promise<NoticeRecord[]> {
      const rows = await db
        .selectFrom('notices')
        .selectAll()
        .where('toldAt', 'is', null)
        .where('overAt', 'is', null)
        .where('id', 'not in', waiting)
        .orderBy('at')
        .limit(max)
        .execute();
      return rows.map(filled);
    },

    /** Marks notices as sent, or as not sent if `at` is undefined. */
    async noticesTold(ids: readonly string[], at: EpochMs | undefined): Promise<void> {
      await db
        .updateTable('notices')
        .set({ toldAt: at ?? null })
        .where('id', 'in', ids)
        .execute();
    },

    async noticeEnded(id: string, overAt: EpochMs): Promise<void> {
      await endAll(overAt).where('id', '=', id).execute();
    },

    /** Ends the notices on this subject in all servers. */
    async subjectOver(subject: Subject, overAt: EpochMs): Promise<void> {
      await endAll(overAt)
        .where(({ and }) => and(subject))
        .execute();
    },

    /**
     * Ends notices about a channel in which a message was just posted: notices that were sent, and any about a pause.
     * Notices about threads, replies and roles stay, because a posted message proves nothing about these.
     */
    async channelNoticesOver(serverId: ServerId, channelId: ChannelId, at: EpochMs): Promise<void> {
      await end(serverId, at)
        .where('about', '=', channelId)
        .where('matter', 'not in', ['thread', 'replies', 'role-opens'])
        .where(({ eb, or }) => or([eb('matter', '=', 'paused'), eb('toldAt', 'is not', null)]))
        .execute();
    },

    /** Ends all notices about a channel that gets no messages any more. */
    async channelNoticesDropped(serverId: ServerId, channelId: ChannelId, at: EpochMs): Promise<void> {
      await end(serverId, at).where('about', '=', channelId).execute();
    },

    /**
     * Deletes notices about digests that seemed missed because the clock ran ahead: those dated in the future, from the
     * subject's slot on. These slots come again.
     */
    async notLate({ matter, about, detail }: Subject, now: EpochMs): Promise<void> {
      await db
        .deleteFrom('notices')
        .where('at', '>', now)
        .where(({ and }) => and({ matter, about }))
        .where('detail', '>=', detail)
        .execute();
    },

    async noticeOver(serverId: ServerId, subject: Subject, at: EpochMs): Promise<boolean> {
      const { numUpdatedRows } = await end(serverId, at)
        .where(({ and }) => and(subject))
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },

    async openNotices(serverId: ServerId): Promise<NoticeRecord[]> {
      const rows = await db
        .selectFrom('notices')
        .selectAll()
        .where('serverId', '=', serverId)
        .where('overAt', 'is', null)
        .orderBy('at', 'desc')
        .limit(10)
        .execute();
      return rows.map(filled);
    },
  };
}
