import type { Changes } from './changes/changes.ts';
import type { Ask } from './questions/questions.ts';

/** Everything that commands can ask and change. */
export interface Desk {
  ask: Ask;
  change: Changes;
}
