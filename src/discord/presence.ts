import { type Client, Events, GatewayDispatchEvents, type GatewayReadyDispatchData } from 'discord.js';
import type { Desk } from '../desk/desk.ts';

/**
 * Reports servers and channels that come and go, also between two sessions of the gateway. If that can't be stored, as
 * on a full disk, all servers are compared after `pause`, which answers false once the bot stops.
 */
export function reportPresence(
  client: Client,
  { change }: Desk,
  track: (task: Promise<void>) => void,
  pause: () => Promise<boolean>,
): void {
  const compare = () => change.serversPresent([...client.guilds.cache.keys()]);
  const compareLater = async (): Promise<void> => {
    // A client given up at the start has outdated servers.
    if ((await pause()) && client.isReady()) report(compare());
  };
  const report = (told: Promise<void>): void => {
    track(told);
    told.catch(() => track(compareLater()));
  };
  client.on(Events.GuildCreate, (guild) => report(change.serverJoined(guild.id, guild.preferredLocale)));
  // Each session names every server, with a language that may have changed meanwhile.
  client.on(Events.GuildAvailable, (guild) => track(change.serverLocale(guild.id, guild.preferredLocale)));
  client.on(Events.GuildUpdate, (_, guild) => track(change.serverLocale(guild.id, guild.preferredLocale)));
  // discord.js reports an outage as guildUnavailable, so this is a real goodbye.
  client.on(Events.GuildDelete, (guild) => report(change.serverLeft(guild.id)));
  client.on(Events.ChannelDelete, (channel) => {
    if (!channel.isDMBased()) track(change.channelGone(channel.guildId, channel.id));
  });
  client.on(Events.ThreadDelete, (thread) => track(change.channelGone(thread.guildId, thread.id)));
  client.ws.on(GatewayDispatchEvents.Ready, ({ guilds }: GatewayReadyDispatchData) => {
    // discord.js keeps servers that a new session no longer names, and would not report their return.
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
