import type { Stance } from '../../storage/records/outlets.ts';
import { Refusal } from '../refusal.ts';
import { type ChangeParts, type Changer, limits, noteChanger } from './parts.ts';
import type { Undo } from './undo.ts';

export function createOutletChanges(parts: ChangeParts) {
  const { undoable, ask, wall } = parts;
  return {
    /** Mutes or prefers the outlet; without a stance it counts as any other. Throws Refusal. */
    async setOutlet(by: Changer, channelId: string, outletId: string, stance: Stance | undefined): Promise<Undo> {
      await noteChanger(parts, by);
      const known = await ask.outlets(by.serverId, channelId);
      if (stance !== undefined && !known.some(({ id }) => id === outletId))
        throw new Refusal('unknown-outlet', outletId);
      const { undo } = await undoable(by, async (trx) => {
        const channel = await trx.channels.byId(channelId);
        if (channel?.serverId !== by.serverId) throw new Refusal('not-subscribed');
        if (stance === undefined) return trx.outlets.reset(channelId, outletId);
        const before = await trx.outlets.ofChannel(channelId);
        const isNew = !before.some((one) => one.outletId === outletId);
        if (isNew && before.length >= limits.channelOutlets)
          throw new Refusal('too-many-outlets', String(limits.channelOutlets));
        return trx.outlets.set(channel, outletId, stance, wall());
      });
      return undo;
    },
  };
}
