import type { EpochMs } from '../clock.ts';
import type { Notice } from '../delivery/ports.ts';
import type { Digest, DigestCorrection, QuotedSentence, TopicLabel } from '../digests/digest.ts';
import type { FeedFile, FeedLookup, FeedPreview, Problem } from '../feeds/lookup.ts';
import type { OpmlFeed } from '../feeds/opml.ts';
import type { Schedule } from '../schedule/schedule.ts';
import type { TypedSettings } from '../schedule/settings.ts';
import type { ClockChoice, ZoneChoice } from '../schedule/zones.ts';
import type { TopicWords } from '../stories/topics.ts';
import type { ExportNames, FeedHealth, FeedImport } from './feedLists.ts';
import type { Busy } from './oneAtATime.ts';

/** A story in a list. */
export interface StoryLine {
  storyId: string;
  title: string;
  url: string;
  outlet: string;
  topicId: string;
  outlets: number;
  voices: number;
  firstAt: EpochMs;
  lastAt: EpochMs;
  /** The first sentence of its lead, where the publisher allows one. */
  sentence?: QuotedSentence;
}

/** A story that another one continues; `at` is when it was first reported. */
export interface EarlierStory {
  storyId: string;
  title: string;
  url: string;
  at: EpochMs;
}

/** Everything the story card shows. */
export interface StoryCard extends StoryLine {
  picture?: { url: string; alt: string };
  /** Undefined for a story whose feeds have no topic any more. */
  topic: TopicLabel | undefined;
  /** Up to four: first what tells the headline, then the latest; the third and fourth may be dropped for length. */
  sentences: readonly QuotedSentence[];
  /** What the channel's last digest did not tell of this story. */
  newSince: readonly QuotedSentence[];
  /**
   * Numbers that differ between outlets for the same noun, only when sure; `overTime` where each is newer than the
   * one before.
   */
  figures: readonly {
    noun: string;
    overTime: boolean;
    values: readonly { value: string; outlet: string; url: string; at: EpochMs }[];
  }[];
  /** What outlets corrected or withdrew of the story, one an article. */
  corrections: readonly DigestCorrection[];
  /** What somebody asserts and somebody else says is not so, only when sure. */
  denials: readonly { claim: QuotedSentence; denial: QuotedSentence }[];
  /** Only with a named speaker, and his office where the article gives it beside the name. */
  quotes: readonly { text: string; speaker: string; outlet: string; url: string }[];
  /**
   * First to latest; `sameText` names the outlets that ran the same text, `withdrawn` is set where the outlet took
   * its report back.
   */
  reports: readonly {
    outlet: string;
    title: string;
    url: string;
    at: EpochMs;
    sameText: readonly { outlet: string; url: string }[];
    withdrawn?: true;
  }[];
  /** Stories that this one continues, newest first. */
  earlier: readonly EarlierStory[];
  related: readonly StoryLine[];
}

/** Why one article is in the story: values for a sentence, no sentence. */
export interface GroupingReason {
  outlet: string;
  title: string;
  url: string;
  at: EpochMs;
  /** The story began with it. */
  opened: boolean;
  /** Words shared with the story that it joined, as they stand in the article, heaviest first. */
  words: readonly string[];
  /** How probably it tells the same event as another article of the story, on average: 0 to 1. */
  probability: number;
}

export type StoryAnswer =
  | { kind: 'found'; card: StoryCard }
  /**
   * Nothing fits: the nearest by words, or, where no story holds any of them, the top stories of now; perhaps none.
   * `keptDays` is how long stories are kept.
   */
  | { kind: 'nearest' | 'top'; stories: readonly StoryLine[]; keptDays: number }
  /** No story is stored at all yet. */
  | { kind: 'reading'; outlets: number };

export type Since = 'today' | '3days' | 'digest';

/** From when to when: what a list showed is asked for again by it. */
export interface Span {
  since: EpochMs;
  until: EpochMs;
}

export interface Headlines extends Span {
  topic?: TopicLabel;
  stories: readonly StoryLine[];
  articles: number;
  outletsAnswered: number;
  outletsAll: number;
  /** No story is stored at all yet. */
  reading?: boolean;
}

