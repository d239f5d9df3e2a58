import { dayMs, type EpochMs } from '../../clock.ts';
import { basisOf } from '../../delivery/candidates.ts';
import { createEdition, type Edition } from '../../delivery/edition.ts';
import type { TopicLabel } from '../../digests/digest.ts';
import { localDateAt } from '../../schedule/localTime.ts';
import { defaultSchedule } from '../../schedule/schedule.ts';
import type { Ask, Since, Span } from '../desk.ts';
import { firstLinesOf, mutedWordsOf } from './lines.ts';
import type { AskParts } from './parts.ts';
import { topicsOf, topicsReadIn, topStories } from './top.ts';

const headlinesMax = 10;

type HeadlineAsk = Pick<Ask, 'headlines' | 'topics' | 'firstHeadlines' | 'previewDigest'>;

export function createHeadlineAsk(parts: AskParts): HeadlineAsk {
  const { storage, preferences, generalTopicIds, wall, outletsAll, digestFor } = parts;
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

  const startOf = async (
    since: Since,
    { serverId, channelId }: { serverId?: string; channelId?: string },
    now: EpochMs,
  ): Promise<EpochMs> => {
    if (since === '3days') return now - 3 * dayMs;
    if (since === 'digest') {
      const here = channelId === undefined ? undefined : await records.deliveries.lastSent(channelId, now);
      if (here) return here.windowEnd;
      // Where a channel has none, a reader means the one that they read elsewhere on the server.
      const elsewhere = serverId === undefined ? undefined : await records.deliveries.lastWindowEnd(serverId, now);
      return elsewhere ?? now - dayMs;
    }
    const zone = (serverId === undefined ? undefined : (await preferences.get(serverId))?.zone) ?? 'UTC';
    // Early in the day there is little from today: the last twelve hours are what a reader means.
    return Math.min(Math.max(startOfDay(now, zone), now - dayMs), now - dayMs / 2);
  };

  return {
    topics: (serverId) => topicsOf(parts, serverId),

    async headlines(asker, topicId, asked) {
      const { serverId } = asker;
      const now = wall();
      const span = typeof asked === 'object' ? asked : { since: await startOf(asked, asker, now), until: now };
      const labels =
        topicId === undefined
          ? await topicsReadIn(parts, serverId)
          : (await topicsOf(parts, serverId)).filter((topic) => topic.id === topicId);
      const edition = createEdition(records);
      const ownTopics = serverId === undefined ? [] : await records.own.topics(serverId);
      return {
        topic: topicId === undefined ? undefined : labels[0],
        ...span,
        stories: await linesSince(edition, serverId, labels, span, headlinesMax),
        reading: (await records.stories.count()) === 0,
        ...(await basisOf(edition, { serverId, topics: labels, ownTopics, since: span.since, until: now })),
      };
    },

    async firstHeadlines(serverId, topicIds, max) {
      if ((await records.stories.count()) === 0) return { stories: [], reading: { outlets: outletsAll } };
      const labels = (await topicsOf(parts, serverId)).filter((topic) => topicIds.includes(topic.id));
      const until = wall();
      const span = { since: until - dayMs, until };
      return { stories: await linesSince(createEdition(records), serverId, labels, span, max) };
    },

    async previewDigest(channelId, serverId, topicIds) {
      const now = wall();
      const channel = await records.channels.byId(channelId);
      const zone = channel?.schedule.zone ?? (await preferences.get(serverId))?.zone ?? 'UTC';
      return digestFor({
        channel: channel ?? { channelId, serverId, schedule: defaultSchedule(zone) },
        topicIds,
        localDate: localDateAt(now, zone),
        kind: 'daily',
        now,
      });
    },
  };
}

function startOfDay(now: EpochMs, zone: string): EpochMs {
  return Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone).startOfDay().epochMilliseconds;
}
