import { type ButtonInteraction, type MessageComponentInteraction, PermissionFlagsBits } from 'discord.js';
import type { MessageBody } from './cards/parts.ts';
import { type CommandContext, Explained } from './command.ts';
import { type Texts, textsFor } from './texts/texts.ts';

/** Posts a card for all to read, in the server's language, if the asker may write in the channel themselves. */
export async function shareHere(
  interaction: MessageComponentInteraction | ButtonInteraction,
  context: CommandContext,
  draw: (sharedBy: string, texts: Texts) => MessageBody,
): Promise<void> {
  const needed = interaction.channel?.isThread()
    ? PermissionFlagsBits.SendMessagesInThreads
    : PermissionFlagsBits.SendMessages;
  // Null in a DM, where there is nobody else.
  if (interaction.memberPermissions?.has(needed) === false) throw new Explained((say) => say.story.cannotShare);
  await context.answer.post(
    draw(interaction.user.id, await postTexts(interaction, context)),
    context.texts.story.shared,
  );
}

/** The texts of what all can read: the server's language, not the asker's. */
export async function postTexts(
  interaction: { guildId: string | null; guildLocale: string | null; locale: string },
  context: CommandContext,
): Promise<Texts> {
  if (interaction.guildId === null) return context.texts;
  const server = await context.desk.ask.server(interaction.guildId);
  return textsFor(server.locale ?? interaction.guildLocale ?? 'en-US');
}
