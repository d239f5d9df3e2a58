import type { Mute } from '../../commands/digest/mutes.ts';
import type { OutletName } from '../../commands/outlets/ask.ts';
import type { SetupPlan } from '../../commands/setup/plan.ts';
import type { Timeline } from '../../commands/story/timeline.ts';
import type { OwnTopic } from '../../commands/topics/ask.ts';
import type { Standing } from '../../commands/why/ask.ts';
import type { FeedImport } from '../../src/desk/addingFeeds.ts';
import type { Desk } from '../../src/desk/desk.ts';
import type { Busy } from '../../src/desk/lookingUp.ts';
import type { FeedHealth } from '../../src/desk/ownFeeds.ts';
import { Refusal } from '../../src/desk/refusal.ts';
import type { GroupingReason } from '../../src/desk/stories.ts';
import type { ChannelSubscription } from '../../src/desk/subscriptions.ts';
import type { TakenOut } from '../../src/desk/takenOut.ts';
import type { Undo } from '../../src/desk/undoable.ts';
import type { Origin } from '../../src/feeds/catalogue.ts';
import type { FeedFile, FeedLookup } from '../../src/feeds/lookup.ts';
import type { StoryLine } from '../../src/newsroom/lines.ts';
import type { StoryCard } from '../../src/newsroom/storyCard.ts';
import { defaultSchedule } from '../../src/schedule/schedule.ts';
import { type TypedSettings, withSettings } from '../../src/schedule/settings.ts';
import type { TopicLabel } from '../../src/storage/telling.ts';
import type { Ask, Changes } from '../desk/everything.ts';
import { digestOf, placeOf, technology, world } from '../discord/digestFixture.ts';

const hour = 3_600_000;
const nothingSetUp: SetupPlan = {
  topics: [],
  feeds: [],
  mutes: [],
  channels: [],
  alerts: [],
  zone: undefined,
  logChannelId: undefined,
  refused: [],
  refusedFeeds: [],
};
const figures = { articles: 143, outletsAnswered: 16, outletsAll: 18 };

/** An in-memory desk with three stories. Tests set its fields and read its calls. */
export class FakeDesk {
  now = Date.UTC(2026, 10, 24, 14, 5);
  topics: TopicLabel[] = [world, technology];
  stories: StoryCard[] = [storyOf('ferry'), storyOf('water', technology), storyOf('moose')];
  reading = false;
  serverId = '';
  zone: string | undefined;
  logChannelId: string | undefined;
  subscriptions = new Map<string, ChannelSubscription>();
  own: OwnTopic[] = [];
  feeds: FeedHealth[] = [];
  muted: Mute[] = [];
  outlets: OutletName[] = [
    { id: 'post', name: 'Harbour Post' },
    { id: 'courier', name: 'Courier' },
    { id: 'courier-2', name: 'Courier on Sunday' },
  ];
  stances = new Map<string, 'muted' | 'preferred'>();
  lookup: FeedLookup | Busy = { kind: 'failed', code: 'not-found', reason: 'no such site' };
  feedFile: FeedFile | Busy = { kind: 'failed', code: 'no-list' };
  imported: FeedImport = { added: [], known: [], refused: [] };
  emptyDigest = false;
  /** The changes that were called, in order, as `name argument …`. */
  calls: string[] = [];
  times: Timeline | undefined;
  png: Uint8Array | undefined;
  standing: Omit<Standing, 'story'> | undefined;
  origins = new Map<string, Origin>([
    ['post', { country: 'NO', owner: 'Harbour Group' }],
    ['north', { country: 'SE' }],
    ['coast', { country: 'NO', owner: 'Harbour Group' }],
  ]);
  /** Awaited before each story answer, so that a test can delay it or make it fail. */
  beforeStory: () => Promise<void> = async () => undefined;

  /** The desk for a bot: its answers can be replaced in `ask` and `change` at any time. */
  readonly desk = {
    keptDays: 30,
    topics: [{ language: 'en' }, { language: 'de' }],
    wall: () => this.now,
    readTextFile: async () => ({ kind: 'failed', code: 'unreachable' }),
    of: () => ({ ...this.ask, ...this.change, oneAtATime: (_: string, task: () => unknown) => task() }),
  } as unknown as Desk;

