import { createHmac, timingSafeEqual } from 'node:crypto';
import { dayMs, type EpochMs, minuteMs } from '../../clock.ts';
import type { HubRecord } from '../../storage/records/hubs.ts';

/** So many polls in a row that bring what the hub did not tell are no coincidence. */
const missedMax = 3;
/** For so long a hub has time to verify what it was asked, and a hub in trouble is left alone. */
const verifyMs = 10 * minuteMs;
/** No hub's word holds longer. */
export const leaseMsMax = 30 * dayMs;
/** Hubs of before the standard may leave it out. */
const leaseMsUnstated = dayMs;
/** A lease of seconds is no reason to ask every few of them. */
const renewMsMin = 5 * minuteMs;
/** Before the lease ends there are some days for asking again. */
const renewShare = 0.8;

/** What hubs are asked for; ten days is what the standard calls a good default. */
export const leaseSecondsAsked = 10 * 24 * 3_600;

/** How long what a hub agreed to holds, and when to ask it to go on; undefined where it makes no sense. */
export function leaseOf(seconds: string | undefined, now: EpochMs): { endsAt: EpochMs; renewAt: EpochMs } | undefined {
  if (seconds !== undefined && !/^\d{1,100}$/.test(seconds)) return undefined;
  const leaseMs = seconds === undefined ? leaseMsUnstated : Math.min(Number(seconds) * 1_000, leaseMsMax);
  if (leaseMs === 0) return undefined;
  return { endsAt: now + leaseMs, renewAt: now + Math.max(renewMsMin, leaseMs * renewShare) };
}

/**
 * Until when the hub tells of its feed's news; undefined for one that agreed to nothing, and for one that agreed and is
 * mute.
 */
export function toldUntil({ leaseEndsAt, missed }: HubRecord, now: EpochMs): EpochMs | undefined {
  return leaseEndsAt !== undefined && leaseEndsAt > now && missed < missedMax ? leaseEndsAt : undefined;
}

/** When to ask again if the hub does not verify: each time twice as late, once a day at the least. */
export function askAgainAt(attemptsBefore: number, now: EpochMs): EpochMs {
  return now + Math.min(dayMs, verifyMs * 2 ** Math.min(attemptsBefore, 20));
}

/** When to ask a hub again that said no. */
export const afterDenial = (now: EpochMs): EpochMs => now + dayMs;

/** When to ask a hub again for anything that is in trouble or asks for rest; a `Retry-After` in seconds counts. */
export function restedAt(retryAfter: string | undefined, now: EpochMs): EpochMs {
  const askedMs = /^\d{1,9}$/.test(retryAfter ?? '') ? Number(retryAfter) * 1_000 : 0;
  return now + Math.min(dayMs, Math.max(verifyMs, askedMs));
}

/**
 * Whether the `X-Hub-Signature` shows that the body comes from who knows the secret (WebSub §7.1); takes as long for a
 * near miss.
 */
export function isSigned(body: Uint8Array, signature: string | undefined, secret: string): boolean {
  const [, method, digest] = /^(sha1|sha256|sha384|sha512)=([0-9a-f]{40,128})$/i.exec(signature?.trim() ?? '') ?? [];
  if (method === undefined || digest === undefined) return false;
  const right = createHmac(method.toLowerCase(), secret).update(body).digest();
  const given = Buffer.from(digest, 'hex');
  return given.length === right.length && timingSafeEqual(given, right);
}
