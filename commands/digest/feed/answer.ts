import { type Asking, changerOf, Explained } from '../../../src/discord/asking.ts';
import { button, buttons, mention, message, text } from '../../../src/discord/cards/parts.ts';
import type { CommandContext } from '../../../src/discord/command.ts';
import { checkTarget } from '../../../src/discord/target.ts';
import { undoButtons, withUndo } from '../../../src/discord/undo.ts';
import type { ChannelId } from '../../../src/ids.ts';
import { digestAddressesOf } from './address.ts';
import { addressChanges } from './change.ts';
import { shownMax } from './listed.ts';

/**
 * Makes the channel's secret address and shows it, once, to the asker alone. If the channel has one, says so; only
 * 'renew' makes another one.
 */
export async function showAddress(
  interaction: Asking,
  context: CommandContext,
  channelId: ChannelId,
  how: 'show' | 'renew' = 'show',
): Promise<void> {
  const { desk, answer, texts } = context;
  const say = texts.digest.feed;
  const publicUrl = desk.publicUrl();
  if (publicUrl === undefined) throw new Explained((its) => its.digest.feed.off);
  checkTarget(interaction, channelId);
  const by = changerOf(interaction);
  const changes = desk.use(addressChanges);
  const renewed = how === 'renew' ? await changes.renewAddress(by, channelId) : undefined;
  const secret = renewed?.result ?? (await changes.giveAddress(by, channelId));
  const undo = renewed === undefined ? [] : await undoButtons(interaction, context, 'digest', [renewed.undo]);
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
export async function endAddress(interaction: Asking, context: CommandContext, channelId: ChannelId): Promise<void> {
  const { desk, answer, texts } = context;
  const undo = await desk.use(addressChanges).endAddress(changerOf(interaction), channelId);
  const words = texts.digest.feed.ended({ channel: mention.channel(channelId) });
  await answer.replace(await withUndo(words, interaction, context, 'digest', undo));
}
