import type { Changer } from '../../../src/desk/asker.ts';
import { channelOf } from '../../../src/desk/channels.ts';
import type { Desk } from '../../../src/desk/desk.ts';
import { noteChanger } from '../../../src/desk/preferences.ts';
import type { Undo } from '../../../src/desk/undoable.ts';
import type { ChannelId } from '../../../src/ids.ts';
import type { Records } from '../../../src/storage/storage.ts';
import { hashOfSecret, newSecret, newSeed } from './address.ts';

export function addressChanges(desk: Desk) {
  const { storage, undoable, wall } = desk;

  const make = async (trx: Records, { serverId }: Changer, channelId: ChannelId): Promise<string> => {
    const secret = newSecret();
    await trx.digestFeeds.save({ channelId, serverId, seed: newSeed(), address: hashOfSecret(secret) }, wall());
    return secret;
  };

  return {
    /** The secret of the channel's new address; undefined if it has one, since a secret isn't stored. */
    async giveAddress(by: Changer, channelId: ChannelId): Promise<string | undefined> {
      await noteChanger(desk, by);
      return storage.transaction(async (trx) => {
        await channelOf(trx, by, channelId);
        return (await trx.digestFeeds.byChannel(channelId)) === undefined ? make(trx, by, channelId) : undefined;
      });
    },

    async renewAddress(by: Changer, channelId: ChannelId): Promise<{ result: string; undo: Undo }> {
      await noteChanger(desk, by);
      return undoable(by, async (trx) => {
        await channelOf(trx, by, channelId);
        return make(trx, by, channelId);
      });
    },

    async endAddress(by: Changer, channelId: ChannelId): Promise<Undo> {
      await noteChanger(desk, by);
      const { undo } = await undoable(by, async (trx) => {
        await channelOf(trx, by, channelId);
        await trx.digestFeeds.remove(channelId);
      });
      return undo;
    },
  };
}
