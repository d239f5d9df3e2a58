const feeds = [
  `create table feeds (
    id text primary key, url text not null unique, outlet_id text not null, outlet_name text not null,
    catalogue integer not null, title text, site_url text, language text, state text not null,
    next_due_at integer not null, polling text not null, problem_code text, problem text,
    failures integer not null default 0, failing_since integer, first_polled_at integer, last_polled_at integer,
    last_success_at integer, owner text, lease_until integer, problem_host text,
    general integer not null default 0) strict`,
  'create index feeds_due on feeds (state, next_due_at)',
  `create table feed_topics (feed_id text not null, topic_id text not null, primary key (feed_id, topic_id))
    strict, without rowid`,
  'create table hosts (host text primary key, rest_until integer not null) strict, without rowid',
  `create table seen (
    feed_id text not null, key text not null, article_id text not null, last_listed_at integer not null,
    primary key (feed_id, key)) strict, without rowid`,
  // One row for each feed and WebSub hub. A hub that Lede is leaving keeps its row beside the new hub's.
  `create table hubs (
    token text primary key, feed_id text not null, hub_url text not null, topic_url text not null,
    secret text not null, callback text, wanted integer not null, asked_at integer, lease_ends_at integer,
    due_at integer, attempts integer not null default 0, problem text, unaided_due_at integer,
    missed integer not null default 0) strict, without rowid`,
  'create unique index hubs_feed on hubs (feed_id) where wanted = 1',
  'create index hubs_due on hubs (due_at) where due_at is not null',
  // The domains of outlets that asked to be left out.
  'create table forgotten (domain text primary key, at integer not null) strict, without rowid',
];

const articles = [
  `create table articles (
    id text primary key, scope text not null, outlet_id text not null, outlet_name text not null,
    url text not null, title text not null, paragraphs text not null, text_from text not null,
    image_url text, image_alt text, categories text not null, language text, published_at integer not null, first_seen_at integer not null,
    news_at integer not null, sentences_max integer not null, page_state text not null, page_due_at integer,
    page_attempts integer not null default 0, story_id text, terms text, reasons text, correction text, owner text,
    lease_until integer, not_news real, topic_shares text) strict`,
  'create index articles_story on articles (story_id)',
  "create index articles_pages on articles (page_due_at) where page_state = 'wanted'",
  // Includes the id, so that the index alone is enough to count the new articles of some topics.
  'create index articles_news on articles (news_at, id)',
  // The grouper reads the grouped articles at the start.
  'create index articles_published on articles (published_at, id) where story_id is not null',
  // Shows at once that an outlet has no stored articles, so that its items needn't be looked up by id.
  'create index articles_outlet on articles (outlet_id)',
  // Finds the claims of a dead process, to release them, without reading every article.
  'create index articles_leased on articles (lease_until) where lease_until is not null',
  `create table article_feeds (article_id text not null, feed_id text not null, primary key (article_id, feed_id))
    strict, without rowid`,
  'create index article_feeds_feed on article_feeds (feed_id)',
];

const stories = [
  `create table stories (
    id text primary key, alias_of text, title text not null, lead_article_id text not null, topic_id text not null,
    language text, first_at integer not null, last_at integer not null, news_at integer not null,
    articles integer not null, outlets integer not null, voices integer not null, open integer not null,
    earlier text) strict`,
  'create index stories_news on stories (news_at) where alias_of is null',
  'create index stories_last on stories (last_at)',
  'create index stories_alias on stories (alias_of) where alias_of is not null',
  `create table story_topics (
    story_id text not null, topic_id text not null, primary key (story_id, topic_id)) strict, without rowid`,
];

