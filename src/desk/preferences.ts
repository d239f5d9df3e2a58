import type { ChannelId, ServerId } from '../ids.ts';
import type { KeyValues } from '../storage/keyv.ts';
import type { Storage } from '../storage/storage.ts';
import type { Changer } from './asker.ts';
import { refuseNoServer } from './foreign.ts';

/** A server's preferences. They are in Keyv because no table refers to them. */
export interface ServerPreferences {
  zone?: string;
  locale?: string;
  logChannelId?: ChannelId;
  /** The server's announcement channels. Stored because a process that makes digests may have no gateway connection. */
  announcementIds?: readonly string[];
}

/** Stores what `change` returns as the server's preferences; nothing if it returns undefined. */
export type Prefer = (
  serverId: ServerId,
  change: (known: ServerPreferences) => ServerPreferences | undefined,
) => Promise<void>;

/** Makes changes to a server's preferences one after another, since Keyv reads and writes in two steps. */
export function createPrefer(preferences: KeyValues<ServerPreferences>): Prefer {
  const latest = new Map<ServerId, Promise<void>>();
  return async (serverId, change) => {
    const made = (latest.get(serverId) ?? Promise.resolve()).then(async () => {
      const changed = change((await preferences.get(serverId)) ?? {});
      if (changed !== undefined) await preferences.set(serverId, changed);
    });
    // Errors go to the caller; the queue continues.
    const over = made.catch(() => undefined);
    latest.set(serverId, over);
    await over;
    if (latest.get(serverId) === over) latest.delete(serverId);
    return made;
  };
}

/** Stores who last changed the server's settings, and the server's language. Throws Refusal if `serverId` is ''. */
export async function noteChanger(desk: { storage: Storage; prefer: Prefer }, by: Changer): Promise<void> {
  refuseNoServer(by);
  await desk.storage.records.servers.changedBy(by.serverId, by.userId);
  await noteLocale(desk.prefer, by.serverId, by.serverLocale);
}

/** Stores the language that is set for the server in Discord. */
export function noteLocale(prefer: Prefer, serverId: ServerId, locale: string): Promise<void> {
  return prefer(serverId, (known) => (known.locale === locale ? undefined : { ...known, locale }));
}
