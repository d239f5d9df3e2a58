import { dayMs } from '../clock.ts';
import type { ServerId } from '../ids.ts';
import type { Tables } from './schema.ts';

/**
 * The possible owners of rows, and the columns that name them. A table with such a column has to state the fate of its
 * rows when the owner is deleted.
 */
export const owners = {
  server: ['serverId'],
  member: ['userId', 'changedBy'],
  channel: ['channelId'],
  outlet: ['outletId'],
  feed: ['feedId'],
  article: ['articleId', 'otherId'],
  story: ['storyId'],
  delivery: ['deliveryId'],
} as const;

export type Owner = keyof typeof owners;
type OwnerColumn<O extends Owner = Owner> = (typeof owners)[O][number];
type Column<Row> = keyof Row & string;

/** What happens to the row when its owner is deleted: it is deleted too, it stays, or the column is set to null. */
type Fate<Value> = 'goes' | 'stays' | (null extends Value ? 'cleared' : never);

/** The columns that hold numbers, and therefore may hold times. */
type Moment<Row> = { [C in Column<Row>]: Row[C] extends number | null ? C : never }[Column<Row>];

/** Facts that every table must state. */
interface CommonFacts<Row> {
  /** The primary key. `lede move` reads the table in pages by it. */
  key: readonly [Column<Row>, ...Column<Row>[]];
  /** Set if rows of other tables belong to rows of this one. Those other rows are deleted first. */
  owner?: Owner;
  /**
   * When rows are deleted: `after` (milliseconds, or the operator's retention) counts from the moment in the column
   * `by`. `own`: a handler in operation/sweep.ts decides. `no`: they go with their owner or are kept for good.
   */
  sweep: { by: Moment<Row>; after: 'retention' | number } | 'own' | 'no';
  /** Set if the table is about the processes that use this database now; `lede move` leaves it behind. */
  ofProcesses?: true;
}

/** Facts that a table with servers' rows must also state. */
interface ServerFacts {
  /** Whether the rows are part of the server's set-up, which Undo restores and the set-up file contains. */
  setup: boolean;
}

/** Facts that a table must also state if processes claim its rows. */
interface ClaimFacts<Row> {
  /** Which rows can be claimed: any row, or only rows with these column values, for which an index exists. */
  claims: 'any' | Partial<Row>;
}

export type TableFacts<Row> = CommonFacts<Row> & { [C in OwnerColumn & keyof Row]: Fate<Row[C]> } & (Row extends {
    serverId: ServerId;
  }
    ? ServerFacts
    : unknown) &
  (Row extends { leaseUntil: unknown; owner: infer Claimer }
    ? null extends Claimer
      ? ClaimFacts<Row>
      : unknown
    : unknown);

/**
 * What deletion, sweeping, `lede move` and Undo need to know about each table. Tables of a server's set-up are in the
 * order in which Undo can restore their rows.
 */
