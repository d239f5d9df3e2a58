import type { EpochMs } from '../../src/clock.ts';
import { hashedId } from '../../src/engine/articles/fromItem.ts';
import { isOfDomain } from '../../src/reading/domains.ts';
import type { Storage } from '../../src/storage/storage.ts';

interface Listed {
  feeds: { id: string; url: string }[];
  forgotten: string[];
}

/**
 * Adds the feeds of an operator's list; `all` makes the known ones due. Returns each feed once, in the list's order, and
 * the addresses of forgotten outlets.
 */
export async function takeListedFeeds(
  storage: Storage,
  listed: readonly { url: string; title?: string }[],
  all: boolean,
  now: EpochMs,
): Promise<Listed> {
  const isForgotten = ({ url }: { url: string }) => isOfDomain(storage.forgotten, url);
  const forgotten = listed.filter(isForgotten).map(({ url }) => url);
  const wanted = listed.filter((one) => !isForgotten(one));
  const feeds = wanted.map(({ url, title }) => {
    const { host } = new URL(url);
    return {
      id: hashedId(url),
      url,
      outletId: host,
      outletName: title ?? host.replace(/^www\./, ''),
    };
  });
  return storage.transaction(async (records) => {
    const found = new Map<string, string>();
    for (const feed of feeds) {
      // A feed keeps its id when its address changes. The list may have either address, or both.
      const known = (await records.feeds.byUrl(feed.url)) ?? (await records.feeds.byId(feed.id));
      if (known === undefined) await records.feeds.add({ ...feed, catalogue: false }, [], now);
      found.set(known?.id ?? feed.id, feed.url);
    }
    if (all) await records.feeds.makeDue([...found.keys()], now);
    return { feeds: [...found].map(([id, url]) => ({ id, url })), forgotten };
  });
}
