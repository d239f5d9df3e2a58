import type { Kysely } from 'kysely';
import type { EpochMs } from '../../../clock.ts';
import type { UserId } from '../../../ids.ts';
import type { Tables } from '../../schema.ts';
import { column, momentOf, replacing } from '../rows.ts';
import { removeOf, removeRows } from '../upkeep/owned.ts';

/** Data about members, except follows and watched words. */
export function peopleRecords(db: Kysely<Tables>) {
  return {
    async caughtUpAt(userId: UserId): Promise<EpochMs | undefined> {
      return momentOf(db.selectFrom('people').select('caughtUpAt as at').where('userId', '=', userId));
    },

    async catchUp(userId: UserId, caughtUpAt: EpochMs): Promise<void> {
      const row = { userId, caughtUpAt };
      await db.insertInto('people').values(row).onConflict(replacing('people', 'caughtUpAt')).execute();
    },

    /** Servers whose settings this member was the last to change. */
    async changed(userId: UserId): Promise<string[]> {
      return column('id', db.selectFrom('servers').select('id').where('changedBy', '=', userId));
    },

    /** The member's votes to split an article off its story. */
    async votes(userId: UserId): Promise<object[]> {
      return db
        .selectFrom('apartVotes')
        .select(['serverId', 'articleId', 'at', 'takenBackAt'])
        .where('userId', '=', userId)
        .execute();
    },

    /** Deletes everything stored about the member. Splits that the member's votes decided stay. */
    async forget(userId: UserId): Promise<void> {
      const messages = await column(
        'id',
        db
          .selectFrom('alerts')
          .select('channelId as id')
          .where('userId', '=', userId)
          .union(
            db.selectFrom('follows').select('placeId as id').where('userId', '=', userId).where('serverId', '=', ''),
          ),
      );
      await removeRows(db, 'deliveries', 'channelId', messages);
      await removeOf(db, 'member', [userId]);
    },
  };
}
