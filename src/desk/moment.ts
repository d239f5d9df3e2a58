import type { EpochMs } from '../clock.ts';
import { createEdition, type Edition } from '../newsroom/edition.ts';
import type { Desk } from './desk.ts';

/** How long a moment lasts, unless a story changes. */
const sharedMs = 5_000;

/** What all who ask at about the same time share. */
interface Moment {
  edition: Edition;
  /** The time at which the moment began; answers cover what was known then. */
  now: EpochMs;
}

/** The present moment: it begins anew after five seconds, and when a story has changed. */
export function sharedMoment({ storage: { records }, outletsById, wall }: Desk): () => Promise<Moment> {
  let shared: (Moment & { row: number }) | undefined;
  return async () => {
    const row = await records.search.lastRow();
    const now = wall();
    const goesOn = shared?.row === row && Math.abs(now - shared.now) < sharedMs;
    if (shared === undefined || !goesOn) shared = { edition: createEdition(records, outletsById), now, row };
    return shared;
  };
}