  readonly ask: Ask = {
    suggestStories: async (_serverId, query) => this.matching(query),
    story: async (query) => {
      await this.beforeStory();
      if (this.reading) return { kind: 'reading' };
      const [card] = this.matching(query);
      if (card) return { kind: 'found', card };
      return {
        kind: query === 'xyzzy' ? 'top' : 'nearest',
        stories: query === 'zzz' ? [] : this.stories,
        keptDays: 30,
      };
    },
    storyById: async (storyId) => this.stories.find((story) => story.storyId === storyId),
    coverage: async (urls, _asker, userId) => {
      this.calls.push(`coverage ${userId} ${urls.join(' ')}`);
      const originOf = ({ outletId }: { outletId: string }) => this.origins.get(outletId);
      const withOrigin = (report: StoryCard['reports'][number]) => ({
        ...report,
        ...originOf(report),
        sameText: report.sameText.map((copy) => ({ ...copy, ...originOf(copy) })),
      });
      return urls.map((url) => {
        const card = this.stories.find(({ storyId }) => url.includes(storyId));
        return card === undefined
          ? { url, kind: 'unread', why: 'closed' }
          : { url, kind: 'found', by: 'address', card: { ...card, reports: card.reports.map(withOrigin) } };
      });
    },
    takenOut: async () => this.takenOut,
    timeline: async (storyId) => (storyId === 'ferry' ? this.times : undefined),
    chart: async (chart) => {
      this.calls.push(`chart ${JSON.stringify(chart)}`);
      return this.png;
    },
    whyInDigest: async (query) => {
      if (this.standing === undefined) return { kind: 'no-digest' };
      const [story] = this.stories.filter(({ storyId, title }) => storyId === query || title.includes(query));
      return story === undefined
        ? { kind: 'unknown', nearest: query === 'zzz' ? [] : this.stories }
        : { kind: 'standing', standing: { ...this.standing, story } };
    },
    whyGrouped: async () => [reasonOf(true), reasonOf(false)],
    headlines: async (_asker, topicId, since) => ({
      topic: topicId === undefined ? undefined : this.topicOf(topicId),
      ...(typeof since === 'object' ? since : { since: this.now - 14 * hour, until: this.now }),
      stories: this.stories.filter((story) => topicId === undefined || story.topicId === topicId),
      ...figures,
    }),
    topics: async () => this.topics,
    subscriptions: async () => [...this.subscriptions.values()],
    subscription: async (_, channelId) => this.subscriptions.get(channelId),
    previewDigest: async (channelId) => digestOf({ channelId: this.subscriptionOf(channelId).channelId }),
    firstHeadlines: async () => (this.reading ? { stories: [], reading: true } : { stories: this.stories.slice(0, 3) }),
    ownTopics: async () => this.own,
    tryWords: async (_serverId, words) => {
      const examples = words.all.includes('nothing') ? [] : this.stories.slice(0, 2);
      return { matches: examples.length, of: 40, examples };
    },
    feeds: async () => this.feeds,
    feedQuota: async () => {
      const max = { articles: 2_000, pages: 300, bytes: 50 * 1024 * 1024 };
      return { spent: { articles: 120, pages: 7, bytes: 3_000_000 }, max, nextAt: 0 };
    },
    mutes: async () => this.muted,
    outlets: async () => this.outlets,
    channelOutlets: async () =>
      this.outlets.flatMap((outlet) => {
        const stance = this.stances.get(outlet.id);
        return stance === undefined ? [] : [{ ...outlet, stance }];
      }),
    lookUpFeed: async () => this.lookup,
    readFeedFile: async (_serverId, address) => {
      this.calls.push(`readFeedFile ${address}`);
      return this.feedFile;
    },
    exportSetup: async () => ({
      format: 'lede-setup',
      version: 1,
      topics: [],
      feeds: [],
      mutes: [],
      channels: [],
      alerts: [],
    }),
    exportFeeds: async (_serverId, title, folderOf) =>
      this.feeds.length === 0
        ? undefined
        : `<opml><!-- ${title}: ${this.feeds.map((feed) => `${folderOf(feed.topic)} ${feed.url}`).join(', ')} --></opml>`,
    status: async () => ({
      version: '0.1.0',
      startedAt: this.now - hour,
      ...figures,
      failing: [{ outlet: 'Lantern', reason: 'HTTP 503' }],
      stories: 40,
      lastPollAt: this.now - 60_000,
      lastDigestAt: this.now - 6 * hour,
      nextDigestAt: this.now + 18 * hour,
      pendingDeliveries: 0,
      notices: [],
    }),
    languageIn: async () => undefined,
    server: async () => ({ zone: this.zone, logChannelId: this.logChannelId }),
    alerts: async () => [],
    alertRole: async () => undefined,
    follows: async () => ({ open: [], closed: [] }),
    watchIsClosed: async () => false,
    watched: async () => [],
    unseenSpan: async () => ({ since: this.now - 24 * hour, until: this.now }),
    aboutMe: async (userId) => ({ userId }),
  };

