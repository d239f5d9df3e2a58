import type { Generated } from 'kysely';
import type { Article } from '../articles/article.ts';
import type { DeliveryKind } from '../digests/deliveryKinds.ts';

/** Tables with leases: a claim is one owner's until then. A start drops the claims of a process that is gone. */
interface Leased {
  owner: string | null;
  leaseUntil: number | null;
}

/** none: the feed's text is enough; given-up: the page gave nothing better. */
export type PageState = 'none' | 'wanted' | 'done' | 'given-up';

/** pending: to be sent, or its outcome to be found out; unknown: given up looking, not sent again. */
export type DeliveryState = 'pending' | 'sent' | 'expired' | 'refused' | 'unknown' | 'lost';

/**
 * The tables as Kysely sees them; in the database the names are in snake case. Times are integer milliseconds, flags 0
 * or 1, ids text; JSON columns are parsed in records/ only.
 */
export interface Tables {
  feeds: Leased & {
    id: string;
    url: string;
    outletId: string;
    outletName: string;
    /** 1 while the catalogue lists it. */
    catalogue: number;
    /** 1 for the front page or world feed of a general outlet. */
    general: Generated<number>;
    title: string | null;
    siteUrl: string | null;
    language: string | null;
    state: 'active' | 'gone';
    nextDueAt: number;
    /** Validators and counters of the polling rule, JSON of feeds/nextPoll.ts. */
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
  feedTopics: { feedId: string; topicId: string };
  hosts: { host: string; restUntil: number };
  hubs: {
    /** Last part of the address at which the hub reaches us. Only the hub knows it. */
    token: string;
    feedId: string;
    hubUrl: string;
    /** The address that the hub knows the feed by. */
    topicUrl: string;
    secret: string;
    /** The public address that the hub was given, without the token; null while none is configured. */
    callback: string | null;
    /** 0 while Lede is unsubscribing. */
    wanted: number;
    /** Of the last request to subscribe or unsubscribe. */
    askedAt: number | null;
    leaseEndsAt: number | null;
    /** When to ask the hub next. */
    dueAt: number | null;
    /** Requests in a row that the hub did not verify. */
    attempts: Generated<number>;
    problem: string | null;
    /** When the feed would be due without a hub. */
    unaidedDueAt: number | null;
    /** Polls in a row that brought what the hub had not sent. */
    missed: Generated<number>;
  };
  seen: { feedId: string; key: string; articleId: string; lastListedAt: number };
  articles: Leased & {
    id: string;
    /** Who may change it: feeds of this outlet in the catalogue, or this one feed. */
    scope: string;
    outletId: string;
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
    /** When it became news here: what digest windows go by. */
    newsAt: number;
    sentencesMax: number;
    pageState: PageState;
    pageDueAt: number | null;
    pageAttempts: Generated<number>;
    storyId: string | null;
    /** What the grouper needs to index it again, without its text. */
    terms: string | null;
    /** Why it was put into its story, as JSON. */
    reasons: string | null;
    /** JSON Correction: a title or lead that changed after a digest quoted it. */
    correction: string | null;
    /** 0 to 1: how likely it is no news report; null until it is in a story. */
    notNews: number | null;
    /** What the topic model says, as `topic:share` with spaces between. */
    topicShares: string | null;
  };
  articleFeeds: { articleId: string; feedId: string };
  /** Counts are of the catalogue's articles; a server's own feeds are added when it reads the story. */
  stories: {
    id: string;
    /** The winner, on the loser of a merge. */
    aliasOf: string | null;
    title: string;
    leadArticleId: string;
    topicId: string;
    language: string | null;
    firstAt: number;
    /** Of its newest article, even a private one: the story is kept as long as any server has news of it. */
    lastAt: number;
    /** When its newest article became news here. */
    newsAt: number;
    articles: number;
    outlets: number;
    voices: number;
    /** 1 if an article of it comes from the catalogue; else only servers whose own feeds list an article see it. */
    open: number;
    /** Ids of earlier stories that it continues, with spaces between, nearest first. */
    earlier: string | null;
  };
  storyTopics: { storyId: string; topicId: string };
  /** Stories that a loop has to look at, because they changed or for one channel once more. */
  changedStories: { id: string; reader: 'alert' | 'follow'; storyId: string; channelId: string; dueAt: number };
  subscriptions: { channelId: string; topicId: string; serverId: string; createdAt: number };
  channels: Leased & {
    channelId: string;
    serverId: string;
    /** JSON Schedule. */
    settings: string;
    paused: string | null;
    nextDueAt: number | null;
    /** The slot that is due then. */
    nextDate: string | null;
    nextOrdinal: number | null;
    /** The newest slot that was claimed. */
    lastDate: string | null;
    lastOrdinal: number | null;
    createdAt: number;
  };
  /** Outlets that a channel mutes or prefers. */
  channelOutlets: {
    channelId: string;
    outletId: string;
    serverId: string;
    stance: 'muted' | 'preferred';
    createdAt: number;
  };
  ownTopics: { id: string; serverId: string; name: string; words: string; createdAt: number };
  ownFeeds: { serverId: string; feedId: string; topicId: string; createdAt: number };
  /** What a server's own feeds brought; `day` counts the days since 1970. */
  quotas: {
    serverId: string;
    day: number;
    articles: number;
    pages: number;
    bytes: Generated<number>;
    /** Threads that members began to follow a story. */
    threads: Generated<number>;
  };
  mutes: { serverId: string; word: string; expiresAt: number | null };
  deliveries: Leased & {
    /** The slot's key. */
    id: string;
    channelId: string;
    serverId: string;
    kind: DeliveryKind;
    localDate: string;
    ordinal: number;
    windowStart: number;
    windowEnd: number;
    dueAt: number;
    /** JSON of the content; its shape goes by `kind`. */
    content: string;
    /** JSON array of the digest's messages, in order; of empty objects once all are posted. */
    payloads: string;
    state: DeliveryState;
    nextTryAt: number;
    attempts: Generated<number>;
    /** Set while the outcome of an attempt to post the next message is not known. */
    attemptAt: number | null;
    attemptOwner: string | null;
    /** Of the first message that was posted, and of the later ones with spaces between them. */
    messageId: string | null;
    laterMessageIds: Generated<string>;
    /** When the first message was posted. */
    sentAt: number | null;
    problem: string | null;
  };
  told: {
    channelId: string;
    storyId: string;
    deliveryId: string;
    articleIds: string;
    sentences: string;
    /** Which message of the delivery tells it, from 0. */
    part: Generated<number>;
  };
  /** Which messages tell an article, in whatever story. */
  toldArticles: { articleId: string; deliveryId: string };
  edits: {
    deliveryId: string;
    /** For other edits a key: a forgotten outlet's domain, 'joined', the articles taken out, 'under-way', or the kind of act. */
    articleId: string;
    /** JSON of an EditRecord's correction. */
    correction: string;
    state: 'pending' | 'done' | 'failed';
    attempts: Generated<number>;
    nextTryAt: number;
  };
  /** Which stories a channel gets alerts for; `settings` is JSON of an AlertRule. */
  alerts: {
    channelId: string;
    /** Empty for a member's watched words, whose channel is their direct messages. */
    serverId: string;
    userId: string | null;
    settings: string;
    createdAt: number;
    /** When a member's words stopped being watched, because they take no direct messages. */
    closedAt: number | null;
    /** Differs with what the rule says; 0 in rows of earlier versions. */
    mark: Generated<number>;
  };
  /** When a member last used /catchup. */
  people: { userId: string; caughtUpAt: number };
  /** Stories that are followed at a place: a thread, or direct messages, where `serverId` is empty. */
  follows: {
    /** The id of the delivery that the thread begins with, until its message is known to stand. */
    placeId: string;
    storyId: string;
    serverId: string;
    userId: string | null;
    /** The delivery that the thread begins with. */
    deliveryId: string | null;
    title: string;
    zone: string;
    locale: string;
    createdAt: number;
    /** News until then has been told. */
    seenAt: number;
    /** The local day of the last update, and how many there were on it. */
    day: string;
    today: number;
    endedAt: number | null;
    /** If it ended because the member takes no direct messages: when. */
    closedAt: number | null;
  };
  /** Pairs of articles that members of a server keep apart there. */
  apart: { serverId: string; articleId: string; otherId: string; at: number };
  /**
   * Votes that an article does not belong to its story; `manager` is 1 if the member managed the server. A vote that
   * was taken back after `at` doesn't count.
   */
  apartVotes: {
    serverId: string;
    articleId: string;
    userId: string;
    manager: number;
    at: number;
    takenBackAt: number | null;
  };
  servers: { id: string; present: number; leftAt: number | null; changedBy: string | null };
  /** What an admin was or is to be told; at most one is open for a server and subject. */
  notices: {
    id: string;
    serverId: string;
    subject: string;
    /** JSON of a delivery Notice. */
    notice: string;
    at: number;
    toldAt: number | null;
    overAt: number | null;
  };
  /** Roles are words with spaces between them; the lease is by the database's clock, null where one process is alone. */
  processes: {
    owner: string;
    name: string;
    roles: string;
    startedAt: number;
    leaseUntil: number | null;
    schemaVersion: number;
  };
  /** Who has a role that one process at a time has; nobody between two of them. */
  roles: { role: string; owner: string | null; since: number; turn: number };
  /** Domains whose outlets asked to be left out. */
  forgotten: { domain: string; at: number };
  keyv: { namespace: string; key: string; value: string; expiresAt: number | null };
}
