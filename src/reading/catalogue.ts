import { idOf } from '../articles/fromItem.ts';
import type { EpochMs } from '../clock.ts';
import { type Catalogue, generalFeedUrls } from '../feeds/catalogue.ts';
import type { FeedRecord } from '../storage/records/feeds.ts';
import type { Storage } from '../storage/storage.ts';
import { isOfDomain } from './domains.ts';

const firstPollsAtOnce = 1_000;

/**
 * The first thousand are polled at once. Of more, ever fewer a minute, since those that were polled come again
 * meanwhile: 100,000 take three hours, in which requests come as evenly as later on.
 */
const firstPollAfter = (before: number): number =>
  before < firstPollsAtOnce ? 0 : Math.floor(before / 1_000 + (before / 10_000) ** 2) * 60_000;

/**
 * Feeds of the catalogue are due from the first start on; those that left it are read only where a server added them,
 * and those of an outlet that asked to be left out never.
 */
export async function takeCatalogue(storage: Storage, catalogue: Catalogue, now: EpochMs): Promise<void> {
  const feeds = new Map<string, { url: string; topicIds: string[]; outlet: Catalogue['outlets'][number] }>();
  for (const outlet of catalogue.outlets) {
    const addresses = [outlet.siteUrl, ...outlet.feeds.map(({ url }) => url)];
    if (addresses.some((address) => isOfDomain(storage.forgotten, address))) continue;
    for (const { url, topicId } of outlet.feeds) {
      const known = feeds.get(url);
      if (known) known.topicIds.push(topicId);
      else feeds.set(url, { url, topicIds: [topicId], outlet });
    }
  }
  const generalUrls = generalFeedUrls(catalogue);
  await storage.transaction(async (records) => {
    const listed = new Map((await records.feeds.listCatalogue()).map((feed) => [feed.id, feed]));
    const ids: string[] = [];
    let added = 0;
    for (const { url, topicIds, outlet } of feeds.values()) {
      // A feed that moved there by itself, or that a server added, is the same feed.
      const id = listed.has(idOf(url)) ? idOf(url) : ((await records.feeds.byUrl(url))?.id ?? idOf(url));
      ids.push(id);
      const before = listed.get(id);
      const general = generalUrls.has(url);
      if (
        before?.general === general &&
        sameOutlet(before, outlet) &&
        sameSet(await records.feeds.topicsOf(id), topicIds)
      )
        continue;
      await records.feeds.add(
        {
          id,
          url,
          outletId: outlet.id,
          outletName: outlet.name,
          catalogue: true,
          general,
          language: outlet.language,
          siteUrl: outlet.siteUrl,
        },
        topicIds,
        now + firstPollAfter(added),
      );
      added += 1;
    }
    await records.feeds.leaveCatalogue(ids);
  });
}

const sameOutlet = (feed: FeedRecord, outlet: Catalogue['outlets'][number]) =>
  feed.outletId === outlet.id &&
  feed.outletName === outlet.name &&
  feed.language === outlet.language &&
  feed.siteUrl === outlet.siteUrl;

const sameSet = (a: readonly string[], b: readonly string[]) =>
  a.length === new Set(b).size && b.every((value) => a.includes(value));
