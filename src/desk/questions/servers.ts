import { setImmediate } from 'node:timers/promises';
import { dayMs } from '../../clock.ts';
import { beginningsOf } from '../../delivery/candidates.ts';
import { createEdition } from '../../delivery/edition.ts';
import { subjectOf } from '../../delivery/notices.ts';
import type { Notice } from '../../delivery/ports.ts';
import { labelsOf } from '../../delivery/topics.ts';
import { feedName } from '../../feeds/feedName.ts';
import { silenceOf } from '../../operation/silence.ts';
import type { ChannelRecord } from '../../storage/records/channels.ts';
import { matchTopic, type TopicWords } from '../../stories/topics.ts';
import type { Ask, ChannelSubscription, Pause, Status } from '../desk.ts';
import { linesOf } from './lines.ts';
import type { AskParts } from './parts.ts';

const examplesMax = 3;
/** Stories of a week whose words a try looks at: newest first, and more hold only a word of everyday. */
const storiesTried = 1_000;
const storiesAtOnce = 20;

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
  | 'feeds'
  | 'lookUpFeed'
  | 'readFeedFile'
  | 'exportFeeds'
>;

export function createServerAsk(
  parts: AskParts,
  messageUrl: (serverId: string, channelId: string, messageId: string) => string,
): ServerAsk {
  const { storage, preferences, topics, wall } = parts;
  const { records } = storage;

  const pauseOf = async ({ paused, serverId, channelId }: ChannelRecord): Promise<Pause | undefined> => {
    if (paused !== undefined) return paused as Pause;
    // What Discord denies is known from the notice of it, which is open until a message stands in the channel again.
    const open = await records.servers.noticed(serverId, subjectOf('paused', channelId));
    const notice = open === undefined ? undefined : (JSON.parse(open) as Notice);
    return notice?.kind === 'paused' ? notice.reason : undefined;
  };

  const subscriptionOf = async (channel: ChannelRecord): Promise<ChannelSubscription> => {
    const own = await records.own.topics(channel.serverId);
    const last = await records.deliveries.lastSent(channel.channelId, wall());
    const [messageId] = last?.messageIds ?? [];
    return {
      channelId: channel.channelId,
      serverId: channel.serverId,
      topics: labelsOf(await records.channels.topicsOf(channel.channelId), topics, own),
      schedule: channel.schedule,
      nextDueAt: channel.nextDueAt === undefined ? undefined : Math.max(channel.nextDueAt, wall()),
      paused: await pauseOf(channel),
      lastSent:
        last?.sentAt && messageId
          ? { at: last.sentAt, url: messageUrl(last.serverId, last.channelId, messageId) }
          : undefined,
    };
  };

  /**
   * How many stories of the last week fit the words, of how many that the server may see, and the newest of those
   * that do.
   */
  const tried = async (words: TopicWords, serverId: string) => {
    const since = wall() - 7 * dayMs;
    const own = await records.stories.ownTopicsSince(since, serverId);
    const ownIds = new Set(own.map(({ storyId }) => storyId));
    const closed = (await records.stories.byIds([...ownIds])).filter(({ open }) => !open);
    const held = await records.search.holding(beginningsOf(words), since, storiesTried);
    const fitting: string[] = [];
    for (const [at, { id, text, language, open }] of held.entries()) {
      // Other commands are answered in between.
      if (at % storiesAtOnce === 0) await setImmediate();
      if ((open || ownIds.has(id)) && matchTopic(words, text, language)) fitting.push(id);
    }
    return {
      fitting: fitting.length,
      of: (await records.stories.countOpenSince(since)) + closed.length,
      examples: await linesOf(createEdition(records), fitting.slice(0, examplesMax), serverId),
    };
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

    async tryTopic(serverId, words) {
      const { fitting, of, examples } = await tried(words, serverId);
      return { matches: fitting, of, examples };
    },

    mutes: (serverId) => records.own.mutes(serverId, wall()),

    async tryMute(serverId, word) {
      const { fitting, of, examples } = await tried({ all: [], any: [word], not: [] }, serverId);
      return { hidden: fitting, of, examples };
    },

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
      .map((feed) => ({ outlet: feed.outletName, reason: '', ...feed.problem })),
    articles: await records.articles.countSince(0),
    stories: await records.stories.count(),
    lastPollAt,
    lastDigestAt: counts.lastSentAt,
    nextDigestAt: await records.channels.nextDueAt(serverId),
    pendingDeliveries: counts.pending,
    notices: notices.map(({ at, notice }) => noticeLine(at, JSON.parse(notice) as Notice)),
    toldByHubs: (await records.hubs.counts(now)).verified,
    silent: silence.sending !== undefined ? 'sending' : silence.polling !== undefined ? 'polling' : undefined,
  };
}

function noticeLine(at: number, notice: Notice): Status['notices'][number] {
  if ('channelId' in notice) return { at, kind: notice.kind, detail: notice.channelId };
  return { at, kind: notice.kind, detail: notice.kind === 'silent' ? notice.what : feedName(notice) };
}
