import { channelOf } from '../../src/desk/channels.ts';
import type { Desk } from '../../src/desk/desk.ts';
import type { ChannelId, ServerId } from '../../src/ids.ts';
import type { Digest } from '../../src/newsroom/digest.ts';
import { localDateAt } from '../../src/schedule/localTime.ts';

export type FirstHeadlines = Awaited<ReturnType<ReturnType<typeof previewQuestions>['firstHeadlines']>>;

export function previewQuestions(desk: Desk) {
  const {
    storage: { records },
    wall,
    digestFor,
  } = desk;

  /** The digest that /digest post would post now. Throws Refusal. */
  const previewDigest = async (channelId: ChannelId, serverId: ServerId): Promise<Digest> => {
    const now = wall();
    const channel = await channelOf(records, { serverId }, channelId);
    return digestFor({ channel, localDate: localDateAt(now, channel.schedule.zone), kind: 'asked', now });
  };

  return {
    /**
     * The first stories of `previewDigest`, and how many outlets report on its topics. `reading` is true until Lede has
     * stored its first story. Throws Refusal.
     */
    async firstHeadlines(channelId: ChannelId, serverId: ServerId, max: number) {
      if (await records.stories.isEmpty()) return { stories: [], reading: true, outlets: 0 };
      const { places, also, paywalled = [], outletsAll } = await previewDigest(channelId, serverId);
      const stories = [...places, ...also].slice(0, max).map(({ title, url, outlet }) => {
        return { title, url, outlet, paywalled: paywalled.includes(url) };
      });
      return { stories, reading: false, outlets: outletsAll };
    },
    previewDigest,
  };
}
