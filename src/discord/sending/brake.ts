import { setTimeout as realPause } from 'node:timers/promises';
import type { Monotonic } from '../../clock.ts';

/** Discord bans an address for 10,000 refused requests (401, 403, 429) in ten minutes; the outbox pauses at a tenth. */
const refusedMax = 1_000;
const refusedMsMax = 10 * 60_000;
/** Refusals by members without open DMs don't count until all refusals reach this, half of Discord's limit. */
const refusedInAllMax = 5_000;
/**
 * Requests a second. Discord takes 50; three are left for look-ups by commands and for jitter. Answers to members don't
 * count.
 */
const perSecondMax = 47;
/** Requests in one burst; further ones are spaced evenly, so that answers to members get in between. */
const burstMax = 24;
/**
 * Spacing in ms, a little shorter than for 47 requests a second, so that Lede can catch up: after a busy moment up to
 * 22 requests (behindMsMax / gapMs) leave at once.
 */
const gapMs = 18;
const behindMsMax = 400;
/**
 * Maximum wait for a turn. For a longer one `turn` returns when to ask again, because a request must leave soon after
 * its attempt was stored.
 */
const waitMsMax = 4_000;

/**
 * Rate limiter of the outbox: keeps to Discord's limit, and pauses while Discord refuses too much. Answers to members
 * are not limited. Tests with a clock that stands still pass `pause`.
 */
export function createBrake(monotonic: Monotonic, pause: (ms: number) => Promise<unknown> = realPause) {
  let until = Number.NEGATIVE_INFINITY;
  const lines = {
    new: { last: Promise.resolve(0), waiting: 0 },
    edits: { last: Promise.resolve(0), waiting: 0 },
  };
  /** When members refused a direct message. */
  const ofMembers: number[] = [];
  /** When the latest requests were sent. */
  const left: number[] = [];
  /** When the latest request was due. The next one counts from here, so that late timers don't add up. */
  let planned = Number.NEGATIVE_INFINITY;

  const nthLast = (nth: number) => left.at(-nth) ?? Number.NEGATIVE_INFINITY;
  const place = (now: number) => {
    const isMany = nthLast(burstMax) > now - 1_000;
    const evenly = isMany ? Math.max(planned + gapMs, now - behindMsMax) : now;
    return Math.max(evenly, nthLast(perSecondMax) + 1_000);
  };
  const heldMs = () => Math.max(0, Math.ceil(until - monotonic()));
  const leave = async (name: keyof typeof lines, askedAt: number): Promise<number> => {
    for (;;) {
      const now = monotonic();
      const held = heldMs();
      if (held > waitMsMax) return held;
      const at = place(now);
      const isBehind = name === 'edits' && lines.new.waiting > 0;
      if (isBehind && now - askedAt >= waitMsMax) return waitMsMax;
      const ms = isBehind ? gapMs : Math.max(held, at - now);
      if (ms <= 0) {
        planned = at;
        left.push(now);
        if (left.length > perSecondMax) left.shift();
        return 0;
      }
      await pause(Math.ceil(ms));
    }
  };
  /** Stops all requests for this long. */
  const hold = (ms: number): void => {
    until = Math.max(until, monotonic() + ms);
  };
  return {
    hold,
    /** Notes that a member refused a direct message, which says nothing about other members. */
    refusedByMember(): void {
      ofMembers.push(monotonic());
      if (ofMembers.length > refusedInAllMax) ofMembers.shift();
    },
    /** Called with the number of refused requests in the current ten minutes; true if too many. */
    refused(count: number, endsInMs: number): boolean {
      const begunAt = monotonic() + endsInMs - refusedMsMax;
      const counted = count - ofMembers.filter((at) => at >= begunAt).length;
      if (counted < refusedMax && count < refusedInAllMax) return false;
      // The end comes from discord.js, whose clock may have run ahead.
      hold(Math.min(endsInMs, refusedMsMax));
      return true;
    },
    /**
     * Returns 0 when a request may leave, after waiting in line, or the milliseconds after which to ask again. Edits of
     * posted messages let everything else go first.
     */
    turn(name: keyof typeof lines = 'new'): Promise<number> {
      const line = lines[name];
      const queueMs = (line.waiting / perSecondMax) * 1_000;
      const ms = Math.max(heldMs(), Math.ceil(queueMs));
      if (ms >= waitMsMax) return Promise.resolve(ms);
      line.waiting += 1;
      const askedAt = monotonic();
      const mine = line.last
        .then(() => leave(name, askedAt))
        .finally(() => {
          line.waiting -= 1;
        });
      line.last = mine;
      return mine;
    },
  };
}

export type Brake = ReturnType<typeof createBrake>;
