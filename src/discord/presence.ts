import { type Client, Events, GatewayDispatchEvents, type GatewayReadyDispatchData } from 'discord.js';
import type { Desk } from '../desk/desk.ts';

/**
 * Reports servers and channels that come and go, also those that did so between two sessions of the gateway. What could
 * not be stored, as on a full disk, is made up for by comparing all servers after `pause`, which answers false once the
 * bot stops.
 */
export function reportPresence(
  client: Client,
  { change }: Desk,
  track: (task: Promise<void>) => void,
  pause: () => Promise<boolean>,
): void {
  const compare = () => change.serversPresent([...client.guilds.cache.keys()]);
  const compareLater = async (): Promise<void> => {
    // A client that was given up at the start has an old picture.
    if ((await pause()) && client.isReady()) report(compare());
  };
  const report = (told: Promise<void>): void => {
    track(told);
    told.catch(() => track(compareLater()));
  };
  client.on(Events.GuildCreate, (guild) => report(change.serverJoined(guild.id, guild.preferredLocale)));
  // Each session names every server, so a language that was set while Lede was away is heard of too.
  client.on(Events.GuildAvailable, (guild) => track(change.serverLocale(guild.id, guild.preferredLocale)));
  client.on(Events.GuildUpdate, (_, guild) => track(change.serverLocale(guild.id, guild.preferredLocale)));
  // discord.js reports an outage as guildUnavailable, so this is a real goodbye.
  client.on(Events.GuildDelete, (guild) => report(change.serverLeft(guild.id)));
  client.on(Events.ChannelDelete, (channel) => track(change.channelGone(channel.id)));
  client.on(Events.ThreadDelete, (thread) => track(change.channelGone(thread.id)));
  client.ws.on(GatewayDispatchEvents.Ready, ({ guilds }: GatewayReadyDispatchData) => {
    // discord.js keeps what a new session no longer names, and would then take a return for nothing new.
    const named = new Set(guilds.map(({ id }) => id));
    for (const [id, guild] of client.guilds.cache) {
      if (named.has(id)) continue;
      for (const channelId of guild.channels.cache.keys()) client.channels.cache.delete(channelId);
      client.guilds.cache.delete(id);
    }
  });
  client.on(Events.ShardReady, () => {
    // The first session is compared at the start.
    if (client.isReady()) report(compare());
  });
}
