import type { Kysely } from 'kysely';
import type { EpochMs } from '../../clock.ts';
import type { QuotedSentence } from '../../digests/digest.ts';
import type { Tables } from '../schema.ts';

/** What one message tells of one story. */
export interface ToldRecord {
  storyId: string;
  articleIds: readonly string[];
  sentences: readonly QuotedSentence[];
}

/** Two JSON lists as one. */
function joined(first: string | undefined, second: string): string {
  if (first === undefined) return second;
  return JSON.stringify([...(JSON.parse(first) as unknown[]), ...(JSON.parse(second) as unknown[])]);
}

/** What channels were told. */
export function toldRecords(db: Kysely<Tables>) {
  return {
    /** What this channel was told of these stories by messages that were sent, or still may be; newest first. */
    async of(
      channelId: string,
      storyIds?: readonly string[],
    ): Promise<(ToldRecord & { at: EpochMs; messageId?: string; deliveryId: string })[]> {
      if (storyIds?.length === 0) return [];
      const rows = await db
        .selectFrom('told')
        .innerJoin('deliveries', 'deliveries.id', 'told.delivery_id')
        .select([
          'told.story_id',
          'told.article_ids',
          'told.sentences',
          'deliveries.window_end',
          'deliveries.message_id',
          'deliveries.id',
        ])
        .where('told.channel_id', '=', channelId)
        .where('deliveries.state', 'in', ['sent', 'pending', 'unknown'])
        .$if(storyIds !== undefined, (query) => query.where('told.story_id', 'in', storyIds ?? []))
        .orderBy('deliveries.window_end', 'desc')
        .execute();
      return rows.map((row) => ({
        storyId: row.story_id,
        articleIds: JSON.parse(row.article_ids) as string[],
        sentences: JSON.parse(row.sentences) as QuotedSentence[],
        at: row.window_end,
        messageId: row.message_id ?? undefined,
        deliveryId: row.id,
      }));
    },

    /** Stories with an article since that any channel was told of: a merge keeps their id. */
    async ofStoriesSince(since: EpochMs): Promise<Set<string>> {
      const rows = await db
        .selectFrom('stories')
        .select('id')
        .where('last_at', '>=', since)
        .where((where) =>
          where.exists(where.selectFrom('told').select('delivery_id').whereRef('told.story_id', '=', 'stories.id')),
        )
        .execute();
      return new Set(rows.map((row) => row.id));
    },

    /** A merged story keeps what was told of it; a message that told both told the one that stays. */
    async move(from: string, into: string): Promise<void> {
      const rows = await db.selectFrom('told').selectAll().where('story_id', '=', from).execute();
      for (const row of rows) {
        const key = { channel_id: row.channel_id, delivery_id: row.delivery_id };
        const known = await db
          .selectFrom('told')
          .select(['article_ids', 'sentences'])
          .where('story_id', '=', into)
          .where('channel_id', '=', row.channel_id)
          .where('delivery_id', '=', row.delivery_id)
          .executeTakeFirst();
        const values = {
          article_ids: joined(known?.article_ids, row.article_ids),
          sentences: joined(known?.sentences, row.sentences),
        };
        await db
          .insertInto('told')
          .values({ ...key, story_id: into, ...values })
          .onConflict((conflict) => conflict.columns(['channel_id', 'story_id', 'delivery_id']).doUpdateSet(values))
          .execute();
      }
      await db.deleteFrom('told').where('story_id', '=', from).execute();
    },
  };
}
