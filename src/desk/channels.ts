import type { EpochMs } from '../clock.ts';
import type { ChannelId, ServerId } from '../ids.ts';
import { localDateAt } from '../schedule/localTime.ts';
import { nextSlot } from '../schedule/slots.ts';
import { type ChannelRecord, lastClaimedOf } from '../storage/records/servers/channels.ts';
import type { Records } from '../storage/storage.ts';
import { Refusal } from './refusal.ts';

/** The channel with its digest settings. Throws Refusal if the server has no digest in this channel. */
export async function channelOf({ channels }: Records, by: { serverId: ServerId }, channelId: ChannelId) {
  const channel = await channels.byId(channelId);
  if (channel?.serverId !== by.serverId) throw new Refusal('not-subscribed');
  return channel;
}

/**
 * Stores a channel's settings and its next slot. No slot comes twice, even if the channel had a digest before, and a
 * change alone posts nothing.
 */
export async function saveChannel(
  { channels, deliveries }: Records,
  channel: Pick<ChannelRecord, 'serverId' | 'channelId' | 'schedule' | 'paused'>,
  now: EpochMs,
): Promise<void> {
  const { channelId, schedule, paused } = channel;
  const known = await channels.byId(channelId);
  const lastClaimed = known === undefined ? await deliveries.lastSlot(channelId, now) : lastClaimedOf(known);
  const next = nextSlot(schedule, {
    lastClaimed,
    lastLocalDate: known?.nextDate === undefined ? undefined : localDateAt(now, known.schedule.zone),
    change: { wasDue: known?.nextDueAt !== undefined && known.nextDueAt <= now },
    now,
  });
  await channels.save(channel, paused === undefined ? next : undefined, now, lastClaimed);
}

/** Ends the channel's digest and drops its digest messages that were never attempted. */
export async function removeChannel(
  records: Records,
  { serverId, channelId }: Pick<ChannelRecord, 'serverId' | 'channelId'>,
  now: EpochMs,
): Promise<void> {
  await records.deliveries.dropUnattempted(channelId, ['digest', 'running-digest'], 'no-topics');
  await records.channels.remove(channelId);
  await records.servers.channelNoticesDropped(serverId, channelId, now);
}
