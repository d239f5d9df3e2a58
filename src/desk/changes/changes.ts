import { createAlertChanges } from './alerts.ts';
import { createChannelChanges } from './channels.ts';
import { createCorrectionChanges } from './corrections.ts';
import { createFeedChanges } from './feeds.ts';
import { createFollowChanges } from './follows.ts';
import { createOutletChanges } from './outlets.ts';
import { createOwnChanges } from './ownSources.ts';
import { type ChangeParts, createPrefer } from './parts.ts';
import { createPeopleChanges } from './people.ts';
import { createServerChanges } from './servers.ts';
import { createSetupChanges } from './setup.ts';
import { createUndoable, createUndoChanges } from './undo.ts';

/** Every change that commands and Discord's events make; each is stored when its promise resolves. Throws Refusal. */
export function createChanges(given: Omit<ChangeParts, 'prefer' | 'undoable'>) {
  const parts = { ...given, prefer: createPrefer(given.preferences), undoable: createUndoable(given) };
  return {
    ...createAlertChanges(parts),
    ...createFollowChanges(parts),
    ...createPeopleChanges(parts),
    ...createChannelChanges(parts),
    ...createCorrectionChanges(parts),
    ...createOwnChanges(parts),
    ...createOutletChanges(parts),
    ...createFeedChanges(parts),
    ...createServerChanges(parts),
    ...createSetupChanges(parts),
    ...createUndoChanges(parts),
  };
}

export type Changes = ReturnType<typeof createChanges>;
