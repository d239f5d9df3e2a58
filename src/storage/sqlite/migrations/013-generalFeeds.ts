import { sql } from 'kysely';
import type { Migration } from '../../database.ts';

/**
 * A story's importance counts the outlets whose front page lists it; the catalogue says which feeds are front pages.
 */
export const generalFeeds: Migration = {
  name: '013-general-feeds',
  async up(db) {
    await sql.raw('alter table feeds add column general integer not null default 0').execute(db);
  },
};
