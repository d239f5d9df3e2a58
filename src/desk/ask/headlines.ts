import type { EpochMs } from '../../clock.ts';
import type { Candidate } from '../../digests/candidate.ts';
import type { TopicLabel } from '../../digests/digest.ts';
import { localDateAt } from '../../digests/localTime.ts';
import { defaultSchedule } from '../../digests/schedule.ts';
import { rankStories } from '../../stories/ranking.ts';
import { candidatesFor } from '../candidates.ts';
import type { Ask, Since, Span } from '../desk.ts';
import { createEdition, type Edition } from '../edition.ts';
import { figuresOf } from '../figures.ts';
import { labelOfOwnTopic, labelOfTopic } from '../topics.ts';
import { firstLinesOf, mutedWordsOf } from './lines.ts';
import type { AskParts } from './parts.ts';

const headlinesMax = 10;
const dayMs = 24 * 3_600_000;

type HeadlineAsk = Pick<Ask, 'headlines' | 'topics' | 'firstHeadlines' | 'previewDigest'>;

/** Ids by rank, as the digest ranks. */
function byRank(candidates: readonly Candidate[], now: EpochMs): string[] {
  const ranked = rankStories(
    candidates.map(({ storyId, articles, voices, headlineId }) => ({
      id: storyId,
      voices,
      outlets: new Set(articles.map((article) => article.outletId)).size,
      articleTimes: articles.map((article) => article.publishedAt),
      leadOutlet: articles.find(({ id }) => id === headlineId)?.outletId ?? articles.at(-1)?.outletId ?? '',
    })),
    now,
  );
  return ranked.map(({ id }) => id);
}

export function createHeadlineAsk({
  storage,
  preferences,
  topics,
  wall,
  outletsAll,
  digestFor,
}: AskParts): HeadlineAsk {
  const { records } = storage;

  const topicsOf = async (serverId: string | undefined): Promise<TopicLabel[]> => [
    ...topics.map(labelOfTopic),
    ...(await ownTopicsOf(serverId)).map(labelOfOwnTopic),
  ];

  const ownTopicsOf = async (serverId: string | undefined) =>
    serverId === undefined ? [] : await records.own.topics(serverId);

  const linesSince = async (
    edition: Edition,
    serverId: string | undefined,
    labels: readonly TopicLabel[],
    { since, until }: Span,
    max: number,
  ) => {
    const ownTopics = await ownTopicsOf(serverId);
    const reader = { serverId, topics: labels, ownTopics, since, until };
    const candidates = await candidatesFor(edition, reader);
    const topicOf = new Map(
      candidates.map(({ storyId, topics: voted }) => [
        storyId,
        [...voted].sort((a, b) => b.votes - a.votes)[0]?.topicId ?? '',
      ]),
    );
    const mutedWords = await mutedWordsOf(records, serverId, wall());
    const lines = await firstLinesOf(edition, byRank(candidates, until), { serverId, mutedWords, max });
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
    topics: topicsOf,

    async headlines(asker, topicId, asked) {
      const { serverId } = asker;
      const now = wall();
      const span = typeof asked === 'object' ? asked : { since: await startOf(asked, asker, now), until: now };
      const all = await topicsOf(serverId);
      const labels = topicId === undefined ? all : all.filter((topic) => topic.id === topicId);
      const edition = createEdition(records);
      const topicIds = labels.map((label) => label.id);
      const ownTopics = await ownTopicsOf(serverId);
      return {
        topic: topicId === undefined ? undefined : labels[0],
        ...span,
        stories: await linesSince(edition, serverId, labels, span, headlinesMax),
        reading: (await records.stories.count()) === 0,
        ...(await figuresOf(edition, { serverId, topicIds, ownTopics, since: span.since, now })),
      };
    },

    async firstHeadlines(serverId, topicIds, max) {
      if ((await records.stories.count()) === 0) return { stories: [], reading: { outlets: outletsAll } };
      const labels = (await topicsOf(serverId)).filter((topic) => topicIds.includes(topic.id));
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
