import type { Kysely, Selectable } from 'kysely';
import type { EpochMs } from '../../clock.ts';
import { eachRow } from '../eachRow.ts';
import type { Tables } from '../schema.ts';
import { column, countOf } from './rows.ts';

/** Stands for a server where something holds for all of them. */
export const everyServer = '';

/** Pairs by article, either way. */
export function eitherWay(rows: readonly { articleId: string; otherId: string }[]): Map<string, Set<string>> {
  const both = rows.flatMap(({ articleId, otherId }) => [[articleId, otherId] as const, [otherId, articleId] as const]);
  const groups = Map.groupBy(both, ([id]) => id);
  return new Map([...groups].map(([id, pairs]) => [id, new Set(pairs.map(([, other]) => other))]));
}

export type ApartVote = Omit<Selectable<Tables['apartVotes']>, 'manager'> & { manager: boolean };

/** Articles that are not to be in one story, because readers said so. */
export function apartRecords(db: Kysely<Tables>) {
  return {
    /** One vote of a member on an article; the latest counts. */
    async vote({ manager, ...vote }: ApartVote): Promise<void> {
      const values = { manager: manager ? 1 : 0, at: vote.at };
      await db
        .insertInto('apartVotes')
        .values({ ...vote, ...values })
        .onConflict((conflict) => conflict.columns(['serverId', 'articleId', 'userId']).doUpdateSet(values))
        .execute();
    },

    /** In all servers. */
    async votesOn(articleId: string, since: EpochMs): Promise<ApartVote[]> {
      const rows = await db
        .selectFrom('apartVotes')
        .selectAll()
        .where('articleId', '=', articleId)
        .where('at', '>=', since)
        .execute();
      return rows.map((row) => ({ ...row, manager: row.manager === 1 }));
    },

    async votesBy(serverId: string, userId: string, since: EpochMs): Promise<number> {
      return countOf(
        db
          .selectFrom('apartVotes')
          .where('serverId', '=', serverId)
          .where('userId', '=', userId)
          .where('at', '>=', since),
      );
    },

    /** From now on each of these articles is apart from each of the others, for a server or for all. */
    async keep(
      serverId: string,
      articleIds: readonly string[],
      otherIds: readonly string[],
      at: EpochMs,
    ): Promise<void> {
      const pairs = articleIds.flatMap((articleId) => otherIds.map((otherId) => ({ articleId, otherId })));
      await eachRow(db, pairs, (of) =>
        db
          .insertInto('apart')
          .values({ serverId, at, ...of.columns('articleId', 'otherId') })
          .onConflict((conflict) => conflict.doNothing()),
      );
    },

    /** Servers that hold the article apart from one of these. */
    async serversApart(articleId: string, otherIds: readonly string[]): Promise<string[]> {
      return column(
        'serverId',
        db
          .selectFrom('apart')
          .select('serverId')
          .distinct()
          .where('articleId', '=', articleId)
          .where('otherId', 'in', otherIds),
      );
    },

    /** Whether an article of one story is apart from one of another, for the server or for all. */
    async isBetween(serverId: string, some: readonly string[], others: readonly string[]): Promise<boolean> {
      const row = await db
        .selectFrom('apart')
        .select('articleId')
        .where('serverId', 'in', [serverId, everyServer])
        .where('articleId', 'in', [...some, ...others])
        .where(({ or, and, eb }) =>
          or([
            and([eb('articleId', 'in', some), eb('otherId', 'in', others)]),
            and([eb('articleId', 'in', others), eb('otherId', 'in', some)]),
          ]),
        )
        .limit(1)
        .executeTakeFirst();
      return row !== undefined;
    },

    /** How many articles a server's readers split off since, with copies of the same text. */
    async countOf(serverId: string, since: EpochMs): Promise<number> {
      const { n } = await db
        .selectFrom('apart')
        .select(({ fn }) => fn.count<number>('articleId').distinct().as('n'))
        .where('serverId', '=', serverId)
        .where('at', '>=', since)
        .executeTakeFirstOrThrow();
      return Number(n);
    },

    /** What holds for all servers since, by article, either way. */
    async forAll(since: EpochMs): Promise<Map<string, Set<string>>> {
      const rows = await db
        .selectFrom('apart')
        .select(['articleId', 'otherId'])
        .where('serverId', '=', everyServer)
        .where('at', '>=', since)
        .execute();
      return eitherWay(rows);
    },

    /** Articles published since that are in one story with an article that they are apart from for all. */
    async together(since: EpochMs, max: number): Promise<string[]> {
      return column(
        'articleId',
        db
          .selectFrom('apart')
          .innerJoin('articles as split', 'split.id', 'apart.articleId')
          .innerJoin('articles as other', 'other.id', 'apart.otherId')
          .select('apart.articleId')
          .distinct()
          .where('apart.serverId', '=', everyServer)
          // Nobody says it of an article before it is published.
          .where('apart.at', '>=', since)
          .whereRef('split.storyId', '=', 'other.storyId')
          .where('split.publishedAt', '>=', since)
          .where('other.publishedAt', '>=', since)
          .orderBy('apart.articleId')
          .limit(max),
      );
    },
  };
}
