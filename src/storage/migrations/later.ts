import { sql } from 'kysely';
import type { Migration } from '../migrate.ts';

/** What changed since version 1.0.0. A released one is never edited; a change is a new one at the end. */
const later: Readonly<Record<string, readonly string[]>> = {
  // Outlets that a channel mutes or prefers.
  '002-outlets': [
    `create table channel_outlets (
      channel_id text not null, outlet_id text not null, server_id text not null, stance text not null,
      created_at integer not null, primary key (channel_id, outlet_id)) strict, without rowid`,
    'create index channel_outlets_server on channel_outlets (server_id)',
  ],
};

/** Written for SQLite; `translated` gives another database's own statement. */
export const laterMigrations = (translated = (statement: string) => statement): Migration[] =>
  Object.entries(later).map(([name, statements]) => ({
    name,
    async up(db) {
      for (const statement of statements) await sql.raw(translated(statement)).execute(db);
    },
  }));
