import { dayMs } from '../../clock.ts';
import { sharesOf, type Vote } from '../../digests/votes.ts';
import { Refusal } from '../refusal.ts';
import { type ChangeParts, type Changer, noteChanger } from './parts.ts';
import type { Undo } from './undo.ts';

/** How long a digest can be voted on; few read it later. */
const votableDays = 3;

export function createVoteChanges(parts: ChangeParts) {
  const { storage, undoable, wall } = parts;
  return {
    /** Stores a vote on a digest of the channel; the same vote again takes it back. Throws Refusal. */
    async vote(
      { serverId, userId }: Pick<Changer, 'serverId' | 'userId'>,
      channelId: string,
      deliveryId: string,
      vote: Vote,
    ): Promise<'noted' | 'taken-back'> {
      return storage.transaction(async (trx) => {
        const now = wall();
        const delivery = await trx.deliveries.byId(deliveryId);
        const isDigest = delivery?.kind === 'daily' || delivery?.kind === 'asked';
        const isHere = delivery?.serverId === serverId && delivery.channelId === channelId;
        const places = delivery?.content.places ?? [];
        if (!isDigest || !isHere || places.length === 0 || now - delivery.dueAt > votableDays * dayMs)
          throw new Refusal('not-votable', String(votableDays));
        const channel = await trx.channels.byId(channelId);
        if (channel?.serverId !== serverId || channel.schedule.votes !== 'on') throw new Refusal('votes-off');
        if ((await trx.votes.of(channelId, deliveryId, userId)) === vote) {
          await trx.votes.takeBack(deliveryId, userId);
          return 'taken-back';
        }
        const articles = await trx.articles.byIds(
          places.map(({ articleId }) => articleId),
          0,
        );
        const shares = sharesOf(places, new Map(articles.map(({ id, outletId }) => [id, outletId])));
        await trx.votes.cast({ deliveryId, userId, channelId, serverId, vote, at: now }, shares);
        return 'noted';
      });
    },

    /** The channel's votes so far no longer count. Throws Refusal. */
    async resetVotes(by: Changer, channelId: string): Promise<Undo> {
      await noteChanger(parts, by);
      const { undo } = await undoable(by, async (trx) => {
        if ((await trx.channels.byId(channelId))?.serverId !== by.serverId) throw new Refusal('not-subscribed');
        await trx.votes.reset(channelId, wall());
      });
      return undo;
    },
  };
}
