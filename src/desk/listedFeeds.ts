import { idOf } from '../articles/fromItem.ts';
import type { EpochMs } from '../clock.ts';
import type { Storage } from '../storage/storage.ts';
import { outletIdOfListed } from './outlets.ts';

/**
 * Adds the feeds of an operator's list that are not there yet; those that are stay as they are. `all` makes those due that
 * are not. The ids, in the order of the list.
 */
export async function takeListedFeeds(
  storage: Storage,
  listed: readonly { url: string; title?: string }[],
  all: boolean,
  now: EpochMs,
): Promise<string[]> {
  const feeds = listed.map(({ url, title }) => {
    const { host } = new URL(url);
    return {
      id: idOf(url),
      url,
      outletId: outletIdOfListed(host),
      outletName: title ?? host.replace(/^www\./, ''),
    };
  });
  const ids = feeds.map(({ id }) => id);
  await storage.transaction(async (records) => {
    await records.feeds.addUnlisted(feeds, now);
    if (all) await records.feeds.makeDue(ids, now);
  });
  return ids;
}
