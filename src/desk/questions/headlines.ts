import { dayMs, type EpochMs } from '../../clock.ts';
import { basisOf } from '../../newsroom/candidates.ts';
import type { Digest } from '../../newsroom/digest.ts';
import { createEdition, type Edition } from '../../newsroom/edition.ts';
import { firstLinesOf, mutedWordsOf, type StoryLine } from '../../newsroom/lines.ts';
import { localDateAt, startOfDay } from '../../schedule/localTime.ts';
import type { TopicLabel } from '../../storage/telling.ts';
import { Refusal } from '../refusal.ts';
import type { Asker, AskParts } from './parts.ts';
import { type Span, topicsOf, topicsReadIn, topStories } from './top.ts';

const headlinesMax = 10;

export type Since = 'today' | '3days' | 'digest';

export interface FirstHeadlines {
  stories: readonly StoryLine[];
  /** No story is stored at all yet. */
  reading?: boolean;
}

export interface Headlines extends Span, FirstHeadlines {
  topic?: TopicLabel;
  articles: number;
  outletsAnswered: number;
  outletsAll: number;
}

export function createHeadlineAsk(parts: AskParts) {
  const { storage, outletsById, preferences, generalTopicIds, wall, digestFor } = parts;
  const { records } = storage;

  const linesSince = async (
    edition: Edition,
    serverId: string | undefined,
    labels: readonly TopicLabel[],
    span: Span,
    max: number,
  ) => {
    const top = await topStories(edition, { serverId, topics: labels, generalTopicIds, ...span });
    const topicOf = new Map(top.map(({ storyId, topicId }) => [storyId, topicId]));
    const mutedWords = await mutedWordsOf(records, serverId, wall());
    const lines = await firstLinesOf(edition, [...topicOf.keys()], { serverId, mutedWords, max });
    return lines.map((line) => ({ ...line, topicId: topicOf.get(line.storyId) ?? line.topicId }));
  };

  const startOf = async (since: Since, { serverId, channelId }: Asker, now: EpochMs): Promise<EpochMs> => {
    if (since === '3days') return now - 3 * dayMs;
    if (since === 'digest') {
      const here = channelId === undefined ? undefined : await records.deliveries.lastSent(channelId, now);
      if (here && here.serverId === serverId) return here.windowEnd;
      // If the channel has no digest, a reader means the one that they read elsewhere on the server.
      const elsewhere = serverId === undefined ? undefined : await records.deliveries.lastWindowEnd(serverId, now);
      return elsewhere ?? now - dayMs;
    }
    const zone = (serverId === undefined ? undefined : (await preferences.get(serverId))?.zone) ?? 'UTC';
    // Early in the day there is little from today: the last twelve hours are what a reader means.
    return Math.min(Math.max(startOfDay(now, zone), now - dayMs), now - dayMs / 2);
  };

  return {
    /** Catalogue topics, then the server's own. */
    topics: (serverId: string | undefined) => topicsOf(parts, serverId),

    /**
     * The top stories. 'digest' means since the channel's last digest, else since the server's last one, else the last
     * day.
     */
    async headlines(asker: Asker, topicId: string | undefined, asked: Since | Span): Promise<Headlines> {
      const { serverId } = asker;
      const now = wall();
      const span = typeof asked === 'object' ? asked : { since: await startOf(asked, asker, now), until: now };
      const labels =
        topicId === undefined
          ? await topicsReadIn(parts, serverId)
          : (await topicsOf(parts, serverId)).filter((topic) => topic.id === topicId);
      const edition = createEdition(records, outletsById);
      const ownTopics = serverId === undefined ? [] : await records.own.topics(serverId);
      const stories = await linesSince(edition, serverId, labels, span, headlinesMax);
      const basis = await basisOf(edition, { serverId, topics: labels, ownTopics, since: span.since, until: now });
      return {
        topic: topicId === undefined ? undefined : labels[0],
        ...span,
        stories,
        reading: await records.stories.isEmpty(),
        ...basis,
        // A story of several days has more articles than this span brought, and its line counts all of them.
        articles: Math.max(
          basis.articles,
          stories.reduce((sum, line) => sum + line.articles, 0),
        ),
      };
    },

    /** The first stories of a digest on these topics; `reading` while nothing is stored yet. */
    async firstHeadlines(serverId: string, topicIds: readonly string[], max: number): Promise<FirstHeadlines> {
      if (await records.stories.isEmpty()) return { stories: [], reading: true };
      const labels = (await topicsOf(parts, serverId)).filter((topic) => topicIds.includes(topic.id));
      const until = wall();
      const span = { since: until - dayMs, until };
      return { stories: await linesSince(createEdition(records, outletsById), serverId, labels, span, max) };
    },

    /** What the channel gets if somebody asks for a digest now. Throws Refusal. */
    async previewDigest(channelId: string, serverId: string): Promise<Digest> {
      const now = wall();
      const channel = await records.channels.byId(channelId);
      if (channel?.serverId !== serverId) throw new Refusal('not-subscribed');
      return digestFor({ channel, localDate: localDateAt(now, channel.schedule.zone), kind: 'asked', now });
    },
  };
}
