import type { Desk } from '../../src/desk/desk.ts';
import { Refusal } from '../../src/desk/refusal.ts';
import type { ChannelId, ServerId } from '../../src/ids.ts';
import type { Digest } from '../../src/newsroom/digest.ts';
import { localDateAt } from '../../src/schedule/localTime.ts';
import type { DigestLine } from '../../src/storage/telling.ts';

/** What a channel's digest would begin with. */
export interface FirstHeadlines {
  stories: readonly (Pick<DigestLine, 'title' | 'url' | 'outlet'> & { paywalled?: boolean })[];
  /** True while no story is stored yet. */
  reading?: boolean;
}

/** What a channel's digest would show. */
export function previewQuestions(desk: Desk) {
  const {
    storage: { records },
    wall,
    digestFor,
  } = desk;

  /** What the channel gets if somebody asks for a digest now. Throws Refusal. */
  const previewDigest = async (channelId: ChannelId, serverId: ServerId): Promise<Digest> => {
    const now = wall();
    const channel = await records.channels.byId(channelId);
    if (channel?.serverId !== serverId) throw new Refusal('not-subscribed');
    return digestFor({ channel, localDate: localDateAt(now, channel.schedule.zone), kind: 'asked', now });
  };

  return {
    /** The stories that `previewDigest` begins with; `reading` while nothing is stored yet. Throws Refusal. */
    async firstHeadlines(channelId: ChannelId, serverId: ServerId, max: number): Promise<FirstHeadlines> {
      if (await records.stories.isEmpty()) return { stories: [], reading: true };
      const { places, also, paywalled = [] } = await previewDigest(channelId, serverId);
      const stories = [...places, ...also].slice(0, max).map(({ title, url, outlet }) => {
        return { title, url, outlet, paywalled: paywalled.includes(url) };
      });
      return { stories };
    },
    previewDigest,
  };
}