  readonly change: Changes = {
    setAlert: async () => {
      throw new Refusal('no-alert');
    },
    removeAlert: async () => {
      throw new Refusal('no-alert');
    },
    watch: async () => [],
    unwatch: async () => [],
    caughtUp: async () => undefined,
    forgetMe: async () => undefined,
    followInMessages: async () => undefined,
    followInThread: async () => undefined,
    unfollow: async () => {
      throw new Refusal('not-followed');
    },
    splitOff: async (by, { storyId, articleId, manager }) => {
      this.calls.push(`splitOff ${by.userId} ${storyId} ${articleId} ${manager}`);
      return { how: manager ? 'done' : 'waiting', undo: this.undoOf(() => undefined) };
    },
    putBack: async (_by, { articleId }) => {
      this.calls.push(`putBack ${articleId}`);
      return 'back';
    },
    subscribe: async (by, channelId, topicIds) => {
      this.calls.push(`subscribe ${channelId} ${topicIds.join(',')}`);
      const before = this.subscriptions.get(channelId);
      const added = topicIds.map((id) => this.topicOf(id)).filter((topic) => !before?.topics.includes(topic));
      if (added.length === 0) throw new Refusal('already-subscribed', topicIds[0]);
      const subscription: ChannelSubscription = {
        channelId,
        serverId: by.serverId,
        topics: [...(before?.topics ?? []), ...added],
        schedule: before?.schedule ?? defaultSchedule(this.zone ?? 'America/New_York'),
        nextDueAt: Date.UTC(2026, 10, 25, 8),
      };
      this.subscriptions.set(channelId, subscription);
      return { added, joined: before !== undefined, subscription };
    },
    unsubscribe: async (_by, channelId, topicId) => {
      const before = this.subscriptionOf(channelId);
      if (!before.topics.some((topic) => topic.id === topicId)) throw new Refusal('not-subscribed', topicId);
      const topics = before.topics.filter((topic) => topic.id !== topicId);
      this.subscriptions.delete(channelId);
      const undo = this.undoOf(() => void this.subscriptions.set(channelId, before));
      return { left: topics.length === 0 ? undefined : this.put({ ...before, topics }), undo };
    },
    reschedule: async (_by, channelId, change) => {
      this.calls.push(`reschedule ${JSON.stringify(change)}`);
      return this.set(channelId, this.subscriptionOf(channelId), change);
    },
    copySettings: async (_by, channelId, from, change) => {
      const before = this.subscriptionOf(channelId);
      this.set(channelId, this.subscriptionOf(from), change);
      return this.undoOf(() => void this.put(before));
    },
    pause: async (_by, channelId) => {
      const before = this.subscriptionOf(channelId);
      this.put({ ...before, paused: 'admin', nextDueAt: undefined });
      return this.undoOf(() => void this.put(before));
    },
    resume: async (_by, channelId) =>
      this.put({ ...this.subscriptionOf(channelId), paused: undefined, nextDueAt: Date.UTC(2026, 10, 25, 8) }),
    postNow: async (_by, channelId, interactionId) => {
      this.calls.push(`postNow ${channelId} ${interactionId.length > 0}`);
      return { empty: this.emptyDigest };
    },
    mayMute: async (_by, word) => {
      if (this.muted.length >= 50) throw new Refusal('too-many-mutes', '50');
      return { word, already: this.muted.find((mute) => mute.word.toLowerCase() === word.toLowerCase()) };
    },
    mute: async (_by, word, days) => {
      const before = this.muted;
      this.muted = [...before, { word, expiresAt: days === undefined ? undefined : this.now + days * 24 * hour }];
      return this.undoOf(() => {
        this.muted = before;
      });
    },
    unmute: async (_by, word) => {
      const before = this.muted;
      this.muted = before.filter((mute) => mute.word !== word);
      return this.undoOf(() => {
        this.muted = before;
      });
    },
    setOutlet: async (_by, channelId, outletId, stance) => {
      this.subscriptionOf(channelId);
      const before = new Map(this.stances);
      if (stance === undefined) this.stances.delete(outletId);
      else this.stances.set(outletId, stance);
      return this.undoOf(() => {
        this.stances = before;
      });
    },
    setLogChannel: async (_by, channelId) => {
      this.logChannelId = channelId;
    },
    mayTopic: async (_by, topic, topicId) => {
      const { name, words } = topic;
      if (this.topics.some(({ names }) => names.en === name)) throw new Refusal('topic-built-in', name);
      if (this.own.some((known) => known.id !== topicId && known.name === name))
        throw new Refusal('topic-exists', name);
      if (words.all.length + words.any.length === 0) throw new Refusal('no-words');
      return topic;
    },
    createTopic: async (_by, name, words) => this.save({ id: `own-${this.own.length + 1}`, name, words }),
    editTopic: async (_by, topicId, edit) => {
      const before = this.own.find((topic) => topic.id === topicId);
      if (before === undefined) throw new Refusal('topic-gone');
      return this.save({ ...before, name: edit.name ?? before.name, words: { ...before.words, ...edit.words } });
    },
    deleteTopic: async (_by, topicId) => {
      const before = this.own;
      this.own = before.filter((topic) => topic.id !== topicId);
      return this.undoOf(() => {
        this.own = before;
      });
    },
    addFeed: async (_by, preview, topicId) => {
      this.calls.push(`addFeed ${preview.url} ${topicId}`);
      const feed: FeedHealth = {
        id: `feed-${this.feeds.length + 1}`,
        url: preview.url,
        title: preview.title,
        topic: topicId === undefined ? { ...world, id: 'ours', names: { en: 'Our feeds' } } : this.topicOf(topicId),
        state: 'new',
        nextDueAt: this.now,
        articlesLastWeek: 0,
      };
      this.feeds.push(feed);
      return feed;
    },
    importFeeds: async (_by, feeds, topicId) => {
      this.calls.push(`importFeeds ${feeds.map(({ url }) => url).join(',')} ${topicId}`);
      return this.imported;
    },
    removeFeed: async (_by, feedId) => {
      const before = this.feeds;
      this.feeds = before.filter((feed) => feed.id !== feedId);
      return this.undoOf(() => {
        this.feeds = before;
      });
    },
    planSetup: async () => nothingSetUp,
    importSetup: async () => ({ plan: nothingSetUp, undo: this.undoOf(() => undefined) }),
    undo: async () => {
      this.takeBack();
      return { done: 1, kept: 0 };
    },
    serverJoined: async (...what) => this.note('serverJoined', what),
    serverAnnounces: async () => {},
    serverLocale: async (...what) => this.note('serverLocale', what),
    serverLeft: async (...what) => this.note('serverLeft', what),
    serversPresent: async (serverIds) => this.note('serversPresent', serverIds),
    channelGone: async (_serverId, channelId) => this.note('channelGone', [channelId]),
    rolesGone: async () => undefined,
    rolePressed: async () => undefined,
    watchClosed: async () => undefined,
  };

