import { createChannelChanges } from './change/channels.ts';
import { createFeedChanges } from './change/feeds.ts';
import { createOwnChanges } from './change/own.ts';
import type { ChangeParts } from './change/parts.ts';
import { createPrefer } from './change/prefer.ts';
import { createServerChanges } from './change/servers.ts';
import type { Changes } from './desk.ts';

/** Every change that a command, or Discord itself, makes. */
export function createChanges(given: Omit<ChangeParts, 'prefer'>): Changes {
  const parts = { ...given, prefer: createPrefer(given.preferences) };
  return {
    ...createChannelChanges(parts),
    ...createOwnChanges(parts),
    ...createFeedChanges(parts),
    ...createServerChanges(parts),
  };
}
