import type { EpochMs } from '../clock.ts';
import type { ArticleId } from '../ids.ts';
import { type DrawingParts, drawn } from '../outbox/kinds.ts';
import { feedSubjects, openNotice } from '../outbox/notices.ts';
import { type Belongs, withoutOutlet } from '../outbox/withoutOutlet.ts';
import { isOfDomain } from '../reading/domains.ts';
import { refreshStories } from '../reading/grouping/placing.ts';
import type { DeliveryRecord } from '../storage/records/outbox/delivery.ts';
import type { FeedOwner } from '../storage/records/upkeep/forgotten.ts';
import type { Storage } from '../storage/storage.ts';

type ForgetParts = DrawingParts & { storage: Storage };

export type Traces = Awaited<ReturnType<typeof tracesOf>>;

/** Maximum number of rows per read and per transaction. */
const rowsAtOnce = 200;
const termsAtOnce = 500;

/** Finds the feeds of a domain, its articles from any feed, and how many deliveries show it. */
export async function tracesOf(storage: Storage, domain: string) {
  const { forgotten } = storage.records;
  const domains = new Set([domain]);
  const owners = await forgotten.feedOwners();
  const isIts = ({ url, siteUrl }: FeedOwner) => isOfDomain(domains, url) || isOfDomain(domains, siteUrl);
  // A catalogue outlet is forgotten with all its feeds, on any domain. A server's own feed is forgotten only if its
  // address or site is on this domain.
  const outletIds = new Set(owners.filter((one) => one.catalogue && isIts(one)).map(({ outletId }) => outletId));
  const feeds = owners.filter((one) => isIts(one) || (one.catalogue && outletIds.has(one.outletId)));
  const feedIds = new Set(feeds.map(({ id }) => id));
  const articleIds = new Set<ArticleId>();
  for await (const page of pagesOf((last?: { id: ArticleId }) => forgotten.articles(last?.id ?? '', rowsAtOnce))) {
    for (const { id, url, listedBy } of page) {
      const itsAlone = listedBy.length > 0 && listedBy.every((feedId) => feedIds.has(feedId));
      if (itsAlone || isOfDomain(domains, url)) articleIds.add(id);
    }
  }
  const found = { domain, feeds, outlets: [...new Set(feeds.map(({ outletName }) => outletName))], articleIds };
  let messages = 0;
  for await (const page of deliveriesIn(storage)) {
    const sent = page.filter(({ state }) => state === 'sent');
    messages += sent.filter(({ content }) => withoutOutlet(content, belongsTo(found), { posted: true })).length;
  }
  return {
    ...found,
    /** The number of sent deliveries that show something of the outlet. */
    messages,
  };
}

const belongsTo = ({ domain, articleIds }: { domain: string; articleIds: ReadonlySet<ArticleId> }): Belongs => {
  const domains = new Set([domain]);
  return ({ articleId = '', url }) => articleIds.has(articleId) || isOfDomain(domains, url);
};

/** Yields pages of rows, each starting after the last row of the page before. */
async function* pagesOf<Row>(read: (last?: Row) => Promise<Row[]>): AsyncGenerator<Row[]> {
  for (let page = await read(); ; page = await read(page.at(-1))) {
    yield page;
    if (page.length < rowsAtOnce) return;
  }
}

const deliveriesIn = ({ records }: Storage) =>
  pagesOf((last?: DeliveryRecord) => records.forgotten.deliveries(last?.id ?? '', rowsAtOnce));

/**
 * Deletes the outlet's data for good: no row and no free page of the file contains its words afterwards. Posted
 * messages are edited after the next start. Needs exclusive use of the database; after a crash, run it again.
 */
export async function forget(parts: ForgetParts, traces: Traces, now: EpochMs): Promise<void> {
  const { storage } = parts;
  const { domain, feeds } = traces;
  // Stored first, so that the outlet never comes back even if a later step fails.
  await storage.transaction((records) => records.forgotten.add(domain, now), { durable: true });
  for await (const page of deliveriesIn(storage)) {
    for (const delivery of page) await takeOutOfDigest(parts, delivery, traces, now);
  }
  await takeOutOfTold(storage, belongsTo(traces));
  await takeOutArticles(storage, [...traces.articleIds]);
  await storage.transaction(async (records) => {
    const readers = await records.forgotten.removeFeeds(feeds.map(({ id }) => id));
    for (const { serverId, feedId } of readers) {
      const url = feeds.find(({ id }) => id === feedId)?.url ?? '';
      const reason = 'its outlet asked not to be read';
      const [failing, gone] = feedSubjects(feedId);
      const notice = { kind: 'feed-gone', url, code: 'forgotten', reason } as const;
      await records.servers.noticeOver(serverId, failing, now);
      await openNotice(records, serverId, gone, now, notice);
    }
    await records.outlets.forget(feeds.map(({ outletId }) => outletId));
    await records.forgotten.removeKept(domain);
  });
  for (let after: string | undefined = ''; after !== undefined; ) {
    const { next } = await storage.records.search.sweepTerms(after, termsAtOnce);
    after = next === '' ? undefined : next;
  }
  await storage.compact();
}

async function takeOutOfDigest(
  parts: ForgetParts,
  delivery: DeliveryRecord,
  traces: Traces,
  now: EpochMs,
): Promise<void> {
  const { storage } = parts;
  const { id, channelId, state, attemptAt, messageIds } = delivery;
  const posted = state === 'sent' || state === 'unknown' || attemptAt !== undefined || messageIds.length > 0;
  const content = withoutOutlet(delivery.content, belongsTo(traces), { posted });
  if (content === undefined) return;
  const messages = posted ? delivery.payloads.length : undefined;
  const { payloads, told } = drawn(parts, { ...delivery, content }, messages);
  await storage.transaction(async (records) => {
    // Nobody has seen the message, so it is made anew and doesn't mention the removal.
    if (state === 'pending' && !posted)
      return records.deliveries.rewrite({ id, channelId, content, payloads }, told, 0);
    await records.deliveries.edited(id, content, payloads, now);
    // A message of unknown outcome may have been posted. Its edit waits until the message is known to be posted.
    if (state === 'sent' || attemptAt !== undefined || messageIds.length > 0)
      await records.edits.queueStored(id, now, 0);
  });
}

async function takeOutOfTold(storage: Storage, belongs: Belongs): Promise<void> {
  const { forgotten } = storage.records;
  const first = { channelId: '', storyId: '', deliveryId: '' };
  type Row = Awaited<ReturnType<typeof forgotten.told>>[number];
  for await (const page of pagesOf((last?: Row) => forgotten.told(last ?? first, rowsAtOnce))) {
    await storage.transaction(async (records) => {
      for (const row of page) {
        const sentences = row.sentences.filter((sentence) => !belongs(sentence));
        const articleIds = row.articleIds.filter((articleId) => !belongs({ articleId, url: '' }));
        if (sentences.length === row.sentences.length && articleIds.length === row.articleIds.length) continue;
        await records.forgotten.writeTold({ ...row, sentences, articleIds });
      }
    });
  }
}

async function takeOutArticles(storage: Storage, ids: readonly ArticleId[]): Promise<void> {
  for (let at = 0; at < ids.length; at += rowsAtOnce) {
    const some = ids.slice(at, at + rowsAtOnce);
    await storage.transaction(async (records) => {
      // In the same transaction, because a story's title and search text contain words of its articles.
      await refreshStories(records, await records.forgotten.removeArticles(some));
    });
  }
}
