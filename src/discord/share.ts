import { type ButtonInteraction, type MessageComponentInteraction, PermissionFlagsBits } from 'discord.js';
import { dayMs } from '../clock.ts';
import type { MessageBody } from './cards/parts.ts';
import { type CommandContext, Explained } from './command.ts';
import { type Texts, textsFor } from './texts/texts.ts';

/** A message with the button can be pressed on about so long. */
const sharedTtlMs = dayMs;

/**
 * Posts a card for all to read, in the server's language, if the asker may write in the channel themselves; of one
 * message once, however often the button is pressed.
 */
export async function shareHere(
  interaction: MessageComponentInteraction | ButtonInteraction,
  context: CommandContext,
  draw: (sharedBy: string, texts: Texts) => MessageBody,
): Promise<void> {
  // Discord tells of every channel, but not of threads that were archived, nor of private ones without the bot.
  const inThread = interaction.channel === null || interaction.channel.isThread();
  const needed = inThread ? PermissionFlagsBits.SendMessagesInThreads : PermissionFlagsBits.SendMessages;
  // Null in a DM, where there is nobody else.
  if (interaction.memberPermissions?.has(needed) === false) throw new Explained((say) => say.story.cannotShare);
  const { kept, sharing } = context;
  const key = `shared:${interaction.message.id}`;
  if (sharing.has(key)) throw new Explained((say) => say.story.alreadyShared);
  sharing.add(key);
  try {
    if ((await kept.get(key)) !== undefined) throw new Explained((say) => say.story.alreadyShared);
    const body = draw(interaction.user.id, await postTexts(interaction, context));
    await context.answer.post(body, context.texts.story.shared);
  } catch (error) {
    // What was not posted may be tried again.
    sharing.delete(key);
    throw error;
  }
  // A failure is logged: the card stands, so the asker is not told that sharing failed.
  context.later(async () => {
    try {
      await kept.set(key, true, sharedTtlMs);
    } finally {
      sharing.delete(key);
    }
  });
}

/** The texts of what all can read: the server's language, not the asker's. */
async function postTexts(
  interaction: { guildId: string | null; guildLocale: string | null; locale: string },
  context: CommandContext,
): Promise<Texts> {
  if (interaction.guildId === null) return context.texts;
  const server = await context.desk.ask.server(interaction.guildId);
  return textsFor(server.locale ?? interaction.guildLocale ?? 'en-US');
}
