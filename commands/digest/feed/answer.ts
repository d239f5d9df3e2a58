import type { Changer } from '../../../src/desk/asker.ts';
import { channelOf } from '../../../src/desk/channels.ts';
import type { Desk } from '../../../src/desk/desk.ts';
import { noteChanger } from '../../../src/desk/preferences.ts';
import { button, buttons, mention, message, text } from '../../../src/discord/cards/parts.ts';
import type { CommandContext } from '../../../src/discord/command.ts';
import { changerOf, Explained } from '../../../src/discord/interaction.ts';
import { checkTarget } from '../../../src/discord/target.ts';
import { undoButtons, withUndo } from '../../../src/discord/undo.ts';
import type { ChannelId } from '../../../src/ids.ts';
import type { Records } from '../../../src/storage/storage.ts';
import { digestAddressesOf, hashOfSecret, newSecret, newSeed } from './address.ts';
import { shownMax } from './listed.ts';

export function addressChanges(desk: Desk) {
  const { storage, undoable, wall } = desk;

  const make = async (trx: Records, { serverId }: Changer, channelId: ChannelId): Promise<string> => {
    const secret = newSecret();
    await trx.digestFeeds.save({ channelId, serverId, seed: newSeed(), address: hashOfSecret(secret) }, wall());
    return secret;
  };

  return {
    /** Makes an address and returns its secret; undefined if the channel has an address, whose secret isn't stored. */
    async giveAddress(by: Changer, channelId: ChannelId): Promise<string | undefined> {
      await noteChanger(desk, by);
      return storage.transaction(async (trx) => {
        await channelOf(trx, by, channelId);
        return (await trx.digestFeeds.byChannel(channelId)) === undefined ? make(trx, by, channelId) : undefined;
      });
    },

    renewAddress: (by: Changer, channelId: ChannelId) =>
      undoable(by, async (trx) => {
        await channelOf(trx, by, channelId);
        return make(trx, by, channelId);
      }),

    endAddress: (by: Changer, channelId: ChannelId) =>
      undoable(by, async (trx) => {
        await channelOf(trx, by, channelId);
        await trx.digestFeeds.remove(channelId);
      }),
  };
}

/**
 * Makes the channel's secret address and shows it, once, to the asker alone. If the channel has one, says so; only
 * 'renew' makes another one.
 */
export async function showAddress(
  context: CommandContext,
  channelId: ChannelId,
  how: 'show' | 'renew' = 'show',
): Promise<void> {
  const { interaction, desk, answer, texts } = context;
  const say = texts.digest.feed;
  const publicUrl = desk.publicUrl();
  if (publicUrl === undefined) throw new Explained((its) => its.digest.feed.off);
  checkTarget(interaction, channelId);
  const by = changerOf(interaction);
  const changes = desk.use(addressChanges);
  const renewed = how === 'renew' ? await changes.renewAddress(by, channelId) : undefined;
  const secret = renewed?.result ?? (await changes.giveAddress(by, channelId));
  const undo = renewed === undefined ? [] : await undoButtons(context, [renewed.undo]);
  const addresses = secret && digestAddressesOf(publicUrl, secret);
  const shown = addresses
    ? [
        say.warning,
        ...(['page', 'atom', 'json'] as const).map((format) => `**${say[format]}**\n<${addresses[format]}>`),
      ]
    : [say.hidden];
  const body = message([
    ...(renewed === undefined ? [] : [text(say.renewed)]),
    text([`### ${say.heading({ channel: mention.channel(channelId) })}`, ...shown].join('\n')),
    text(`-# ${say.kept({ digests: shownMax, days: desk.keptDays })}`),
    buttons(...undo, button(`digest:renew:${channelId}`, say.renew), button(`digest:end:${channelId}`, say.end)),
  ]);
  await (renewed === undefined ? answer.show(body) : answer.replace(body));
}

/** Ends the channel's address at once; for ten minutes a button brings it back. */
export async function endAddress(context: CommandContext, channelId: ChannelId): Promise<void> {
  const { interaction, desk, answer, texts } = context;
  const { undo } = await desk.use(addressChanges).endAddress(changerOf(interaction), channelId);
  const words = texts.digest.feed.ended({ channel: mention.channel(channelId) });
  await answer.replace(await withUndo(words, context, undo));
}
