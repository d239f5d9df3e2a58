/** Milliseconds since 1970 UTC. */
export type EpochMs = number;

export const minuteMs = 60_000;
export const hourMs = 60 * minuteMs;
export const dayMs = 24 * hourMs;

/** The time that due times, slots and retention go by; it can be virtual, and it never goes back. */
export type Wall = () => EpochMs;

/** Milliseconds of real time since some moment; for timeouts, rate limits and leases of the same process. */
export type Monotonic = () => number;

export const systemWall: Wall = () => Date.now();
export const monotonic: Monotonic = () => performance.now();

/** After a step back, which is reported once, the latest time seen counts, so that nothing runs twice. */
export function neverBack(wall: Wall, onStepBack: (byMs: number) => void): Wall {
  let latest = Number.NEGATIVE_INFINITY;
  let reported = false;
  return () => {
    const now = wall();
    if (now >= latest) {
      latest = now;
      reported = false;
    } else if (!reported) {
      reported = true;
      onStepBack(latest - now);
    }
    return latest;
  };
}
