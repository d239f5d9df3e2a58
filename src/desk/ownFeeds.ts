import { dayMs, type EpochMs } from '../clock.ts';
import { hashedId } from '../engine/articles/fromItem.ts';
import { withoutFeedScheme } from '../engine/feeds/discovery.ts';
import type { FeedId, ServerId, TopicId } from '../ids.ts';
import { labelOf } from '../newsroom/topics.ts';
import { feedSubjects } from '../outbox/notices.ts';
import { isOfDomain } from '../reading/domains.ts';
import { outletsByHost } from '../reading/outlets.ts';
import { hasten } from '../reading/paces.ts';
import { dayOf, newFeedsLeft, nextDayAt } from '../reading/quotas.ts';
import type { TopicLabel } from '../storage/postContent.ts';
import type { FeedRecord } from '../storage/records/reading/feeds.ts';
import type { Records } from '../storage/storage.ts';
import { checkedUrl, hostPort } from '../web/guard.ts';
import { FetchProblem, type ProblemCode } from '../web/problem.ts';
import { isPublicHost } from '../web/publicHost.ts';
import type { Desk } from './desk.ts';
import { limits } from './limits.ts';
import { Refusal } from './refusal.ts';

/** A feed that a server added, and its health. */
export interface FeedHealth
  extends Pick<FeedRecord, 'id' | 'url' | 'siteUrl' | 'lastSuccessAt' | 'nextDueAt' | 'problem'> {
  title: string;
  topic: TopicLabel;
  state: 'new' | 'ok' | 'failing' | 'gone';
  articlesLastWeek: number;
}

export const ownFeedQuestions = ({ storage: { records }, topics, wall }: Desk) => ({
  async feeds(serverId: ServerId): Promise<FeedHealth[]> {
    const own = await records.ownTopicsAndFeeds.topics(serverId);
    const found: FeedHealth[] = [];
    for (const { feedId, topicId } of await records.ownTopicsAndFeeds.feeds(serverId)) {
      const feed = await records.feeds.byId(feedId);
      if (feed === undefined) continue;
      const works = feed.failures > 0 ? 'failing' : 'ok';
      found.push({
        ...feed,
        title: feed.title ?? feed.outletName,
        topic: labelOf(topicId, topics, own),
        state: feed.state === 'gone' ? 'gone' : feed.lastPolledAt === undefined ? 'new' : works,
        articlesLastWeek: await records.articles.countOfFeedSince(feed.id, wall() - 7 * dayMs),
      });
    }
    return found;
  },
});

/** A feed from an imported file that was not added, and why. */
interface RefusedFeed {
  url: string;
  title?: string;
  code:
    | Extract<ProblemCode, 'bad-url' | 'bad-scheme' | 'has-credentials' | 'private-address'>
    | 'too-many-feeds'
    | 'requests-spent'
    | 'feed-forgotten';
}

/** The outcome of importing a list of feeds. */
export interface FeedImport {
  /** Lede reads these feeds at their next polls. */
  added: readonly { url: string; title?: string; topic: TopicLabel }[];
  /** The server already had them, or the file lists them twice. */
  known: readonly { url: string; title?: string }[];
  refused: readonly RefusedFeed[];
}

const urlCharactersMax = 2_000;

type Adding = Parameters<Records['feeds']['add']>[0];

/**
 * The stored feed of this address, or a new one to store. `title` must be the feed's own, because all servers with the
 * feed see it.
 */
export async function feedAt(
  { feeds }: Records,
  { url, title }: { url: string; title?: string },
  outletOf: ReturnType<typeof outletsByHost>,
): Promise<Adding> {
  // A feed keeps its id when its address moves.
  const known = (await feeds.byUrl(url)) ?? (await feeds.byId(hashedId(url)));
  if (known) return known;
  const { host } = new URL(url);
  // Another feed of a catalogue outlet counts as that outlet, not as a second one.
  const outlet = outletOf(url) ?? { outletId: host, outletName: title || host };
  return { id: hashedId(url), url, ...outlet, catalogue: false, title };
}

/** Whether Lede must start to poll the feed: it is new, or was gone. */
const isUnpolled = (known: FeedRecord | undefined): boolean => known?.state !== 'active';

/**
 * Adds a feed to a server. A feed that Lede doesn't poll yet is due now. Throws Refusal if the server may add no more
 * new feeds today.
 */
