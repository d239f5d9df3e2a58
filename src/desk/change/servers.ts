import { nextSlot } from '../../digests/slots.ts';
import type { Changes } from '../desk.ts';
import type { ChangeParts } from './parts.ts';

type ServerChanges = Pick<Changes, 'serverJoined' | 'serverLeft' | 'serversPresent'>;

/** What Discord tells about the servers that Lede is in. */
export function createServerChanges({ storage, preferences, wall }: ChangeParts): ServerChanges {
  const { records } = storage;

  /** A server that comes back within 30 days finds its digests as they were. */
  const back = async (serverId: string): Promise<void> => {
    const now = wall();
    await storage.transaction(async (trx) => {
      await trx.servers.present(serverId);
      for (const channel of await trx.channels.ofServer(serverId)) {
        if (channel.paused !== 'server-left') continue;
        const { lastDate, lastOrdinal, schedule } = channel;
        const lastClaimed =
          lastDate === undefined || lastOrdinal === undefined
            ? undefined
            : { localDate: lastDate, ordinal: lastOrdinal };
        await trx.channels.save({ ...channel, paused: undefined }, nextSlot(schedule, { lastClaimed, now }), now);
      }
    });
  };

  return {
    async serverJoined(serverId, locale) {
      await back(serverId);
      const known = (await preferences.get(serverId)) ?? {};
      if (known.locale === undefined) await preferences.set(serverId, { ...known, locale });
    },

    async serverLeft(serverId) {
      await storage.transaction((trx) => trx.servers.left(serverId, wall()));
    },

    async serversPresent(serverIds) {
      const present = new Set(serverIds);
      for (const known of await records.servers.listPresent()) {
        if (!present.has(known)) await storage.transaction((trx) => trx.servers.left(known, wall()));
      }
      for (const id of serverIds) await back(id);
    },
  };
}
