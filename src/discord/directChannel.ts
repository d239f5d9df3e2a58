import { type APIDMChannel, DiscordAPIError, Routes } from 'discord.js';
import type { ChannelId } from '../ids.ts';
import type { MessageBody } from './cards/parts.ts';
import type { CommandContext } from './command.ts';
import { Explained, type UserInteraction } from './interaction.ts';
import { outcomeOf } from './sending/outcomes.ts';

/** The id of the asker's DM channel. Throws Explained if Discord refuses to open it (403). */
export async function directChannel({ client, user }: Pick<UserInteraction, 'client' | 'user'>): Promise<string> {
  try {
    const body = { recipient_id: user.id };
    return ((await client.rest.post(Routes.userChannels(), { body })) as APIDMChannel).id;
  } catch (error) {
    if (error instanceof DiscordAPIError && error.status === 403) throw new Explained((say) => say.follow.closed);
    throw error;
  }
}

/**
 * Posts a first message in a DM channel. False if the member accepts no direct messages, which Discord says only when a
 * message is sent. Any other failure is left to the outbox.
 */
export async function takesMessages(
  { interaction, refusedByMember }: CommandContext,
  channelId: ChannelId,
  body: MessageBody,
): Promise<boolean> {
  try {
    await interaction.client.rest.post(Routes.channelMessages(channelId), { body });
    return true;
  } catch (error) {
    const outcome = outcomeOf(error);
    if (outcome.kind !== 'lost' || outcome.reason !== 'messages-closed') return true;
    refusedByMember();
    return false;
  }
}
