import type { Kysely, Selectable } from 'kysely';
import type { EpochMs } from '../../../clock.ts';
import type { ArticleId, ServerId, StoryId, TopicId } from '../../../ids.ts';
import type { Tables } from '../../schema.ts';
import { column, countOf, type Filled, filled, isFound } from '../rows.ts';
import { removeOf, removeRows } from '../upkeep/owned.ts';

type Row = Selectable<Tables['stories']>;

export type StoryRecord = Omit<Filled<Row>, 'aliasOf' | 'earlier' | 'open'> & {
  /** Earlier stories that this one continues, nearest first. */
  earlier: readonly StoryId[];
  /** Whether everyone may see the story. Otherwise only servers whose own feeds listed one of its articles may. */
  open: boolean;
};

const storyOf = (row: Row): StoryRecord => ({
  ...filled(row),
  earlier: row.earlier?.split(' ').filter(Boolean) ?? [],
  open: row.open === 1,
});

export function storyRecords(db: Kysely<Tables>) {
  const present = () => db.selectFrom('stories').where('aliasOf', 'is', null);

  return {
    async save(story: Omit<StoryRecord, 'earlier'>, topicIds: readonly TopicId[]): Promise<void> {
      const { id, language = null, ...rest } = story;
      const values = { ...rest, language, open: story.open ? 1 : 0, aliasOf: null };
      await db
        .insertInto('stories')
        .values({ id, ...values })
        .onConflict((conflict) => conflict.column('id').doUpdateSet(values))
        .execute();
      await db.deleteFrom('storyTopics').where('storyId', '=', id).execute();
      if (topicIds.length === 0) return;
      await db
        .insertInto('storyTopics')
        .values(topicIds.map((topicId) => ({ storyId: id, topicId })))
        .execute();
    },

    /** Stores the ids of earlier stories that the story continues, nearest first. */
    async continues(id: StoryId, earlierIds: readonly StoryId[]): Promise<void> {
      await db
        .updateTable('stories')
        .set({ earlier: earlierIds.join(' ') })
        .where('id', '=', id)
        .execute();
    },

    /** Makes `from` and its aliases aliases of `into`, and drops the topics of `from`. */
    async alias(from: string, into: string): Promise<void> {
      await db
        .updateTable('stories')
        .set({ aliasOf: into })
        .where(({ eb, or }) => or([eb('id', '=', from), eb('aliasOf', '=', from)]))
        .execute();
      await db.deleteFrom('storyTopics').where('storyId', '=', from).execute();
    },

    /** Deletes a story and its aliases. */
    async remove(storyId: StoryId): Promise<void> {
      await db.deleteFrom('storyTopics').where('storyId', '=', storyId).execute();
      await db
        .deleteFrom('stories')
        .where(({ eb, or }) => or([eb('id', '=', storyId), eb('aliasOf', '=', storyId)]))
        .execute();
    },

    /** Follows an alias; undefined if the story is deleted. */
    async byId(id: StoryId): Promise<StoryRecord | undefined> {
      const row = await db.selectFrom('stories').selectAll().where('id', '=', id).executeTakeFirst();
      if (row === undefined) return undefined;
      return row.aliasOf === null ? storyOf(row) : this.byId(row.aliasOf);
    },

    async byIds(ids: readonly StoryId[]): Promise<StoryRecord[]> {
      const rows = await present().selectAll().where('id', 'in', ids).execute();
      return rows.map(storyOf);
    },

    /** Stories with news since `since` in the server's own feeds, with the topics it chose for these feeds. */
    async ownTopicsSince(since: EpochMs, serverId: ServerId): Promise<{ storyId: StoryId; topicId: TopicId }[]> {
      return db
        .selectFrom('ownFeeds')
        .innerJoin('articleFeeds', 'articleFeeds.feedId', 'ownFeeds.feedId')
        .innerJoin('articles', 'articles.id', 'articleFeeds.articleId')
        .select(['articles.storyId', 'ownFeeds.topicId'])
        .distinct()
        .where('ownFeeds.serverId', '=', serverId)
        .where('articles.newsAt', '>', since)
        .where('articles.storyId', 'is not', null)
        .$narrowType<{ storyId: StoryId }>()
        .execute();
    },

    /** Which of these stories contain an article from the server's own feeds. */
    async broughtBy(serverId: ServerId, storyIds: readonly StoryId[]): Promise<Set<StoryId>> {
      const rows = await db
        .selectFrom('articles')
        .innerJoin('articleFeeds', 'articleFeeds.articleId', 'articles.id')
        .innerJoin('ownFeeds', 'ownFeeds.feedId', 'articleFeeds.feedId')
        .select('articles.storyId')
        .distinct()
        .where('ownFeeds.serverId', '=', serverId)
        .where('articles.storyId', 'in', storyIds)
        .execute();
      return new Set(rows.flatMap(({ storyId }) => storyId ?? []));
    },

    /** The number of stories with news since `since` that everyone may see. */
    async countOpenSince(since: EpochMs): Promise<number> {
      return countOf(present().where('open', '=', 1).where('newsAt', '>', since));
    },

    async isEmpty(): Promise<boolean> {
      return !(await isFound(present().select('id').limit(1)));
    },

    async count(): Promise<number> {
      return countOf(present());
    },

    /** Deletes aliases whose story is gone. Returns how many. */
    async sweepAliases(max: number): Promise<number> {
      const { numDeletedRows } = await db
        .deleteFrom('stories')
        .where('id', 'in', (query) =>
          query
            .selectFrom('stories')
            .select('id')
            .where('aliasOf', 'is not', null)
            .where('aliasOf', 'not in', ({ selectFrom }) => selectFrom('stories as kept').select('kept.id'))
            .limit(max),
        )
        .executeTakeFirst();
      return Number(numDeletedRows);
    },

    /**
     * Deletes stories whose newest counted article is older than `before`, with their articles, unless a pending
     * delivery shows them. Stories in `left` stay, because own feeds brought newer articles, and must be refreshed.
     */
    async sweep(before: EpochMs, max: number): Promise<{ gone: StoryId[]; left: StoryId[] }> {
      const pending = db
        .selectFrom('told')
        .innerJoin('deliveries', 'deliveries.id', 'told.deliveryId')
        .select('told.storyId')
        .where('deliveries.state', '=', 'pending');
      const over = present().select('id').where('lastAt', '<', before).where('id', 'not in', pending);
      const ids = await column('id', over.limit(max));
      const articles = db.selectFrom('articles').where('storyId', 'in', ids);
      await removeArticles(db, await column('id', articles.select('id').where('publishedAt', '<', before)));
      const left = await column('storyId', articles.select('storyId').distinct().$narrowType<{ storyId: StoryId }>());
      const gone = ids.filter((id) => !left.includes(id));
      await db.deleteFrom('stories').where('aliasOf', 'in', gone).execute();
      await removeRows(db, 'stories', 'id', gone);
      return { gone, left };
    },
  };
}

/** Maps merged stories to the stories into which they were merged; other stories are not in the map. */
export async function mergedInto(db: Kysely<Tables>, storyIds: readonly StoryId[]): Promise<Map<StoryId, StoryId>> {
  const rows = await db
    .selectFrom('stories')
    .select(['id', 'aliasOf'])
    .where('id', 'in', storyIds)
    .where('aliasOf', 'is not', null)
    .$narrowType<{ aliasOf: string }>()
    .execute();
  return new Map(rows.map((row) => [row.id, row.aliasOf]));
}

/** Deletes articles with what belongs to them. Returns the ids of their stories. */
export async function removeArticles(db: Kysely<Tables>, ids: readonly ArticleId[]): Promise<Set<StoryId>> {
  await removeOf(db, 'article', ids);
  const gone = await db.deleteFrom('articles').where('id', 'in', ids).returning('storyId').execute();
  return new Set(gone.flatMap(({ storyId }) => storyId ?? []));
}
