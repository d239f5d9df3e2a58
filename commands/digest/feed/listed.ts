import type { EpochMs } from '../../../src/clock.ts';
import { changeLines } from '../../../src/discord/cards/changes.ts';
import { textsFor } from '../../../src/discord/texts/texts.ts';
import type { ChannelId } from '../../../src/ids.ts';
import { reachMs, type ShownChange, shownChanges } from '../../../src/newsroom/shownChanges.ts';
import type { DigestFeed } from '../../../src/storage/records/servers/digestFeeds.ts';
import type { Records } from '../../../src/storage/storage.ts';
import { asked, daily } from '../deliveries.ts';
import { idOf } from './address.ts';
import type { Content, createContents } from './content.ts';
import { isoOf } from './html.ts';

const digestKinds: readonly string[] = [daily.name, asked.name];
/** Digests on a page and in a feed: a month of them, if there is one a day. */
export const shownMax = 31;
/** Maximum number of outlets' changes on a page and in a feed. */
const changesMax = 20;

/** A digest as a page and a feed show it. */
export interface ListedDigest {
  /** A UUID that stays the same. */
  id: string;
  content: Content;
  /** RFC 3339, in UTC. */
  postedAt: string;
  /** RFC 3339, in UTC: when it got its present text, if it said something else before. */
  correctedAt?: string;
}

/** What an outlet changed in an article after a digest had shown it. */
export interface ListedChange {
  /** A UUID that stays the same. */
  id: string;
  /** RFC 3339, in UTC: when Lede noticed it. */
  at: string;
  /** In Discord's markdown, in the language and zone of the newest digest. */
  content: Pick<Content, 'texts' | 'zone' | 'language'>;
}

/** Everything that a channel's page and feeds are made of. */
export interface Listing {
  digests: readonly ListedDigest[];
  /** Newest first. */
  changes: readonly ListedChange[];
}

type Channel = Pick<DigestFeed, 'channelId' | 'serverId'>;

/** What `listingOf` depends on: a few short queries tell whether it would be another one. */
export async function basisOf({ digestFeeds, audiences }: Records, feed: Channel, until: EpochMs) {
  const { digests, changed } = await digestFeeds.basis(feed, digestKinds, until - reachMs, shownMax);
  const closed = changed.length === 0 ? new Map() : await audiences.of(changed.map(({ id }) => id));
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

/** The channel's newest digests and what outlets changed in them. */
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
      id: idOf(seed, id),
      content: contentOf(delivery),
      postedAt: isoOf(sentAt),
      // What was taken out of a digest on its way is no correction.
      correctedAt: correctedAt > sentAt ? isoOf(correctedAt) : undefined,
    };
  });
  const changes = await changesIn(records, feed, until);
  const listed = digests.slice(0, 1).flatMap(({ content: { language, zone } }) =>
    changes.map((change) => ({
      id: idOf(seed, JSON.stringify([change.shown.deliveryId, change.articleId, change.at])),
      at: isoOf(change.at),
      content: { texts: [changeLines(change, textsFor(language)).join('\n')], language, zone },
    })),
  );
  return { digests, changes: listed };
}
