import { type Expression, expressionBuilder, type Kysely, type Selectable, type SqlBool } from 'kysely';
import type { EpochMs } from '../../../clock.ts';
import type { ArticleId, ServerId, StoryId, UserId } from '../../../ids.ts';
import { eachRow } from '../../eachRow.ts';
import type { Tables } from '../../schema.ts';
import { countOf, type Filled, filled, keepStored, replacing } from '../rows.ts';
import { mergedInto } from './stories.ts';

/** A member's vote to split an article off its story. `takenBackAt` is when the member last took back the vote. */
type SplitVote = Omit<Filled<Selectable<Tables['apartVotes']>>, 'manager'> & { manager: boolean };

/** A condition on `apartVotes`: the member hasn't taken back the vote. */
function voteCounts(): Expression<SqlBool> {
  const { eb, or, ref } = expressionBuilder<Tables, 'apartVotes'>();
  return or([eb('takenBackAt', 'is', null), eb('at', '>', ref('takenBackAt'))]);
}

/** The `takenBackAt` of a vote that is taken back now. Never before `at`, or the vote would still count. */
function takenBackNow(now: EpochMs): Expression<number> {
  const { ref, case: when } = expressionBuilder<Tables, 'apartVotes'>();
  return when().when('at', '>', now).then(ref('at')).else(now).end();
}

/** A split in force: the article and its copies (`articleIds`) are kept apart from the story's other articles. */
export interface Decided {
  articleIds: readonly ArticleId[];
  otherIds: readonly ArticleId[];
  at: EpochMs;
}

/** An article that a server's members took out of a story, and when. */
export interface SplitArticle {
  articleId: ArticleId;
  url: string;
  at: EpochMs;
}

/**
 * Splits: articles that a server's members took out of a story, each with the articles it is kept apart from, and the
 * members' votes.
 */
