import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { EpochMs } from '../../clock.ts';
import type { Tables } from '../schema.ts';

/** A story that a loop has to look at. */
export interface ChangedStory {
  id: string;
  /** As the story is called now, if it was merged since. */
  storyId: string;
  /** Look for this channel alone; empty for everybody. */
  channelId: string;
}

/** To look at a story once more, later and for one channel. */
export type LookAgain = Pick<ChangedStory, 'storyId' | 'channelId'> & { dueAt: EpochMs };

const readers = ['alert', 'follow'] as const;
type Reader = (typeof readers)[number];

/**
 * Stories that changed, for the loops that tell of changes. A row is written in the transaction of the change and deleted
 * once all that it causes is stored. Each change has a row of its own, so one that comes meanwhile is not lost, however
 * late its transaction ends.
 */
export function changedRecords(db: Kysely<Tables>) {
  return {
    /** The story is to be looked at once `newsAt` has come. */
    async note(storyId: string, newsAt: EpochMs): Promise<void> {
      await db
        .insertInto('changedStories')
        .values(readers.map((reader) => ({ id: randomUUID(), reader, storyId, channelId: '', dueAt: newsAt })))
        .execute();
    },

    /** The oldest that are due; where the last of them is for one channel, all of that channel. */
    async due(reader: Reader, now: EpochMs, max: number): Promise<ChangedStory[]> {
      const due = db
        .selectFrom('changedStories')
        .leftJoin('stories', 'stories.id', 'changedStories.storyId')
        .select(['changedStories.id', 'changedStories.storyId', 'changedStories.channelId', 'stories.aliasOf'])
        .where('changedStories.reader', '=', reader)
        .where('changedStories.dueAt', '<=', now)
        .orderBy('changedStories.dueAt')
        .orderBy('changedStories.id');
      const rows = await due.limit(max).execute();
      const { channelId = '' } = rows[max - 1] ?? {};
      // After quiet hours one message tells them all.
      const others = channelId === '' ? [] : await due.where('channelId', '=', channelId).execute();
      const found = [...new Map([...rows, ...others].map((row) => [row.id, row])).values()];
      return found.map(({ aliasOf, ...row }) => ({ ...row, storyId: aliasOf ?? row.storyId }));
    },

    /** What these rows were to cause is stored. */
    async looked(ids: readonly string[]): Promise<void> {
      await db.deleteFrom('changedStories').where('id', 'in', ids).execute();
    },

    async lookAgain(reader: Reader, again: readonly LookAgain[]): Promise<void> {
      for (const { storyId, channelId, dueAt } of again) {
        // One row, however often the story changes until then.
        const id = `${reader}/${channelId}/${storyId}/${dueAt}`;
        await db
          .insertInto('changedStories')
          .values({ id, reader, storyId, channelId, dueAt })
          .onConflict((conflict) => conflict.doNothing())
          .execute();
      }
    },
  };
}