/** Why a channel gets no digest: an admin stopped it, or Discord takes none for it. */
export type Pause = 'admin' | 'channel-gone' | Extract<Notice, { kind: 'paused' }>['reason'];

/** A channel and what it gets. */
export interface ChannelSubscription {
  channelId: string;
  serverId: string;
  topics: readonly TopicLabel[];
  schedule: Schedule;
  /**
   * When the next digest comes: now if it is due already; absent while an admin has paused it, or the channel is
   * gone.
   */
  nextDueAt?: EpochMs;
  paused?: Pause;
  lastSent?: { at: EpochMs; url: string };
}

export interface OwnTopic {
  id: string;
  name: string;
  words: TopicWords;
}

export interface Status {
  version: string;
  startedAt: EpochMs;
  outletsAll: number;
  outletsAnswered: number;
  failing: readonly ({ outlet: string } & Problem)[];
  articles: number;
  stories: number;
  lastPollAt?: EpochMs;
  lastDigestAt?: EpochMs;
  nextDigestAt?: EpochMs;
  pendingDeliveries: number;
  notices: readonly { at: EpochMs; kind: string; detail: string }[];
  silent?: 'polling' | 'sending';
  /** Feeds whose hub has agreed to tell of their news. */
  toldByHubs?: number;
}

export interface Mute {
  word: string;
  expiresAt?: EpochMs;
}

/**
 * Every read that a command makes. `serverId` is undefined in a DM. Nothing here takes longer than a database read
 * unless it says so.
 */
export interface Ask {
  suggestStories(serverId: string | undefined, query: string): Promise<Pick<StoryLine, 'storyId' | 'title'>[]>;
  story(query: string, asker: { serverId?: string; channelId?: string }): Promise<StoryAnswer>;
  /** Follows merges; undefined once the story has left the archive. */
  storyById(storyId: string, asker: { serverId?: string; channelId?: string }): Promise<StoryCard | undefined>;
  whyGrouped(storyId: string, serverId: string | undefined): Promise<GroupingReason[]>;
  /** 'digest' is the last one of the channel, else of the server; where there is none, a day ago. */
  headlines(
    asker: { serverId?: string; channelId?: string },
    topicId: string | undefined,
    since: Since | Span,
  ): Promise<Headlines>;
  /** Catalogue topics, then the server's own. */
  topics(serverId: string | undefined): Promise<TopicLabel[]>;
  subscriptions(serverId: string): Promise<ChannelSubscription[]>;
  subscription(channelId: string): Promise<ChannelSubscription | undefined>;
  /** What the channel's next digest would hold if it were due now; with topics given, as if it had just these. */
  previewDigest(channelId: string, serverId: string, topicIds?: readonly string[]): Promise<Digest>;
  /** The first titles of it; `reading` while nothing is stored yet. */
  firstHeadlines(
    serverId: string,
    topicIds: readonly string[],
    max: number,
  ): Promise<{ stories: StoryLine[]; reading?: { outlets: number } }>;
  ownTopics(serverId: string): Promise<OwnTopic[]>;
  /** How many stories of the last 7 days the words match, and three of them. */
  tryTopic(serverId: string, words: TopicWords): Promise<{ matches: number; of: number; examples: StoryLine[] }>;
  feeds(serverId: string): Promise<FeedHealth[]>;
  mutes(serverId: string): Promise<Mute[]>;
  /** Stories of the last 7 days in the server's topics that the word would have hidden. */
  tryMute(serverId: string, word: string): Promise<{ hidden: number; of: number; examples: StoryLine[] }>;
  /** From the web, up to 20 s; busy while the server looks up or imports something else. Throws Refusal. */
  lookUpFeed(serverId: string, url: string): Promise<FeedLookup | Busy>;
  /** As `lookUpFeed`: an OPML file that a member attached, at the address that Discord gave. */
  readFeedFile(serverId: string, address: string): Promise<FeedFile | Busy>;
  /** The server's own feeds as OPML 2.0, each in a folder named after its topic; undefined if there are none. */
  exportFeeds(serverId: string, names: ExportNames): Promise<string | undefined>;
  status(serverId: string | undefined): Promise<Status>;
  server(serverId: string): Promise<{ zone?: string; locale?: string; logChannelId?: string }>;
  /** Time zones for what was typed so far, at most 25; names in the language of the locale. */
  zones(query: string, locale: string): readonly ZoneChoice[];
  /** Zones by what their clocks show now, from west to east, at most 25. */
  zonesByClock(locale: string): readonly ClockChoice[];
  keptDays: number;
}

