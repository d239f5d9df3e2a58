import type { Kysely, Selectable } from 'kysely';
import type { EpochMs } from '../../clock.ts';
import type { Share, Tally, Vote } from '../../digests/votes.ts';
import type { Tables } from '../schema.ts';

export type VoteRecord = Selectable<Tables['votes']>;

/** Members' votes on digests, and the topics and outlets of those digests. */
export function voteRecords(db: Kysely<Tables>) {
  /** The time from which votes count: after the channel got its digest, and after an admin last reset them. */
  const from = async (channelId: string, since: EpochMs): Promise<EpochMs> => {
    const channel = await db
      .selectFrom('channels')
      .select(['createdAt', 'votesFrom'])
      .where('channelId', '=', channelId)
      .executeTakeFirst();
    return Math.max(since, channel?.createdAt ?? 0, channel?.votesFrom ?? 0);
  };
  const after = (channelId: string, at: EpochMs) =>
    db.selectFrom('votes').where('votes.channelId', '=', channelId).where('votes.at', '>', at);

  return {
    /** The member's vote on a digest of the channel, if it counts. */
    async of(channelId: string, deliveryId: string, userId: string): Promise<Vote | undefined> {
      const row = await after(channelId, await from(channelId, 0))
        .select('vote')
        .where('deliveryId', '=', deliveryId)
        .where('userId', '=', userId)
        .executeTakeFirst();
      return row?.vote;
    },

    /** Stores a member's vote in place of an earlier one. */
    async cast({ deliveryId, userId, ...vote }: VoteRecord, shares: readonly Share[]): Promise<void> {
      await db
        .insertInto('votes')
        .values({ deliveryId, userId, ...vote })
        .onConflict((conflict) => conflict.columns(['deliveryId', 'userId']).doUpdateSet(vote))
        .execute();
      // Shares are stored with the first vote and kept, though a correction may change the digest later.
      const known = db.selectFrom('ballots').select('kind').where('deliveryId', '=', deliveryId).limit(1);
      if (shares.length === 0 || (await known.executeTakeFirst()) !== undefined) return;
      await db
        .insertInto('ballots')
        .values(shares.map(({ kind, id, share }) => ({ deliveryId, kind, subjectId: id, share })))
        .execute();
    },

    async takeBack(deliveryId: string, userId: string): Promise<void> {
      await db.deleteFrom('votes').where('deliveryId', '=', deliveryId).where('userId', '=', userId).execute();
    },

    /** The channel's votes since then. The database counts them, because there may be many. */
    async tally(channelId: string, since: EpochMs): Promise<Tally> {
      const all = after(channelId, await from(channelId, since));
      const members = all
        .select(({ fn }) => ['votes.userId', fn.countAll<number>().as('votes')])
        .groupBy('votes.userId')
        .as('member');
      const given = await all
        .innerJoin(members, 'member.userId', 'votes.userId')
        .select(({ fn }) => ['votes.deliveryId', 'votes.vote', 'member.votes', fn.countAll<number>().as('members')])
        .groupBy(['votes.deliveryId', 'votes.vote', 'member.votes'])
        .orderBy('votes.deliveryId')
        .orderBy('votes.vote')
        .orderBy('member.votes')
        .execute();
      const shares = await db
        .selectFrom('ballots')
        .select(['deliveryId', 'kind', 'subjectId as id', 'share'])
        .where('deliveryId', 'in', [...new Set(given.map(({ deliveryId }) => deliveryId))])
        .orderBy('deliveryId')
        .orderBy('kind')
        .orderBy('subjectId')
        .execute();
      const counts = given.map((row) => ({ ...row, votes: Number(row.votes), members: Number(row.members) }));
      return { shares, given: counts };
    },

    /** How many votes of the channel count, and of how many members. */
    async counts(channelId: string, since: EpochMs): Promise<{ votes: number; members: number }> {
      const row = await after(channelId, await from(channelId, since))
        .select(({ fn }) => [
          fn.countAll<number>().as('votes'),
          fn.count<number>('votes.userId').distinct().as('members'),
        ])
        .executeTakeFirstOrThrow();
      return { votes: Number(row.votes), members: Number(row.members) };
    },

    /** Votes given so far no longer count. */
    async reset(channelId: string, at: EpochMs): Promise<void> {
      await db.updateTable('channels').set({ votesFrom: at }).where('channelId', '=', channelId).execute();
    },

    async removeChannel(channelId: string): Promise<void> {
      await db.deleteFrom('votes').where('channelId', '=', channelId).execute();
    },

    /** Deletes the shares of outlets that asked to be left out. */
    async forgetOutlets(outletIds: readonly string[]): Promise<void> {
      await db.deleteFrom('ballots').where('kind', '=', 'outlet').where('subjectId', 'in', outletIds).execute();
    },

    /** Deletes votes given before, those reset before `resetBefore`, and what is left of digests without votes. */
    async sweep(before: EpochMs, resetBefore: EpochMs, max: number): Promise<number> {
      const old = db.selectFrom('votes').select(['deliveryId', 'userId']).where('at', '<', before).limit(max);
      const reset = db
        .selectFrom('channels')
        .innerJoin('votes', (join) =>
          join.onRef('votes.channelId', '=', 'channels.channelId').onRef('votes.at', '<=', 'channels.votesFrom'),
        )
        .select(['votes.deliveryId', 'votes.userId'])
        .where('channels.votesFrom', '<', resetBefore)
        .limit(max);
      let swept = 0;
      for (const rows of [old, reset]) {
        const { numDeletedRows } = await db
          .deleteFrom('votes')
          .where(({ eb, refTuple }) =>
            eb(refTuple('deliveryId', 'userId'), 'in', rows.$asTuple('deliveryId', 'userId')),
          )
          .executeTakeFirst();
        swept += Number(numDeletedRows);
      }
      // Only once no old votes are left.
      if (swept >= max) return swept;
      await db
        .deleteFrom('ballots')
        .where(({ not, exists, selectFrom }) =>
          not(exists(selectFrom('votes').select('userId').whereRef('votes.deliveryId', '=', 'ballots.deliveryId'))),
        )
        .execute();
      return swept;
    },
  };
}
