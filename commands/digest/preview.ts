import { dayMs } from '../../src/clock.ts';
import type { Desk } from '../../src/desk/desk.ts';
import { type FirstHeadlines, linesSince } from '../../src/desk/headlines.ts';
import { Refusal } from '../../src/desk/refusal.ts';
import { topicsOf } from '../../src/desk/top.ts';
import type { ChannelId, ServerId, TopicId } from '../../src/ids.ts';
import type { Digest } from '../../src/newsroom/digest.ts';
import { createEdition } from '../../src/newsroom/edition.ts';
import { localDateAt } from '../../src/schedule/localTime.ts';

/** What a channel's digest would show. */
export function previewQuestions(desk: Desk) {
  const {
    storage: { records },
    outletsById,
    wall,
    digestFor,
  } = desk;
  return {
    /** The first stories of a digest on these topics; `reading` while nothing is stored yet. */
    async firstHeadlines(serverId: ServerId, topicIds: readonly TopicId[], max: number): Promise<FirstHeadlines> {
      if (await records.stories.isEmpty()) return { stories: [], reading: true };
      const labels = (await topicsOf(desk, serverId)).filter((topic) => topicIds.includes(topic.id));
      const until = wall();
      const span = { since: until - dayMs, until };
      return { stories: await linesSince(desk, createEdition(records, outletsById), serverId, labels, span, max) };
    },

    /** What the channel gets if somebody asks for a digest now. Throws Refusal. */
    async previewDigest(channelId: ChannelId, serverId: ServerId): Promise<Digest> {
      const now = wall();
      const channel = await records.channels.byId(channelId);
      if (channel?.serverId !== serverId) throw new Refusal('not-subscribed');
      return digestFor({ channel, localDate: localDateAt(now, channel.schedule.zone), kind: 'asked', now });
    },
  };
}
