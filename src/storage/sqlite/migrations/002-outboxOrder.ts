import { sql } from 'kysely';
import type { Migration } from '../../database.ts';

/** Finds what a channel still waits for without reading what it was sent in the last month. */
export const outboxOrder: Migration = {
  name: '002-outbox-order',
  async up(db) {
    await sql
      .raw("create index deliveries_waiting on deliveries (channel_id, local_date, ordinal) where state = 'pending'")
      .execute(db);
  },
};
