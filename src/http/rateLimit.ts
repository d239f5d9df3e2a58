import { type Monotonic, minuteMs, monotonic } from '../clock.ts';

/** How many visitors have their own count. The limit bounds memory. */
const countedMax = 10_000;

/**
 * Returns a function that counts a visit and says whether it is among the visitor's first `max` in this minute.
 * Visitors beyond 10,000 share the count of their `network`, so there must be few networks.
 */
export function createRateLimit(
  max: number,
  clock: Monotonic = monotonic,
): (visitor: string, network?: string | number) => boolean {
  let minute = 0;
  const visits = new Map<string | number, number>();
  return (visitor, network = visitor) => {
    const now = Math.floor(clock() / minuteMs);
    if (now !== minute) visits.clear();
    minute = now;
    const counted = visits.has(visitor) || visits.size < countedMax ? visitor : network;
    const count = (visits.get(counted) ?? 0) + 1;
    visits.set(counted, count);
    return count <= max;
  };
}
