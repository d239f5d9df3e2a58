import type { EpochMs } from '../../../src/clock.ts';
import { changeLines } from '../../../src/discord/cards/changes.ts';
import { textsFor } from '../../../src/discord/texts/texts.ts';
import type { ChannelId } from '../../../src/ids.ts';
import { reachMs, shownChanges } from '../../../src/newsroom/shownChanges.ts';
import type { DigestFeed } from '../../../src/storage/records/servers/digestFeeds.ts';
import type { Records } from '../../../src/storage/storage.ts';
import { asked, daily } from '../deliveries.ts';
import { permanentId } from './address.ts';
import type { createContents } from './content.ts';

const digestKinds: readonly string[] = [daily.name, asked.name];
/** Maximum number of digests on a page or in a feed: a month of daily ones. */
export const shownMax = 31;
/** Maximum number of outlets' changes on a page or in a feed. */
const changesMax = 20;

/** The content of a channel's page and feeds. */
export type Listing = Awaited<ReturnType<typeof listingOf>>;
export type ListedDigest = Listing['digests'][number];

/** All that `listingOf` depends on, by a few short queries. While this stays equal, the listing is the same. */
export async function basisOf({ digestFeeds, audiences }: Records, feed: DigestFeed, until: EpochMs) {
  const { digests, changed } = await digestFeeds.basis(feed, digestKinds, until - reachMs, shownMax);
  const closed = changed.length === 0 ? new Map() : await audiences.serversOf(changed.map(({ id }) => id));
  return { digests, changed, closed: [...closed] };
}

/** The channel's newest digests, and what outlets changed in articles shown there. Each has a permanent UUID. */
export async function listingOf(
  records: Records,
  feed: DigestFeed,
  until: EpochMs,
  contentOf: ReturnType<typeof createContents>,
) {
  const { seed, serverId, channelId } = feed;
  const posted = await records.digestFeeds.digests(feed, digestKinds, shownMax);
  const digests = posted.map((delivery) => {
    const { id, sentAt, correctedAt = sentAt } = delivery;
    return {
      id: permanentId(seed, id),
      content: contentOf(delivery),
      postedAt: sentAt,
      // Taking something out before posting sets `correctedAt`, too, but readers never saw it.
      correctedAt: correctedAt > sentAt ? correctedAt : undefined,
    };
  });
  const isAsked = (id: ChannelId) => id === channelId;
  const asked = { serverId, isAsked, kinds: digestKinds, since: 0, until, max: changesMax };
  const { changes } = await shownChanges(records, asked);
  // The changes are rendered as Discord's markdown, in the newest digest's language and time zone.
  const listed = digests.slice(0, 1).flatMap(({ content: { language, zone } }) =>
    changes.map((change) => ({
      id: permanentId(seed, JSON.stringify([change.shown.deliveryId, change.articleId, change.at])),
      at: change.at,
      content: { texts: [changeLines(change, textsFor(language)).join('\n')], language, zone },
    })),
  );
  return { digests, changes: listed };
}
