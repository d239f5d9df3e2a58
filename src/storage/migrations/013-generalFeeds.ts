import { sql } from 'kysely';
import type { Migration } from '../database.ts';

export const generalFeeds: Migration = {
  name: '013-general-feeds',
  async up(db) {
    await sql.raw('alter table feeds add column general integer not null default 0').execute(db);
  },
};