  /** Articles that readers took out of any story. */
  takenOut: TakenOut[] = [];

  private takeBack = (): void => undefined;

  /** The fake can undo only the latest change. */
  private undoOf(takeBack: () => void): Undo {
    this.takeBack = takeBack;
    const serverId = this.serverId;
    return { serverId, rows: [{ table: 'mutes', before: { serverId, word: 'x' } }], dropped: [] };
  }

  private note(name: string, what: readonly string[]): void {
    this.calls.push([name, ...what].join(' '));
  }

  private matching(query: string): StoryCard[] {
    const words = query.toLowerCase();
    return this.stories.filter((story) => story.title.toLowerCase().includes(words));
  }

  private topicOf(id: string): TopicLabel {
    const topic = this.topics.find((one) => one.id === id);
    if (topic === undefined) throw new Refusal('unknown-topic', id);
    return topic;
  }

  private subscriptionOf(channelId: string): ChannelSubscription {
    const subscription = this.subscriptions.get(channelId);
    if (subscription === undefined) throw new Refusal('not-subscribed');
    return subscription;
  }

  private put(subscription: ChannelSubscription): ChannelSubscription {
    this.subscriptions.set(subscription.channelId, subscription);
    return subscription;
  }

  private set(channelId: string, from: ChannelSubscription, change: TypedSettings): ChannelSubscription {
    const schedule = withSettings(from.schedule, change, { now: Date.UTC(2026, 10, 24), locale: 'en-US' });
    if ('problem' in schedule) throw new Refusal(schedule.problem, schedule.detail);
    return this.put({ ...this.subscriptionOf(channelId), schedule });
  }

