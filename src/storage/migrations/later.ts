import type { Kysely } from 'kysely';
import type { Migration } from '../migrate.ts';

/** What changed since version 1.0.0. A released one is never edited; a change is a new one at the end. */
const later: Readonly<Record<string, readonly string[]>> = {
  // The outbox holds more than digests.
  '002-outbox': ['alter table deliveries rename column digest to content'],
  '003-alerts': [
    `create table alerts (
      channel_id text primary key, server_id text not null, settings text not null, created_at integer not null)
      strict, without rowid`,
    'create index alerts_server on alerts (server_id)',
    'create index deliveries_kind on deliveries (kind, due_at)',
  ],
  '004-apart': [
    `create table apart (
      server_id text not null, article_id text not null, other_id text not null, at integer not null,
      primary key (server_id, article_id, other_id)) strict, without rowid`,
    'create index apart_article on apart (article_id)',
    'create index apart_other on apart (other_id)',
    `create table apart_votes (
      server_id text not null, article_id text not null, user_id text not null, manager integer not null,
      at integer not null, primary key (server_id, article_id, user_id)) strict, without rowid`,
    'create index apart_votes_article on apart_votes (article_id)',
  ],
  '005-belong': [
    `create table belong (
      server_id text not null, article_id text not null, other_id text not null, user_id text not null,
      manager integer not null, at integer not null, primary key (server_id, article_id, other_id, user_id))
      strict, without rowid`,
    'create index belong_pair on belong (article_id, other_id)',
    'create index belong_other on belong (other_id)',
  ],
};

/** Written for SQLite; `run` runs a statement, in another database as its own. */
export const laterMigrations = (run: (db: Kysely<unknown>, statement: string) => Promise<unknown>): Migration[] =>
  Object.entries(later).map(([name, statements]) => ({
    name,
    async up(db) {
      for (const statement of statements) await run(db, statement);
    },
  }));
