import type { Keyv } from 'keyv';
import type { ServerPreferences } from '../questions/parts.ts';

/** Stores what `change` makes of what a server prefers; nothing when it makes nothing. */
export type Prefer = (
  serverId: string,
  change: (known: ServerPreferences) => ServerPreferences | undefined,
) => Promise<void>;

/**
 * Keyv reads and writes in two steps, and what another change wrote between them would be gone; so those of a server
 * are made one after the other. One process at a time has the database.
 */
export function createPrefer(preferences: Keyv<ServerPreferences>): Prefer {
  const latest = new Map<string, Promise<void>>();
  return async (serverId, change) => {
    const made = (latest.get(serverId) ?? Promise.resolve()).then(async () => {
      const changed = change((await preferences.get(serverId)) ?? {});
      if (changed !== undefined) await preferences.set(serverId, changed);
    });
    // One that fails is its caller's, and holds up none after it.
    const over = made.catch(() => undefined);
    latest.set(serverId, over);
    await over;
    if (latest.get(serverId) === over) latest.delete(serverId);
    return made;
  };
}
