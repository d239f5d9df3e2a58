import { sql } from 'kysely';
import type { Migration } from '../../engine.ts';
import { firstTables } from '../../migrations/001-tables.ts';

const search = [
  `create virtual table story_search using fts5
    (title, body, tokenize = "porter unicode61 remove_diacritics 2", prefix = '2 3')`,
  // FTS5 deletes quickly only by row number.
  `create table search_rows (
    row integer primary key, story_id text not null, feed_id text not null, unique (story_id, feed_id)) strict`,
  "create virtual table term_search using fts5 (term, tokenize = 'trigram')",
  'create table search_terms (term text primary key) strict, without rowid',
];

/** The schema of version 1.0.0. Later changes are migrations of their own. */
export const schema: Migration = {
  name: '001-schema',
  async up(db) {
    for (const statement of [...firstTables, ...search]) await sql.raw(statement).execute(db);
  },
};
