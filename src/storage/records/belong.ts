import type { Kysely } from 'kysely';
import type { EpochMs } from '../../clock.ts';
import type { Tables } from '../schema.ts';
import { type BelongVote, storedVote, takenBackNow, voteCounts, voteOf } from './apart.ts';
import { countOf, momentOf } from './rows.ts';

type Pair = Pick<BelongVote, 'articleId' | 'otherId'>;

/** In place of a server id: the row decides it. */
const decidedFor = '';

/** Articles whose stories must be one, because members said so, and the members' votes. */
export function belongRecords(db: Kysely<Tables>) {
  const decided = (since: EpochMs) =>
    db.selectFrom('belong').where('belong.serverId', '=', decidedFor).where('belong.at', '>=', since);

  return {
    /** Stores a member's vote on two articles in place of an earlier one. */
    async vote({ manager, at, ...key }: Omit<BelongVote, 'takenBackAt'>): Promise<void> {
      const query = db.selectFrom('belong').select('takenBackAt');
      const values = storedVote({ manager, at }, await query.where(({ and }) => and(key)).executeTakeFirst());
      await db
        .insertInto('belong')
        .values({ ...key, ...values })
        .onConflict((conflict) => conflict.columns(['serverId', 'articleId', 'otherId', 'userId']).doUpdateSet(values))
        .execute();
    },

    /** The server's votes. */
    async votesOn(serverId: string, { articleId, otherId }: Pair, since: EpochMs): Promise<BelongVote[]> {
      const rows = await db
        .selectFrom('belong')
        .selectAll()
        .where('articleId', '=', articleId)
        .where('otherId', '=', otherId)
        .where('serverId', '=', serverId)
        .where('at', '>=', since)
        .where(voteCounts())
        .execute();
      return rows.map(voteOf);
    },

    /** Takes back one member's vote on the pair, or the whole server's without `by`. Returns how many. */
    async takeBack(serverId: string, pair: Pair, by: string | undefined, at: EpochMs): Promise<number> {
      const { numUpdatedRows } = await db
        .updateTable('belong')
        .set({ takenBackAt: takenBackNow(at) })
        .where('serverId', '=', serverId)
        .where(({ and }) => and({ articleId: pair.articleId, otherId: pair.otherId }))
        .where(voteCounts())
        .$if(by !== undefined, (query) => query.where('userId', '=', by ?? ''))
        .executeTakeFirst();
      return Number(numUpdatedRows);
    },

    /** When it was decided; undefined if it was not. */
    async decidedAt(pair: Pair): Promise<EpochMs | undefined> {
      return momentOf(
        decided(0)
          .select('at')
          .where(({ and }) => and({ ...pair, userId: '' })),
      );
    },

    /** The pair is no longer held together. */
    async end({ articleId, otherId }: Pair): Promise<void> {
      await db
        .deleteFrom('belong')
        .where(({ and }) => and({ serverId: decidedFor, articleId, otherId }))
        .execute();
    },

    /** Pairs held together in this story for which members of the server voted. */
    async broughtInto(
      storyId: string,
      serverId: string,
      since: EpochMs,
    ): Promise<(Pair & { title: string; otherTitle: string })[]> {
      return decided(since)
        .innerJoin('articles as one', 'one.id', 'belong.articleId')
        .innerJoin('articles as other', 'other.id', 'belong.otherId')
        .select(['belong.articleId', 'belong.otherId', 'one.title', 'other.title as otherTitle'])
        .where('one.storyId', '=', storyId)
        .where('other.storyId', '=', storyId)
        .where(({ exists, selectFrom }) =>
          exists(
            selectFrom('belong as vote')
              .select('vote.userId')
              .where('vote.serverId', '=', serverId)
              .whereRef('vote.articleId', '=', 'belong.articleId')
              .whereRef('vote.otherId', '=', 'belong.otherId')
              .where(voteCounts('vote')),
          ),
        )
        .orderBy('belong.at')
        .orderBy('belong.articleId')
        .execute();
    },

    async votesBy(serverId: string, userId: string, since: EpochMs): Promise<number> {
      return countOf(
        db.selectFrom('belong').where('serverId', '=', serverId).where('userId', '=', userId).where('at', '>=', since),
      );
    },

    /** Holds the pair together from now on. */
    async decide(pair: Pair, at: EpochMs): Promise<void> {
      await this.vote({ ...pair, serverId: decidedFor, userId: '', manager: false, at });
    },

    /** Articles that are held together, decided since then, by article; each pair is listed under both. */
    async all(since: EpochMs): Promise<Map<string, Set<string>>> {
      const rows = await decided(since).select(['articleId', 'otherId']).execute();
      const both = rows.flatMap(({ articleId, otherId }) => [
        [articleId, otherId] as const,
        [otherId, articleId] as const,
      ]);
      const groups = Map.groupBy(both, ([id]) => id);
      return new Map([...groups].map(([id, pairs]) => [id, new Set(pairs.map(([, other]) => other))]));
    },

    /** Pairs to be held together that are still in two stories, with both articles published since then. */
    async divided(since: EpochMs, max: number): Promise<Pair[]> {
      return decided(since)
        .innerJoin('articles as one', 'one.id', 'belong.articleId')
        .innerJoin('articles as other', 'other.id', 'belong.otherId')
        .select(['belong.articleId', 'belong.otherId'])
        .whereRef('one.storyId', '!=', 'other.storyId')
        .where('one.publishedAt', '>=', since)
        .where('other.publishedAt', '>=', since)
        .orderBy('belong.articleId')
        .orderBy('belong.otherId')
        .limit(max)
        .execute();
    },
  };
}
