import type { Notice } from '../../src/outbox/ports.ts';
import { rowsIn } from '../storage/beside.ts';
import type { Stage } from './stage.ts';

const day = 24 * 3_600_000;

/** Copies notices and digest messages before old rows are swept. Returns the number of notices not yet sent. */
export function readRecords({ databaseUrl, told, made, now }: Stage): number {
  const digests = rowsIn<{ id: string; payloads: string; problem: string | null }>(
    databaseUrl,
    'select id, payloads, problem from deliveries where due_at > ?',
    now - 3 * day,
  );
  for (const { id, payloads, problem } of digests) made.set(id, { messages: JSON.parse(payloads).length, problem });
  const notices = rowsIn<{ id: string; at: number; notice: string; told_at: number | null; over_at: number | null }>(
    databaseUrl,
    'select id, at, notice, told_at, over_at from notices',
  );
  for (const { id, at, notice: text, over_at: overAt } of notices) {
    const notice = JSON.parse(text) as Notice;
    // A digest that only seems late because Lede's clock runs ahead is not late.
    if (!('channelId' in notice) || at > now) continue;
    const slot = 'localDate' in notice ? `${notice.channelId}/daily/${notice.localDate}#${notice.ordinal}` : undefined;
    const pausedUntil = notice.kind === 'paused' ? (overAt ?? Number.POSITIVE_INFINITY) : undefined;
    told.set(id, { channelId: notice.channelId, at, slot, isExpired: notice.kind === 'expired', pausedUntil });
  }
  return notices.filter((row) => row.told_at === null && row.over_at === null).length;
}

/** Lede's own records of a missing digest and its channel. */
export function recordOf(url: string, line: string): string {
  const key = line.split(' ')[0] ?? '';
  const ofDelivery = 'select state, message_id, later_message_ids, problem, attempts from deliveries where id = ?';
  const [delivery] = rowsIn(url, ofDelivery, key);
  const columns = 'paused, settings, next_date, next_ordinal, next_due_at, last_date, last_ordinal';
  const [channel] = rowsIn(url, `select ${columns} from channels where channel_id = ?`, key.split('/')[0] ?? '');
  return JSON.stringify({ delivery, channel });
}

/**
 * Whether a due slot of the channel is not yet claimed, because it waits for the previous digest, or for a lease that
 * could not be released on a full disk.
 */
export const isOverdue = (url: string, channelId: string, now: number): boolean =>
  rowsIn(url, 'select 1 from channels where channel_id = ? and next_due_at <= ?', channelId, now).length > 0;
