import { hash } from 'node:crypto';
import { dayMs, type EpochMs, hourMs, minuteMs } from '../clock.ts';
import { parseDate } from '../engine/feeds/dates.ts';
import type { FeedDocument } from '../engine/feeds/document.ts';
import type { FetchHeaders } from '../web/fetch.ts';

/** The state of a feed between polls; plain JSON, and `{}` for a feed that was never polled. */
export interface PollState {
  /** This and `lastModified` are from the last 200 response that was a feed, byte for byte. */
  etag?: string;
  lastModified?: string;
  /** The address that sent these validators, if not the feed's own. */
  validFor?: string;
  /** SHA-256 of the last body that was a feed. */
  bodyHash?: string;
  ttlMinutes?: number;
  skipHours?: number[];
  skipDays?: number[];
  itemsLastWeek?: number;
  /** When a poll last returned a new body that was a feed. */
  readAt?: EpochMs;
  /** The earliest time at which the publisher allows the next request. */
  notBefore?: EpochMs;
  /** How many polls in a row failed. */
  failures?: number;
  failingSince?: EpochMs;
  notFoundSince?: EpochMs;
  /** The target of a permanent redirect, and how many polls in a row it redirected. */
  moved?: { url: string; times: number };
}

/** Drops the validators and the hash, so that the next poll fetches the whole feed and reads it again. */
export const askingForAll = ({ etag, lastModified, validFor, bodyHash, ...state }: PollState): PollState => state;

/** An answer by which a poll succeeded. */
interface Answer {
  headers: FetchHeaders;
  /** The address that answered, if it isn't the feed's own. */
  answeredBy?: string;
  permanentUrl?: string;
}

type Success = Answer &
  /**
   * A 200 response with a feed in a new body. `itemsLastWeek` counts its articles dated or first seen in the last 7
   * days.
   */
  (
    | {
        kind: 'read';
        bodyHash: string;
        document: Pick<FeedDocument, 'ttlMinutes' | 'skipHours' | 'skipDays'>;
        itemsLastWeek: number;
      }
    /** A 304, or a 200 whose body has the stored hash. */
    | { kind: 'unchanged'; status: 200 | 304 }
  );

export type PollEvent =
  | Success
  /** Any other status. */
  | { kind: 'http'; status: number; headers: FetchHeaders }
  /** No response, or a 200 response that isn't a feed. */
  | { kind: 'failed' };

export interface NextPoll {
  /** The feed's address from now on. */
  url: string;
  state: PollState;
  dueAt: EpochMs;
  /** Set if the feed is not polled any more. */
  stopped?: 'gone' | 'not-found';
}

const intervalMin = 15 * minuteMs;
const intervalMax = dayMs;
/** For feeds whose items a server wants at once. With jitter, it becomes up to five minutes. */
export const intervalAtOnce = 4 * minuteMs;
/** For a feed that was never read. */
const intervalUnknown = hourMs;
const askedToWait = 4 * hourMs;
const retryAfterMax = 7 * dayMs;
/** A server may ask for 0 seconds, or for a date that has passed because its clock is behind. */
const retryAfterMin = minuteMs;
const notFoundFor = 7 * dayMs;
const adoptedAfter = 3;
/**
 * A feed's shortest interval as a multiple of its answer's duration, so that slow feeds can't occupy all places: one
 * that takes 18 s is polled every 18 minutes. Up to four seconds make no difference.
 */
const waitsPerAnswer = 60;

/** The jitter of an address, 0 to 1, stable across restarts. */
function shareOf(url: string): number {
  return Number.parseInt(hash('sha256', url).slice(0, 8), 16) / 2 ** 32;
}

/** What the polling rule knows of a feed. */
interface PolledAt {
  url: string;
  state: PollState;
  /** The longest interval that Lede wants, if a server wants the feed's items at once. */
  paceMs?: number;
  /** From sending the request to the end of the answer, with all redirects. */
  tookMs?: number;
}

function ownInterval({ itemsLastWeek }: PollState, paceMs = intervalMax): number {
  if (itemsLastWeek === undefined) return Math.min(paceMs, intervalUnknown);
  return Math.min(paceMs, Math.max(intervalMin, (7 * dayMs) / Math.max(itemsLastWeek, 1)));
}

function httpDate(text: string | undefined): EpochMs | undefined {
  return text && /[a-z]{3}/i.test(text) ? parseDate(text) : undefined;
}

/** How long cache headers and `ttl` ask to wait, at most 24 h. */
function askedInterval(state: PollState, headers: FetchHeaders, now: EpochMs): number {
  const maxAge = /(?:^|[,\s])max-age\s*=\s*"?(\d{1,10})/i.exec(headers.cacheControl?.slice(0, 1000) ?? '')?.[1];
  const expires = httpDate(headers.expires);
  const fresh =
    maxAge !== undefined
      ? Number(maxAge) * 1000
      : expires === undefined
        ? 0
        : expires - (httpDate(headers.date) ?? now);
  return Math.min(intervalMax, Math.max(fresh, (state.ttlMinutes ?? 0) * minuteMs, 0));
}

/** `at`, or the first later time outside the publisher's skipped hours and days; at most 24 h later. */
function outsideSkipped(at: EpochMs, state: PollState, share: number): EpochMs {
  const skipped = (time: EpochMs): boolean =>
    (state.skipHours?.includes(Math.floor(time / hourMs) % 24) ?? false) ||
    (state.skipDays?.includes((Math.floor(time / dayMs) + 4) % 7) ?? false);
  if (!skipped(at)) return at;
  // Jitter, so that not all feeds are due at the full hour.
  const spread = share * intervalMin;
  for (let next = (Math.floor(at / hourMs) + 1) * hourMs; next <= at + dayMs; next += hourMs)
    if (!skipped(next)) return next + spread;
  return at + dayMs;
}

