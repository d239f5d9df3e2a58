import type { Kysely } from 'kysely';
import type { Migration } from '../engine.ts';
import type { DigestStory, PostContent, Report } from '../postContent.ts';

/** Changes to the schema since version 1.0.0. Never edit a released step; add a new one at the end. */
const later: Readonly<Record<string, readonly (string | Migration['up'])[]>> = {
  // The outbox also holds alerts and updates.
  '002-outbox': ['alter table deliveries rename column digest to content'],
  '003-alerts': [
    `create table alerts (
      channel_id text primary key, server_id text not null, user_id text, settings text not null,
      created_at integer not null) strict, without rowid`,
    'create index alerts_server on alerts (server_id)',
    'create index alerts_user on alerts (user_id) where user_id is not null',
    'create index deliveries_kind on deliveries (kind, due_at)',
  ],
  '004-follows': [
    `create table follows (
      place_id text not null, story_id text not null, server_id text not null, user_id text, delivery_id text,
      title text not null, zone text not null, locale text not null, created_at integer not null,
      seen_at integer not null, day text not null, today integer not null, ended_at integer,
      primary key (place_id, story_id)) strict, without rowid`,
    'create index follows_user on follows (user_id) where user_id is not null',
    'create index follows_server on follows (server_id)',
  ],
  '005-people': ['create table people (user_id text primary key, caught_up_at integer not null) strict, without rowid'],
  // Outlets that a channel mutes or prefers.
  '006-outlets': [
    `create table channel_outlets (
      channel_id text not null, outlet_id text not null, server_id text not null, stance text not null,
      created_at integer not null, primary key (channel_id, outlet_id)) strict, without rowid`,
    'create index channel_outlets_server on channel_outlets (server_id)',
  ],
  '007-apart': [
    `create table apart (
      server_id text not null, article_id text not null, other_id text not null, at integer not null,
      primary key (server_id, article_id, other_id)) strict, without rowid`,
    'create index apart_article on apart (article_id)',
    'create index apart_other on apart (other_id)',
    `create table apart_votes (
      server_id text not null, article_id text not null, user_id text not null, manager integer not null,
      at integer not null, primary key (server_id, article_id, user_id)) strict, without rowid`,
    'create index apart_votes_article on apart_votes (article_id)',
  ],
  '008-belong': [
    `create table belong (
      server_id text not null, article_id text not null, other_id text not null, user_id text not null,
      manager integer not null, at integer not null, primary key (server_id, article_id, other_id, user_id))
      strict, without rowid`,
    'create index belong_pair on belong (article_id, other_id)',
    'create index belong_other on belong (other_id)',
  ],
  '009-votes': [
    // Votes before this moment don't count.
    'alter table channels add column votes_from integer',
    `create table votes (
      delivery_id text not null, user_id text not null, channel_id text not null, server_id text not null,
      vote integer not null, at integer not null, primary key (delivery_id, user_id)) strict, without rowid`,
    'create index votes_channel on votes (channel_id, at)',
    'create index votes_user on votes (user_id)',
    'create index votes_at on votes (at)',
    `create table ballots (
      delivery_id text not null, kind text not null, subject_id text not null, share real not null,
      primary key (delivery_id, kind, subject_id)) strict, without rowid`,
  ],
  // When members took votes back, and the articles to be grouped again after that.
  '010-taken-back': [
    'alter table apart_votes add column taken_back_at integer',
    'alter table belong add column taken_back_at integer',
    'create table replaced (article_id text primary key) strict, without rowid',
  ],
  // The times at which follows and watched words ended because their member accepts no direct messages.
  '011-closed-messages': [
    'alter table follows add column closed_at integer',
    'alter table alerts add column closed_at integer',
  ],
  // The column is required, so processes before 1.1.1, which don't report their schema version, can't join any more.
  '012-schema-of-processes': [
    'delete from processes',
    'alter table processes add column schema_version integer not null',
  ],
  // Bytes downloaded for a server's own feeds, and threads that members opened to follow stories.
  '013-quotas': [
    'alter table quotas add column bytes integer not null default 0',
    'alter table quotas add column threads integer not null default 0',
  ],
  '014-changed-stories': [
    `create table changed_stories (
      id text primary key, reader text not null, story_id text not null, channel_id text not null,
      due_at integer not null) strict, without rowid`,
    'create index changed_stories_due on changed_stories (reader, due_at)',
    // A checksum, so that a change of rules is noticed without reading the rules.
    'alter table alerts add column mark integer not null default 0',
    'create index follows_story on follows (story_id) where ended_at is null',
    'create index follows_delivery on follows (delivery_id) where delivery_id is not null',
  ],
  // SQLite used the index of kinds to find one channel's digests, and so read the digests of all channels.
  '015-posts': [
    'drop index deliveries_kind',
    "create index deliveries_posts on deliveries (due_at) where kind = 'post'",
  ],
  // Removes votes on digests.
  '016-no-votes': [
    'drop table votes',
    'drop table ballots',
    'alter table channels drop column votes_from',
    `update channels set settings = replace(replace(settings, ',"votes":"on"', ''), ',"votes":"off"', '')
      where settings like '%"votes":%'`,
    // Undo data of the last ten minutes contains the dropped column.
    "delete from keyv where namespace = 'discord' and key like '%:undo:%'",
  ],
  // Removes corrections that hold for all servers. Each server keeps the corrections that it made itself.
  '017-apart-in-servers': ["delete from apart where server_id = ''"],
  // Stories can't be brought together any more.
  '018-no-unions': ['drop table belong', 'drop table replaced'],
  // A notice's subject was `matter about detail` in one text. `ltrim(text, replace(text, ' ', ''))` yields the text
  // after the first word, with its leading space.
  '019-notice-subjects': [
    'drop index notices_open',
    'alter table notices rename column subject to detail',
    "alter table notices add column matter text not null default ''",
    "alter table notices add column about text not null default ''",
    "update notices set about = ltrim(detail, replace(detail, ' ', ''))",
    'update notices set matter = substr(detail, 1, length(detail) - length(about)), about = substr(about, 2)',
    "update notices set detail = ltrim(about, replace(about, ' ', ''))",
    'update notices set about = substr(about, 1, length(about) - length(detail)), detail = substr(detail, 2)',
    "update notices set matter = 'role-opens', detail = '' where matter = 'role' and detail = 'opens'",
    'create index notices_open on notices (server_id, about) where over_at is null',
  ],
  // The signals by which publishers decline uses, and how much of an article may be quoted.
  '020-signals': [
    'alter table articles add column characters_max integer',
    'alter table articles add column declined text',
    'create index articles_declined on articles (outlet_id) where declined is not null',
  ],
  '021-article-changes': [
    `create table article_changes (
      article_id text not null, number integer not null, kind text not null, wording text not null,
      at integer not null, primary key (article_id, number)) strict, without rowid`,
    'alter table told_articles add column title text',
    'alter table told_articles add column part integer not null default 0',
  ],
  '022-skipped-slots': [
    `create table skipped_slots (
      channel_id text not null, local_date text not null, ordinal integer not null, server_id text not null,
      due_at integer not null, reason text not null, count integer not null,
      primary key (channel_id, local_date, ordinal)) strict, without rowid`,
    'create index skipped_slots_server on skipped_slots (server_id, due_at)',
    'create index skipped_slots_due on skipped_slots (due_at)',
  ],
  // Alert rules that want each new item of a server's own feeds, and a queue of such items.
  '023-at-once': [
    'alter table alerts add column at_once integer not null default 0',
    `create table arrivals (
      id text primary key, feed_id text not null, article_id text not null, channel_id text not null,
      read_before integer not null, due_at integer not null) strict, without rowid`,
    'create index arrivals_due on arrivals (due_at)',
    'create index arrivals_feed on arrivals (feed_id)',
    'create index arrivals_article on arrivals (article_id)',
  ],
  // Digests that can be read outside Discord.
  '024-digest-feeds': [
    `create table digest_feeds (
      channel_id text primary key, server_id text not null, seed text not null, address text not null,
      created_at integer not null, changes integer not null, number integer not null default 0, head text)
      strict, without rowid`,
    'create unique index digest_feeds_address on digest_feeds (address)',
    'create index digest_feeds_server on digest_feeds (server_id)',
    'create index digest_feeds_changed on digest_feeds (channel_id) where changes > 0',
    `create table digest_entries (
      channel_id text not null, number integer not null, server_id text not null, at integer not null,
      entry text not null, signature text not null, primary key (channel_id, number)) strict, without rowid`,
    'create index digest_entries_server on digest_entries (server_id)',
    'create index digest_entries_at on digest_entries (at)',
    'create table digest_texts (delivery_id text primary key, source text not null, content text not null) strict',
  ],
  // The source that an article names.
  '025-citations': ['alter table articles add column citation text'],
  // Digests outside Discord are no longer signed: they are drawn from the deliveries when somebody reads them.
  '026-unsigned-digests': [
    'drop table digest_entries',
    'drop table digest_texts',
    'drop index digest_feeds_changed',
    'alter table digest_feeds drop column changes',
    'alter table digest_feeds drop column number',
    'alter table digest_feeds drop column head',
    'alter table deliveries add column corrected_at integer',
    // Undo data of the last ten minutes contains the dropped columns.
    "delete from keyv where namespace = 'discord' and key like '%:undo:%'",
  ],
  // Web requests that a server's feeds cause in addition to polls and pages.
  '027-requests': ['alter table quotas add column requests integer not null default 0'],
  // Hubs no longer push new items: their feeds become due as they would be without a hub.
  '028-no-hubs': [
    `update feeds set next_due_at = (select unaided_due_at from hubs where feed_id = feeds.id and wanted = 1)
      where next_due_at > (select unaided_due_at from hubs where feed_id = feeds.id and wanted = 1)`,
    'drop table hubs',
  ],
  // Edits now only say that a message must be drawn again, and hold no texts of outlets.
  '029-redraws': [
    ...['facts', 'stored'].map(
      (kind) => `insert into edits (delivery_id, article_id, correction, state, attempts, next_try_at)
        select delivery_id, '${kind}', '{"kind":"${kind}","at":0,"mark":""}', 'pending', 0, min(next_try_at) from edits
        where state = 'pending' and article_id not in ('thread', 'crosspost', 'archive', 'under-way')
        group by delivery_id`,
    ),
    "delete from edits where article_id not in ('thread', 'crosspost', 'archive', 'under-way', 'facts', 'stored')",
    makePlacesWhole,
  ],
  // `problem` now holds a code for the reason why a message is not posted, or else Discord's error text.
  '030-problem-codes': [
    `update deliveries set problem = case problem
      when 'channel is gone' then 'channel-gone'
      when 'direct messages are closed' then 'messages-closed'
      when 'direct messages are closed, seen twice' then 'messages-closed-twice'
      when 'its channel gets no such message now' then 'not-wanted'
      when 'its channel gets no more alerts' then 'alerts-off'
      when 'no topic is left' then 'no-topics'
      when 'paused by an admin' then 'digest-paused'
      when 'server left' then 'server-left'
      when 'rate limit' then 'rate-limit'
      when 'outcome unknown' then 'outcome-unknown'
      when 'internal error' then 'internal-error'
      when 'Discord denied the channel' then 'channel-denied'
      when 'too late' then 'too-late'
      when 'it could not be found out whether the message was posted' then 'never-confirmed'
      else problem end
      where problem is not null`,
  ],
};

