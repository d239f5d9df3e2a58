import { createHash } from 'node:crypto';
import { minuteMs } from '../../../src/clock.ts';
import type { LoopParts } from '../../../src/discord/feature.ts';
import { textsFor } from '../../../src/discord/texts/texts.ts';
import { createRateLimit } from '../../../src/http/rateLimit.ts';
import { type Reply, type Route, tooMany, type Visit } from '../../../src/http/route.ts';
import type { ChannelId } from '../../../src/ids.ts';
import type { ShownChange } from '../../../src/newsroom/shownChanges.ts';
import type { DigestFeed } from '../../../src/storage/records/servers/digestFeeds.ts';
import { version } from '../../../src/version.ts';
import { addressesOf, hashOfSecret, idOf, routeName } from './address.ts';
import { createContents } from './content.ts';
import { atomOf, type Frame, jsonFeedOf } from './feeds.ts';
import { isoOf, timeIn } from './html.ts';
import { changesIn, type Listing, listingOf } from './listed.ts';
import { contentPolicy, pageOf } from './page.ts';

/** Requests for one channel's address in a minute; hundreds of feed readers ask less often. */
const addressVisitsMax = 600;

/** Channels whose changes are kept for a minute. */
const knownMax = 1_000;

/** One answer for unknown, ended and malformed addresses, so that nobody can tell them apart. */
const notFound: Reply = { status: 404, body: 'There is nothing at this address.\n' };

/** Keeps the secret address out of shared caches and search engines, and out of the Referer of followed links. */
const privately = {
  'cache-control': 'private, no-cache',
  'referrer-policy': 'no-referrer',
  'x-robots-tag': 'noindex, nofollow',
  'content-security-policy': contentPolicy,
  'cross-origin-resource-policy': 'same-origin',
};

/** A secret of 192 bits, alone for the page or with the ending of a feed. */
const path = /^([\w-]{32})(\.atom|\.json)?$/;

const formats: Readonly<Record<string, { type: string; write(listing: Listing, frame: Frame): string }>> = {
  '': { type: 'text/html', write: pageOf },
  '.atom': { type: 'application/atom+xml', write: atomOf },
  '.json': { type: 'application/feed+json', write: jsonFeedOf },
};

/** Serves the page and feeds of channels at their secret addresses. Nothing of a request is logged. */
export function createDigestRoute(parts: LoopParts): Route {
  const { storage } = parts;
  const mayRead = createRateLimit(addressVisitsMax, parts.monotonic);
  const changesOf = createChanges(parts);
  const contentOf = createContents(parts);
  return {
    name: routeName,
    async answer(visit) {
      const [, secret = '', ending = ''] = path.exec(visit.rest) ?? [];
      const publicUrl = parts.publicUrl();
      const format = formats[ending];
      if (secret === '' || format === undefined || publicUrl === undefined) return notFound;
      const feed = await storage.records.digestFeeds.byAddress(hashOfSecret(secret));
      if (feed === undefined) return notFound;
      if (!mayRead(feed.channelId)) return tooMany;
      const listing = await listingOf(storage.records, feed, await changesOf(feed), contentOf);
      const frame = await frameOf(parts, feed, listing, addressesOf(publicUrl, secret));
      return replyTo(
        visit,
        format.type,
        JSON.stringify([version, frame.texts.f.locale, frame.addresses, ending, listing]),
        frame,
        () => format.write(listing, frame),
      );
    },
  };
}

/** Looks at most once a minute what outlets changed, because that reads all messages of a server. */
function createChanges({ storage: { records }, wall }: LoopParts): (feed: DigestFeed) => Promise<ShownChange[]> {
  const known = new Map<ChannelId, { minute: number; changes: Promise<ShownChange[]> }>();
  return (feed) => {
    const now = wall();
    const minute = Math.floor(now / minuteMs);
    const before = known.get(feed.channelId);
    if (before?.minute === minute) return before.changes;
    if (known.size >= knownMax) known.clear();
    const changes = changesIn(records, feed, now);
    known.set(feed.channelId, { minute, changes });
    // A failed look is not kept.
    changes.catch(() => known.delete(feed.channelId));
    return changes;
  };
}

async function frameOf(
  { localeOf }: LoopParts,
  { seed, serverId, createdAt }: DigestFeed,
  { digests, changes }: Listing,
  addresses: Frame['addresses'],
): Promise<Frame> {
  const locale = digests[0]?.content.language ?? (await localeOf(serverId));
  const times = [...digests.map(({ postedAt, correctedAt = postedAt }) => correctedAt), ...changes.map(({ at }) => at)];
  const updatedAt = times.sort().at(-1) ?? isoOf(createdAt);
  return { id: idOf(seed, 'feed'), addresses, updatedAt, texts: textsFor(locale) };
}

/** 304 if the reader has this state already; `state` is everything that the body depends on. */
function replyTo(
  { ifNoneMatch, ifModifiedSince }: Visit,
  type: string,
  state: string,
  { updatedAt }: Frame,
  write: () => string,
): Reply {
  const etag = `"${createHash('sha256').update(state).digest('base64url')}"`;
  const headers = { ...privately, etag, 'last-modified': new Date(timeIn(updatedAt)).toUTCString() };
  const isKnown =
    ifNoneMatch === undefined
      ? Date.parse(ifModifiedSince ?? '') >= timeIn(updatedAt)
      : ifNoneMatch.split(',').some((one) => one.trim().replace(/^W\//, '') === etag || one.trim() === '*');
  if (isKnown) return { status: 304, headers };
  return { status: 200, body: write(), headers: { ...headers, 'content-type': `${type}; charset=utf-8` } };
}
