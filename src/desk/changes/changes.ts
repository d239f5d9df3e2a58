import { createAlertChanges } from './alerts.ts';
import { createChannelChanges } from './channels.ts';
import { createCorrectionChanges } from './corrections.ts';
import { createFeedChanges } from './feeds.ts';
import { createOwnChanges } from './ownSources.ts';
import { type ChangeParts, createPrefer } from './parts.ts';
import { createServerChanges } from './servers.ts';

/** Every change that a command, or Discord, makes; each is stored when its promise settles. Throws Refusal. */
export function createChanges(given: Omit<ChangeParts, 'prefer'>) {
  const parts = { ...given, prefer: createPrefer(given.preferences) };
  return {
    ...createAlertChanges(parts),
    ...createChannelChanges(parts),
    ...createCorrectionChanges(parts),
    ...createOwnChanges(parts),
    ...createFeedChanges(parts),
    ...createServerChanges(parts),
  };
}

export type Changes = ReturnType<typeof createChanges>;
