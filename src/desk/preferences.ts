import type { Keyv } from 'keyv';
import type { Changer, Desk, ServerPreferences } from './desk.ts';
import { refuseNoServer } from './foreign.ts';

/** Stores the changed preferences of a server, if `change` returns some. */
export type Prefer = (
  serverId: string,
  change: (known: ServerPreferences) => ServerPreferences | undefined,
) => Promise<void>;

/** Serializes changes to a server's preferences, since Keyv reads and writes in two steps. */
export function createPrefer(preferences: Keyv<ServerPreferences>): Prefer {
  const latest = new Map<string, Promise<void>>();
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

/** Remembers who last changed the server's settings, and its language. Throws Refusal if no server is named. */
export async function noteChanger(desk: Pick<Desk, 'storage' | 'prefer'>, by: Changer): Promise<void> {
  refuseNoServer(by);
  await desk.storage.records.servers.changedBy(by.serverId, by.userId);
  await noteLocale(desk.prefer, by.serverId, by.serverLocale);
}

/** Stores the language that the server's owner set in Discord; the latest counts. */
export function noteLocale(prefer: Prefer, serverId: string, locale: string): Promise<void> {
  return prefer(serverId, (known) => (known.locale === locale ? undefined : { ...known, locale }));
}
