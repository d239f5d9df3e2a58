import { sql } from 'kysely';
import type { Migration } from '../../database.ts';

const statements = [
  // One row per feed and hub; a hub that is being left has a row of its own beside the new one.
  `create table hubs (
    token text primary key, feed_id text not null, hub_url text not null, topic_url text not null, secret text not null,
    callback text, wanted integer not null, asked_at integer, lease_ends_at integer, due_at integer,
    attempts integer not null default 0, problem text, unaided_due_at integer, missed integer not null default 0) strict, without rowid`,
  'create unique index hubs_feed on hubs (feed_id) where wanted = 1',
  'create index hubs_due on hubs (due_at) where due_at is not null',
];

/** What is known of the hubs that feeds name, and what was agreed with them. */
export const webSub: Migration = {
  name: '003-web-sub',
  async up(db) {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
