import type { ChannelId, UserId } from '../ids.ts';
import type { Records } from '../storage/storage.ts';
import type { Changer } from './asker.ts';
import { Refusal } from './refusal.ts';

/** Throws Refusal if the server id is '', because '' stands for all servers or for members in the database. */
export function refuseNoServer({ serverId }: Pick<Changer, 'serverId'>): void {
  if (serverId === '') throw new Refusal('not-subscribed');
}

/** Throws Refusal if one of the channels belongs to another server, or is a member's direct messages. */
export async function refuseForeign(
  { channels }: Records,
  { serverId }: Pick<Changer, 'serverId'>,
  channelIds: readonly ChannelId[],
): Promise<void> {
  const owners = await channels.ownersOf(channelIds);
  if (owners.some((owner) => owner.serverId !== serverId)) throw new Refusal('not-subscribed');
}

/** Throws Refusal if the place belongs to a server or to another member. */
export async function refuseOthersPlace({ channels }: Records, userId: UserId, placeId: string): Promise<void> {
  const owners = await channels.ownersOf([placeId]);
  if (owners.some((owner) => owner.serverId !== '' || (owner.userId !== null && owner.userId !== userId)))
    throw new Refusal('not-followed');
}
