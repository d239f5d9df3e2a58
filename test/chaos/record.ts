import { DatabaseSync } from 'node:sqlite';
import type { Notice } from '../../src/delivery/ports.ts';
import type { Stage } from './stage.ts';

const day = 24 * 3_600_000;

/** Notices and the messages of digests, before old ones are swept; answers how many notices wait to be told. */
export function readRecords({ databasePath, told, made, now }: Stage): number {
  return reading(databasePath, (database) => {
    const digests = database
      .prepare('select id, json_array_length(payloads) as messages, problem from deliveries where due_at > ?')
      .all(now - 3 * day) as { id: string; messages: number; problem: string | null }[];
    for (const { id, ...record } of digests) made.set(id, record);
    const rows = database.prepare('select id, at, notice, told_at, over_at from notices').all() as {
      id: string;
      at: number;
      notice: string;
      told_at: number | null;
      over_at: number | null;
    }[];
    for (const { id, at, notice: text } of rows) {
      const notice = JSON.parse(text) as Notice;
      // What is late by a clock that runs ahead is not.
      if (!('channelId' in notice) || at > now) continue;
      const slot =
        'localDate' in notice ? `${notice.channelId}/daily/${notice.localDate}#${notice.ordinal}` : undefined;
      told.set(id, { channelId: notice.channelId, at, slot, isExpired: notice.kind === 'expired' });
    }
    return rows.filter((row) => row.told_at === null && row.over_at === null).length;
  });
}

/** What Lede itself knows about a digest that is missing, and about its channel. */
export function recordOf(path: string, line: string): string {
  return reading(path, (database) => {
    const key = line.split(' ')[0] ?? '';
    const delivery = database
      .prepare('select state, message_id, later_message_ids, problem, attempts from deliveries where id = ?')
      .get(key);
    const columns = 'paused, settings, next_date, next_ordinal, next_due_at, last_date, last_ordinal';
    const channel = database
      .prepare(`select ${columns} from channels where channel_id = ?`)
      .get(key.split('/')[0] ?? '');
    return JSON.stringify({ delivery, channel });
  });
}

/**
 * Whether a slot of the channel is due and Lede has not claimed it: it waits for the digest before it, or for a lease
 * that a full disk left.
 */
export function isOverdue(path: string, channelId: string, now: number): boolean {
  return reading(
    path,
    (database) =>
      database.prepare('select 1 from channels where channel_id = ? and next_due_at <= ?').get(channelId, now) !==
      undefined,
  );
}

function reading<Result>(path: string, read: (database: DatabaseSync) => Result): Result {
  const database = new DatabaseSync(path, { readOnly: true });
  try {
    return read(database);
  } finally {
    database.close();
  }
}
