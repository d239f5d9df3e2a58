import type { InstallationKey } from '../../../src/installationKey.ts';
import type { DigestFeed } from '../../../src/storage/records/servers/digestFeeds.ts';
import type { Records } from '../../../src/storage/storage.ts';
import { routeNames } from './address.ts';
import { type Entry, hashOf, type Proof } from './chain.ts';
import type { Content } from './content.ts';

/** Digests on a page and in a feed: a month of them, if there is one a day. */
export const shownMax = 31;
/** Entries of the chain that a page carries: one for each digest and for each of its corrections. */
export const entriesMax = 200;

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

/** Everything that a channel's page and feeds are made of. */
export interface Listing {
  digests: readonly ListedDigest[];
  proof: Proof;
}

/** The channel's newest digests, newest first, with the entries that prove them. */
export async function listingOf(
  { digestFeeds }: Records,
  feed: Pick<DigestFeed, 'channelId' | 'serverId'>,
  key: InstallationKey,
  publicUrl: string,
): Promise<Listing> {
  const rows = await digestFeeds.entries(feed, entriesMax);
  const entries = rows.map(({ entry, signature }) => ({ ...(JSON.parse(entry) as Entry), signature }));
  const entryOf = new Map(entries.map((entry) => [entry.content, entry]));
  const digests = (await digestFeeds.texts(feed, shownMax)).flatMap((text) => {
    const content = JSON.parse(text.content) as Content;
    const entry = entryOf.get(hashOf(content));
    if (entry === undefined) return [];
    const { digest: id, posted: postedAt, signed: signedAt, kind } = entry;
    return [{ id, content, postedAt, correctedAt: kind === 'corrected' ? signedAt : undefined }];
  });
  const contents = digests.map(({ content }) => content);
  return { digests, proof: { keyUrl: `${publicUrl}/${routeNames.key}`, key: key.publicKey, entries, contents } };
}