/** Statements are written for SQLite; `run` translates them for another database. */
export const laterMigrations = (run: (db: Kysely<unknown>, statement: string) => Promise<unknown>): Migration[] =>
  Object.entries(later).map(([name, statements]) => ({
    name,
    async up(db) {
      for (const one of statements) await (typeof one === 'string' ? run(db, one) : one(db));
    },
  }));

type Old = Omit<DigestStory, 'takenOut'> & {
  takenOut?: { articles: unknown; place?: Omit<DigestStory, 'takenOut'>; reports?: readonly Report[] };
};

/**
 * A place with removed articles used to hold a copy of its state before the removal. Now it holds all articles, and
 * lists those that are not drawn.
 */
async function makePlacesWhole(given: Kysely<unknown>): Promise<void> {
  const db = given.withTables<{ deliveries: { id: string; content: string } }>();
  const rows = await db
    .selectFrom('deliveries')
    .select(['id', 'content'])
    .where('content', 'like', '%"takenOut":%')
    .execute();
  for (const { id, content } of rows) {
    const whole = JSON.stringify(withWholePlaces(JSON.parse(content)));
    await db.updateTable('deliveries').set({ content: whole }).where('id', '=', id).execute();
  }
}

function withWholePlaces(content: PostContent): object {
  const reports = { ...content.reports };
  const places = content.places?.map((place: Old) => {
    const { articles, place: before, reports: listed = [] } = place.takenOut ?? {};
    if (before === undefined) return place;
    const joined = (reports[place.storyId] ?? []).filter(({ url }) => !listed.some((one) => one.url === url));
    if (place.storyId in reports) reports[place.storyId] = [...listed, ...joined].sort((a, b) => a.at - b.at);
    const { articleId, title, url, outlet } = place;
    const outlets = Math.max(before.outlets, place.outlets);
    const voices = Math.max(before.voices, place.voices);
    const fewer = { outlets: outlets - place.outlets, voices: voices - place.voices };
    const heading = url === before.url ? {} : { heading: { articleId, title, url, outlet } };
    return { ...before, outlets, voices, takenOut: { articles, ...heading, fewer } };
  });
  return { ...content, places, ...(content.reports ? { reports } : {}) };
}