/** Milliseconds, at most 7 days. */
function retryAfter(header: string | undefined, now: EpochMs): number | undefined {
  const text = header?.trim();
  if (!text) return undefined;
  const asked = /^\d{1,12}$/.test(text) ? Number(text) * 1000 : (httpDate(text) ?? Number.NaN) - now;
  return Number.isFinite(asked) ? Math.min(retryAfterMax, Math.max(0, asked)) : undefined;
}

/** The end of the pause that a 429 or 503 asks for, 4 hours without Retry-After; undefined for any other status. */
export function restAsked(status: number, headers: FetchHeaders, now: EpochMs): EpochMs | undefined {
  if (status !== 429 && status !== 503) return undefined;
  return now + Math.max(retryAfterMin, Math.ceil(retryAfter(headers.retryAfter, now) ?? askedToWait));
}

/** When to poll a feed whose items a server now wants at once: soon, but not before its publisher allows. */
export function dueAtOnce(state: PollState, polledAt: EpochMs, now: EpochMs): EpochMs {
  const at = Math.max(now, polledAt + intervalAtOnce, state.notBefore ?? 0);
  return outsideSkipped(at, state, 0);
}

function stateAfter(state: PollState, event: Success, now: EpochMs): PollState {
  const { failures: _, failingSince: __, notFoundSince: ___, ...kept } = state;
  const { etag, lastModified } = event.headers;
  const validFor = etag === undefined && lastModified === undefined ? undefined : event.answeredBy;
  const validators = { etag, lastModified, validFor };
  if (event.kind === 'read') {
    const { bodyHash, itemsLastWeek } = event;
    const { ttlMinutes, skipHours, skipDays } = event.document;
    return { ...kept, ...validators, ttlMinutes, skipHours, skipDays, bodyHash, itemsLastWeek, readAt: now };
  }
  // If nothing was new for a week, that week had no items.
  const stale = state.readAt !== undefined && now - state.readAt > 7 * dayMs;
  const { itemsLastWeek } = stale ? { itemsLastWeek: 0 } : state;
  return { ...kept, ...(event.status === 200 ? validators : {}), itemsLastWeek };
}

/** Adopts a permanent redirect once three polls in a row were redirected to the same address. */
function followMove(
  url: string,
  state: PollState,
  permanentUrl: string | undefined,
): { url: string; state: PollState } {
  const { moved, ...kept } = state;
  if (permanentUrl === undefined || permanentUrl === url) return { url, state: kept };
  const times = moved?.url === permanentUrl ? moved.times + 1 : 1;
  if (times < adoptedAfter) return { url, state: { ...kept, moved: { url: permanentUrl, times } } };
  // Validators belong to the address that sent them.
  const { etag: _, lastModified: __, validFor: ___, ...withoutValidators } = kept;
  return { url: permanentUrl, state: withoutValidators };
}

function afterSuccess(feed: PolledAt, event: Success, now: EpochMs): NextPoll {
  const { url, state } = followMove(feed.url, stateAfter(feed.state, event, now), event.permanentUrl);
  const share = shareOf(url);
  const asked = askedInterval(state, event.headers, now);
  const interval = Math.max(ownInterval(state, feed.paceMs), asked, (feed.tookMs ?? 0) * waitsPerAnswer);
  const dueAt = Math.ceil(outsideSkipped(now + interval * (1 + share / 4), state, share));
  return { url, state: asked > 0 ? { ...state, notBefore: now + asked } : state, dueAt };
}

function afterStatus(
  feed: { url: string },
  state: PollState,
  event: Extract<PollEvent, { kind: 'http' }>,
  now: EpochMs,
  backoff: number,
): NextPoll {
  const { url } = feed;
  if (event.status === 410) return { url, state, dueAt: now + intervalMax, stopped: 'gone' };
  const restUntil = restAsked(event.status, event.headers, now);
  if (restUntil !== undefined) return { url, state, dueAt: restUntil };
  const isClosed = event.status === 401 || event.status === 403;
  const wait = isClosed ? Math.ceil(askedToWait * (1 + shareOf(url) / 4)) : backoff;
  const dueAt = now + Math.max(wait, retryAfter(event.headers.retryAfter, now) ?? 0);
  if (event.status !== 404) return { url, state, dueAt };
  const notFoundSince = state.notFoundSince ?? now;
  const stopped = now - notFoundSince >= notFoundFor ? 'not-found' : undefined;
  return { url, state: { ...state, notFoundSince }, dueAt, stopped };
}

/** The whole polling rule: the feed's new state after a poll, and when the feed is due again. */
export function nextPoll(feed: PolledAt, event: PollEvent, now: EpochMs): NextPoll {
  if (event.kind === 'read' || event.kind === 'unchanged') return afterSuccess(feed, event, now);
  const failures = (feed.state.failures ?? 0) + 1;
  const state: PollState = { ...feed.state, failures, failingSince: feed.state.failingSince ?? now };
  const doubled = Math.min(intervalMax, ownInterval(state, feed.paceMs) * 2 ** Math.min(failures, 20));
  const backoff = Math.ceil(doubled * (1 + shareOf(feed.url) / 4));
  if (event.kind === 'http') return afterStatus(feed, state, event, now, backoff);
  return { url: feed.url, state, dueAt: now + backoff };
}
