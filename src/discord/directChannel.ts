import { type APIDMChannel, DiscordAPIError, Routes } from 'discord.js';
import { type Asking, Explained } from './command.ts';

/** The id of the asker's channel for direct messages. Throws Explained if they don't accept any. */
export async function directChannel({ client, user }: Pick<Asking, 'client' | 'user'>): Promise<string> {
  try {
    const body = { recipient_id: user.id };
    return ((await client.rest.post(Routes.userChannels(), { body })) as APIDMChannel).id;
  } catch (error) {
    if (error instanceof DiscordAPIError && error.status === 403) throw new Explained((say) => say.follow.closed);
    throw error;
  }
}
