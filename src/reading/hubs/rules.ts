import { createHmac, timingSafeEqual } from 'node:crypto';
import { dayMs, type EpochMs, minuteMs } from '../../clock.ts';
import type { HubRecord } from '../../storage/records/hubs.ts';

/** This many polls in a row with news that the hub didn't send are no coincidence. */
const missedMax = 3;
/** How long a hub has to verify, and is left alone if it is in trouble. */
const verifyMs = 10 * minuteMs;
export const leaseMsMax = 30 * dayMs;
/** Older hubs leave it out. */
const leaseMsUnstated = dayMs;
/** However short the lease. */
const renewMsMin = 5 * minuteMs;
/** Leaves days to ask again before the lease ends. */
const renewShare = 0.8;

/** Ten days, the default of the standard. */
export const leaseSecondsAsked = 10 * 24 * 3_600;

/** Undefined if the stated lease makes no sense. */
export function leaseOf(seconds: string | undefined, now: EpochMs): { endsAt: EpochMs; renewAt: EpochMs } | undefined {
  if (seconds !== undefined && !/^\d{1,100}$/.test(seconds)) return undefined;
  const leaseMs = seconds === undefined ? leaseMsUnstated : Math.min(Number(seconds) * 1_000, leaseMsMax);
  if (leaseMs === 0) return undefined;
  return { endsAt: now + leaseMs, renewAt: now + Math.max(renewMsMin, leaseMs * renewShare) };
}

/** Until when the hub tells of its feed's news; undefined without a lease, and for a hub that sends nothing. */
export function toldUntil({ leaseEndsAt, missed }: HubRecord, now: EpochMs): EpochMs | undefined {
  return leaseEndsAt !== undefined && leaseEndsAt > now && missed < missedMax ? leaseEndsAt : undefined;
}

/** When to ask again if the hub doesn't verify: twice as late each time, at least once a day. */
export function askAgainAt(attemptsBefore: number, now: EpochMs): EpochMs {
  return now + Math.min(dayMs, verifyMs * 2 ** Math.min(attemptsBefore, 20));
}

export const afterDenial = (now: EpochMs): EpochMs => now + dayMs;

/** When to ask a hub again that is in trouble or asks for rest. */
export function restedAt(retryAfter: string | undefined, now: EpochMs): EpochMs {
  const askedMs = /^\d{1,9}$/.test(retryAfter ?? '') ? Number(retryAfter) * 1_000 : 0;
  return now + Math.min(dayMs, Math.max(verifyMs, askedMs));
}

/** Whether the `X-Hub-Signature` was made with the secret (WebSub §7.1). Compares in constant time. */
export function isSigned(body: Uint8Array, signature: string | undefined, secret: string): boolean {
  const [, method, digest] = /^(sha1|sha256|sha384|sha512)=([0-9a-f]{40,128})$/i.exec(signature?.trim() ?? '') ?? [];
  if (method === undefined || digest === undefined) return false;
  const right = createHmac(method.toLowerCase(), secret).update(body).digest();
  const given = Buffer.from(digest, 'hex');
  return given.length === right.length && timingSafeEqual(given, right);
}
