import { dayMs, type EpochMs } from '../clock.ts';
import { askingForAll } from '../feeds/nextPoll.ts';
import type { FeedRecord } from '../storage/records/feeds.ts';
import type { Records } from '../storage/storage.ts';
import type { Polled } from './pollFeed.ts';
import type { TakenItems } from './takeItems.ts';

/**
 * What the own feeds of one server may bring in a day of UTC. A feed of several servers counts for each of them, and is
 * read while one of them has something left.
 */
export const quotasOfDay = { articles: 2_000, pages: 300 } as const;

export const dayOf = (now: EpochMs): number => Math.floor(now / dayMs);
export const nextDayAt = (now: EpochMs): EpochMs => (dayOf(now) + 1) * dayMs;

/** Undefined for feeds of the catalogue, which have no quota. */
const serversOf = async (records: Records, { id, catalogue }: FeedRecord): Promise<string[] | undefined> =>
  catalogue ? undefined : records.own.serversWithFeed(id);

async function leftOf(
  records: Records,
  serverIds: readonly string[],
  what: keyof typeof quotasOfDay,
  now: EpochMs,
): Promise<number> {
  const spent = await records.quotas.of(serverIds, dayOf(now));
  return Math.max(0, ...spent.map((of) => quotasOfDay[what] - of[what]));
}

/** How many new articles the feed may bring today: none if its last server removed it meanwhile. */
export async function articlesLeft(records: Records, feed: FeedRecord, now: EpochMs): Promise<number> {
  const serverIds = await serversOf(records, feed);
  return serverIds ? leftOf(records, serverIds, 'articles', now) : Number.POSITIVE_INFINITY;
}

/** Within the transaction that stores what the feed brought. */
export async function spendArticles(records: Records, feed: FeedRecord, articles: number, now: EpochMs): Promise<void> {
  const serverIds = articles > 0 ? await serversOf(records, feed) : undefined;
  if (serverIds) await records.quotas.spend(serverIds, dayOf(now), { articles });
}

/** The polls with as many new articles as may be stored today, which count from now on. */
export async function withinQuotas(records: Records, polls: readonly Polled[], now: EpochMs): Promise<Polled[]> {
  const within: Polled[] = [];
  for (const polled of polls) {
    const { feed, taken } = polled;
    const brought = taken?.articles.length ?? 0;
    const left = brought > 0 ? await articlesLeft(records, feed, now) : 0;
    await spendArticles(records, feed, Math.min(brought, left), now);
    within.push(taken && brought > left ? cut(polled, taken, left, now) : polled);
  }
  return within;
}

/** What is left out is read as new tomorrow: nothing is noted of it, and the feed is asked for as a whole. */
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

/** Counts the page of an article before it is fetched. False if it has to wait for tomorrow. */
export async function spendPage(records: Records, articleId: string, now: EpochMs): Promise<boolean> {
  const readers = (await records.readers.audiencesOf([articleId])).get(articleId);
  if (readers === undefined) return true;
  // No server reads it any more, or none has a page left.
  if ((await leftOf(records, readers, 'pages', now)) === 0) return false;
  await records.quotas.spend(readers, dayOf(now), { pages: 1 });
  return true;
}
