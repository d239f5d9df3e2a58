import { dayMs, type EpochMs } from '../../clock.ts';
import type { FeedFile, FeedLookup, Problem, TextFile } from '../../feeds/lookup.ts';
import { writeOpml } from '../../feeds/opml.ts';
import { labelOf } from '../../newsroom/topics.ts';
import { toldUntil } from '../../reading/hubs/rules.ts';
import { dayOf, nextDayAt, quotasOfDay } from '../../reading/quotas.ts';
import type { FeedRecord } from '../../storage/records/feeds.ts';
import type { Spent } from '../../storage/records/quotas.ts';
import type { TopicLabel } from '../../storage/telling.ts';
import { Refusal } from '../refusal.ts';
import type { AskParts } from './parts.ts';

const weekMs = 7 * dayMs;

/** A feed that a server added and how it is doing. */
export interface FeedHealth {
  id: string;
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

/** What a server's own feeds brought today, and what they may bring. */
export interface FeedQuota {
  spent: Spent;
  max: Spent;
  /** When the next day begins. */
  nextAt: EpochMs;
}

/** The answer while the server looks up or imports something else. */
export interface Busy {
  kind: 'busy';
}

/** Questions about a server's own feeds, and about feeds and files that it could add. */
export function createFeedAsk(parts: AskParts) {
  const { storage, topics, wall } = parts;
  const { records } = storage;
  const looking = new Set<string>();
  /** Runs at most one task for each server, so that none can fill the queue to the web. */
  const oneAtATime = async <T>(serverId: string, task: () => Promise<T>): Promise<T | Busy> => {
    if (looking.has(serverId)) return { kind: 'busy' };
    looking.add(serverId);
    try {
      return await task();
    } finally {
      looking.delete(serverId);
    }
  };

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

    /** What the server's own feeds brought today, and when they may bring more. */
    async feedQuota(serverId: string): Promise<FeedQuota> {
      const now = wall();
      const [today] = await records.quotas.of([serverId], dayOf(now));
      // A feed that another server reads too may bring more than this one has left.
      const spentOf = (what: keyof Spent) => Math.min(today?.[what] ?? 0, quotasOfDay[what]);
      const spent = { articles: spentOf('articles'), pages: spentOf('pages'), bytes: spentOf('bytes') };
      return { spent, max: quotasOfDay, nextAt: nextDayAt(now) };
    },

    /** Looks for feeds at the address on the web, for up to 20 s. Throws Refusal. */
    async lookUpFeed(serverId: string, url: string): Promise<FeedLookup | Busy> {
      const found = await oneAtATime(serverId, () => parts.lookUpFeed(url));
      if (found.kind === 'failed' && found.code === 'forgotten') throw new Refusal('feed-forgotten', found.host);
      return found;
    },

    /** Reads an OPML file that a member attached, at the address that Discord gave, for up to 20 s. */
    readFeedFile: (serverId: string, address: string): Promise<FeedFile | Busy> =>
      oneAtATime(serverId, () => parts.readFeedFile(address)),

    /** Reads a small text file that a member attached, for up to 20 s. */
    readTextFile: (serverId: string, address: string): Promise<TextFile | Busy> =>
      oneAtATime(serverId, () => parts.readTextFile(address)),

    /** The server's feeds as OPML 2.0, each in the folder of its topic; undefined if there are none. */
    async exportFeeds(
      serverId: string,
      title: string,
      folderOf: (topic: TopicLabel) => string,
    ): Promise<string | undefined> {
      const own = await feeds(serverId);
      if (own.length === 0) return undefined;
      return writeOpml(
        title,
        own.map((feed) => ({ ...feed, folders: [folderOf(feed.topic)] })),
      );
    },
  };
}
