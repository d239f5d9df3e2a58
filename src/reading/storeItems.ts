import type { EpochMs } from '../clock.ts';
import type { Records } from '../storage/storage.ts';
import { storeChanges } from './changedItems.ts';
import type { Polled } from './pollFeed.ts';
import { newsAgeMsMax } from './takeItems.ts';

/** A feed's new items. */
type Brought = Required<Pick<Polled, 'feed' | 'taken'>>;

/** Stores the feeds' articles and changes. Call it in the polls' transaction. */
export async function storeItems(records: Records, brought: readonly Brought[], now: EpochMs): Promise<void> {
  const { articles } = records;
  await noteArrivals(records, brought, now);
  const fresh = brought.flatMap(({ taken }) => taken.articles);
  await articles.insert(fresh, now);
  await articles.listedBy(
    brought.flatMap(({ feed, taken }) => taken.articleIds.map((articleId) => ({ feedId: feed.id, articleId }))),
  );
  for (const { feed, taken } of brought) {
    const keys = taken.listed.map(({ key }) => key);
    if (taken.renamed.length > 0) await articles.forgetKeys(feed.id, taken.renamed, keys);
  }
  const seen = brought.flatMap(({ feed, taken }) => taken.listed.map((entry) => ({ feedId: feed.id, ...entry })));
  await articles.markSeen(seen, now);
  const changed = brought.flatMap(({ taken }) => taken.changed);
  await storeChanges(records, changed, now);
}

/**
 * Queues for posting the articles that a feed didn't list before, if a server wants the feed's items at once. Leaves
 * out first polls and articles older than a week. Call it before the listings are stored.
 */
async function noteArrivals(records: Records, brought: readonly Brought[], now: EpochMs): Promise<void> {
  const listing = brought.filter(
    ({ feed, taken }) => feed.firstPolledAt !== undefined && taken.articles.length + taken.renamed.length > 0,
  );
  const wishes = await records.itemAlerts.wishes(listing.map(({ feed }) => feed.id));
  const wanted = new Set(wishes.map(({ feedId }) => feedId));
  const isNews = (at: EpochMs) => at > now - newsAgeMsMax;
  for (const { feed, taken } of listing) {
    if (!wanted.has(feed.id)) continue;
    const fresh = taken.articles.filter(({ newsAt }) => isNews(newsAt)).map(({ id }) => id);
    // Articles that only other feeds of the outlet have listed so far.
    const known = await records.articles.byIds(taken.renamed, 0);
    const listed = await records.articles.feedsOf(known.map(({ id }) => id));
    const joined = known.filter(
      ({ id, publishedAt }) =>
        isNews(publishedAt) && !listed.some(({ articleId, feedId }) => articleId === id && feedId === feed.id),
    );
    const articleIds = [...fresh, ...joined.map(({ id }) => id)];
    const readBefore = feed.lastSuccessAt ?? now;
    const arrived = articleIds.map((articleId) => ({ feedId: feed.id, articleId, readBefore }));
    await records.itemAlerts.note(arrived, now);
  }
}