export function splitRecords(db: Kysely<Tables>) {
  const votes = (serverId: ServerId, articleIds: readonly ArticleId[]) =>
    db.updateTable('apartVotes').where('serverId', '=', serverId).where('articleId', 'in', articleIds);

  /** The articles that the server's members took out, each with each article from which it is kept apart. */
  const takenOut = (serverId: ServerId) =>
    db
      .selectFrom('apart')
      .innerJoin('articles', 'articles.id', 'apart.articleId')
      .innerJoin('articles as other', 'other.id', 'apart.otherId')
      .where('apart.serverId', '=', serverId)
      .distinct();

  return {
    /** Stores a member's vote on an article in place of an earlier one. */
    async vote({ manager, at, ...key }: Omit<SplitVote, 'takenBackAt'>): Promise<void> {
      const query = db.selectFrom('apartVotes').select('takenBackAt');
      const known = await query.where(({ and }) => and(key)).executeTakeFirst();
      // Later than the moment when an earlier vote was taken back, or this vote would not count.
      const row = { ...key, manager: manager ? 1 : 0, at: Math.max(at, (known?.takenBackAt ?? 0) + 1) };
      await db
        .insertInto('apartVotes')
        .values(row)
        .onConflict(replacing('apartVotes', 'manager', 'at'))
        .execute();
    },

    /** The server's votes on the article since `since` that were not taken back. */
    async votesOn(serverId: ServerId, articleId: ArticleId, since: EpochMs): Promise<SplitVote[]> {
      const rows = await db
        .selectFrom('apartVotes')
        .selectAll()
        .where('serverId', '=', serverId)
        .where('articleId', '=', articleId)
        .where('at', '>=', since)
        .where(voteCounts())
        .execute();
      return rows.map((row) => ({ ...filled(row), manager: row.manager === 1 }));
    },

    /**
     * Takes back the votes of member `by` on these articles, or without `by` the votes of the whole server. Returns how
     * many votes were taken back.
     */
    async takeBack(
      serverId: ServerId,
      articleIds: readonly ArticleId[],
      by: string | undefined,
      at: EpochMs,
    ): Promise<number> {
      const { numUpdatedRows } = await votes(serverId, articleIds)
        .set({ takenBackAt: takenBackNow(at) })
        .where(voteCounts())
        .$if(by !== undefined, (query) => query.where('userId', '=', by ?? ''))
        .executeTakeFirst();
      return Number(numUpdatedRows);
    },

    /** The split of this article that is in force in the server. */
    async decided(serverId: ServerId, articleId: ArticleId): Promise<Decided | undefined> {
      const rows = db.selectFrom('apart').where('serverId', '=', serverId);
      const its = await rows.select(['otherId', 'at']).where('articleId', '=', articleId).execute();
      if (its.length === 0) return undefined;
      const others = new Set(its.map(({ otherId }) => otherId));
      const near = await rows
        .select(['articleId', 'otherId'])
        .where('at', 'in', [...new Set(its.map(({ at }) => at))])
        .where('otherId', 'in', [...others])
        .execute();
      const byArticle = [...Map.groupBy(near, (row) => row.articleId)];
      const articleIds = byArticle.filter(([, ofIt]) => ofIt.length === others.size).map(([id]) => id);
      return { articleIds, otherIds: [...others], at: Math.max(...its.map(({ at }) => at)) };
    },

    async end(serverId: ServerId, articleIds: readonly ArticleId[]): Promise<void> {
      await db.deleteFrom('apart').where('serverId', '=', serverId).where('articleId', 'in', articleIds).execute();
    },

    /** The articles that the server's members took out of the story, oldest first. */
    async takenOutOf(
      storyId: StoryId,
      serverId: ServerId,
    ): Promise<{ articleId: ArticleId; title: string; outlet: string }[]> {
      return db
        .selectFrom('articles')
        .select(['id as articleId', 'title', 'outletName as outlet'])
        .where('id', 'in', (query) =>
          query
            .selectFrom('apart')
            .innerJoin('articles as other', 'other.id', 'apart.otherId')
            .select('apart.articleId')
            .where('apart.serverId', '=', serverId)
            .where('other.storyId', '=', storyId),
        )
        .where('storyId', '=', storyId)
        .orderBy('publishedAt')
        .orderBy('id')
        .execute();
    },

    /** The articles that the server's members took out of each story. `storyIds` may be ids from before a merge. */
    async inStories(serverId: ServerId, storyIds: readonly StoryId[]): Promise<Map<StoryId, SplitArticle[]>> {
      const merged = await mergedInto(db, storyIds);
      const rows = await takenOut(serverId)
        .select(['other.storyId', 'apart.articleId', 'articles.url', 'apart.at'])
        .where('other.storyId', 'in', [...new Set(storyIds.map((id) => merged.get(id) ?? id))])
        .orderBy('apart.articleId')
        .execute();
      const byStory = Map.groupBy(rows, ({ storyId }) => storyId);
      return new Map(storyIds.map((id) => [id, byStory.get(merged.get(id) ?? id) ?? []]));
    },

    async votesBy(serverId: ServerId, userId: UserId, since: EpochMs): Promise<number> {
      return countOf(
        db
          .selectFrom('apartVotes')
          .where('serverId', '=', serverId)
          .where('userId', '=', userId)
          .where('at', '>=', since),
      );
    },

    /** Keeps each of these articles apart from each of the others in a server. */
    async keep(
      serverId: ServerId,
      articleIds: readonly ArticleId[],
      otherIds: readonly ArticleId[],
      at: EpochMs,
    ): Promise<void> {
      const pairs = articleIds.flatMap((articleId) => otherIds.map((otherId) => ({ articleId, otherId })));
      await eachRow(db, pairs, (of) =>
        db
          .insertInto('apart')
          .values({ serverId, at, ...of.columns('articleId', 'otherId') })
          .onConflict(keepStored),
      );
    },

    /** Stories that still contain an article taken out by this server's members. `storyIds` limits the search. */
    async changedFor(serverId: ServerId, storyIds?: readonly StoryId[]): Promise<Set<StoryId>> {
      const rows = await takenOut(serverId)
        .select('other.storyId')
        .whereRef('articles.storyId', '=', 'other.storyId')
        .$if(storyIds !== undefined, (query) => query.where('other.storyId', 'in', storyIds ?? []))
        .execute();
      return new Set(rows.flatMap(({ storyId }) => storyId ?? []));
    },

    /** How many articles, copies included, a server's members split off since `since`. */
    async countOf(serverId: ServerId, since: EpochMs): Promise<number> {
      const { n } = await db
        .selectFrom('apart')
        .select(({ fn }) => fn.count<number>('articleId').distinct().as('n'))
        .where('serverId', '=', serverId)
        .where('at', '>=', since)
        .executeTakeFirstOrThrow();
      return Number(n);
    },
  };
}
