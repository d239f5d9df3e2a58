import { setTimeout as realPause } from 'node:timers/promises';
import type { Monotonic } from '../../clock.ts';

/** Discord bans an address for 10,000 refused requests (401, 403, 429) in ten minutes; the outbox rests at a tenth. */
const refusedMax = 1_000;
const refusedMsMax = 10 * 60_000;
/** Members who take no messages don't count, up to half of what Discord bans for. */
const refusedInAllMax = 5_000;
/** Discord takes 50 a second; three are left for questions of commands and for jitter. Answers to members don't count. */
const perSecondMax = 47;
/** So many leave at once; the rest evenly, so that answers to members come in between. */
const atOnceMax = 24;
/** A little faster than 47 a second, with up to 22 at once after the process was busy, to catch up. */
const gapMs = 18;
const behindMsMax = 400;
/** An attempt must leave soon after it was noted; if it would wait longer, it is told to come again. */
const waitMsMax = 4_000;

/**
 * Holds the outbox to Discord's pace, and stops it while Discord refuses too much; answers to members go on. `pause` is
 * given by tests whose clock does not run.
 */
export function createBrake(monotonic: Monotonic, pause: (ms: number) => Promise<unknown> = realPause) {
  let until = Number.NEGATIVE_INFINITY;
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  /** When members took no message. */
  const ofMembers: number[] = [];
  /** When the newest requests left. */
  const left: number[] = [];
  /** When the newest was due: timers are late, and their delays must not add up. */
  let planned = Number.NEGATIVE_INFINITY;

  const nthLast = (nth: number) => left.at(-nth) ?? Number.NEGATIVE_INFINITY;
  const place = (now: number) => {
    const isMany = nthLast(atOnceMax) > now - 1_000;
    const evenly = isMany ? Math.max(planned + gapMs, now - behindMsMax) : now;
    return Math.max(evenly, nthLast(perSecondMax) + 1_000);
  };
  const heldMs = () => Math.max(0, Math.ceil(until - monotonic()));
  const leave = async (): Promise<number> => {
    for (;;) {
      const now = monotonic();
      const held = heldMs();
      if (held > waitMsMax) return held;
      const at = place(now);
      const ms = Math.max(held, at - now);
      if (ms <= 0) {
        planned = at;
        left.push(now);
        if (left.length > perSecondMax) left.shift();
        return 0;
      }
      await pause(Math.ceil(ms));
    }
  };
  /** Discord takes nothing from the bot for so long. */
  const hold = (ms: number): void => {
    until = Math.max(until, monotonic() + ms);
  };
  return {
    hold,
    /** A member took no direct message, which says nothing of others. */
    refusedByMember(): void {
      ofMembers.push(monotonic());
      if (ofMembers.length > refusedInAllMax) ofMembers.shift();
    },
    /** Told how many requests were refused in the present ten minutes; true when that is too many. */
    refused(count: number, endsInMs: number): boolean {
      const begunAt = monotonic() + endsInMs - refusedMsMax;
      const counted = count - ofMembers.filter((at) => at >= begunAt).length;
      if (counted < refusedMax && count < refusedInAllMax) return false;
      // The end was noted by a clock that may have run ahead.
      hold(Math.min(endsInMs, refusedMsMax));
      return true;
    },
    /** Waits in line until a request may leave: 0, or after how many whole milliseconds to come again. */
    turn(): Promise<number> {
      const queueMs = (waiting / perSecondMax) * 1_000;
      const ms = Math.max(heldMs(), Math.ceil(queueMs));
      if (ms >= waitMsMax) return Promise.resolve(ms);
      waiting += 1;
      const mine = last.then(leave).finally(() => {
        waiting -= 1;
      });
      last = mine;
      return mine;
    },
  };
}

export type Brake = ReturnType<typeof createBrake>;
