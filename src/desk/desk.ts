import type { Changes } from './changes/changes.ts';
import type { Ask } from './questions/questions.ts';

/** What commands are given. */
export interface Desk {
  ask: Ask;
  change: Changes;
}
