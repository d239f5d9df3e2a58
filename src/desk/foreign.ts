import type { ChannelId, UserId } from '../ids.ts';
import type { Records } from '../storage/storage.ts';
import type { Changer } from './asker.ts';
import { Refusal } from './refusal.ts';

/** Throws Refusal if no server is named: as a stored id, '' stands for all servers or for members. */
export function refuseNoServer({ serverId }: Pick<Changer, 'serverId'>): void {
  if (serverId === '') throw new Refusal('not-subscribed');
}

/** Throws Refusal if one of the channels is stored as another server's, or as a member's direct messages. */
export async function refuseForeign(
  { channels }: Records,
  { serverId }: Pick<Changer, 'serverId'>,
  channelIds: readonly ChannelId[],
): Promise<void> {
  const owners = await channels.ownersOf(channelIds);
  if (owners.some((owner) => owner.serverId !== serverId)) throw new Refusal('not-subscribed');
}

/** Throws Refusal if the place is stored as a server's, or as another member's. */
export async function refuseOthersPlace({ channels }: Records, userId: UserId, placeId: string): Promise<void> {
  const owners = await channels.ownersOf([placeId]);
  if (owners.some((owner) => owner.serverId !== '' || (owner.userId !== null && owner.userId !== userId)))
    throw new Refusal('not-followed');
}
