import type { Keyv } from 'keyv';
import type { EpochMs, Wall } from '../../clock.ts';
import type { DigestMaker } from '../../delivery/digestFor.ts';
import { feedSubjects } from '../../delivery/notices.ts';
import type { Render } from '../../delivery/ports.ts';
import type { Topic } from '../../feeds/catalogue.ts';
import type { ChannelRecord } from '../../storage/records/channels.ts';
import type { Records, Storage } from '../../storage/storage.ts';
import type { Ask, Changer } from '../desk.ts';
import type { ServerPreferences } from '../questions/parts.ts';
import type { Prefer } from './prefer.ts';

/** What the changes of commands are made with. */
export interface ChangeParts {
  storage: Storage;
  preferences: Keyv<ServerPreferences>;
  prefer: Prefer;
  topics: readonly Topic[];
  wall: Wall;
  ask: Ask;
  digestFor: DigestMaker;
  render: Render;
  pictures: boolean;
  /** What the topic of feeds without one is called in a server of this locale. */
  feedsTopicName(locale: string): string;
  /** Exact `host:port` that feeds may be read from although they are private addresses. */
  privateOrigins: ReadonlySet<string>;
}

/** Remembers who cares for the server's settings and which language it reads. */
export async function noteChanger(parts: ChangeParts, by: Changer): Promise<void> {
  await parts.storage.records.servers.changedBy(by.serverId, by.userId);
  await noteLocale(parts.prefer, by.serverId, by.serverLocale);
}

/** Which language the server reads is said in Discord alone; the last word counts. */
export function noteLocale(prefer: Prefer, serverId: string, locale: string): Promise<void> {
  return prefer(serverId, (known) => (known.locale === locale ? undefined : { ...known, locale }));
}

/**
 * The channel gets nothing any more. What has not left stays in the house; what may have arrived is still found out.
 */
export async function removeChannel(
  records: Records,
  { serverId, channelId }: Pick<ChannelRecord, 'serverId' | 'channelId'>,
  now: EpochMs,
): Promise<void> {
  await records.deliveries.dropUnattempted(channelId, ['daily', 'asked'], 'no topic is left');
  await records.channels.remove(channelId);
  await records.servers.channelNoticesDropped(serverId, channelId, now);
}

/** The server reads these feeds no more, whatever is the matter with them. */
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

/** The newest slot of a channel that was claimed, as its next one is counted from. */
export const lastClaimedOf = ({ lastDate, lastOrdinal }: ChannelRecord) =>
  lastDate === undefined || lastOrdinal === undefined ? undefined : { localDate: lastDate, ordinal: lastOrdinal };
