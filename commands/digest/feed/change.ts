import type { Changer } from '../../../src/desk/asker.ts';
import type { Desk } from '../../../src/desk/desk.ts';
import { noteChanger } from '../../../src/desk/preferences.ts';
import { Refusal } from '../../../src/desk/refusal.ts';
import type { Undo } from '../../../src/desk/undoable.ts';
import type { ChannelId } from '../../../src/ids.ts';
import type { InstallationKey } from '../../../src/installationKey.ts';
import type { Records } from '../../../src/storage/storage.ts';
import { hashOfSecret, newAddress, secretOf } from './address.ts';

/** Gives, renews and ends the secret addresses of channels. */
export function addressChanges(desk: Desk) {
  const { storage, undoable, wall } = desk;

  const refuseForeign = async ({ channels }: Records, by: Changer, channelId: ChannelId): Promise<void> => {
    if ((await channels.byId(channelId))?.serverId !== by.serverId) throw new Refusal('not-subscribed');
  };

  const make = async (trx: Records, by: Changer, channelId: ChannelId, key: InstallationKey): Promise<string> => {
    const made = newAddress(key);
    await trx.digestFeeds.save({ channelId, serverId: by.serverId, ...made }, wall());
    return secretOf(key, made.seed);
  };

  return {
    /** The secret of the channel's address; a new one if it has none, or if the installation's key is another one now. */
    async giveAddress(by: Changer, channelId: ChannelId, key: InstallationKey): Promise<string> {
      await noteChanger(desk, by);
      return storage.transaction(async (trx) => {
        await refuseForeign(trx, by, channelId);
        const known = await trx.digestFeeds.byChannel(channelId);
        const secret = known && secretOf(key, known.seed);
        return secret !== undefined && hashOfSecret(secret) === known?.address ? secret : make(trx, by, channelId, key);
      });
    },

    async renewAddress(
      by: Changer,
      channelId: ChannelId,
      key: InstallationKey,
    ): Promise<{ result: string; undo: Undo }> {
      await noteChanger(desk, by);
      return undoable(by, async (trx) => {
        await refuseForeign(trx, by, channelId);
        return make(trx, by, channelId, key);
      });
    },

    async endAddress(by: Changer, channelId: ChannelId): Promise<Undo> {
      await noteChanger(desk, by);
      const { undo } = await undoable(by, async (trx) => {
        await refuseForeign(trx, by, channelId);
        await trx.digestFeeds.remove(channelId);
      });
      return undo;
    },
  };
}
