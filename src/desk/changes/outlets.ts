import type { Stance } from '../../storage/records/outlets.ts';
import { Refusal } from '../refusal.ts';
import { type ChangeParts, type Changer, noteChanger } from './parts.ts';

/** How many outlets a channel can mute and prefer. */
const outletsMax = 50;

export function createOutletChanges(parts: ChangeParts) {
  const { storage, ask, wall } = parts;
  return {
    /** Without a stance, the outlet counts as any other. Throws Refusal. */
    async setOutlet(by: Changer, channelId: string, outletId: string, stance: Stance | undefined): Promise<void> {
      await noteChanger(parts, by);
      const known = await ask.outlets(by.serverId, channelId);
      if (stance !== undefined && !known.some(({ id }) => id === outletId))
        throw new Refusal('unknown-outlet', outletId);
      await storage.transaction(async (trx) => {
        const channel = await trx.channels.byId(channelId);
        if (channel?.serverId !== by.serverId) throw new Refusal('not-subscribed');
        if (stance === undefined) return trx.outlets.reset(channelId, outletId);
        const before = await trx.outlets.ofChannel(channelId);
        const isNew = !before.some((one) => one.outletId === outletId);
        if (isNew && before.length >= outletsMax) throw new Refusal('too-many-outlets', String(outletsMax));
        return trx.outlets.set(channel, outletId, stance, wall());
      });
    },
  };
}
