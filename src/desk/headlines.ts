import { dayMs, type EpochMs } from '../clock.ts';
import type { ServerId, TopicId } from '../ids.ts';
import { basisOf } from '../newsroom/candidates.ts';
import { createEdition, type Edition } from '../newsroom/edition.ts';
import { firstLinesOf, mutedWordsOf, type StoryLine } from '../newsroom/lines.ts';
import { startOfDay } from '../schedule/localTime.ts';
import type { TopicLabel } from '../storage/telling.ts';
import type { Asker } from './asker.ts';
import type { Desk } from './desk.ts';
import { type Span, topicsOf, topicsReadIn, topStories } from './top.ts';

const headlinesMax = 10;

type Since = 'today' | '3days' | 'digest';

/** The span that a choice of the option `since` names. */
export const sinceOf = (word: string): Since => (word === '3days' || word === 'digest' ? word : 'today');

export interface Headlines extends Span {
  stories: readonly StoryLine[];
  /** True while no story is stored yet. */
  reading?: boolean;
  topic?: TopicLabel;
  articles: number;
  outletsAnswered: number;
  outletsAll: number;
}

/** The top stories of the span, without those that hold a muted word. */
async function linesSince(
  { storage: { records }, generalTopicIds, wall }: Desk,
  edition: Edition,
  serverId: ServerId | undefined,
  labels: readonly TopicLabel[],
  span: Span,
  max: number,
) {
  const top = await topStories(edition, { serverId, topics: labels, generalTopicIds, ...span });
  const topicOf = new Map(top.map(({ storyId, topicId }) => [storyId, topicId]));
  const mutedWords = await mutedWordsOf(records, serverId, wall());
  const lines = await firstLinesOf(edition, [...topicOf.keys()], { serverId, mutedWords, max });
  return lines.map((line) => ({ ...line, topicId: topicOf.get(line.storyId) ?? line.topicId }));
}

export function headlineQuestions(desk: Desk) {
  const { storage, outletsById, preferences, wall } = desk;
  const { records } = storage;

  /**
   * When the span begins. 'digest' is since the channel's last digest, else since the server's last one, else the last
   * day.
   */
  const startOf = async (since: Since, { serverId, channelId }: Asker): Promise<EpochMs> => {
    const now = wall();
    if (since === '3days') return now - 3 * dayMs;
    if (since === 'digest') {
      const here = channelId === undefined ? undefined : await records.deliveries.lastSent(channelId, now);
      if (here && here.serverId === serverId) return here.windowEnd;
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

    /** The top stories. */
    async headlines(asker: Asker, topicId: TopicId | undefined, asked: Since | Span): Promise<Headlines> {
      const { serverId } = asker;
      const now = wall();
      const span = typeof asked === 'object' ? asked : { since: await startOf(asked, asker), until: now };
      const labels =
        topicId === undefined
          ? await topicsReadIn(desk, serverId)
          : (await topicsOf(desk, serverId)).filter((topic) => topic.id === topicId);
      const edition = createEdition(records, outletsById);
      const ownTopics = serverId === undefined ? [] : await records.own.topics(serverId);
      const stories = await linesSince(desk, edition, serverId, labels, span, headlinesMax);
      const basis = await basisOf(edition, { serverId, topics: labels, ownTopics, since: span.since, until: now });
      return {
        topic: topicId === undefined ? undefined : labels[0],
        ...span,
        stories,
        reading: await records.stories.isEmpty(),
        ...basis,
        // A story that runs for several days has articles from before this span, and its line counts all of them.
        articles: Math.max(
          basis.articles,
          stories.reduce((sum, line) => sum + line.articles, 0),
        ),
      };
    },
  };
}
