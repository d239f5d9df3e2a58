import { sql } from 'kysely';
import type { Migration } from '../../database.ts';

/** Where an outlet has no article yet, its first feed's items need not be looked up one by one. */
export const articlesByOutlet: Migration = {
  name: '011-articles-by-outlet',
  async up(db) {
    await sql.raw('create index articles_outlet on articles (outlet_id)').execute(db);
  },
};
