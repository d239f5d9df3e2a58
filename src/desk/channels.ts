import type { EpochMs } from '../clock.ts';
import type { ChannelRecord } from '../storage/records/channels.ts';
import type { Records } from '../storage/storage.ts';

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
