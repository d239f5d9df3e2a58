import { setImmediate } from 'node:timers/promises';
import { dayMs, type EpochMs } from '../../clock.ts';
import type { Problem } from '../../feeds/lookup.ts';
import { beginningsOf } from '../../newsroom/candidates.ts';
import { createEdition } from '../../newsroom/edition.ts';
import { languageIn } from '../../newsroom/languageIn.ts';
import { linesOf, type StoryLine } from '../../newsroom/lines.ts';
import { labelsOf } from '../../newsroom/topics.ts';
import { silenceOf } from '../../operation/silence.ts';
import { subjectOf } from '../../outbox/notices.ts';
import type { Notice } from '../../outbox/ports.ts';
import type { Schedule } from '../../schedule/schedule.ts';
import type { ProcessRecord, Role } from '../../storage/fleet/member.ts';
import type { ChannelRecord } from '../../storage/records/channels.ts';
import type { TopicLabel } from '../../storage/telling.ts';
import { matchTopic, type TopicWords } from '../../stories/topics.ts';
import type { AskParts, ServerPreferences } from './parts.ts';

const examplesMax = 3;
/** Stories of a week that are read to try words, the newest first; beyond that many, the words are everyday words. */
const storiesTried = 1_000;
const storiesAtOnce = 20;

/** A topic that a server defined by words. */
export interface OwnTopic {
  id: string;
  name: string;
  words: TopicWords;
}

/** Why a channel gets no digest: an admin paused it, or Discord refuses messages to it. */
export type Pause = 'admin' | 'channel-gone' | Extract<Notice, { kind: 'paused' }>['reason'];

/** A channel and what it gets. */
export interface ChannelSubscription {
  channelId: string;
  serverId: string;
  topics: readonly TopicLabel[];
  schedule: Schedule;
  /** Its digests are published to the servers that follow it. */
  isPublished?: boolean;
  /** Now if it is due already; absent while an admin has paused it, or the channel is gone. */
  nextDueAt?: EpochMs;
  paused?: Pause;
  lastSent?: { at: EpochMs; url: string };
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
  /** How many articles the server's members split off in the last 30 days. */
  corrections?: number;
  /** A silence that still lasts, then the server's open notices. */
  notices: readonly Notice[];
  /** How many feeds have a hub that has agreed to announce their news. */
  toldByHubs?: number;
  /** Only if there are several processes: how many, and since when one of them holds each role. */
  processes?: { count: number; since: Partial<Record<Role, EpochMs>> };
}

export interface Mute {
  word: string;
  expiresAt?: EpochMs;
}

export function createServerAsk(parts: AskParts) {
  const { storage, outletsById, preferences, topics, wall, messageUrl } = parts;
  const { records } = storage;

  const channelOf = async (serverId: string, channelId: string): Promise<ChannelRecord | undefined> => {
    const channel = await records.channels.byId(channelId);
    return channel?.serverId === serverId ? channel : undefined;
  };

  const pauseOf = async ({ paused, serverId, channelId }: ChannelRecord): Promise<Pause | undefined> => {
    if (paused !== undefined) return paused as Pause;
    // What Discord denies is known from the notice about it, which is open until a message arrives in the channel
    // again.
    const open = await records.servers.noticed(serverId, subjectOf('paused', channelId));
    const notice = open === undefined ? undefined : (JSON.parse(open) as Notice);
    return notice?.kind === 'paused' ? notice.reason : undefined;
  };

  const subscriptionOf = async (channel: ChannelRecord): Promise<ChannelSubscription> => {
    const own = await records.own.topics(channel.serverId);
    const last = await records.deliveries.lastSent(channel.channelId, wall());
    const [messageId] = last?.messageIds ?? [];
    const isAnnouncement = (await preferences.get(channel.serverId))?.announcementIds?.includes(channel.channelId);
    return {
      channelId: channel.channelId,
      serverId: channel.serverId,
      topics: labelsOf(await records.channels.topicsOf(channel.channelId), topics, own),
      schedule: channel.schedule,
      isPublished: isAnnouncement === true && channel.schedule.crosspost !== 'off',
      nextDueAt: channel.nextDueAt === undefined ? undefined : Math.max(channel.nextDueAt, wall()),
      paused: await pauseOf(channel),
      lastSent:
        last?.sentAt && messageId
          ? { at: last.sentAt, url: messageUrl(last.serverId, last.channelId, messageId) }
          : undefined,
    };
  };

  return {
    async subscriptions(serverId: string): Promise<ChannelSubscription[]> {
      const channels = await records.channels.ofServer(serverId);
      return Promise.all(channels.map(subscriptionOf));
    },

    async subscription(serverId: string, channelId: string): Promise<ChannelSubscription | undefined> {
      const channel = await channelOf(serverId, channelId);
      return channel && subscriptionOf(channel);
    },

    ownTopics: (serverId: string): Promise<OwnTopic[]> => records.own.topics(serverId),

    /**
     * Counts the stories of the last 7 days that the server may see (`of`) and those that match the words; `examples`
     * are the newest three matches.
     */
    async tryWords(
      serverId: string,
      words: TopicWords,
    ): Promise<{ matches: number; of: number; examples: StoryLine[] }> {
      const since = wall() - 7 * dayMs;
      const own = await records.stories.ownTopicsSince(since, serverId);
      const ownIds = new Set(own.map(({ storyId }) => storyId));
      const closed = (await records.stories.byIds([...ownIds])).filter(({ open }) => !open);
      const held = await records.search.holding(beginningsOf(words), serverId, since, storiesTried);
      const fitting: string[] = [];
      for (const [at, { id, text, language }] of held.entries()) {
        // Lets other commands be answered in between.
        if (at % storiesAtOnce === 0) await setImmediate();
        if (matchTopic(words, text, language)) fitting.push(id);
      }
      return {
        matches: fitting.length,
        of: (await records.stories.countOpenSince(since)) + closed.length,
        examples: await linesOf(createEdition(records, outletsById), fitting.slice(0, examplesMax), serverId),
      };
    },

    mutes: (serverId: string): Promise<Mute[]> => records.own.mutes(serverId, wall()),

    // In the outbox, '' stands for the direct messages of all members.
    status: (serverId: string | undefined) => statusOf(parts, serverId === '' ? undefined : serverId),

    /** The language in which Lede writes in the channel; undefined if it is the server's. */
    languageIn: (serverId: string, channelId: string) => languageIn(records, { serverId, channelId }),

    server: async (serverId: string): Promise<ServerPreferences> => (await preferences.get(serverId)) ?? {},
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
  const silence = await silenceOf(storage, parts.startedAt(), now);
  const what = silence.sending !== undefined ? 'sending' : 'polling';
  const since = silence[what];
  const silent: Notice[] = since === undefined ? [] : [{ kind: 'silent', what, sinceMs: now - since }];
  const notices = serverId === undefined ? [] : await records.servers.openNotices(serverId);
  const open = notices.map(({ notice }) => JSON.parse(notice) as Notice);
  return {
    version: parts.version,
    startedAt: parts.startedAt(),
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
    corrections: serverId === undefined ? 0 : await records.apart.countOf(serverId, now - 30 * dayMs),
    notices: [...silent, ...open.filter(({ kind }) => kind !== 'silent')],
    toldByHubs: (await records.hubs.counts(now)).verified,
    processes: processesIn(await records.processes.list()),
  };
}

function processesIn(list: readonly ProcessRecord[]): Status['processes'] {
  if (list.length < 2) return undefined;
  const since = list.flatMap(({ holds }) => holds).map(({ role, since }) => [role, since]);
  return { count: list.length, since: Object.fromEntries(since) };
}
