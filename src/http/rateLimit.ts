import { type Monotonic, minuteMs, monotonic } from '../clock.ts';

/** How many visitors are counted one by one; all others share one count, so that memory stays bounded. */
const countedMax = 10_000;

/** Returns a function that counts a visit, and says whether it is among the first `max` of this visitor in a minute. */
export function createRateLimit(max: number, clock: Monotonic = monotonic): (visitor: string) => boolean {
  let minute = 0;
  const visits = new Map<string, number>();
  return (visitor) => {
    const now = Math.floor(clock() / minuteMs);
    if (now !== minute) visits.clear();
    minute = now;
    const counted = visits.has(visitor) || visits.size < countedMax ? visitor : '';
    const count = (visits.get(counted) ?? 0) + 1;
    visits.set(counted, count);
    return count <= max;
  };
}
