import { type Client, Events } from 'discord.js';
import type { serverEvents } from '../../desk/serverEvents.ts';
import { serversOf } from './servers.ts';

/**
 * Reports servers and channels that come and go, also between two gateway sessions. If an event can't be stored, for
 * example on a full disk, waits for `pause` and then calls `compare`, which checks all servers. `pause` returns false
 * once the bot stops.
 */
export function reportPresence(
  client: Client,
  change: ReturnType<typeof serverEvents>,
  compare: () => Promise<void>,
  track: (task: Promise<void>) => void,
  pause: () => Promise<boolean>,
): void {
  const compareLater = async (): Promise<void> => {
    // The servers of a client that was given up at the start are outdated.
    if ((await pause()) && client.isReady()) report(compare());
  };
  const report = (told: Promise<void>): void => {
    track(told);
    told.catch(() => track(compareLater()));
  };
  serversOf(client).follow(client, {
    joined: (serverId, locale) => report(change.serverJoined(serverId, locale)),
    // Each session names every server, with a language that may have changed meanwhile.
    seen: (serverId, locale) => track(change.serverLocale(serverId, locale)),
    announces: (serverId, channelIds) => track(change.serverAnnounces(serverId, channelIds)),
    left: (serverId) => report(change.serverLeft(serverId)),
    roleGone: (serverId, roleId) => report(change.rolesGone((_, id) => id === roleId, serverId)),
    channelGone: (serverId, channelId) => track(change.channelGone(serverId, channelId)),
  });
  client.on(Events.ShardReady, () => {
    // The first session is compared at the start.
    if (client.isReady()) report(compare());
  });
}
