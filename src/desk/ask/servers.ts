import { isMuted } from '../../digests/compose.ts';
import type { ChannelRecord } from '../../storage/records/channels.ts';
import type { FeedRecord } from '../../storage/records/feeds.ts';
import { matchTopic } from '../../stories/topics.ts';
import { articlesByStory } from '../candidates.ts';
import type { Ask, ChannelSubscription, FeedHealth, Pause, Status, TopicWords } from '../desk.ts';
import type { Notice } from '../ports.ts';
import { silenceOf } from '../silence.ts';
import { labelOfTopic, labelsOf } from '../topics.ts';
import type { AskParts } from './parts.ts';
import { linesOf } from './stories.ts';

const dayMs = 24 * 3_600_000;
const examplesMax = 3;
/** Stories of a week that a try looks through. */
const storiesTried = 2_000;

type ServerAsk = Omit<
  Ask,
  | 'suggestStories'
  | 'story'
  | 'storyById'
  | 'whyGrouped'
  | 'headlines'
  | 'topics'
  | 'firstHeadlines'
  | 'previewDigest'
  | 'zones'
  | 'zonesByClock'
>;

export function createServerAsk(
  parts: AskParts,
  messageUrl: (serverId: string, channelId: string, messageId: string) => string,
): ServerAsk {
  const { storage, preferences, topics, wall } = parts;
  const { records } = storage;

  const subscriptionOf = async (channel: ChannelRecord): Promise<ChannelSubscription> => {
    const own = await records.own.topics(channel.serverId);
    const last = await records.deliveries.lastSent(channel.channelId);
    return {
      channelId: channel.channelId,
      serverId: channel.serverId,
      topics: labelsOf(await records.channels.topicsOf(channel.channelId), topics, own),
      schedule: channel.schedule,
      nextDueAt: channel.nextDueAt,
      paused: channel.paused as Pause | undefined,
      lastSent:
        last?.sentAt && last.messageId
          ? { at: last.sentAt, url: messageUrl(last.serverId, last.channelId, last.messageId) }
          : undefined,
    };
  };

  const healthOf = async (feed: FeedRecord, serverId: string, topicId: string): Promise<FeedHealth> => ({
    id: feed.id,
    url: feed.url,
    title: feed.title ?? feed.outletName,
    topic:
      labelsOf([topicId], topics, await records.own.topics(serverId))[0] ??
      labelOfTopic({ id: topicId, names: { en: topicId, de: topicId }, colour: 0 }),
    state:
      feed.state === 'gone' ? 'gone' : feed.lastPolledAt === undefined ? 'new' : feed.failures > 0 ? 'failing' : 'ok',
    lastSuccessAt: feed.lastSuccessAt,
    nextDueAt: feed.nextDueAt,
    problem: feed.problem,
    articlesLastWeek: await records.articles.countOfFeedSince(feed.id, wall() - 7 * dayMs),
  });

  /** Stories of the last week with title and leads of their articles. */
  const lastWeek = async (serverId: string | undefined) => {
    const stories = await records.stories.withNewsSince(wall() - 7 * dayMs, { serverId, max: storiesTried });
    const articles = await articlesByStory(
      records,
      stories.map((story) => story.id),
      serverId,
    );
    return [...articles].map(([storyId, list]) => ({ storyId, articles: list }));
  };

  return {
    keptDays: parts.keptDays,

    async subscriptions(serverId) {
      const channels = await records.channels.ofServer(serverId);
      return Promise.all(channels.map(subscriptionOf));
    },

    async subscription(channelId) {
      const channel = await records.channels.byId(channelId);
      return channel && subscriptionOf(channel);
    },

    ownTopics: async (serverId) =>
      (await records.own.topics(serverId)).map(({ id, name, words }) => ({ id, name, words })),

    async tryTopic(words: TopicWords) {
      const stories = await lastWeek(undefined);
      const matching = stories.filter(({ articles }) =>
        matchTopic(
          words,
          articles.map((article) => `${article.title}\n${article.paragraphs.slice(0, 2).join('\n')}`).join('\n'),
          articles[0]?.language,
        ),
      );
      const ids = matching.slice(0, examplesMax).map(({ storyId }) => storyId);
      return { matches: matching.length, of: stories.length, examples: await linesOf(records, ids, undefined) };
    },

    async feeds(serverId) {
      const own = await records.own.feeds(serverId);
      const found: FeedHealth[] = [];
      for (const { feedId, topicId } of own) {
        const feed = await records.feeds.byId(feedId);
        if (feed) found.push(await healthOf(feed, serverId, topicId));
      }
      return found;
    },

    mutes: (serverId) => records.own.mutes(serverId, wall()),

    async tryMute(serverId, word) {
      const stories = await lastWeek(serverId);
      const hidden = stories.filter(({ articles }) => articles.some((article) => isMuted(article, [word])));
      const ids = hidden.slice(0, examplesMax).map(({ storyId }) => storyId);
      return { hidden: hidden.length, of: stories.length, examples: await linesOf(records, ids, serverId) };
    },

    lookUpFeed: parts.lookUpFeed,

    status: (serverId) => statusOf(parts, serverId),

    server: async (serverId) => (await preferences.get(serverId)) ?? {},
  };
}

async function statusOf(parts: AskParts, serverId: string | undefined): Promise<Status> {
  const { storage, wall } = parts;
  const { records } = storage;
  const now = wall();
  const feeds = await records.feeds.listCatalogue();
  const everAnswered = feeds.filter((feed) => feed.firstPolledAt !== undefined);
  const counts = await records.deliveries.counts(serverId);
  const lastPollAt = await records.feedFigures.lastPolledAt();
  const silence = await silenceOf(storage, parts.startedAt, now);
  const notices = serverId === undefined ? [] : await records.servers.openNotices(serverId);
  return {
    version: parts.version,
    startedAt: parts.startedAt,
    outletsAll: new Set(everAnswered.map((feed) => feed.outletId)).size,
    outletsAnswered: new Set(everAnswered.filter((feed) => feed.failures === 0).map((feed) => feed.outletId)).size,
    failing: everAnswered
      .filter((feed) => feed.failures > 0)
      .map((feed) => ({ outlet: feed.outletName, reason: feed.problem ?? '' })),
    articles: await records.articles.countSince(0),
    stories: await records.stories.count(),
    lastPollAt,
    lastDigestAt: counts.lastSentAt,
    nextDigestAt: await records.channels.nextDueAt(serverId),
    pendingDeliveries: counts.pending,
    notices: notices.map(({ at, notice }) => noticeLine(at, JSON.parse(notice) as Notice)),
    silent: silence.sending !== undefined ? 'sending' : silence.polling !== undefined ? 'polling' : undefined,
  };
}

function noticeLine(at: number, notice: Notice): Status['notices'][number] {
  if ('channelId' in notice) return { at, kind: notice.kind, detail: notice.channelId };
  return { at, kind: notice.kind, detail: notice.kind === 'silent' ? notice.what : notice.url };
}
