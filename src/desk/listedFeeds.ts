import { idOf } from '../articles/fromItem.ts';
import type { EpochMs } from '../clock.ts';
import type { Storage } from '../storage/storage.ts';
import { outletIdOfListed } from './outlets.ts';

/**
 * Adds the feeds of an operator's list that are not there yet; those that are stay as they are. `all` makes those due that
 * are not. Which feeds these are, each once, in the order of the list.
 */
export async function takeListedFeeds(
  storage: Storage,
  listed: readonly { url: string; title?: string }[],
  all: boolean,
  now: EpochMs,
): Promise<{ id: string; url: string }[]> {
  const feeds = listed.map(({ url, title }) => {
    const { host } = new URL(url);
    return {
      id: idOf(url),
      url,
      outletId: outletIdOfListed(host),
      outletName: title ?? host.replace(/^www\./, ''),
    };
  });
  return storage.transaction(async ({ listedFeeds }) => {
    await listedFeeds.add(feeds, now);
    // A feed keeps its id when its address moves, and the list may follow it there; or name both addresses.
    const known = await listedFeeds.idsByUrl(feeds.map(({ url }) => url));
    const found = new Map(feeds.map(({ id, url }) => [known.get(url) ?? id, url]));
    if (all) await listedFeeds.makeDue([...found.keys()], now);
    return [...found].map(([id, url]) => ({ id, url }));
  });
}
