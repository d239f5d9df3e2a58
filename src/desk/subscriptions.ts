import type { EpochMs } from '../clock.ts';
import type { ChannelId, ServerId } from '../ids.ts';
import { languageIn } from '../newsroom/languageIn.ts';
import { labelOf } from '../newsroom/topics.ts';
import { subjectOf } from '../outbox/notices.ts';
import type { Notice } from '../outbox/ports.ts';
import type { Schedule } from '../schedule/schedule.ts';
import type { TopicLabel } from '../storage/postContent.ts';
import type { ChannelRecord } from '../storage/records/servers/channels.ts';
import type { Desk } from './desk.ts';
import type { ServerPreferences } from './preferences.ts';

/** Why a channel gets no digest: an admin paused it, or Discord refuses messages to it. */
export type Pause = 'admin' | 'channel-gone' | Extract<Notice, { kind: 'paused' }>['reason'];

export interface ChannelSubscription {
  channelId: ChannelId;
  serverId: ServerId;
  topics: readonly TopicLabel[];
  schedule: Schedule;
  /** Servers that follow this channel get its digests. */
  isPublished?: boolean;
  /** The present time if a digest is already due; absent while an admin has paused it, or the channel is gone. */
  nextDueAt?: EpochMs;
  paused?: Pause;
  lastSent?: { at: EpochMs; url: string };
  /** Set if its digests can be read outside Discord. */
  isOutside?: true;
}

export function subscriptionQuestions({ storage, preferences, topics, wall, messageUrl }: Desk) {
  const { records } = storage;

  const pauseOf = async ({ paused, serverId, channelId }: ChannelRecord): Promise<Pause | undefined> => {
    if (paused !== undefined) return paused as Pause;
    // The open notice says what Discord denies. The notice ends with the next message posted in the channel.
    const open = await records.servers.noticed(serverId, subjectOf('paused', channelId));
    const notice = open === undefined ? undefined : (JSON.parse(open) as Notice);
    return notice?.kind === 'paused' ? notice.reason : undefined;
  };

  const subscriptionOf = async (channel: ChannelRecord): Promise<ChannelSubscription> => {
    const own = await records.ownTopicsAndFeeds.topics(channel.serverId);
    const last = await records.deliveries.lastSent(channel.channelId, wall());
    const [messageId] = last?.messageIds ?? [];
    const isAnnouncement = (await preferences.get(channel.serverId))?.announcementIds?.includes(channel.channelId);
    return {
      channelId: channel.channelId,
      serverId: channel.serverId,
      topics: (await records.channels.topicsOf(channel.channelId)).map((id) => labelOf(id, topics, own)),
      schedule: channel.schedule,
      isPublished: isAnnouncement === true && channel.schedule.crosspost !== 'off',
      nextDueAt: channel.nextDueAt === undefined ? undefined : Math.max(channel.nextDueAt, wall()),
      paused: await pauseOf(channel),
      isOutside: (await records.digestFeeds.byChannel(channel.channelId)) && true,
      lastSent:
        last?.sentAt && messageId
          ? { at: last.sentAt, url: messageUrl(last.serverId, last.channelId, messageId) }
          : undefined,
    };
  };

  return {
    async subscriptions(serverId: ServerId): Promise<ChannelSubscription[]> {
      const channels = await records.channels.ofServer(serverId);
      return Promise.all(channels.map(subscriptionOf));
    },

    async subscription(serverId: ServerId, channelId: ChannelId): Promise<ChannelSubscription | undefined> {
      const channel = await records.channels.byId(channelId);
      return channel?.serverId === serverId ? subscriptionOf(channel) : undefined;
    },

    /** The language in which Lede writes in the channel; undefined if it is the server's. */
    languageIn: (serverId: ServerId, channelId: ChannelId) => languageIn(records, { serverId, channelId }),

    server: async (serverId: ServerId): Promise<ServerPreferences> => (await preferences.get(serverId)) ?? {},
  };
}
