import type { Keyv } from 'keyv';
import type { EpochMs } from '../../clock.ts';
import type { Digest } from '../../newsroom/digest.ts';
import type { DeliveryKind, DrawingParts } from '../../outbox/kinds.ts';
import { feedSubjects } from '../../outbox/notices.ts';
import type { ChannelRecord } from '../../storage/records/channels.ts';
import type { Records } from '../../storage/storage.ts';
import type { AskParts, ServerPreferences } from '../questions/parts.ts';
import type { Ask } from '../questions/questions.ts';
import { Refusal } from '../refusal.ts';
import type { FollowUpdate } from './follows.ts';
import type { Undoable } from './undo.ts';

/** The member who changes something. Later notices go to whoever changed the server's settings last. */
export interface Changer {
  serverId: string;
  userId: string;
  /** Discord locale of the server, such as 'de' or 'en-US'. */
  serverLocale: string;
}

/** Stores the changed preferences of a server, if `change` returns some. */
type Prefer = (serverId: string, change: (known: ServerPreferences) => ServerPreferences | undefined) => Promise<void>;

/** Serializes changes to a server's preferences, since Keyv reads and writes in two steps. */
export function createPrefer(preferences: Keyv<ServerPreferences>): Prefer {
  const latest = new Map<string, Promise<void>>();
  return async (serverId, change) => {
    const made = (latest.get(serverId) ?? Promise.resolve()).then(async () => {
      const changed = change((await preferences.get(serverId)) ?? {});
      if (changed !== undefined) await preferences.set(serverId, changed);
    });
    // Errors go to the caller; the queue continues.
    const over = made.catch(() => undefined);
    latest.set(serverId, over);
    await over;
    if (latest.get(serverId) === over) latest.delete(serverId);
    return made;
  };
}

/** Limits of what a server, and each of its channels, can set up. */
export const limits = { topics: 20, feeds: 50, mutes: 50, alerts: 50, channelTopics: 25, channelOutlets: 50 } as const;

/** Dependencies of the changes. */
export interface ChangeParts
  extends DrawingParts,
    Pick<AskParts, 'storage' | 'outletsById' | 'preferences' | 'topics' | 'wall' | 'digestFor'> {
  prefer: Prefer;
  undoable: Undoable;
  ask: Ask;
  /** The kinds that changes make. */
  deliveries: { asked: DeliveryKind<Digest>; follow: DeliveryKind<FollowUpdate> };
  isAnnouncement(serverId: string, channelId: string): Promise<boolean>;
  /** The name of the topic "Our feeds" in this locale. */
  feedsTopicName(locale: string): string;
  /** `host:port` of private addresses that feeds may be read from. */
  privateOrigins: ReadonlySet<string>;
}

/** Throws Refusal if no server is named: as a stored id, '' stands for all servers or for members. */
export function refuseNoServer({ serverId }: Pick<Changer, 'serverId'>): void {
  if (serverId === '') throw new Refusal('not-subscribed');
}

/** Throws Refusal if one of the channels is stored as another server's, or as a member's direct messages. */
export async function refuseForeign(
  { channels }: Records,
  { serverId }: Pick<Changer, 'serverId'>,
  channelIds: readonly string[],
): Promise<void> {
  const owners = await channels.ownersOf(channelIds);
  if (owners.some((owner) => owner.serverId !== serverId)) throw new Refusal('not-subscribed');
}

/** Throws Refusal if the place is stored as a server's, or as another member's. */
export async function refuseOthersPlace({ channels }: Records, userId: string, placeId: string): Promise<void> {
  const owners = await channels.ownersOf([placeId]);
  if (owners.some((owner) => owner.serverId !== '' || (owner.userId !== null && owner.userId !== userId)))
    throw new Refusal('not-followed');
}

/** Remembers who last changed the server's settings, and its language. Throws Refusal if no server is named. */
export async function noteChanger(parts: ChangeParts, by: Changer): Promise<void> {
  refuseNoServer(by);
  await parts.storage.records.servers.changedBy(by.serverId, by.userId);
  await noteLocale(parts.prefer, by.serverId, by.serverLocale);
}

/** Stores the language that the server's owner set in Discord; the latest counts. */
export function noteLocale(prefer: Prefer, serverId: string, locale: string): Promise<void> {
  return prefer(serverId, (known) => (known.locale === locale ? undefined : { ...known, locale }));
}

/** Ends the channel's digest and cancels unsent messages; attempts of unknown outcome are still checked. */
export async function removeChannel(
  records: Records,
  { serverId, channelId }: Pick<ChannelRecord, 'serverId' | 'channelId'>,
  now: EpochMs,
): Promise<void> {
  await records.deliveries.dropUnattempted(channelId, ['digest', 'running-digest'], 'no topic is left');
  await records.channels.remove(channelId);
  await records.servers.channelNoticesDropped(serverId, channelId, now);
}

/** Takes feeds from a server and ends the notices about them. */
export async function removeFeeds(
  records: Records,
  serverId: string,
  feedIds: readonly string[],
  now: EpochMs,
): Promise<void> {
  for (const feedId of feedIds) {
    await records.own.removeFeed(serverId, feedId);
    for (const subject of feedSubjects(feedId)) await records.servers.noticeOver(serverId, subject, now);
  }
}

/** The channel's latest claimed slot, from which its next one is computed. */
export const lastClaimedOf = ({ lastDate, lastOrdinal }: ChannelRecord) =>
  lastDate === undefined || lastOrdinal === undefined ? undefined : { localDate: lastDate, ordinal: lastOrdinal };