/** Who changes something, for notices later. */
export interface Changer {
  serverId: string;
  userId: string;
  /** Discord locale of the server, such as 'de' or 'en-US'. */
  serverLocale: string;
}

/** Every change that a command makes; each is stored when the promise settles. Throws Refusal. */
export interface Changes {
  /**
   * Adds topics to the channel's digest, which is made if there was none: 08:00, every day, 5 stories, zone of the
   * server or guessed.
   */
  subscribe(
    by: Changer,
    channelId: string,
    topicIds: readonly string[],
  ): Promise<{ added: TopicLabel[]; joined: boolean; subscription: ChannelSubscription }>;
  /** Returns what is left; undefined when it was the last topic. */
  unsubscribe(by: Changer, channelId: string, topicId: string): Promise<ChannelSubscription | undefined>;
  /** Texts as the user typed them. */
  reschedule(by: Changer, channelId: string, change: TypedSettings): Promise<ChannelSubscription>;
  pause(by: Changer, channelId: string): Promise<ChannelSubscription>;
  resume(by: Changer, channelId: string): Promise<ChannelSubscription>;
  /** Queues a digest now; it is posted by the send loop within seconds. */
  postNow(by: Changer, channelId: string, interactionId: string): Promise<{ empty: boolean }>;
  /**
   * Changes nothing, and throws what `mute` would: where it is one of several changes, none is made before all can
   * be. The word comes back as it is stored, with whether it is muted now.
   */
  mayMute(by: Changer, word: string): Promise<{ word: string; muted: boolean }>;
  mute(by: Changer, word: string, days: number | undefined): Promise<Mute[]>;
  unmute(by: Changer, word: string): Promise<Mute[]>;
  setLogChannel(by: Changer, channelId: string | undefined): Promise<void>;
  /**
   * Changes nothing, and throws what `createTopic` and, with its id, `editTopic` would; name and words come back as
   * they would be stored.
   */
  mayTopic(by: Changer, topic: Omit<OwnTopic, 'id'>, topicId?: string): Promise<Omit<OwnTopic, 'id'>>;
  createTopic(by: Changer, name: string, words: TopicWords): Promise<OwnTopic>;
  /** What is not given stays as it is then. */
  editTopic(by: Changer, topicId: string, change: { name?: string; words?: Partial<TopicWords> }): Promise<OwnTopic>;
  deleteTopic(by: Changer, topicId: string): Promise<void>;
  /** `topicId` undefined: the server's topic "Our feeds". */
  addFeed(by: Changer, preview: FeedPreview, topicId: string | undefined): Promise<FeedHealth>;
  /**
   * All that can be added at once, or nothing when it throws. Without a topic, the innermost folder that is named
   * like one counts, else "Our feeds". No site is asked: the first reading comes with the next polls.
   */
  importFeeds(by: Changer, feeds: readonly OpmlFeed[], topicId: string | undefined): Promise<FeedImport>;
  removeFeed(by: Changer, feedId: string): Promise<void>;
  serverJoined(serverId: string, locale: string): Promise<void>;
  /** What the server reads now, the language of its digests and notices. */
  serverLocale(serverId: string, locale: string): Promise<void>;
  /** Stops its digests now; its data goes after 30 days. */
  serverLeft(serverId: string): Promise<void>;
  /** The servers that Discord lists at start; the others count as left. */
  serversPresent(serverIds: readonly string[]): Promise<void>;
  channelGone(channelId: string): Promise<void>;
}

/** What commands are given. */
export interface Desk {
  ask: Ask;
  change: Changes;
}
