import { sql } from 'kysely';
import type { Migration } from '../../database.ts';

const statements = [
  "update deliveries set payload = '[' || payload || ']'",
  'alter table deliveries rename column payload to payloads',
  "alter table deliveries add column later_message_ids text not null default ''",
  // It follows from the id.
  'alter table deliveries drop column nonce',
  'alter table told add column part integer not null default 0',
];

/** A digest may be several messages. */
export const messages: Migration = {
  name: '015-messages',
  async up(db) {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
