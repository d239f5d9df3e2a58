import type { Kysely } from 'kysely';
import type { EpochMs } from '../../clock.ts';
import type { Tables } from '../schema.ts';
import { removeOf } from './owned.ts';

/** muted: the channel neither counts nor shows the outlet. preferred: its headlines and sentences come first. */
export type Stance = Tables['channelOutlets']['stance'];

/** Which outlets channels mute and prefer. */
export function outletRecords(db: Kysely<Tables>) {
  return {
    async ofChannel(channelId: string): Promise<{ outletId: string; stance: Stance }[]> {
      return db
        .selectFrom('channelOutlets')
        .select(['outletId', 'stance'])
        .where('channelId', '=', channelId)
        .orderBy('createdAt')
        .orderBy('outletId')
        .execute();
    },

    async set(channel: { channelId: string; serverId: string }, outletId: string, stance: Stance, now: EpochMs) {
      const { channelId, serverId } = channel;
      await db
        .insertInto('channelOutlets')
        .values({ channelId, serverId, outletId, stance, createdAt: now })
        .onConflict((conflict) => conflict.columns(['channelId', 'outletId']).doUpdateSet({ stance }))
        .execute();
    },

    async reset(channelId: string, outletId: string): Promise<void> {
      await db
        .deleteFrom('channelOutlets')
        .where('channelId', '=', channelId)
        .where('outletId', '=', outletId)
        .execute();
    },

    /** Deletes the stances on outlets that asked to be left out. */
    async forget(outletIds: readonly string[]): Promise<void> {
      await removeOf(db, 'outlet', outletIds);
    },
  };
}
