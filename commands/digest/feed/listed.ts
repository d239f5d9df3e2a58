import type { EpochMs } from '../../../src/clock.ts';
import { changeLines } from '../../../src/discord/cards/changes.ts';
import { textsFor } from '../../../src/discord/texts/texts.ts';
import type { ChannelId } from '../../../src/ids.ts';
import type { InstallationKey } from '../../../src/installationKey.ts';
import { type ShownChange, shownChanges } from '../../../src/newsroom/shownChanges.ts';
import type { DigestFeed } from '../../../src/storage/records/servers/digestFeeds.ts';
import type { Records } from '../../../src/storage/storage.ts';
import { asked, daily } from '../deliveries.ts';
import { chainIdOf, changeIdOf, routeNames } from './address.ts';
import { entriesOf, hashOf, type Proof } from './chain.ts';
import type { Content } from './content.ts';
import { isoOf } from './html.ts';

/** The kinds of deliveries that are digests. */
export const digestKinds: readonly string[] = [daily.name, asked.name];
/** Digests on a page and in a feed: a month of them, if there is one a day. */
export const shownMax = 31;
/** Entries of the chain that a page carries: one for each digest and for each of its corrections. */
export const entriesMax = 200;
/** Maximum number of outlets' changes on a page and in a feed, and of the channel's changes that are looked through. */
const changesMax = 20;
const changesRead = 200;

/** A digest as a page and a feed show it. */
export interface ListedDigest {
  /** A UUID that stays the same. */
  id: string;
  content: Content;
  /** RFC 3339, in UTC. */
  postedAt: string;
  /** When it got its present text, if it said something else before. */
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
  /** Newest first. They are not signed, since Lede did not post them. */
  changes: readonly ListedChange[];
  proof: Proof;
}

type Channel = Pick<DigestFeed, 'channelId' | 'serverId'>;

/** What outlets changed in articles of the channel's digests, newest first. */
export async function changesIn(
  records: Records,
  { channelId, serverId }: Channel,
  until: EpochMs,
): Promise<ShownChange[]> {
  const wanted = { serverId, isAsked: (id: ChannelId) => id === channelId, since: 0, until, max: changesRead };
  const { changes } = await shownChanges(records, wanted);
  return changes.filter(({ shown }) => digestKinds.includes(shown.kind)).slice(0, changesMax);
}

/** The channel's newest digests, newest first, with the entries that prove them. */
export async function listingOf(
  { digestFeeds }: Records,
  feed: Channel,
  changes: readonly ShownChange[],
  key: InstallationKey,
  publicUrl: string,
): Promise<Listing> {
  const rows = entriesOf(await digestFeeds.entries(feed, entriesMax), chainIdOf(key, feed.channelId));
  const entries = rows.map(({ is, signature }) => ({ ...is, signature }));
  const entryOf = new Map(entries.map((entry) => [entry.content, entry]));
  const digests = (await digestFeeds.texts(feed, shownMax)).flatMap((text) => {
    const content = JSON.parse(text.content) as Content;
    const entry = entryOf.get(hashOf(content));
    if (entry === undefined) return [];
    const { digest: id, posted: postedAt, signed: signedAt, kind } = entry;
    return [{ id, content, postedAt, correctedAt: kind === 'corrected' ? signedAt : undefined }];
  });
  const contents = digests.map(({ content }) => content);
  const listed = contents.slice(0, 1).flatMap(({ language, zone }) =>
    changes.map((change) => ({
      id: changeIdOf(key, JSON.stringify([change.shown.deliveryId, change.articleId, change.at])),
      at: isoOf(change.at),
      content: { texts: [changeLines(change, textsFor(language)).join('\n')], language, zone },
    })),
  );
  return {
    digests,
    changes: listed,
    proof: { keyUrl: `${publicUrl}/${routeNames.key}`, key: key.publicKey, entries, contents },
  };
}
