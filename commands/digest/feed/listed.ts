import type { EpochMs } from '../../../src/clock.ts';
import { changeLines } from '../../../src/discord/cards/changes.ts';
import { textsFor } from '../../../src/discord/texts/texts.ts';
import type { ChannelId } from '../../../src/ids.ts';
import { reachMs, type ShownChange, shownChanges } from '../../../src/newsroom/shownChanges.ts';
import type { DigestFeed } from '../../../src/storage/records/servers/digestFeeds.ts';
import type { Records } from '../../../src/storage/storage.ts';
import { asked, daily } from '../deliveries.ts';
import { permanentId } from './address.ts';
import type { Content, createContents } from './content.ts';
import { isoOf } from './html.ts';

const digestKinds: readonly string[] = [daily.name, asked.name];
/** Digests on a page or in a feed: about a month. */
export const shownMax = 31;
/** Maximum number of outlets' changes on a page or in a feed. */
const changesMax = 20;

/** A digest on a page and in a feed. */
export interface ListedDigest {
  /** A permanent UUID. */
  id: string;
  content: Content;
  /** RFC 3339, in UTC. */
  postedAt: string;
  /** RFC 3339, in UTC: when its text last changed; absent if never. */
  correctedAt?: string;
}

/** What an outlet changed in an article after a digest showed it. */
export interface ListedChange {
  /** A permanent UUID. */
  id: string;
  /** RFC 3339, in UTC: when Lede noticed the change. */
  at: string;
  /** In Discord's markdown, and the newest digest's language and zone. */
  content: Pick<Content, 'texts' | 'zone' | 'language'>;
}

/** The content of a channel's page and feeds. */
export interface Listing {
  digests: readonly ListedDigest[];
  /** Newest first. */
  changes: readonly ListedChange[];
}

type Channel = Pick<DigestFeed, 'channelId' | 'serverId'>;

/** All that `listingOf` depends on, from a few short queries: if equal, the listing is the same. */
export async function basisOf({ digestFeeds, audiences }: Records, feed: Channel, until: EpochMs) {
  const { digests, changed } = await digestFeeds.basis(feed, digestKinds, until - reachMs, shownMax);
  const closed = changed.length === 0 ? new Map() : await audiences.serversOf(changed.map(({ id }) => id));
  return { digests, changed, closed: [...closed] };
}

/** What outlets changed in articles of the channel's digests, newest first. */
async function changesIn(
  records: Records,
  { channelId, serverId }: Channel,
  until: EpochMs,
): Promise<readonly ShownChange[]> {
  const isAsked = (id: ChannelId) => id === channelId;
  const asked = { serverId, isAsked, kinds: digestKinds, since: 0, until, max: changesMax };
  return (await shownChanges(records, asked)).changes;
}

/** The channel's newest digests, and what outlets changed in them. */
export async function listingOf(
  records: Records,
  feed: DigestFeed,
  until: EpochMs,
  contentOf: ReturnType<typeof createContents>,
): Promise<Listing> {
  const { seed } = feed;
  const posted = await records.digestFeeds.digests(feed, digestKinds, shownMax);
  const digests = posted.map((delivery) => {
    const { id, sentAt, correctedAt = sentAt } = delivery;
    return {
      id: permanentId(seed, id),
      content: contentOf(delivery),
      postedAt: isoOf(sentAt),
      // Taking something out before posting sets `correctedAt`, too, but readers never saw it.
      correctedAt: correctedAt > sentAt ? isoOf(correctedAt) : undefined,
    };
  });
  const changes = await changesIn(records, feed, until);
  const listed = digests.slice(0, 1).flatMap(({ content: { language, zone } }) =>
    changes.map((change) => ({
      id: permanentId(seed, JSON.stringify([change.shown.deliveryId, change.articleId, change.at])),
      at: isoOf(change.at),
      content: { texts: [changeLines(change, textsFor(language)).join('\n')], language, zone },
    })),
  );
  return { digests, changes: listed };
}
