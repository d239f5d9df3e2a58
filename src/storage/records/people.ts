import type { Kysely } from 'kysely';
import type { EpochMs } from '../../clock.ts';
import type { Tables } from '../schema.ts';
import { momentOf } from './rows.ts';

/** What is kept of members beside what they follow and watch. */
export function peopleRecords(db: Kysely<Tables>) {
  return {
    async caughtUpAt(userId: string): Promise<EpochMs | undefined> {
      return momentOf(db.selectFrom('people').select('caughtUpAt as at').where('userId', '=', userId));
    },

    async catchUp(userId: string, caughtUpAt: EpochMs): Promise<void> {
      await db
        .insertInto('people')
        .values({ userId, caughtUpAt })
        .onConflict((conflict) => conflict.column('userId').doUpdateSet({ caughtUpAt }))
        .execute();
    },

    /** Servers whose settings the member changed last. */
    async changed(userId: string): Promise<string[]> {
      const rows = await db.selectFrom('servers').select('id').where('changedBy', '=', userId).execute();
      return rows.map(({ id }) => id);
    },

    /** Deletes all that is kept of the member. */
    async forget(userId: string): Promise<void> {
      for (const table of ['people', 'follows', 'alerts'] as const) {
        await db.deleteFrom(table).where('userId', '=', userId).execute();
      }
      await db.updateTable('servers').set({ changedBy: null }).where('changedBy', '=', userId).execute();
    },

    async sweep(before: EpochMs): Promise<number> {
      return (await db.deleteFrom('people').where('caughtUpAt', '<', before).returning('userId').execute()).length;
    },
  };
}
