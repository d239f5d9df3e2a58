import { dayMs, type EpochMs, type Wall } from '../clock.ts';
import type { ArticleId, ServerId } from '../ids.ts';
import type { FeedRecord } from '../storage/records/reading/feeds.ts';
import type { Spent } from '../storage/records/reading/quotas.ts';
import type { Records, Storage } from '../storage/storage.ts';
import type { Fetcher } from '../web/fetch.ts';
import { askingForAll } from './nextPoll.ts';
import type { Polled } from './pollFeed.ts';
import type { TakenItems } from './takeItems.ts';

/**
 * Daily quotas (UTC) for the feeds that one server added. A feed of several servers counts for each of them, and is
 * read while one of them has quota left. 50 MB are two thousand answers of a usual feed, and 1.5 GB a month. A look-up
 * takes 1 to 13 requests, a feed that is new to Lede one, and the first page of a host one to four.
 */
export const quotasOfDay = {
  articles: 2_000,
  pages: 300,
  requests: 500,
  bytes: 50 * 1024 * 1024,
} as const satisfies Spent;

export const dayOf = (now: EpochMs): number => Math.floor(now / dayMs);
export const nextDayAt = (now: EpochMs): EpochMs => (dayOf(now) + 1) * dayMs;

/** The servers whose quota the feed uses; undefined for catalogue feeds, which have no quota. */
const serversOf = async (records: Records, { id, catalogue }: FeedRecord): Promise<string[] | undefined> =>
  catalogue ? undefined : records.ownTopicsAndFeeds.serversWithFeed(id);

/** A page is read a second time only below this share of the quotas. New articles need the rest. */
const secondReadings = 0.5;

/** Whether one of the servers has all of these quotas left today, or this share of them. */
async function hasLeft(
  records: Records,
  serverIds: readonly ServerId[],
  whats: readonly (keyof Spent)[],
  now: EpochMs,
  share = 1,
): Promise<boolean> {
  const spent = await records.quotas.spentBy(serverIds, dayOf(now));
  return spent.some((of) => whats.every((what) => of[what] < quotasOfDay[what] * share));
}

/** Whether the feed may be read today. False if its last server has removed it meanwhile. */
export async function mayRead(records: Records, feed: FeedRecord, now: EpochMs): Promise<boolean> {
  const serverIds = await serversOf(records, feed);
  return serverIds === undefined || hasLeft(records, serverIds, ['articles', 'bytes'], now);
}

/**
 * Cuts the polls' new articles to the quota and counts the remaining ones. Call it in the transaction that stores the
 * articles.
 */
export async function withinQuotas(records: Records, polls: readonly Polled[], now: EpochMs): Promise<Polled[]> {
  const within: Polled[] = [];
  for (const polled of polls) {
    const { feed, taken, bytes } = polled;
    const brought = taken?.articles.length ?? 0;
    const serverIds = brought + bytes > 0 ? await serversOf(records, feed) : undefined;
    if (serverIds === undefined) {
      within.push(polled);
      continue;
    }
    const spent = await records.quotas.spentBy(serverIds, dayOf(now));
    const left = Math.max(0, ...spent.map(({ articles }) => quotasOfDay.articles - articles));
    const articles = Math.min(brought, left);
    const unpacked = articles > 0 ? (taken?.bytes ?? 0) : 0;
    await records.quotas.spend(serverIds, dayOf(now), { articles, bytes: Math.max(bytes, unpacked) });
    within.push(taken && brought > left ? cut(polled, taken, left, now) : polled);
  }
  return within;
}

/**
 * Drops the articles beyond the quota. Tomorrow they count as new again, because their keys are not stored and the next
 * request has no validators.
 */
function cut(polled: Polled, taken: TakenItems, left: number, now: EpochMs): Polled {
  const leftOut = new Set(taken.articles.slice(left).map(({ id }) => id));
  return {
    ...polled,
    next: { ...polled.next, state: askingForAll(polled.next.state) },
    waitsUntil: nextDayAt(now),
    taken: {
      ...taken,
      articles: taken.articles.slice(0, left),
      articleIds: taken.articleIds.filter((id) => !leftOut.has(id)),
      listed: taken.listed.filter(({ articleId }) => !leftOut.has(articleId)),
    },
  };
}

/** Whether the server may look something up on the web today. */
export const mayLookUp = (records: Records, serverId: ServerId, now: EpochMs): Promise<boolean> =>
  hasLeft(records, [serverId], ['requests', 'bytes'], now);

/** A fetcher whose requests count against the server's quota. They fail with `not-now` once that is used up. */
export const fetcherFor = (serverId: ServerId, fetcher: Fetcher, storage: Storage, wall: Wall): Fetcher => ({
  ...fetcher,
  async get(url, request) {
    const spend = (spent: Partial<Spent>) => (records: Records) =>
      records.quotas.spend([serverId], dayOf(wall()), spent);
    const outcome = await fetcher.get(url, {
      ...request,
      mayLeave: () =>
        storage.transaction(async (records) => {
          const may = await mayLookUp(records, serverId, wall());
          if (may) await spend({ requests: 1 })(records);
          return may;
        }),
    });
    await storage.transaction(spend({ bytes: outcome.bytes }));
    return outcome;
  },
});

/** How many feeds that are new to Lede the server may still add today. */
export async function newFeedsLeft(records: Records, serverId: ServerId, now: EpochMs): Promise<number> {
  const [spent] = await records.quotas.spentBy([serverId], dayOf(now));
  return Math.max(0, quotasOfDay.requests - (spent?.requests ?? 0));
}

/** Counts an article's page before it is fetched. False if no server with the article has quota left today. */
export async function spendPage(
  records: Records,
  articleId: ArticleId,
  now: EpochMs,
  { isSecond = false } = {},
): Promise<boolean> {
  const readers = (await records.audiences.serversOf([articleId])).get(articleId);
  if (readers === undefined) return true;
  const share = isSecond ? secondReadings : 1;
  // Requests count too, because licences named by the page's host are fetched first.
  if (!(await hasLeft(records, readers, ['pages', 'requests', 'bytes'], now, share))) return false;
  await records.quotas.spend(readers, dayOf(now), { pages: 1 });
  return true;
}

/** Counts requests and bytes for an article's page, without the page itself. */
export async function spendOnPage(
  records: Records,
  articleId: ArticleId,
  spent: Pick<Partial<Spent>, 'requests' | 'bytes'>,
  now: EpochMs,
): Promise<void> {
  const readers = (await records.audiences.serversOf([articleId])).get(articleId);
  if (readers !== undefined) await records.quotas.spend(readers, dayOf(now), spent);
}
