import { nextSlot } from '../../schedule/slots.ts';
import type { ChannelRecord } from '../../storage/records/channels.ts';
import type { Records } from '../../storage/storage.ts';
import type { Changes } from '../desk.ts';
import { type ChangeParts, lastClaimedOf, noteLocale } from './parts.ts';

type ServerChanges = Pick<Changes, 'serverJoined' | 'serverLocale' | 'serverLeft' | 'serversPresent'>;

/**
 * What Discord tells about the servers that Lede is in. Each word is one transaction, and those run in the order of
 * asking: a comparison of all servers that went on server by server would undo what is told meanwhile.
 */
export function createServerChanges({ storage, prefer, wall }: ChangeParts): ServerChanges {
  /** A server that comes back within 30 days finds its digests as they were. */
  const resume = async (trx: Records, channels: readonly ChannelRecord[]): Promise<void> => {
    const now = wall();
    for (const channel of channels) {
      const next = nextSlot(channel.schedule, { lastClaimed: lastClaimedOf(channel), now });
      await trx.channels.save({ ...channel, paused: undefined }, next, now);
      // Who invites Lede anew gives its permissions anew.
      await trx.servers.channelNoticesOver(channel.serverId, channel.channelId, now);
    }
  };

  return {
    async serverJoined(serverId, locale) {
      await storage.transaction(async (trx) => {
        await trx.servers.present(serverId);
        const channels = await trx.channels.ofServer(serverId);
        await resume(
          trx,
          channels.filter(({ paused }) => paused === 'server-left'),
        );
      });
      await noteLocale(prefer, serverId, locale);
    },

    serverLocale: (serverId, locale) => noteLocale(prefer, serverId, locale),

    async serverLeft(serverId) {
      await storage.transaction((trx) => trx.servers.left(serverId, wall()));
    },

    async serversPresent(serverIds) {
      const present = new Set(serverIds);
      await storage.transaction(async (trx) => {
        const known = new Set(await trx.servers.listPresent());
        for (const id of known) if (!present.has(id)) await trx.servers.left(id, wall());
        for (const id of present) if (!known.has(id)) await trx.servers.present(id);
        const paused = await trx.channels.pausedFor('server-left');
        const back = paused.filter(({ serverId }) => present.has(serverId));
        await resume(trx, back);
      });
    },
  };
}
