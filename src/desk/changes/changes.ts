import type { Changes } from '../desk.ts';
import { createChannelChanges } from './channels.ts';
import { createFeedChanges } from './feeds.ts';
import { createOwnChanges } from './own.ts';
import type { ChangeParts } from './parts.ts';
import { createPrefer } from './prefer.ts';
import { createServerChanges } from './servers.ts';

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
