import { createHmac, timingSafeEqual } from 'node:crypto';
import { dayMs, type EpochMs, minuteMs } from '../../clock.ts';
import type { HubRecord } from '../../storage/records/reading/hubs.ts';

/** A hub counts as broken after this many polls in a row with news that it didn't push; fewer may be coincidence. */
const missedMax = 3;
/** Time that a hub has to verify, and the shortest pause for a hub in trouble. */
const verifyMs = 10 * minuteMs;
export const leaseMsMax = 30 * dayMs;
/** Assumed lease if a hub states none, as older hubs do. */
const leaseMsUnstated = dayMs;
/** Shortest time until renewal, however short the lease. */
const renewMsMin = 5 * minuteMs;
/** Renewal time as a share of the lease; leaves days for retries before it ends. */
const renewShare = 0.8;

/** Ten days, the default of WebSub. */
export const leaseSecondsAsked = 10 * 24 * 3_600;

/** End and renewal time of a lease of `seconds`; undefined if the stated lease is invalid. */
export function leaseOf(seconds: string | undefined, now: EpochMs): { endsAt: EpochMs; renewAt: EpochMs } | undefined {
  if (seconds !== undefined && !/^\d{1,100}$/.test(seconds)) return undefined;
  const leaseMs = seconds === undefined ? leaseMsUnstated : Math.min(Number(seconds) * 1_000, leaseMsMax);
  if (leaseMs === 0) return undefined;
  return { endsAt: now + leaseMs, renewAt: now + Math.max(renewMsMin, leaseMs * renewShare) };
}

/** How long the hub can be relied on for its feed's news; undefined without a lease, or if the hub pushes nothing. */
export function toldUntil({ leaseEndsAt, missed }: HubRecord, now: EpochMs): EpochMs | undefined {
  return leaseEndsAt !== undefined && leaseEndsAt > now && missed < missedMax ? leaseEndsAt : undefined;
}

/** Retry time if the hub doesn't verify: exponential backoff, at most a day. */
export function askAgainAt(attemptsBefore: number, now: EpochMs): EpochMs {
  return now + Math.min(dayMs, verifyMs * 2 ** Math.min(attemptsBefore, 20));
}

export const afterDenial = (now: EpochMs): EpochMs => now + dayMs;

/** Retry time for a hub that is in trouble or sent `Retry-After` (seconds): 10 minutes to a day. */
export function restedAt(retryAfter: string | undefined, now: EpochMs): EpochMs {
  const askedMs = /^\d{1,9}$/.test(retryAfter ?? '') ? Number(retryAfter) * 1_000 : 0;
  return now + Math.min(dayMs, Math.max(verifyMs, askedMs));
}

/** Verifies an `X-Hub-Signature` (WebSub §7.1) in constant time. */
export function isSigned(body: Uint8Array, signature: string | undefined, secret: string): boolean {
  const [, method, digest] = /^(sha1|sha256|sha384|sha512)=([0-9a-f]{40,128})$/i.exec(signature?.trim() ?? '') ?? [];
  if (method === undefined || digest === undefined) return false;
  const right = createHmac(method.toLowerCase(), secret).update(body).digest();
  const given = Buffer.from(digest, 'hex');
  return given.length === right.length && timingSafeEqual(given, right);
}
