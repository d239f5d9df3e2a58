import { sql } from 'kysely';
import type { Migration } from '../../database.ts';

const statements = [
  // What /status says of a server's digests, without going through everybody's of a month.
  'create index deliveries_server on deliveries (server_id, sent_at)',
  // Asked for every five seconds.
  "create index edits_due on edits (next_try_at) where state = 'pending'",
];

/** Finds a server's last digest and the edits that are due without reading what was done before. */
export const serverStatus: Migration = {
  name: '006-server-status',
  async up(db) {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
