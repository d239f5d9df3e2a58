import type { EpochMs } from '../clock.ts';
import { createTickCache, type TickCache } from '../newsroom/tickCache.ts';
import type { Desk } from './desk.ts';

/** How long a moment is shared, unless a story changes earlier. */
const sharedMs = 5_000;

/** A time and a cache of what is stored by then. Everybody who asks within a few seconds shares them. */
interface Moment {
  cache: TickCache;
  now: EpochMs;
}

/** Returns the current moment. A new moment begins after five seconds, or when a story has changed. */
export function sharedMoment({ storage: { records }, outletsById, wall }: Desk): () => Promise<Moment> {
  let shared: (Moment & { row: number }) | undefined;
  return async () => {
    const row = await records.search.lastRow();
    const now = wall();
    const goesOn = shared?.row === row && Math.abs(now - shared.now) < sharedMs;
    if (shared === undefined || !goesOn) shared = { cache: createTickCache(records, outletsById), now, row };
    return shared;
  };
}
