/** Milliseconds since 1970 UTC. */
export type EpochMs = number;

export const minuteMs = 60_000;
export const hourMs = 60 * minuteMs;
export const dayMs = 24 * hourMs;

/** The time that due times, slots and retention go by. It can be virtual, and goes back only after `giveIn`. */
export type Wall = () => EpochMs;

/** Milliseconds of real time since some moment; for timeouts, rate limits and leases of the same process. */
export type Monotonic = () => number;

export const systemWall: Wall = () => Date.now();
export const monotonic: Monotonic = () => performance.now();

/** A wall that never goes back by itself, and what the monotonic clock knows of it. */
export interface Clock {
  wall: Wall;
  /** When the process started; after `giveIn` no later than now. */
  startedAt(): EpochMs;
  /** For how long the wall has stood still: the machine shows an earlier time than before, or its clock hangs. */
  stoodMs(): number;
  /**
   * Goes back to what the machine shows if that stayed over an hour behind for five minutes: the time before was wrong.
   * Returns by how much.
   */
  giveIn(): number | undefined;
}

const behindMsMax = hourMs;
const believedAfterMs = 5 * minuteMs;

/** After a step back, which is reported once, the latest time seen counts, so that nothing runs twice. */
export function neverBack(machine: Wall, monotonic: Monotonic, onStepBack: (byMs: number) => void): Clock {
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
    startedAt: () => startedAt,
    stoodMs() {
      wall();
      // Whole, as every moment that it is added to: an integer column compares with nothing else in PostgreSQL.
      return Math.floor(monotonic() - movedAt);
    },
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
