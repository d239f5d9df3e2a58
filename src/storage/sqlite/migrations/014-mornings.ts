import { sql } from 'kysely';
import type { Migration } from '../../database.ts';

/** What models say of an article once it is in a story, and the earlier stories that a story continues. */
export const mornings: Migration = {
  name: '014-mornings',
  async up(db) {
    for (const change of [
      'alter table articles add column not_news real',
      'alter table articles add column topic_shares text',
      'alter table stories add column earlier text',
    ]) {
      await sql.raw(change).execute(db);
    }
  },
};
