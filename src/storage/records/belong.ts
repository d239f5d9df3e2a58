import type { Kysely, Selectable } from 'kysely';
import type { EpochMs } from '../../clock.ts';
import type { Tables } from '../schema.ts';
import { eitherWay, everyServer } from './apart.ts';
import { countOf } from './rows.ts';

export type BelongVote = Omit<Selectable<Tables['belong']>, 'manager'> & { manager: boolean };

type Pair = Pick<BelongVote, 'articleId' | 'otherId'>;

/** Articles whose stories are to be one, because readers said so. */
export function belongRecords(db: Kysely<Tables>) {
  const decided = (since: EpochMs) =>
    db.selectFrom('belong').where('belong.serverId', '=', everyServer).where('belong.at', '>=', since);

  return {
    /** One vote of a member on two articles; the latest counts. */
    async vote({ manager, ...vote }: BelongVote): Promise<void> {
      const values = { manager: manager ? 1 : 0, at: vote.at };
      await db
        .insertInto('belong')
        .values({ ...vote, ...values })
        .onConflict((conflict) => conflict.columns(['serverId', 'articleId', 'otherId', 'userId']).doUpdateSet(values))
        .execute();
    },

    /** In all servers. */
    async votesOn({ articleId, otherId }: Pair, since: EpochMs): Promise<BelongVote[]> {
      const rows = await db
        .selectFrom('belong')
        .selectAll()
        .where('articleId', '=', articleId)
        .where('otherId', '=', otherId)
        .where('serverId', '!=', everyServer)
        .where('at', '>=', since)
        .execute();
      return rows.map((row) => ({ ...row, manager: row.manager === 1 }));
    },

    async votesBy(serverId: string, userId: string, since: EpochMs): Promise<number> {
      return countOf(
        db.selectFrom('belong').where('serverId', '=', serverId).where('userId', '=', userId).where('at', '>=', since),
      );
    },

    /** From now on it holds for all. */
    async decide(pair: Pair, at: EpochMs): Promise<void> {
      await this.vote({ ...pair, serverId: everyServer, userId: '', manager: false, at });
    },

    /** What holds for all servers since, by article, either way. */
    async forAll(since: EpochMs): Promise<Map<string, Set<string>>> {
      return eitherWay(await decided(since).select(['articleId', 'otherId']).execute());
    },

    /** Pairs that hold for all, of articles published since that are in two stories. */
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