  private save(topic: OwnTopic): OwnTopic {
    this.own = [...this.own.filter((one) => one.id !== topic.id), topic];
    return topic;
  }
}

const titles: Record<string, string> = {
  ferry: 'Ferry crews walk out across the Sound',
  water: 'Parliament passes the water bill',
  moose: 'Moose delays the night train',
};

export function storyOf(storyId: string, topic: TopicLabel = world, more: Partial<StoryCard> = {}): StoryCard {
  const place = placeOf(1, { storyId, title: titles[storyId] ?? `Story ${storyId}` });
  const url = `https://post.example/${storyId}`;
  const line: StoryLine = {
    storyId,
    title: place.title,
    url,
    outlet: 'Harbour Post',
    topicId: topic.id,
    articles: 12,
    outlets: 9,
    owners: 9,
    voices: 4,
    firstAt: Date.UTC(2026, 10, 24, 4),
    lastAt: Date.UTC(2026, 10, 24, 12),
  };
  const from = (outlet: string, path: string) => ({
    outlet,
    outletId: outlet.toLowerCase(),
    url: `https://${outlet.toLowerCase()}.example/${path}`,
  });
  const said = (number: number, outlet: string) => ({
    text: `Sentence ${number} about the ${storyId}.`,
    articleId: `${storyId}-${outlet}`,
    ...from(outlet, storyId),
  });
  const copies = [{ ...from('Coast', '1'), outlet: 'Daily Coast' }, from('Metro', '1')];
  return {
    ...line,
    topic,
    sentences: [said(1, 'Post'), said(2, 'Radio'), said(3, 'Lantern')],
    newSince: [],
    zone: 'UTC',
    figures: [],
    agreed: [],
    denials: [],
    corrections: [],
    earlier: [],
    quotes: [],
    reports: [
      {
        articleId: `${storyId}-post`,
        outlet: 'Harbour Post',
        outletId: 'post',
        title: place.title,
        url,
        at: line.firstAt,
        sameText: [],
      },
      {
        ...from('North', '1'),
        articleId: `${storyId}-north`,
        outlet: 'Agency North',
        title: place.title,
        at: line.firstAt + hour,
        sameText: copies,
      },
    ],
    linksPaywalled: [],
    related: storyId === 'ferry' ? [{ ...line, storyId: 'moose', title: 'Moose delays the night train' }] : [],
    ...more,
  };
}

function reasonOf(opened: boolean): GroupingReason {
  return {
    outlet: opened ? 'Harbour Post' : 'Lantern',
    title: 'Ferry crews walk out',
    url: 'https://post.example/ferry',
    at: Date.UTC(2026, 10, 24, 4),
    words: ['deckhands', 'Sound'],
    probability: 0.62,
    opened,
  };
}
