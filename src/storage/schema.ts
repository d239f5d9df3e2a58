import type { Generated } from 'kysely';

/**
 * The tables as Kysely sees them. Times are integer milliseconds, flags 0 or 1, ids text; JSON columns are parsed in
 * records/ only.
 */
export interface Tables {
  feeds: {
    id: string;
    url: string;
    outlet_id: string;
    outlet_name: string;
    /** 1 while the catalogue lists it. */
    catalogue: number;
    /** 1 for the front page or world feed of a general outlet. */
    general: Generated<number>;
    title: string | null;
    site_url: string | null;
    language: string | null;
    state: string;
    next_due_at: number;
    /** Validators and counters of the polling rule, as JSON; only the rule reads it. */
    polling: string;
    problem_code: string | null;
    problem: string | null;
    problem_host: string | null;
    failures: number;
    failing_since: number | null;
    first_polled_at: number | null;
    last_polled_at: number | null;
    last_success_at: number | null;
    owner: string | null;
    lease_until: number | null;
  };
  feed_topics: { feed_id: string; topic_id: string };
  hosts: { host: string; rest_until: number };
  hubs: {
    token: string;
    feed_id: string;
    hub_url: string;
    topic_url: string;
    secret: string;
    /** The public address that it was told, without the token; null while there is none. */
    callback: string | null;
    wanted: number;
    asked_at: number | null;
    lease_ends_at: number | null;
    due_at: number | null;
    attempts: Generated<number>;
    problem: string | null;
    /** When the feed would be due if no hub told of it. */
    unaided_due_at: number | null;
    /** Polls in a row that brought what the hub had not told. */
    missed: Generated<number>;
  };
  seen: { feed_id: string; key: string; article_id: string; last_listed_at: number };
  articles: {
    id: string;
    outlet_id: string;
    outlet_name: string;
    url: string;
    title: string;
    paragraphs: string;
    text_from: string;
    author: string | null;
    image_url: string | null;
    image_alt: string | null;
    categories: string;
    language: string | null;
    published_at: number;
    first_seen_at: number;
    /** When it became news here: what digest windows go by. */
    news_at: number;
    sentences_max: number;
    page_state: string;
    page_due_at: number | null;
    page_attempts: number;
    story_id: string | null;
    /** What the grouper needs to index it again, without its text. */
    terms: string | null;
    /** Why it was put into its story, as JSON. */
    reasons: string | null;
    /** A title or lead that changed after it was told: JSON {kind,text,at}. */
    correction: string | null;
    /** 0 to 1: how likely it is no news report; null until it is in a story. */
    not_news: number | null;
    /** What the topic model says, as `topic:share` with spaces between. */
    topic_shares: string | null;
    owner: string | null;
    lease_until: number | null;
  };
  article_feeds: { article_id: string; feed_id: string };
  stories: {
    id: string;
    /** Set on the loser of a merge. */
    alias_of: string | null;
    title: string;
    lead_article_id: string;
    topic_id: string;
    language: string | null;
    first_at: number;
    last_at: number;
    news_at: number;
    articles: number;
    outlets: number;
    voices: number;
    /** 1 if an article of it comes from the catalogue. */
    open: number;
    /** Ids of earlier stories that it continues, with spaces between, nearest first. */
    earlier: string | null;
  };
  story_topics: { story_id: string; topic_id: string; votes: number };
  subscriptions: { channel_id: string; topic_id: string; server_id: string; created_at: number };
  channels: {
    channel_id: string;
    server_id: string;
    /** A Schedule as JSON: no statement asks for one of its values. */
    settings: string;
    paused: string | null;
    next_due_at: number | null;
    next_date: string | null;
    next_ordinal: number | null;
    last_date: string | null;
    last_ordinal: number | null;
    created_at: number;
    owner: string | null;
    lease_until: number | null;
  };
  own_topics: { id: string; server_id: string; name: string; words: string; created_at: number };
  own_feeds: { server_id: string; feed_id: string; topic_id: string; created_at: number };
  mutes: { server_id: string; word: string; expires_at: number | null };
  deliveries: {
    /** The slot's key. */
    id: string;
    channel_id: string;
    server_id: string;
    kind: string;
    local_date: string;
    ordinal: number;
    window_start: number;
    window_end: number;
    due_at: number;
    digest: string;
    /** JSON array: the messages that make up the digest, in order. */
    payloads: string;
    state: string;
    next_try_at: number;
    attempts: Generated<number>;
    attempt_at: number | null;
    attempt_owner: string | null;
    /** Of the first message that was posted, and of those after it, with spaces between them. */
    message_id: string | null;
    later_message_ids: Generated<string>;
    sent_at: number | null;
    problem: string | null;
    owner: string | null;
    lease_until: number | null;
  };
  told: {
    channel_id: string;
    story_id: string;
    delivery_id: string;
    article_ids: string;
    sentences: string;
    /** Which message of the delivery tells it, from 0. */
    part: Generated<number>;
  };
  /** Which messages tell an article, in whatever story. */
  told_articles: { article_id: string; delivery_id: string };
  edits: {
    delivery_id: string;
    article_id: string;
    /** JSON Correction. */
    correction: string;
    state: string;
    attempts: Generated<number>;
    next_try_at: number;
  };
  servers: { id: string; present: number; left_at: number | null; changed_by: string | null };
  notices: {
    id: string;
    server_id: string;
    subject: string;
    notice: string;
    at: number;
    told_at: number | null;
    over_at: number | null;
  };
  /** Domains whose outlets asked to be left out. */
  forgotten: { domain: string; at: number };
  keyv: { namespace: string; key: string; value: string; expires_at: number | null };
}
