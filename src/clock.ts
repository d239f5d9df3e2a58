/** Milliseconds since 1970 UTC. */
export type EpochMs = number;

export const minuteMs = 60_000;
export const hourMs = 60 * minuteMs;
export const dayMs = 24 * hourMs;

/** The time of day, for due times, slots and retention. Tests and replays pass their own. */
export type Wall = () => EpochMs;

/** Milliseconds of real time since some moment; for timeouts, rate limits and leases of the same process. */
export type Monotonic = () => number;

export const systemWall: Wall = () => Date.now();
export const monotonic: Monotonic = () => performance.now();

/** A wall clock that goes back only in `giveIn`. The monotonic clock shows whether it runs. */
export type Clock = ReturnType<typeof neverBack>;

const behindMsMax = hourMs;
const believedAfterMs = 5 * minuteMs;

/** Reports each step back of the machine's clock once. Until it catches up, `wall` shows the latest time seen. */
export function neverBack(machine: Wall, monotonic: Monotonic, onStepBack: (byMs: number) => void) {
  let latest = machine();
  let startedAt = latest;
  let movedAt = monotonic();
  let reported = false;
  let farBehindSince: number | undefined;
  const wall = () => {
    const shown = machine();
    if (shown > latest) movedAt = monotonic();
    if (shown >= latest) reported = false;
    else if (!reported) {
      reported = true;
      onStepBack(latest - shown);
    }
    latest = Math.max(latest, shown);
    farBehindSince = latest - shown > behindMsMax ? (farBehindSince ?? monotonic()) : undefined;
    return latest;
  };
  return {
    wall,
    /** When the process started. `giveIn` moves it if it would lie in the future. */
    startedAt: () => startedAt,
    /** How many ms the wall clock has stood still, because the machine's clock went back or hangs. */
    stoodMs() {
      wall();
      // An integer like the times it is added to: PostgreSQL compares integer columns only with integers.
      return Math.floor(monotonic() - movedAt);
    },
    /**
     * Goes back to the machine's time once the machine has been over an hour behind for five minutes: the later time
     * must have been wrong. Returns the step back in ms, or undefined if there was none.
     */
    giveIn() {
      const before = wall();
      if (farBehindSince === undefined || monotonic() - farBehindSince < believedAfterMs) return undefined;
      latest = machine();
      startedAt = Math.min(startedAt, latest);
      movedAt = monotonic();
      farBehindSince = undefined;
      return before - latest;
    },
  };
}
