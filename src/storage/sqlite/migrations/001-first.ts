import { sql } from 'kysely';
import type { Migration } from '../../database.ts';

const tables = [
  `create table feeds (
    id text primary key, url text not null unique, outlet_id text not null, outlet_name text not null,
    catalogue integer not null, title text, site_url text, language text, state text not null, next_due_at integer not null,
    polling text not null, problem_code text, problem text, failures integer not null default 0, failing_since integer,
    first_polled_at integer, last_polled_at integer, last_success_at integer, owner text, lease_until integer) strict`,
  'create index feeds_due on feeds (state, next_due_at)',
  'create table feed_topics (feed_id text not null, topic_id text not null, primary key (feed_id, topic_id)) strict, without rowid',
  'create table hosts (host text primary key, rest_until integer not null) strict, without rowid',
  `create table seen (feed_id text not null, key text not null, article_id text not null, last_listed_at integer not null,
    primary key (feed_id, key)) strict, without rowid`,
  'create index seen_listed on seen (feed_id, last_listed_at)',
  `create table articles (
    id text primary key, outlet_id text not null, outlet_name text not null, url text not null, title text not null,
    paragraphs text not null, text_from text not null, author text, image_url text, image_alt text, categories text not null,
    language text, published_at integer not null, first_seen_at integer not null, news_at integer not null,
    sentences_max integer not null, page_state text not null, page_due_at integer, page_attempts integer not null default 0,
    story_id text, terms text, reasons text, correction text, owner text, lease_until integer) strict`,
  'create index articles_story on articles (story_id)',
  'create index articles_unplaced on articles (first_seen_at) where story_id is null',
  "create index articles_pages on articles (page_due_at) where page_state = 'wanted'",
  'create index articles_news on articles (news_at)',
  'create table article_feeds (article_id text not null, feed_id text not null, primary key (article_id, feed_id)) strict, without rowid',
  'create index article_feeds_feed on article_feeds (feed_id)',
  `create table stories (
    id text primary key, alias_of text, title text not null, lead_article_id text not null, topic_id text not null, language text,
    first_at integer not null, last_at integer not null, news_at integer not null, articles integer not null,
    outlets integer not null, voices integer not null, open integer not null) strict`,
  'create index stories_news on stories (news_at) where alias_of is null',
  'create index stories_last on stories (last_at)',
  'create index stories_alias on stories (alias_of) where alias_of is not null',
  'create table story_topics (story_id text not null, topic_id text not null, votes integer not null, primary key (story_id, topic_id)) strict, without rowid',
  `create virtual table story_search using fts5 (title, body, tokenize = "porter unicode61 remove_diacritics 2", prefix = '2 3')`,
  // FTS5 deletes fast by its row number only.
  'create table search_rows (row integer primary key, story_id text not null unique) strict',
  "create virtual table term_search using fts5 (term, tokenize = 'trigram')",
  'create table search_terms (term text primary key, stories integer not null) strict, without rowid',
  `create table subscriptions (channel_id text not null, topic_id text not null, server_id text not null, created_at integer not null,
    primary key (channel_id, topic_id)) strict, without rowid`,
  'create index subscriptions_server on subscriptions (server_id)',
  `create table channels (
    channel_id text primary key, server_id text not null, zone text not null, times text not null, days text not null,
    stories integer not null, paused text, next_due_at integer, next_date text, next_ordinal integer, last_date text,
    last_ordinal integer, created_at integer not null, owner text, lease_until integer) strict`,
  'create index channels_due on channels (next_due_at) where next_due_at is not null',
  'create index channels_server on channels (server_id)',
  'create table own_topics (id text primary key, server_id text not null, name text not null, words text not null, created_at integer not null) strict',
  'create index own_topics_server on own_topics (server_id)',
  `create table own_feeds (server_id text not null, feed_id text not null, topic_id text not null, created_at integer not null,
    primary key (server_id, feed_id)) strict, without rowid`,
  'create index own_feeds_feed on own_feeds (feed_id)',
  'create table mutes (server_id text not null, word text not null, expires_at integer, primary key (server_id, word)) strict, without rowid',
  `create table deliveries (
    id text primary key, channel_id text not null, server_id text not null, kind text not null, local_date text not null,
    ordinal integer not null, window_start integer not null, window_end integer not null, due_at integer not null,
    digest text not null, payload text not null, nonce text not null, state text not null, next_try_at integer not null,
    attempts integer not null default 0, attempt_at integer, attempt_owner text, message_id text, sent_at integer, problem text,
    owner text, lease_until integer) strict`,
  "create index deliveries_pending on deliveries (next_try_at) where state = 'pending'",
  'create index deliveries_channel on deliveries (channel_id, window_end)',
  'create index deliveries_due on deliveries (due_at)',
  `create table told (channel_id text not null, story_id text not null, delivery_id text not null, article_ids text not null,
    sentences text not null, primary key (channel_id, story_id, delivery_id)) strict, without rowid`,
  'create index told_delivery on told (delivery_id)',
  'create index told_story on told (story_id)',
  `create table edits (delivery_id text not null, article_id text not null, correction text not null, state text not null,
    attempts integer not null default 0, next_try_at integer not null, primary key (delivery_id, article_id)) strict, without rowid`,
  'create table servers (id text primary key, present integer not null, left_at integer, changed_by text) strict, without rowid',
  `create table notices (id text primary key, server_id text not null, subject text not null, notice text not null, at integer not null,
    told_at integer, over_at integer) strict`,
  'create index notices_open on notices (server_id, subject) where over_at is null',
];

/** The schema of version 0.1. */
export const first: Migration = {
  name: '001-first',
  async up(db) {
    for (const statement of tables) await sql.raw(statement).execute(db);
  },
};
