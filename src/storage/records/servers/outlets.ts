import type { Kysely } from 'kysely';
import type { EpochMs } from '../../../clock.ts';
import type { ChannelId, OutletId, ServerId } from '../../../ids.ts';
import type { Tables } from '../../schema.ts';
import { replacing } from '../rows.ts';
import { removeOf } from '../upkeep/owned.ts';

/** muted: the channel neither counts nor shows the outlet. preferred: its headlines and sentences come first. */
export type Stance = Tables['channelOutlets']['stance'];

interface ChosenOutlet {
  outletId: OutletId;
  stance: Stance;
}

/** Which outlets channels mute and prefer. */
export function outletRecords(db: Kysely<Tables>) {
  return {
    async ofChannel(channelId: ChannelId): Promise<ChosenOutlet[]> {
      return db
        .selectFrom('channelOutlets')
        .select(['outletId', 'stance'])
        .where('channelId', '=', channelId)
        .orderBy('createdAt')
        .orderBy('outletId')
        .execute();
    },

    async set(channel: { channelId: ChannelId; serverId: ServerId }, outletId: OutletId, stance: Stance, now: EpochMs) {
      const { channelId, serverId } = channel;
      const row = { channelId, serverId, outletId, stance, createdAt: now };
      await db.insertInto('channelOutlets').values(row).onConflict(replacing('channelOutlets', 'stance')).execute();
    },

    async reset(channelId: ChannelId, outletId: OutletId): Promise<void> {
      await db
        .deleteFrom('channelOutlets')
        .where('channelId', '=', channelId)
        .where('outletId', '=', outletId)
        .execute();
    },

    /** Deletes the channels' choices about outlets that asked to be left out. */
    async forget(outletIds: readonly OutletId[]): Promise<void> {
      await removeOf(db, 'outlet', outletIds);
    },
  };
}
