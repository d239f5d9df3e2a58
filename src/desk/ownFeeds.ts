import { dayMs, type EpochMs } from '../clock.ts';
import type { Problem } from '../feeds/lookup.ts';
import type { FeedId, ServerId, TopicId } from '../ids.ts';
import { labelOf } from '../newsroom/topics.ts';
import { toldUntil } from '../reading/hubs/rules.ts';
import type { FeedRecord } from '../storage/records/feeds.ts';
import type { TopicLabel } from '../storage/telling.ts';
import type { Desk } from './desk.ts';

const weekMs = 7 * dayMs;

/** A feed that a server added and how it is doing. */
export interface FeedHealth {
  id: FeedId;
  url: string;
  title: string;
  topic: TopicLabel;
  state: 'new' | 'ok' | 'failing' | 'gone';
  siteUrl?: string;
  lastSuccessAt?: EpochMs;
  nextDueAt: EpochMs;
  /** What went wrong last. */
  problem?: Problem;
  articlesLastWeek: number;
  /** Whether a hub announces its news. */
  toldByHub?: boolean;
}

/** Questions about the feeds that a server added. */
export function ownFeedQuestions({ storage: { records }, topics, wall }: Desk) {
  const isTold = async ({ id }: FeedRecord): Promise<boolean> => {
    const hub = (await records.hubs.ofFeeds([id])).get(id);
    return hub !== undefined && toldUntil(hub, wall()) !== undefined;
  };

  const healthOf = async (feed: FeedRecord, serverId: ServerId, topicId: TopicId): Promise<FeedHealth> => ({
    id: feed.id,
    url: feed.url,
    title: feed.title ?? feed.outletName,
    topic: labelOf(topicId, topics, await records.own.topics(serverId)),
    state:
      feed.state === 'gone' ? 'gone' : feed.lastPolledAt === undefined ? 'new' : feed.failures > 0 ? 'failing' : 'ok',
    siteUrl: feed.siteUrl,
    lastSuccessAt: feed.lastSuccessAt,
    nextDueAt: feed.nextDueAt,
    problem: feed.problem,
    articlesLastWeek: await records.articles.countOfFeedSince(feed.id, wall() - weekMs),
    toldByHub: await isTold(feed),
  });

  const feeds = async (serverId: ServerId): Promise<FeedHealth[]> => {
    const found: FeedHealth[] = [];
    for (const { feedId, topicId } of await records.own.feeds(serverId)) {
      const feed = await records.feeds.byId(feedId);
      if (feed) found.push(await healthOf(feed, serverId, topicId));
    }
    return found;
  };

  return { feeds };
}
