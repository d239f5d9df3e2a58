import { sql } from 'kysely';
import type { Migration } from '../../engine.ts';
import { firstTables } from '../../migrations/001-tables.ts';

/** Translates SQLite's types to PostgreSQL's. Texts are compared bytewise, as in SQLite and JavaScript. */
export const translated = (statement: string): string =>
  statement
    .replaceAll(/\b(?:integer|bigint)\b/g, 'bigint')
    .replaceAll(/\breal\b/g, 'double precision')
    .replaceAll(/\btext\b/g, 'text collate "C"')
    .replace(/\)\s*strict(?:,\s*without rowid)?$/, ')');

const search = [
  'create extension if not exists pg_trgm',
  `create table search_rows (
    row bigserial primary key, story_id text collate "C" not null, feed_id text collate "C" not null,
    title text not null, body text not null, words tsvector not null, unique (story_id, feed_id))`,
  'create index search_rows_words on search_rows using gin (words)',
  'create table search_terms (term text collate "C" primary key)',
  'create index search_terms_trigrams on search_terms using gin (term gin_trgm_ops)',
];

/**
 * `owner` has the turn until `free_at`. Without an owner, the next turn can't begin before `free_at`. The fill factor
 * leaves room for updates in each page.
 */
const hostTurns = `create table host_turns (
    host text collate "C" primary key, owner text, free_at bigint not null, news_at bigint not null default 0)
  with (fillfactor = 50)`;

/** The schema of version 1.0.0. A change of the schema is a new migration. */
export const schema: Migration = {
  name: '001-schema',
  async up(db) {
    for (const statement of [...firstTables.map(translated), ...search, hostTurns])
      await sql.raw(statement).execute(db);
  },
};
