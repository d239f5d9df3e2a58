import { type EpochMs, type Monotonic, minuteMs, type Wall } from '../src/clock.ts';

export type MovedClock = ReturnType<typeof createMovedClock>;

/**
 * Makes a wall clock that can stand still, jump forward or run in real time, and never goes back. It stands still at a
 * moment until `run` is called.
 */
export function createMovedClock(monotonic: Monotonic, at: EpochMs) {
  const listeners: (() => void)[] = [];
  let base = at;
  let startedAt: number | undefined;
  const now: Wall = () => Math.floor(startedAt === undefined ? base : base + monotonic() - startedAt);
  const change = (to: EpochMs, runningSince: number | undefined) => {
    base = to;
    startedAt = runningSince;
    for (const listener of listeners) listener();
  };
  return {
    now,
    running: () => startedAt !== undefined,
    /** Stops the clock at a moment, or immediately if that moment is past. */
    stand: (to: EpochMs) => change(Math.max(to, now()), undefined),
    /** Runs in real time from the current moment. */
    run: () => change(now(), monotonic()),
    /** Calls a listener after each `stand` and `run`. */
    onChange: (listener: () => void) => void listeners.push(listener),
  };
}

/** The part of an app that `skipTo` needs. */
export interface Driven {
  drain(): Promise<object>;
  nextDueAt(): Promise<EpochMs | undefined>;
}

/**
 * Moves the clock to a moment, stopping at every minute in which work is due, then lets it run. Work that stays due (a
 * failing feed) is retried once per minute and never holds the clock up.
 */
export async function skipTo(
  clock: MovedClock,
  at: EpochMs,
  driven: Driven,
  onStep: (now: EpochMs) => Promise<void>,
  stopping?: AbortSignal,
): Promise<void> {
  clock.stand(clock.now());
  while (clock.now() < at && stopping?.aborted !== true) {
    const dueAt = (await driven.nextDueAt()) ?? at;
    const dueMinute = Math.ceil(dueAt / minuteMs) * minuteMs;
    clock.stand(Math.min(at, Math.max(dueMinute, clock.now() + minuteMs)));
    await driven.drain();
    await onStep(clock.now());
  }
  clock.run();
}
