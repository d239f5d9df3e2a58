import { ChannelType } from 'discord.js';
import { type Asking, changerOf, Explained } from '../../src/discord/asking.ts';
import { escapeMarkdown } from '../../src/discord/cards/escape.ts';
import { serversOf } from '../../src/discord/gateway/servers.ts';
import { checkTarget, isForum, threadFault } from '../../src/discord/target.ts';
import type { Texts } from '../../src/discord/texts/texts.ts';
import type { ChannelId } from '../../src/ids.ts';
import type { SetupFile } from './file.ts';
import { wordsIn } from './words.ts';

/** A channel of this server where Lede and the asker may write. */
interface Place {
  id: ChannelId;
  isForum: boolean;
  isAnnouncement: boolean;
  mayThread: boolean;
}

/** This server's channels by their ids in the file. */
export type Places = ReadonlyMap<string, Place>;

/**
 * Finds the file's channels on this server, by id or else by a name that only one channel has. `missing` has a line for
 * each channel that can't be used, and for each in which threads can't be opened.
 */
export function findPlaces(
  { channels, logChannel, alerts }: SetupFile,
  interaction: Asking,
  texts: Texts,
): { places: Places; missing: readonly string[] } {
  const { serverId } = changerOf(interaction);
  const servers = serversOf(interaction.client);
  const say = wordsIn(texts);
  const find = ({ id, name }: { id: string; name: string }, forums: boolean): Place => {
    const [channelId, ...others] = servers.place(serverId, id) ? [id] : servers.named(serverId, name);
    if (channelId === undefined) throw new Explained(() => say.noChannel);
    if (others.length > 0) throw new Explained(() => say.severalChannels);
    const place = checkTarget(interaction, channelId, { forums });
    return {
      id: channelId,
      isForum: isForum(place),
      isAnnouncement: place.type === ChannelType.GuildAnnouncement,
      mayThread: threadFault(interaction, channelId) === undefined,
    };
  };
  const wanted = [
    ...alerts.map((alert) => ({ ...alert, forums: true })),
    ...channels.map(({ settings, ...channel }) => ({ ...channel, thread: settings.thread === 'on', forums: false })),
    ...(logChannel ? [{ ...logChannel, thread: false, forums: false }] : []),
  ];
  const places = new Map<string, Place>();
  const missing = new Set<string>();
  for (const { id, name, thread, forums } of wanted) {
    try {
      const place = find({ id, name }, forums);
      places.set(id, place);
      if (thread && !place.isForum && !place.mayThread) throw threadFault(interaction, place.id);
    } catch (error) {
      if (!(error instanceof Explained)) throw error;
      missing.add(`**#${escapeMarkdown(name || id, 100)}**: ${error.say(texts)}`);
    }
  }
  return { places, missing: [...missing] };
}
