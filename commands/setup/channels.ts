import { ChannelType } from 'discord.js';
import { serversOf } from '../../src/discord/gateway/servers.ts';
import { changerOf, Explained, type UserInteraction } from '../../src/discord/interaction.ts';
import { checkTarget, isForum, threadFault } from '../../src/discord/target.ts';
import type { Texts } from '../../src/discord/texts/texts.ts';
import type { ChannelId } from '../../src/ids.ts';
import type { SetupFile } from './file.ts';

/** A channel of this server in which Lede and the asker may write. */
export interface SetupChannel {
  id: ChannelId;
  isForum: boolean;
  isAnnouncement: boolean;
  mayThread: boolean;
}

/** This server's channels by their ids in the file. */
export type SetupChannels = ReadonlyMap<string, SetupChannel>;

/** An unusable part of a file, and why. */
export interface Left {
  /** The part's name in the file, `#name` for a whole channel; undefined for a channel's alert. */
  name?: string;
  channelId?: ChannelId;
  say(texts: Texts): string;
}

/**
 * Finds the file's channels on this server, by id or else by a unique name. `missing`: unusable channels, and channels
 * in which Lede may not make the threads that the file wants.
 */
export function findChannels({ channels, logChannel, alerts }: SetupFile, interaction: UserInteraction) {
  const { serverId } = changerOf(interaction);
  const servers = serversOf(interaction.client);
  const find = (id: string, name: string, forums: boolean): SetupChannel => {
    const [channelId, ...others] = servers.place(serverId, id) ? [id] : servers.named(serverId, name);
    if (channelId === undefined) throw new Explained((texts) => texts.setup.noChannel);
    if (others.length > 0) throw new Explained((texts) => texts.setup.severalChannels);
    const place = checkTarget(interaction, channelId, { forums });
    return {
      id: channelId,
      isForum: isForum(place),
      isAnnouncement: place.type === ChannelType.GuildAnnouncement,
      mayThread: threadFault(interaction, channelId) === undefined,
    };
  };
  const wanted = [
    ...alerts.map(({ id, name, thread }) => ({ id, name, thread, forums: true })),
    ...channels.map(({ id, name, settings }) => ({ id, name, thread: settings.thread === 'on', forums: false })),
    ...(logChannel ? [{ ...logChannel, thread: false, forums: false }] : []),
  ];
  const places = new Map<string, SetupChannel>();
  const missing = new Map<string, Left>();
  for (const { id, name, thread, forums } of wanted) {
    try {
      const place = find(id, name, forums);
      places.set(id, place);
      if (thread && !place.isForum && !place.mayThread) throw threadFault(interaction, place.id);
    } catch (error) {
      if (!(error instanceof Explained)) throw error;
      missing.set(`${id} ${name}`, { name: `#${name || id}`, say: error.say });
    }
  }
  return { places, missing: [...missing.values()] };
}
