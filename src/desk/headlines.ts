import { dayMs, type EpochMs } from '../clock.ts';
import type { ServerId, TopicId } from '../ids.ts';
import { outletsBehind } from '../newsroom/candidates.ts';
import { customizationOf } from '../newsroom/customization.ts';
import type { Digest } from '../newsroom/digest.ts';
import { firstLinesOf, mutedWordsOf, type StoryLine } from '../newsroom/lines.ts';
import { startOfDay } from '../schedule/localTime.ts';
import type { TopicLabel } from '../storage/postContent.ts';
import type { Asker } from './asker.ts';
import type { Desk } from './desk.ts';
import { sharedMoment } from './moment.ts';
import { type Span, topicsOf, topicsReadIn, topStories } from './top.ts';

const headlinesMax = 10;

type Since = 'today' | '3days' | 'digest';

/** Reads the option `since`; any other word means 'today'. */
export const sinceOf = (word: string): Since => (word === '3days' || word === 'digest' ? word : 'today');

export interface Headlines extends Span, Pick<Digest, 'outletsAnswered' | 'outletsAll'> {
  stories: readonly StoryLine[];
  /** True while no story is stored yet. */
  reading?: boolean;
  topic?: TopicLabel;
}

export function headlineQuestions(desk: Desk) {
  const { storage, preferences, generalTopicIds, wall } = desk;
  const { records } = storage;
  const moment = desk.use(sharedMoment);

  const lastDigest = async ({ serverId, channelId }: Asker, now: EpochMs) => {
    const last = channelId === undefined ? undefined : await records.deliveries.lastSent(channelId, now);
    return last?.serverId === serverId ? last : undefined;
  };

  /**
   * When the span begins. 'digest' means since the channel's last digest; if there is none, since the server's last
   * digest; if there is none either, a day ago.
   */
  const startOf = async (since: Since, asker: Asker, now = wall()): Promise<EpochMs> => {
    const { serverId } = asker;
    if (since === '3days') return now - 3 * dayMs;
    if (since === 'digest') {
      const here = await lastDigest(asker, now);
      if (here) return here.windowEnd;
      // In a channel without a digest, members are assumed to read the server's digest in another channel.
      const elsewhere = serverId === undefined ? undefined : await records.deliveries.lastWindowEnd(serverId, now);
      return elsewhere ?? now - dayMs;
    }
    const zone = (serverId === undefined ? undefined : (await preferences.get(serverId))?.zone) ?? 'UTC';
    // Goes back at least twelve hours, because early in the day there is little news from today.
    return Math.min(Math.max(startOfDay(now, zone), now - dayMs), now - dayMs / 2);
  };

  return {
    startOf,

    /** Catalogue topics, then the server's own. */
    topics: (serverId: ServerId | undefined) => topicsOf(desk, serverId),

    /** If there are no stories, 'today' goes back to the beginning of what the channel's last digest covered. */
    async headlines(asker: Asker, topicId: TopicId | undefined, asked: Since | Span): Promise<Headlines> {
      const { serverId } = asker;
      const { cache, now } = await moment();
      const span = typeof asked === 'object' ? asked : { since: await startOf(asked, asker, now), until: now };
      const topics =
        topicId === undefined
          ? await topicsReadIn(desk, serverId)
          : (await topicsOf(desk, serverId)).filter((topic) => topic.id === topicId);
      const customization = await customizationOf(records, serverId);
      const ownTopics = serverId === undefined ? [] : await records.ownTopicsAndFeeds.topics(serverId);
      const top = await topStories(cache, { customization, topics, ownTopics, generalTopicIds, ...span });
      const topicIn = new Map(top.map(({ storyId, topicId }) => [storyId, topicId]));
      const mutedWords = await mutedWordsOf(records, serverId, wall());
      const shown = { serverId, mutedWords, max: headlinesMax };
      const lines = await firstLinesOf(cache, [...topicIn.keys()], shown);
      const last = asked === 'today' && lines.length === 0 ? await lastDigest(asker, now) : undefined;
      if (last !== undefined && last.windowStart < span.since)
        return this.headlines(asker, topicId, { since: last.windowStart, until: now });
      const stories = lines.map((line) => ({ ...line, topicId: topicIn.get(line.storyId) ?? line.topicId }));
      return {
        topic: topicId === undefined ? undefined : topics[0],
        ...span,
        stories,
        reading: await records.stories.isEmpty(),
        ...(await outletsBehind(cache, { customization, topics, ownTopics, since: span.since, until: now })),
      };
    },
  };
}
