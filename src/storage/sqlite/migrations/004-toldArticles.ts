import { sql } from 'kysely';
import type { Migration } from '../../database.ts';

const statements = [
  // Which messages tell an article: a correction looks here, not through all that was ever told.
  `create table told_articles (article_id text not null, delivery_id text not null, primary key (article_id, delivery_id))
    strict, without rowid`,
  'create index told_articles_delivery on told_articles (delivery_id)',
  `insert or ignore into told_articles (article_id, delivery_id)
    select json_each.value, told.delivery_id from told, json_each(told.article_ids)`,
  // With its id the index answers how many articles came for some topics without reading them.
  'drop index articles_news',
  'create index articles_news on articles (news_at, id)',
  // What the grouper starts from.
  'create index articles_published on articles (published_at, id) where story_id is not null',
  // It was 1 for every word, and nobody read it.
  'alter table search_terms drop column stories',
  // Outlets that asked to be left out; their feeds are never read again.
  'create table forgotten (domain text primary key, at integer not null) strict, without rowid',
];

/** Finds what a correction, a digest's counts and a restart look for; and remembers who asked to be forgotten. */
export const toldArticles: Migration = {
  name: '004-told-articles',
  async up(db) {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
