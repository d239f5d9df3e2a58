import type { Changer } from '../../src/desk/asker.ts';
import { channelOf } from '../../src/desk/channels.ts';
import type { Desk } from '../../src/desk/desk.ts';
import { limits } from '../../src/desk/limits.ts';
import { noteChanger } from '../../src/desk/preferences.ts';
import { Refusal } from '../../src/desk/refusal.ts';
import type { Undo } from '../../src/desk/undoable.ts';
import type { ChannelId, OutletId } from '../../src/ids.ts';
import type { Stance } from '../../src/storage/records/servers/outlets.ts';
import { outletQuestions } from './ask.ts';

export function outletChanges(desk: Desk) {
  const { undoable, wall } = desk;
  return {
    /** Mutes or prefers the outlet; without a stance it is neither. Throws Refusal. */
    async setOutlet(by: Changer, channelId: ChannelId, outletId: OutletId, stance: Stance | undefined): Promise<Undo> {
      await noteChanger(desk, by);
      const known = await desk.use(outletQuestions).outlets(by.serverId, channelId);
      if (stance !== undefined && !known.some(({ id }) => id === outletId))
        throw new Refusal('unknown-outlet', outletId);
      const { undo } = await undoable(by, async (trx) => {
        const channel = await channelOf(trx, by, channelId);
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
