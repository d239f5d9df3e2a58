import { sql } from 'kysely';
import type { Migration } from '../../database.ts';

/** A start takes off the leases of a process that is gone: it looked at every article that waits for its page to find none. */
export const leasedArticles: Migration = {
  name: '012-leased-articles',
  async up(db) {
    await sql.raw('create index articles_leased on articles (lease_until) where lease_until is not null').execute(db);
  },
};
