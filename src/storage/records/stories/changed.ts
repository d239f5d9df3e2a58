import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { EpochMs } from '../../../clock.ts';
import type { ChannelId, StoryId } from '../../../ids.ts';
import type { Tables } from '../../schema.ts';
import { keepStored } from '../rows.ts';
import { mergedInto } from './stories.ts';

/** A changed story that a loop has to process. */
export interface ChangedStory {
  id: string;
  /** The story's current id, which differs from the noted one after a merge. */
  storyId: StoryId;
  /** The only channel for which the story is processed; '' for all. */
  channelId: ChannelId;
}

/** A story to match with rules or follows again later, for one channel. */
export type Rematch = Pick<ChangedStory, 'storyId' | 'channelId'> & { dueAt: EpochMs };

const readers = ['alert', 'follow'] as const;
type Reader = (typeof readers)[number];

/**
 * A queue of changed stories for the loops that send alerts and updates. A row is written in the transaction of the
 * change and deleted once its consequences are stored. Each change has its own row, so a change made in the meantime is
 * not lost, however late its transaction commits.
 */
export function changedRecords(db: Kysely<Tables>) {
  return {
    /** Queues the story for every reader, due at `newsAt`. */
    async note(storyId: StoryId, newsAt: EpochMs): Promise<void> {
      await db
        .insertInto('changedStories')
        .values(readers.map((reader) => ({ id: randomUUID(), reader, storyId, channelId: '', dueAt: newsAt })))
        .execute();
    },

    /** Up to `max` due rows, plus all of the last row's channel, whose stories go into one message. */
    async due(reader: Reader, now: EpochMs, max: number): Promise<ChangedStory[]> {
      const due = db
        .selectFrom('changedStories')
        .select(['id', 'storyId', 'channelId'])
        .where('reader', '=', reader)
        .where('dueAt', '<=', now)
        .orderBy('dueAt')
        .orderBy('id');
      const rows = await due.limit(max).execute();
      const { channelId = '' } = rows[max - 1] ?? {};
      const others = channelId === '' ? [] : await due.where('channelId', '=', channelId).execute();
      const found = [...new Map([...rows, ...others].map((row) => [row.id, row])).values()];
      const storyIds = found.map(({ storyId }) => storyId);
      const merged = await mergedInto(db, storyIds);
      return found.map((row) => ({ ...row, storyId: merged.get(row.storyId) ?? row.storyId }));
    },

    /** Deletes rows whose consequences are stored. */
    async processed(ids: readonly string[]): Promise<void> {
      await db.deleteFrom('changedStories').where('id', 'in', ids).execute();
    },

    async requeue(reader: Reader, rematches: readonly Rematch[]): Promise<void> {
      for (const { storyId, channelId, dueAt } of rematches) {
        // The id is derived, so that a story that changes often before `dueAt` has one row.
        const id = `${reader}/${channelId}/${storyId}/${dueAt}`;
        const row = { id, reader, storyId, channelId, dueAt };
        await db.insertInto('changedStories').values(row).onConflict(keepStored).execute();
      }
    },
  };
}