const servers = [
  `create table servers (id text primary key, present integer not null, left_at integer, changed_by text)
    strict, without rowid`,
  `create table subscriptions (
    channel_id text not null, topic_id text not null, server_id text not null, created_at integer not null,
    primary key (channel_id, topic_id)) strict, without rowid`,
  'create index subscriptions_server on subscriptions (server_id)',
  `create table channels (
    channel_id text primary key, server_id text not null, settings text not null, paused text,
    next_due_at integer, next_date text, next_ordinal integer, last_date text, last_ordinal integer,
    created_at integer not null, owner text, lease_until integer) strict`,
  'create index channels_due on channels (next_due_at) where next_due_at is not null',
  'create index channels_server on channels (server_id)',
  `create table own_topics (
    id text primary key, server_id text not null, name text not null, words text not null,
    created_at integer not null) strict`,
  'create index own_topics_server on own_topics (server_id)',
  `create table own_feeds (
    server_id text not null, feed_id text not null, topic_id text not null, created_at integer not null,
    primary key (server_id, feed_id)) strict, without rowid`,
  'create index own_feeds_feed on own_feeds (feed_id)',
  // The amounts that own feeds brought on a UTC day; `day` counts days since 1970.
  `create table quotas (
    server_id text not null, day integer not null, articles integer not null, pages integer not null,
    primary key (server_id, day)) strict, without rowid`,
  `create table mutes (server_id text not null, word text not null, expires_at integer, primary key (server_id, word))
    strict, without rowid`,
  `create table notices (
    id text primary key, server_id text not null, subject text not null, notice text not null, at integer not null,
    told_at integer, over_at integer) strict`,
  'create index notices_open on notices (server_id, subject) where over_at is null',
];

const deliveries = [
  `create table deliveries (
    id text primary key, channel_id text not null, server_id text not null, kind text not null,
    local_date text not null, ordinal integer not null, window_start integer not null, window_end integer not null,
    due_at integer not null, digest text not null, payloads text not null, state text not null,
    next_try_at integer not null, attempts integer not null default 0, attempt_at integer, attempt_owner text,
    message_id text, sent_at integer, problem text, owner text, lease_until integer,
    later_message_ids text not null default '') strict`,
  "create index deliveries_pending on deliveries (next_try_at) where state = 'pending'",
  // Finds a channel's pending deliveries without reading those that it got in the last month.
  "create index deliveries_waiting on deliveries (channel_id, local_date, ordinal) where state = 'pending'",
  'create index deliveries_channel on deliveries (channel_id, window_end)',
  'create index deliveries_due on deliveries (due_at)',
  // /status asks for the last digests of one server.
  'create index deliveries_server on deliveries (server_id, sent_at)',
  `create table told (
    channel_id text not null, story_id text not null, delivery_id text not null, article_ids text not null,
    sentences text not null, part integer not null default 0,
    primary key (channel_id, story_id, delivery_id)) strict, without rowid`,
  'create index told_delivery on told (delivery_id)',
  'create index told_story on told (story_id)',
  // Finds the messages that show a corrected article, without reading all of `told`.
  `create table told_articles (
    article_id text not null, delivery_id text not null, primary key (article_id, delivery_id)) strict, without rowid`,
  'create index told_articles_delivery on told_articles (delivery_id)',
  `create table edits (
    delivery_id text not null, article_id text not null, correction text not null, state text not null,
    attempts integer not null default 0, next_try_at integer not null,
    primary key (delivery_id, article_id)) strict, without rowid`,
  // A loop reads the due edits every five seconds.
  "create index edits_due on edits (next_try_at) where state = 'pending'",
];

// The processes that work on the database. A process that others consider dead loses its row and can store nothing
// more.
const processes = [
  `create table processes (
    owner text primary key, name text not null, roles text not null, started_at integer not null,
    lease_until integer) strict, without rowid`,
  // `turn` grows whenever another process takes over the role.
  `create table roles (
    role text primary key, owner text, since integer not null, turn integer not null) strict, without rowid`,
];

const keyv = [
  `create table keyv (
    namespace text not null, key text not null, value text not null, expires_at bigint,
    constraint keyv_key primary key (namespace, key))`,
  'create index keyv_expires on keyv (expires_at) where expires_at is not null',
];

/**
 * Every table and index of version 1.0.0 except those of the search, which differ by database. Written for SQLite; for
 * PostgreSQL the types are translated.
 */
export const firstTables: readonly string[] = [
  ...feeds,
  ...articles,
  ...stories,
  ...servers,
  ...deliveries,
  ...processes,
  ...keyv,
];