export async function addTo(records: Records, serverId: ServerId, feed: Adding, topicId: TopicId, now: EpochMs) {
  const known = await records.feeds.byId(feed.id);
  if (isUnpolled(known)) {
    if ((await newFeedsLeft(records, serverId, now)) === 0) throw new Refusal('requests-spent', String(nextDayAt(now)));
    await records.quotas.spend([serverId], dayOf(now), { requests: 1 });
  }
  if (!known) await records.feeds.add(feed, [], now);
  await records.feeds.revive(feed.id, now);
  // The feed may wait until tomorrow because its servers have spent today's quotas. This one may have some left.
  if (known?.nextDueAt === nextDayAt(now)) await records.feeds.makeDue([feed.id], now);
  await records.ownTopicsAndFeeds.addFeed(serverId, feed.id, topicId, now);
  const wishes = await records.itemAlerts.wishes([feed.id]);
  if (wishes.some(({ rule }) => rule.serverId === serverId)) await hasten(records, [feed.id], now);
}

/** The address as it is stored, or why it is refused. A host's name is resolved and checked when the feed is read. */
function storedAddress(
  given: string,
  privateOrigins: ReadonlySet<string>,
): { url: string } | { code: RefusedFeed['code'] } {
  try {
    const url = checkedUrl(withoutFeedScheme(given), privateOrigins);
    url.hash = '';
    if (!privateOrigins.has(hostPort(url)) && !isPublicHost(url.hostname)) return { code: 'private-address' };
    return url.href.length > urlCharactersMax ? { code: 'bad-url' } : { url: url.href };
  } catch (error) {
    if (!(error instanceof FetchProblem)) throw error;
    return { code: error.code as RefusedFeed['code'] };
  }
}

/** The address without user name and password, for a report that may be shown to others. */
function withoutPassword(address: string): string {
  const url = URL.parse(withoutFeedScheme(address));
  if (url === null) return address.replace(/[/\\]{2}[^/\\?#]*@/, '//');
  if (url.username === '' && url.password === '') return address;
  url.username = '';
  url.password = '';
  return url.href;
}

/** Which of the listed feeds the server can add within its limits. Changes nothing. */
export async function checkFeeds<Listed extends { url: string; title?: string }>(
  records: Records,
  serverId: ServerId,
  listed: readonly Listed[],
  { storage, privateOrigins, wall }: Desk,
): Promise<Omit<FeedImport, 'added'> & { fitting: readonly { listed: Listed; feed: Adding }[] }> {
  const had = new Set((await records.ownTopicsAndFeeds.feeds(serverId)).map(({ feedId }) => feedId));
  const outletOf = outletsByHost(await records.feeds.listCatalogue());
  let newLeft = await newFeedsLeft(records, serverId, wall());
  const fitting: { listed: Listed; feed: Adding }[] = [];
  const known: { url: string; title?: string }[] = [];
  const refused: RefusedFeed[] = [];
  for (const one of listed) {
    const { title } = one;
    const address = storedAddress(one.url, privateOrigins);
    if ('code' in address) {
      refused.push({ url: withoutPassword(one.url), title, code: address.code });
      continue;
    }
    const { url } = address;
    const feed = await feedAt(records, { url }, outletOf);
    const isNew = isUnpolled(await records.feeds.byId(feed.id));
    if (isOfDomain(storage.forgotten, url)) refused.push({ url, title, code: 'feed-forgotten' });
    else if (had.has(feed.id)) known.push({ url, title });
    else if (had.size >= limits.feeds) refused.push({ url, title, code: 'too-many-feeds' });
    else if (isNew && newLeft === 0) refused.push({ url, title, code: 'requests-spent' });
    else {
      if (isNew) newLeft -= 1;
      had.add(feed.id);
      fitting.push({ listed: one, feed });
    }
  }
  return { fitting, known, refused };
}

/** Takes feeds from a server and ends the notices about them. */
export async function removeFeeds(records: Records, serverId: ServerId, feedIds: readonly FeedId[], now: EpochMs) {
  for (const feedId of feedIds) {
    await records.ownTopicsAndFeeds.removeFeed(serverId, feedId);
    for (const subject of feedSubjects(feedId)) await records.servers.noticeOver(serverId, subject, now);
  }
}
