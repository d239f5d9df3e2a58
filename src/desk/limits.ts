import type { ChannelId, ServerId } from '../ids.ts';
import type { Records } from '../storage/storage.ts';
import { Refusal } from './refusal.ts';

/** Limits of what a server, and each of its channels, can set up. */
export const limits = { topics: 20, feeds: 50, mutes: 50, alerts: 50, channelTopics: 25, channelOutlets: 50 } as const;

/** Throws Refusal if the channel has no alert yet and the server has reached its limit. */
export async function mayAddAlert({ alerts }: Records, serverId: ServerId, channelId: ChannelId): Promise<void> {
  const others = (await alerts.ofServer(serverId)).filter((one) => one.channelId !== channelId);
  if (others.length >= limits.alerts) throw new Refusal('too-many-alerts', String(limits.alerts));
}
