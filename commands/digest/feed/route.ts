import { createHash } from 'node:crypto';
import type { LoopParts } from '../../../src/discord/feature.ts';
import { textsFor } from '../../../src/discord/texts/texts.ts';
import { createRateLimit } from '../../../src/http/rateLimit.ts';
import { type Reply, type Route, tooMany } from '../../../src/http/route.ts';
import { version } from '../../../src/web/version.ts';
import { digestAddressesOf, hashOfSecret, permanentId, routeName } from './address.ts';
import { createContents } from './content.ts';
import { atomOf, type Frame, jsonFeedOf } from './feeds.ts';
import { basisOf, type Listing, listingOf } from './listed.ts';
import { contentPolicy, pageOf } from './page.ts';

/** Maximum number of requests for one address in a minute; hundreds of feed readers make fewer. */
const addressVisitsMax = 600;

/** One answer for unknown, ended and malformed addresses, so that nobody can guess which it is. */
const notFound: Reply = { status: 404, body: 'There is nothing at this address.\n' };

/** Keeps the secret address out of shared caches, search engines and the Referer of followed links. */
const privately = {
  'cache-control': 'private, no-cache',
  'referrer-policy': 'no-referrer',
  'x-robots-tag': 'noindex, nofollow',
  'content-security-policy': contentPolicy,
  'cross-origin-resource-policy': 'same-origin',
};

/** A secret of 192 bits: alone for the page, or with a feed's ending. */
const path = /^([\w-]{32})(\.atom|\.json)?$/;

const formats: Readonly<Record<string, { type: string; write(listing: Listing, frame: Frame): string }>> = {
  '': { type: 'text/html', write: pageOf },
  '.atom': { type: 'application/atom+xml', write: atomOf },
  '.json': { type: 'application/feed+json', write: jsonFeedOf },
};

/** Serves channels' pages and feeds at their secret addresses. Logs nothing of a request. */
export function createDigestRoute(parts: LoopParts): Route {
  const { storage } = parts;
  const mayRead = createRateLimit(addressVisitsMax, parts.monotonic);
  const contentOf = createContents(parts);
  return {
    name: routeName,
    async answer(rest) {
      const [, secret = '', ending = ''] = path.exec(rest) ?? [];
      const publicUrl = parts.publicUrl();
      const format = formats[ending];
      if (secret === '' || format === undefined || publicUrl === undefined) return notFound;
      const feed = await storage.records.digestFeeds.byAddress(hashOfSecret(secret));
      if (feed === undefined) return notFound;
      if (!mayRead(feed.channelId)) return tooMany;
      const now = parts.wall();
      const basis = await basisOf(storage.records, feed, now);
      const locale = await parts.localeOf(feed.serverId);
      const state = JSON.stringify([version, publicUrl, secret, ending, locale, basis]);
      return {
        etag: createHash('sha256').update(state).digest('base64url'),
        headers: { ...privately, 'content-type': `${format.type}; charset=utf-8` },
        async write() {
          const listing = await listingOf(storage.records, feed, now, contentOf);
          const { digests, changes } = listing;
          const posted = digests.map(({ postedAt, correctedAt = postedAt }) => correctedAt);
          const times = [...posted, ...changes.map(({ at }) => at)];
          return format.write(listing, {
            id: permanentId(feed.seed, 'feed'),
            addresses: digestAddressesOf(publicUrl, secret),
            updatedAt: times.length > 0 ? Math.max(...times) : feed.createdAt,
            texts: textsFor(digests[0]?.content.language ?? locale),
          });
        },
      };
    },
  };
}
