import type { EpochMs } from '../clock.ts';
import { hashedId } from '../engine/articles/fromItem.ts';
import type { FeedId, TopicId } from '../ids.ts';
import { type Catalogue, generalFeedUrls } from '../newsroom/catalogue.ts';
import type { Storage } from '../storage/storage.ts';
import { isForgotten } from './outlets.ts';

const firstPollsAtOnce = 1_000;

/**
 * Delay of a feed's first poll, ms; `before` counts the feeds ahead of it. The first thousand are due at once, then
 * fewer and fewer per minute, because earlier ones are soon due again. 100,000 feeds take three hours.
 */
const firstPollAfter = (before: number): number =>
  before < firstPollsAtOnce ? 0 : Math.floor(before / 1_000 + (before / 10_000) ** 2) * 60_000;

/**
 * Stores the catalogue's feeds and spreads their first polls. A feed that left the catalogue is read only if a server
 * added it. A forgotten outlet (one that asked not to be read) is left out.
 */
export async function takeCatalogue(storage: Storage, catalogue: Catalogue, now: EpochMs): Promise<void> {
  const feeds = new Map<string, { url: string; topicIds: TopicId[]; outlet: Catalogue['outlets'][number] }>();
  for (const outlet of catalogue.outlets) {
    if (isForgotten(outlet, storage.forgotten)) continue;
    for (const { url, topicId } of outlet.feeds) {
      const known = feeds.get(url);
      if (known) known.topicIds.push(topicId);
      else feeds.set(url, { url, topicIds: [topicId], outlet });
    }
  }
  const generalUrls = generalFeedUrls(catalogue);
  await storage.transaction(async (records) => {
    const listed = new Map((await records.feeds.listCatalogue()).map((feed) => [feed.id, feed]));
    const ids: FeedId[] = [];
    let added = 0;
    for (const { url, topicIds, outlet } of feeds.values()) {
      // A stored feed keeps its id if it moved to this address or a server added it.
      const id = listed.has(hashedId(url)) ? hashedId(url) : ((await records.feeds.byUrl(url))?.id ?? hashedId(url));
      ids.push(id);
      const before = listed.get(id);
      const { id: outletId, name: outletName, language, siteUrl } = outlet;
      const stated = { outletId, outletName, language, siteUrl, general: generalUrls.has(url) };
      const isSame = Object.entries(stated).every(([key, value]) => before?.[key as keyof typeof stated] === value);
      if (isSame && sameSet(await records.feeds.topicsOf(id), topicIds)) continue;
      await records.feeds.add({ id, url, catalogue: true, ...stated }, topicIds, now + firstPollAfter(added));
      added += 1;
    }
    await records.feeds.leaveCatalogue(ids);
  });
}

const sameSet = (a: readonly string[], b: readonly string[]) =>
  a.length === new Set(b).size && b.every((value) => a.includes(value));
