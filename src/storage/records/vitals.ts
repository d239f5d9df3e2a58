import { type Kysely, sql } from 'kysely';
import type { EpochMs } from '../../clock.ts';
import type { Tables } from '../schema.ts';
import { nothingPending } from './channels.ts';
import type { DeliveryState } from './delivery.ts';
import { inTurn } from './outbox.ts';

/** Of feeds: their latest poll read, failed, is still to come, or said that there is nothing any more. */
export type FeedState = 'ok' | 'failing' | 'new' | 'gone';

/** The slot that a notice `expired <channel> <date>#<ordinal>` is about, as its delivery would be called. */
const slotOfNotice = sql<string>`replace(substr(notices.subject, length('expired ') + 1), ' ', '/daily/')`;

/** Figures for whoever watches the installation; each reads an index, not the table. */
export function vitalRecords(db: Kysely<Tables>) {
  return {
    async feeds(): Promise<Record<FeedState, number>> {
      const { rows } = await sql<{ state: FeedState; count: number }>`select case
        when state = 'gone' then 'gone' when last_polled_at is null then 'new' when failures > 0 then 'failing'
        else 'ok' end as state, count(*) as count from feeds group by 1`.execute(db);
      return { ok: 0, failing: 0, new: 0, gone: 0, ...Object.fromEntries(rows.map((row) => [row.state, row.count])) };
    },

    /**
     * By state, of those that fell due since; what is pending counts whenever it fell due. Expired are also those that
     * were never made because Lede was away: they left a notice, for all that one channel missed, since they were found
     * out.
     */
    async deliveries(since: EpochMs): Promise<Partial<Record<DeliveryState, number>>> {
      const { rows } = await sql<{ state: DeliveryState; count: number }>`select state, sum(count) as count from (
        select state, count(*) as count from deliveries where due_at >= ${since} and state <> 'pending' group by state
        union all select 'pending', count(*) from deliveries where state = 'pending'
        union all select 'expired', coalesce(json_extract(notice, '$.missed.count'), 1) from notices
          where at >= ${since} and subject like 'expired %'
            and not exists (select 1 from deliveries where id = ${slotOfNotice})) group by state`.execute(db);
      return Object.fromEntries(rows.map((row) => [row.state, row.count]));
    },

    /** When the newest slot that was sent was sent, as of `now`: a clock may have run ahead. */
    async lastSentAt(now: EpochMs): Promise<EpochMs | undefined> {
      const { rows } = await sql<{ at: EpochMs }>`
        select sent_at as at from deliveries where state = 'sent' and due_at <= ${now} and sent_at <= ${now} order by due_at desc limit 1`.execute(
        db,
      );
      return rows[0]?.at;
    },

    /** When the oldest fell due of the slots and messages that wait for Lede or Discord and not for an admin. */
    async waitingSince(): Promise<EpochMs | undefined> {
      const { rows } = await sql<{ at: EpochMs | null }>`select min(at) as at from (
        select min(due_at) as at from deliveries where state = 'pending' and ${inTurn}
          and coalesce(problem, '') not in ('missing-access', 'missing-permission', 'thread-closed', 'cannot-look-up')
        union all select min(next_due_at) from channels where paused is null and ${nothingPending})`.execute(db);
      return rows[0]?.at ?? undefined;
    },

    /** Ends a notice in every server that has it. */
    async subjectOver(subject: string, at: EpochMs): Promise<void> {
      await db
        .updateTable('notices')
        .set({ over_at: at })
        .where('subject', '=', subject)
        .where('over_at', 'is', null)
        .execute();
    },
  };
}
