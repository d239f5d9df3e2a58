import { dayMs } from '../../clock.ts';
import { labelOf } from '../../delivery/topics.ts';
import { writeOpml } from '../../feeds/opml.ts';
import { toldUntil } from '../../reading/hubs/rules.ts';
import type { FeedRecord } from '../../storage/records/feeds.ts';
import type { Ask } from '../desk.ts';
import type { FeedHealth } from '../feedLists.ts';
import { oneAtATime } from '../oneAtATime.ts';
import { Refusal } from '../refusal.ts';
import type { AskParts } from './parts.ts';

type FeedAsk = Pick<Ask, 'feeds' | 'lookUpFeed' | 'readFeedFile' | 'exportFeeds'>;

const weekMs = 7 * dayMs;

/** What a server's own feeds are and what others would be. */
export function createFeedAsk(parts: AskParts): FeedAsk {
  const { storage, topics, wall } = parts;
  const { records } = storage;
  const inTurn = oneAtATime();

  const isTold = async ({ id }: FeedRecord): Promise<boolean> => {
    const hub = (await records.hubs.ofFeeds([id])).get(id);
    return hub !== undefined && toldUntil(hub, wall()) !== undefined;
  };

  const healthOf = async (feed: FeedRecord, serverId: string, topicId: string): Promise<FeedHealth> => ({
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

  const feeds = async (serverId: string): Promise<FeedHealth[]> => {
    const found: FeedHealth[] = [];
    for (const { feedId, topicId } of await records.own.feeds(serverId)) {
      const feed = await records.feeds.byId(feedId);
      if (feed) found.push(await healthOf(feed, serverId, topicId));
    }
    return found;
  };

  return {
    feeds,

    async lookUpFeed(serverId, url) {
      const found = await inTurn(serverId, () => parts.lookUpFeed(url));
      if (found.kind === 'failed' && found.code === 'forgotten') throw new Refusal('feed-forgotten', found.host);
      return found;
    },

    readFeedFile: (serverId, address) => inTurn(serverId, () => parts.readFeedFile(address)),

    async exportFeeds(serverId, { title, folderOf }) {
      const own = await feeds(serverId);
      if (own.length === 0) return undefined;
      return writeOpml(
        title,
        own.map((feed) => ({ ...feed, folders: [folderOf(feed.topic)] })),
      );
    },
  };
}
