import type { Generated } from 'kysely';
import type { Article } from '../engine/articles/article.ts';
import type { ArticleId, ChannelId, DeliveryId, FeedId, OutletId, ServerId, StoryId, TopicId, UserId } from '../ids.ts';

/** Columns of rows that one process at a time claims until `leaseUntil`. A dead process's claims are released. */
interface Leased {
  owner: string | null;
  leaseUntil: number | null;
}

/**
 * none: the page isn't needed; wanted: it is still to be read; given-up: it can't or mustn't be used; checked: it was
 * read once more, after a message had shown the article.
 */
export type PageState = 'none' | 'wanted' | 'done' | 'given-up' | 'checked';

/**
 * pending: still to be sent, or to be looked up; unknown: the look-up was given up, and the delivery is not sent again.
 */
export type DeliveryState = 'pending' | 'sent' | 'expired' | 'refused' | 'unknown' | 'lost';

/**
 * The tables as Kysely sees them; names are in snake case in the database. Times are integer milliseconds, flags are 0
 * or 1, ids are text. JSON columns are parsed only in records/.
 */
export interface Tables {
  feeds: Leased & {
    id: FeedId;
    url: string;
    outletId: OutletId;
    outletName: string;
    /** 1 while the catalogue lists the feed. */
    catalogue: number;
    /** 1 for the front page or world feed of a general outlet. */
    general: Generated<number>;
    title: string | null;
    siteUrl: string | null;
    language: string | null;
    state: 'active' | 'gone';
    nextDueAt: number;
    /** JSON of a PollState (reading/nextPoll.ts), from which the next poll is computed. */
    polling: string;
    problemCode: string | null;
    problem: string | null;
    problemHost: string | null;
    failures: Generated<number>;
    failingSince: number | null;
    firstPolledAt: number | null;
    lastPolledAt: number | null;
    lastSuccessAt: number | null;
  };
  feedTopics: { feedId: FeedId; topicId: TopicId };
  hosts: { host: string; restUntil: number };
  seen: { feedId: FeedId; key: string; articleId: ArticleId; lastListedAt: number };
  articles: Leased & {
    id: ArticleId;
    /** Who may change the article: the id of an outlet of the catalogue, or of one feed that a server added. */
    scope: string;
    outletId: OutletId;
    outletName: string;
    url: string;
    title: string;
    paragraphs: string;
    textFrom: Article['textFrom'];
    imageUrl: string | null;
    imageAlt: string | null;
    categories: string;
    language: string | null;
    publishedAt: number;
    firstSeenAt: number;
    /** When the article counts as news. Decides which digest's window it falls into. */
    newsAt: number;
    sentencesMax: number;
    charactersMax: number | null;
    /** The publisher's signals that decline something, separated by spaces. */
    declined: string | null;
    pageState: PageState;
    pageDueAt: number | null;
    pageAttempts: Generated<number>;
    storyId: StoryId | null;
    /** The article's terms, so that the grouper needn't read its text again after a restart. */
    terms: string | null;
    /** Why the article was put into its story, as JSON. */
    reasons: string | null;
    /** JSON of a Correction: the outlet's own note that it corrected or withdrew the article. */
    correction: string | null;
    /** JSON of a Citation: the outlet or agency that the article names as its source, if any. */
    citation: string | null;
    /** The probability, 0 to 1, that the article is not a news report; null until it is put into a story. */
    notNews: number | null;
    /** The topic model's scores: `topic:share`, separated by spaces. */
    topicShares: string | null;
  };
  articleFeeds: { articleId: ArticleId; feedId: FeedId };
  /** What outlets changed in stored articles, numbered from 1 for each article. */
  articleChanges: {
    articleId: ArticleId;
    number: number;
    kind: 'headline' | 'corrected' | 'retracted' | 'gone';
    /** The new headline, the outlet's note, or the HTTP status with which the page answered. */
    wording: string;
    /** When Lede noticed the change. */
    at: number;
  };
  /**
   * The counts cover only articles from catalogue feeds; a story without such articles counts all. Articles from a
   * server's own feeds are added when the story is loaded for that server.
   */
  stories: {
    id: StoryId;
    /** The story into which this one was merged. */
    aliasOf: StoryId | null;
    title: string;
    leadArticleId: ArticleId;
    topicId: TopicId;
    language: string | null;
    firstAt: number;
    /**
     * When the newest of the counted articles was published. Articles from servers' own feeds may be newer; sweeping
     * keeps them.
     */
    lastAt: number;
    /** The latest `newsAt` of the counted articles. */
    newsAt: number;
    articles: number;
    outlets: number;
    voices: number;
    /**
     * 1 if a catalogue feed lists one of its articles. Otherwise only servers whose own feeds list one may see it.
     */
    open: number;
    /** Ids of earlier stories that this one continues, separated by spaces, nearest first. */
    earlier: string | null;
  };
  storyTopics: { storyId: StoryId; topicId: TopicId };
  /** Stories for the alert or follow loop (`reader`): changed ones, or with `channelId` one to match again for it. */
  changedStories: { id: string; reader: 'alert' | 'follow'; storyId: StoryId; channelId: ChannelId; dueAt: number };
  /** A queue of new items of own feeds that an alert rule wants at once. */
  arrivals: {
    id: string;
    feedId: FeedId;
    articleId: ArticleId;
    /** The channel, if only one is concerned; '' for all whose rules want the feed. */
    channelId: ChannelId;
    /** When the feed was last read before it listed the item. */
    readBefore: number;
    dueAt: number;
  };
  subscriptions: { channelId: ChannelId; topicId: TopicId; serverId: ServerId; createdAt: number };
  channels: Leased & {
    channelId: ChannelId;
    serverId: ServerId;
    /** JSON of a Schedule. */
    settings: string;
    paused: string | null;
    nextDueAt: number | null;
    /** The slot that is due at `nextDueAt`. */
    nextDate: string | null;
    nextOrdinal: number | null;
    /** The latest slot that was claimed. */
    lastDate: string | null;
    lastOrdinal: number | null;
    createdAt: number;
  };
  /** Outlets that a channel mutes or prefers. */
  channelOutlets: {
    channelId: ChannelId;
    outletId: OutletId;
    serverId: ServerId;
    stance: 'muted' | 'preferred';
    createdAt: number;
  };
  ownTopics: { id: TopicId; serverId: ServerId; name: string; words: string; createdAt: number };
  ownFeeds: { serverId: ServerId; feedId: FeedId; topicId: TopicId; createdAt: number };
  /** A server's daily usage; `day` counts days since 1970. */
  quotas: {
    serverId: ServerId;
    day: number;
    articles: number;
    pages: number;
    requests: Generated<number>;
    bytes: Generated<number>;
    /** How many threads members opened to follow a story. */
    threads: Generated<number>;
  };
  mutes: { serverId: ServerId; word: string; expiresAt: number | null };
  deliveries: Leased & {
    /** The key of the slot or of another cause of the delivery. */
    id: DeliveryId;
    channelId: ChannelId;
    serverId: ServerId;
    /** The name of a DeliveryKind (outbox/kinds.ts), which a feature declares. */
    kind: string;
    localDate: string;
    ordinal: number;
    windowStart: number;
    windowEnd: number;
    dueAt: number;
    /** JSON of the content; its shape depends on `kind`. */
    content: string;
    /** JSON array of the messages, in order. Once all are posted, each is replaced by an empty object. */
    payloads: string;
    state: DeliveryState;
    nextTryAt: number;
    attempts: Generated<number>;
    /** Set while the outcome of the attempt to post the next message is unknown. */
    attemptAt: number | null;
    attemptOwner: string | null;
    /** The id of the first posted message; `laterMessageIds` are those of the others, separated by spaces. */
    messageId: string | null;
    laterMessageIds: Generated<string>;
    /** When the first message was posted. */
    sentAt: number | null;
    /** When the content was last changed after the delivery was made; null if never. */
    correctedAt: number | null;
    problem: string | null;
  };
  /** Channels whose digests can be read outside Discord. */
  digestFeeds: {
    channelId: ChannelId;
    serverId: ServerId;
    /** Random; the ids that readers see are derived from it. */
    seed: string;
    /** A hash of the address's secret part. */
    address: string;
    createdAt: number;
  };
  told: {
    channelId: ChannelId;
    storyId: StoryId;
    deliveryId: DeliveryId;
    articleIds: string;
    sentences: string;
    /** The index, from 0, of the delivery's message that shows the story. */
    part: Generated<number>;
  };
  /** Which deliveries show an article, in any story. */
  toldArticles: {
    articleId: ArticleId;
    deliveryId: DeliveryId;
    /** The headline that the message shows; null if it only quotes the article. */
    title: string | null;
    /** The index, from 0, of the delivery's message that shows the article. */
    part: Generated<number>;
  };
  /** Slots that got no digest. Several missed in a row share one row, under the first slot. */
  skippedSlots: {
    channelId: ChannelId;
    localDate: string;
    ordinal: number;
    serverId: ServerId;
    dueAt: number;
    reason: 'quiet' | 'late';
    count: number;
  };
  edits: {
    deliveryId: DeliveryId;
    /** Despite its name, this column holds the kind of edit: 'facts', 'stored', 'under-way', or the kind of act. */
    articleId: string;
    /** JSON of an EditRecord's amendment. */
    correction: string;
    state: 'pending' | 'done' | 'failed';
    attempts: Generated<number>;
    nextTryAt: number;
  };
  /** Which stories a channel gets alerts for; `settings` is JSON of an AlertRule. */
  alerts: {
    channelId: ChannelId;
    /** Empty for a member's watched words, whose channel is their direct messages. */
    serverId: ServerId;
    userId: UserId | null;
    settings: string;
    createdAt: number;
    /** When a member's words stopped being watched, because the member accepts no direct messages. */
    closedAt: number | null;
    /** A checksum of the rule; 0 in rows of earlier versions. */
    mark: Generated<number>;
    /** 1 if the rule wants each new item of the server's own feeds. */
    atOnce: Generated<number>;
  };
  /** When a member last used /catchup. */
  people: { userId: UserId; caughtUpAt: number };
  /** Stories that are followed at a place: a thread, or direct messages, for which `serverId` is empty. */
  follows: {
    /**
     * The id of the thread or channel. It equals `deliveryId` until the message that opens the thread is known to be
     * posted.
     */
    placeId: string;
    storyId: StoryId;
    serverId: ServerId;
    userId: UserId | null;
    /** The delivery that opens the thread. */
    deliveryId: DeliveryId | null;
    title: string;
    zone: string;
    locale: string;
    createdAt: number;
    /** News up to this moment has been posted. */
    seenAt: number;
    /** The local day of the last update; `today` is the number of updates on that day. */
    day: string;
    today: number;
    endedAt: number | null;
    /** When the follow ended because the member accepts no direct messages; null otherwise. */
    closedAt: number | null;
  };
  /** Pairs of articles that the members of a server voted to be about different events. */
  apart: { serverId: ServerId; articleId: ArticleId; otherId: ArticleId; at: number };
  /**
   * Votes to split an article off its story; `manager` is 1 if the member managed the server. A vote doesn't
   * count if it was taken back at `at` or later; a new vote gets a later `at`.
   */
  apartVotes: {
    serverId: ServerId;
    articleId: ArticleId;
    userId: UserId;
    manager: number;
    at: number;
    takenBackAt: number | null;
  };
  servers: { id: ServerId; present: number; leftAt: number | null; changedBy: UserId | null };
  /** Messages to admins, sent or to be sent. At most one is open for each server and subject. */
  notices: {
    id: string;
    serverId: ServerId;
    /**
     * The subject: what happened, which channel or feed it concerns (`about`), and which part of that (`detail`).
     * `about` and `detail` can be ''.
     */
    matter: string;
    about: string;
    detail: string;
    /** JSON of a Notice (outbox/ports.ts). */
    notice: string;
    at: number;
    toldAt: number | null;
    overAt: number | null;
  };
  /** `roles` are separated by spaces. `leaseUntil` is by the database's clock; null if there is only one process. */
  processes: {
    owner: string;
    name: string;
    roles: string;
    startedAt: number;
    leaseUntil: number | null;
    schemaVersion: number;
  };
  /** Which process holds a role that only one may hold at a time. `owner` is null between two holders. */
  roles: { role: string; owner: string | null; since: number; turn: number };
  /** Domains whose outlets asked to be left out. */
  forgotten: { domain: string; at: number };
  keyv: { namespace: string; key: string; value: string; expiresAt: number | null };
}