export const tables = {
  feeds: { key: ['id'], owner: 'feed', outletId: 'stays', claims: 'any', sweep: 'own' },
  feedTopics: { key: ['feedId', 'topicId'], feedId: 'goes', sweep: 'no' },
  hosts: { key: ['host'], sweep: { by: 'restUntil', after: 0 } },
  // A key outlives its article. Without its key, an item that the feed still lists would come back as news.
  seen: { key: ['feedId', 'key'], feedId: 'goes', articleId: 'stays', sweep: 'own' },
  // Swept with their stories.
  articles: { key: ['id'], owner: 'article', outletId: 'stays', storyId: 'stays', claims: 'any', sweep: 'no' },
  articleFeeds: { key: ['articleId', 'feedId'], articleId: 'goes', feedId: 'goes', sweep: 'no' },
  articleChanges: { key: ['articleId', 'number'], articleId: 'goes', sweep: 'no' },
  stories: { key: ['id'], owner: 'story', sweep: 'own' },
  storyTopics: { key: ['storyId', 'topicId'], storyId: 'goes', sweep: 'no' },
  // The loops delete rows that they have read. A change that waited three days is too old to tell.
  changedStories: { key: ['id'], storyId: 'stays', channelId: 'stays', sweep: { by: 'dueAt', after: 3 * dayMs } },
  // The loop deletes rows that it has read. Rows of articles that never get a story are left to the sweep.
  arrivals: {
    key: ['id'],
    feedId: 'goes',
    articleId: 'goes',
    channelId: 'stays',
    sweep: { by: 'dueAt', after: 3 * dayMs },
  },
  ownTopics: { key: ['id'], serverId: 'goes', setup: true, sweep: 'no' },
  ownFeeds: { key: ['serverId', 'feedId'], serverId: 'goes', feedId: 'stays', setup: true, sweep: 'no' },
  mutes: { key: ['serverId', 'word'], serverId: 'goes', setup: true, sweep: { by: 'expiresAt', after: 0 } },
  channels: { key: ['channelId'], channelId: 'goes', serverId: 'goes', setup: true, claims: 'any', sweep: 'no' },
  subscriptions: { key: ['channelId', 'topicId'], channelId: 'goes', serverId: 'goes', setup: true, sweep: 'no' },
  channelOutlets: {
    key: ['channelId', 'outletId'],
    channelId: 'goes',
    outletId: 'goes',
    serverId: 'goes',
    setup: true,
    sweep: 'no',
  },
  digestFeeds: { key: ['channelId'], channelId: 'goes', serverId: 'goes', setup: true, sweep: 'no' },
  // `channelId` stays because a channel can have alerts without a digest. Only members' closed /watch rules are swept.
  alerts: {
    key: ['channelId'],
    channelId: 'stays',
    serverId: 'goes',
    userId: 'goes',
    setup: true,
    sweep: { by: 'closedAt', after: 'retention' },
  },
  follows: {
    key: ['placeId', 'storyId'],
    serverId: 'goes',
    userId: 'goes',
    storyId: 'stays',
    deliveryId: 'stays',
    setup: false,
    sweep: { by: 'endedAt', after: 'retention' },
  },
  people: { key: ['userId'], userId: 'goes', sweep: { by: 'caughtUpAt', after: 'retention' } },
  quotas: { key: ['serverId', 'day'], serverId: 'goes', setup: false, sweep: 'own' },
  // Rows of messages to a member don't name the member: `forget` in servers/people.ts finds them by their channels.
  deliveries: {
    key: ['id'],
    owner: 'delivery',
    channelId: 'stays',
    serverId: 'goes',
    setup: false,
    claims: { state: 'pending' },
    sweep: 'own',
  },
  told: {
    key: ['channelId', 'storyId', 'deliveryId'],
    channelId: 'stays',
    storyId: 'goes',
    deliveryId: 'goes',
    sweep: 'no',
  },
  toldArticles: { key: ['articleId', 'deliveryId'], articleId: 'goes', deliveryId: 'goes', sweep: 'no' },
  skippedSlots: {
    key: ['channelId', 'localDate', 'ordinal'],
    channelId: 'stays',
    serverId: 'goes',
    setup: false,
    sweep: { by: 'dueAt', after: 'retention' },
  },
  edits: { key: ['deliveryId', 'articleId'], deliveryId: 'goes', articleId: 'stays', sweep: 'no' },
  apart: {
    key: ['serverId', 'articleId', 'otherId'],
    serverId: 'goes',
    articleId: 'goes',
    otherId: 'goes',
    setup: false,
    sweep: 'no',
  },
  apartVotes: {
    key: ['serverId', 'articleId', 'userId'],
    serverId: 'goes',
    articleId: 'goes',
    userId: 'goes',
    setup: false,
    sweep: 'no',
  },
  servers: { key: ['id'], owner: 'server', changedBy: 'cleared', sweep: 'own' },
  notices: { key: ['id'], serverId: 'goes', setup: false, sweep: { by: 'at', after: 'retention' } },
  processes: { key: ['owner'], ofProcesses: true, sweep: 'no' },
  roles: { key: ['role'], ofProcesses: true, sweep: 'no' },
  forgotten: { key: ['domain'], sweep: 'no' },
  keyv: { key: ['namespace', 'key'], sweep: { by: 'expiresAt', after: 0 } },
} as const satisfies { readonly [Name in keyof Tables]: TableFacts<Tables[Name]> };

export type TableName = keyof Tables;
type TablesThat<Fact> = { [Name in TableName]: (typeof tables)[Name] extends Fact ? Name : never }[TableName];

/** Tables with a column that names such an owner. */
export type TableOf<O extends Owner> = {
  [Name in TableName]: OwnerColumn<O> & keyof Tables[Name] extends never ? never : Name;
}[TableName];
export type SetupTable = TablesThat<{ setup: true }>;
export type SweptByRule = TablesThat<{ sweep: object }>;
export type SweptOwnWay = TablesThat<{ sweep: 'own' }>;
