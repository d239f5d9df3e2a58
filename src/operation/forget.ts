import type { EpochMs } from '../clock.ts';
import { feedSubjects, openNotice } from '../delivery/notices.ts';
import type { Render } from '../delivery/ports.ts';
import { type Belongs, withoutOutlet } from '../digests/withoutOutlet.ts';
import { isOfDomain } from '../reading/domains.ts';
import { refreshStories } from '../reading/grouping/placing.ts';
import type { DeliveryRecord } from '../storage/records/delivery.ts';
import type { FeedOwner } from '../storage/records/forgotten.ts';
import type { Storage } from '../storage/storage.ts';

export interface ForgetParts {
  storage: Storage;
  render: Pick<Render, 'digest'>;
  pictures: boolean;
}

/** What an outlet left here, before anything is taken out. */
export interface Traces {
  domain: string;
  feeds: readonly FeedOwner[];
  /** Names, each once. */
  outlets: readonly string[];
  articleIds: ReadonlySet<string>;
  /** Digests in channels that show something of it. */
  messages: number;
}

/** Rows of one look and of one transaction. */
const rowsAtOnce = 200;
const termsAtOnce = 500;

/** Finds all that is stored of a domain: of its feeds, and of articles on its pages whoever listed them. */
export async function tracesOf(storage: Storage, domain: string): Promise<Traces> {
  const { forgotten } = storage.records;
  const domains = new Set([domain]);
  const owners = await forgotten.feedOwners();
  const isIts = ({ url, siteUrl }: FeedOwner) => isOfDomain(domains, url) || isOfDomain(domains, siteUrl);
  // An outlet of the catalogue is one publisher, wherever its feeds lie; what servers added goes by its address alone.
  const outletIds = new Set(owners.filter((one) => one.catalogue && isIts(one)).map(({ outletId }) => outletId));
  const feeds = owners.filter((one) => isIts(one) || (one.catalogue && outletIds.has(one.outletId)));
  const feedIds = new Set(feeds.map(({ id }) => id));
  const articleIds = new Set<string>();
  for (let after = ''; ; ) {
    const page = await forgotten.articles(after, rowsAtOnce);
    for (const { id, url, listedBy } of page) {
      const itsAlone = listedBy.length > 0 && listedBy.every((feedId) => feedIds.has(feedId));
      if (itsAlone || isOfDomain(domains, url)) articleIds.add(id);
    }
    if (page.length < rowsAtOnce) break;
    after = page.at(-1)?.id ?? '';
  }
  const found = { domain, feeds, outlets: [...new Set(feeds.map(({ outletName }) => outletName))], articleIds };
  let messages = 0;
  await eachDelivery(storage, async ({ digest, state }) => {
    if (state === 'sent' && withoutOutlet(digest, belongsTo(found), { posted: true })) messages += 1;
  });
  return { ...found, messages };
}

const belongsTo = ({ domain, articleIds }: Pick<Traces, 'domain' | 'articleIds'>): Belongs => {
  const domains = new Set([domain]);
  return ({ articleId = '', url }) => articleIds.has(articleId) || isOfDomain(domains, url);
};

async function eachDelivery(storage: Storage, work: (delivery: DeliveryRecord) => Promise<void>): Promise<void> {
  for (let after = ''; ; ) {
    const page = await storage.records.forgotten.deliveries(after, rowsAtOnce);
    for (const delivery of page) await work(delivery);
    if (page.length < rowsAtOnce) return;
    after = page.at(-1)?.id ?? '';
  }
}

/**
 * Takes out all of it, for good: its words are in no row and no free page of the file afterwards. Messages in
 * channels are edited by the next start. Only while nothing else works on the database; after a crash in between the
 * same again completes it.
 */
export async function forget(parts: ForgetParts, traces: Traces, now: EpochMs): Promise<void> {
  const { storage } = parts;
  const { domain, feeds } = traces;
  // First, so that it does not come back whatever happens in between.
  await storage.transaction((records) => records.forgotten.add(domain, now), { durable: true });
  await eachDelivery(storage, (delivery) => takeOutOfDigest(parts, delivery, traces, now));
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
  const { storage, render, pictures } = parts;
  const { id, channelId, state, attemptAt, messageIds } = delivery;
  const posted = state === 'sent' || state === 'unknown' || attemptAt !== undefined || messageIds.length > 0;
  const digest = withoutOutlet(delivery.digest, belongsTo(traces), { posted });
  if (digest === undefined) return;
  const messages = posted ? delivery.payloads.length : undefined;
  const { payloads, told } = render.digest(digest, { deliveryKey: id, pictures, messages });
  await storage.transaction(async (records) => {
    // Nobody has seen it: it goes as if the outlet had never been read.
    if (state === 'pending' && !posted) return records.deliveries.rewrite({ id, channelId, digest, payloads }, told, 0);
    await records.deliveries.edited(id, digest, payloads);
    // One that is on its way may stand in its channel; its edit is due once that is known.
    if (state === 'sent' || attemptAt !== undefined || messageIds.length > 0)
      await records.edits.queueRemoval(id, traces.domain, now);
  });
}

async function takeOutOfTold(storage: Storage, belongs: Belongs): Promise<void> {
  let after = { channelId: '', storyId: '', deliveryId: '' };
  for (;;) {
    const page = await storage.records.forgotten.told(after, rowsAtOnce);
    await storage.transaction(async (records) => {
      for (const row of page) {
        const sentences = row.sentences.filter((sentence) => !belongs(sentence));
        const articleIds = row.articleIds.filter((articleId) => !belongs({ articleId, url: '' }));
        if (sentences.length === row.sentences.length && articleIds.length === row.articleIds.length) continue;
        await records.forgotten.writeTold({ ...row, sentences, articleIds });
      }
    });
    const last = page.at(-1);
    if (last === undefined || page.length < rowsAtOnce) return;
    after = last;
  }
}

async function takeOutArticles(storage: Storage, ids: readonly string[]): Promise<void> {
  for (let at = 0; at < ids.length; at += rowsAtOnce) {
    const some = ids.slice(at, at + rowsAtOnce);
    await storage.transaction(async (records) => {
      await records.edits.dropOf(some);
      // In one transaction: title and search of a story hold its articles' words.
      await refreshStories(records, await records.forgotten.removeArticles(some));
    });
  }
}
