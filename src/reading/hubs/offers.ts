import { randomBytes } from 'node:crypto';
import type { EpochMs } from '../../clock.ts';
import { type HubOffer, hubOffered } from '../../feeds/hub.ts';
import type { PollEvent } from '../../feeds/nextPoll.ts';
import type { FeedRecord } from '../../storage/records/reading/feeds.ts';
import type { HubRecord } from '../../storage/records/reading/hubs.ts';
import type { Records } from '../../storage/storage.ts';
import type { Polled } from '../pollFeed.ts';
import { toldUntil } from './rules.ts';

const tokenBytes = 24;
const secretBytes = 32;

const unguessable = (bytes: number) => randomBytes(bytes).toString('base64url');

/**
 * Stores what polls found out about hubs; call it in their transaction. Returns, for each feed with a working hub, the
 * end of its lease.
 */
export async function noteHubs(
  records: Records,
  polls: readonly Polled[],
  callbackUrl: string | undefined,
  now: EpochMs,
): Promise<ReadonlyMap<string, EpochMs>> {
  const known = await records.hubs.ofFeeds(polls.map(({ feed }) => feed.id));
  const told = new Map<string, EpochMs>();
  const beside: { token: string; unaidedDueAt: EpochMs; missed: number }[] = [];
  for (const polled of polls) {
    const { feed, event, next, taken } = polled;
    const before = known.get(feed.id);
    const hub =
      event.kind === 'read'
        ? await noteOffer(records, { feed, offer: offerOf(feed, event), before }, callbackUrl, now)
        : before;
    if (hub === undefined) continue;
    const isAgreed = hub.leaseEndsAt !== undefined && hub.leaseEndsAt > now;
    // The lease is over, and the feed is already polled without the hub.
    if (!isAgreed && hub.unaidedDueAt === undefined) continue;
    const missed = hub.missed + (isAgreed && taken && taken.articles.length > 0 ? 1 : 0);
    beside.push({ token: hub.token, unaidedDueAt: next.dueAt, missed });
    if (!isAgreed) continue;
    const until = toldUntil({ ...hub, missed }, now);
    if (until !== undefined) told.set(feed.id, until);
  }
  await records.hubs.polled(beside);
  return told;
}

function offerOf({ url }: FeedRecord, event: Extract<PollEvent, { kind: 'read' }>): HubOffer | undefined {
  const { answeredBy = url, headers, document } = event;
  return hubOffered({ url, answeredBy, link: headers.link, document });
}

/** Updates the stored hub from the feed's offer. Returns the stored hub if the feed still names it. */
async function noteOffer(
  records: Records,
  { feed, offer: named, before }: { feed: FeedRecord; offer?: HubOffer; before?: HubRecord },
  callbackUrl: string | undefined,
  now: EpochMs,
): Promise<HubRecord | undefined> {
  const offer = named && (await isOfAnother(records, feed, named)) ? undefined : named;
  if (before !== undefined) {
    if (before.hubUrl === offer?.hubUrl && before.topicUrl === offer.topicUrl) return before;
    await records.hubs.leave(before, now);
  }
  if (offer !== undefined) {
    const own = { token: unguessable(tokenBytes), feedId: feed.id, secret: unguessable(secretBytes) };
    await records.hubs.add({ ...own, ...offer }, callbackUrl, now);
  }
  return undefined;
}

/**
 * Whether the topic URL belongs to another feed. Some site templates state the main feed's URL in the feed of every
 * section, so that its hub would push the main feed's news to all of them.
 */
async function isOfAnother(records: Records, feed: FeedRecord, { topicUrl }: HubOffer): Promise<boolean> {
  const otherScheme = topicUrl.replace(/^http(s?):/, (_, secure) => (secure ? 'http:' : 'https:'));
  for (const url of [topicUrl, otherScheme]) {
    const known = await records.feeds.byUrl(url);
    // A server's own feed can't claim the hub of a catalogue feed.
    if (known !== undefined) return known.id !== feed.id && (known.catalogue || !feed.catalogue);
  }
  return false;
}
