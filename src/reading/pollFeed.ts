import { hash } from 'node:crypto';
import { type EpochMs, minuteMs, monotonic } from '../clock.ts';
import { contextOf, feedAccept, ReadError } from '../engine/feeds/document.ts';
import { withoutGzipHeader } from '../engine/text/decode.ts';
import type { FeedRecord } from '../storage/records/reading/feeds.ts';
import type { Storage } from '../storage/storage.ts';
import type { Fetcher, FetchOutcome } from '../web/fetch.ts';
import type { Problem } from '../web/lookup.ts';
import { hostOf, isHeldUp } from './hosts/hostByHost.ts';
import { noteRest, type Rests, restInTurn, restOf, restScopeOf } from './hosts/rests.ts';
import { askingForAll, type NextPoll, nextPoll, type PollEvent, type PollState, restAsked } from './nextPoll.ts';
import { asAnswered } from './outlets.ts';
import type { Pool } from './pool/pool.ts';
import { feedContextOf, type TakenItems, takeItems } from './takeItems.ts';

export interface PollFeedParts {
  storage: Storage;
  fetcher: Fetcher;
  pool: Pool;
  /** User agent, which publishers see in their logs. */
  userAgent(subscribers: number): string;
}

/** The result of one request and the next poll by the polling rule; not stored yet. */
export interface Polled {
  feed: FeedRecord;
  /** The host that answered after all redirects; undefined if none did. */
  answeredBy?: string;
  event: PollEvent;
  next: NextPoll;
  problem?: Problem;
  taken?: TakenItems;
  bytes: number;
  /** The end of the day, if no server with this feed has quota left. */
  waitsUntil?: EpochMs;
  /** The longest interval until the next poll, if a server wants the feed's items at once. */
  paceMs?: number;
}

/** The feed was not polled, because its host or the host of a redirect must not be asked before this time. */
interface SentToRest {
  restUntil: EpochMs;
}

/** Retry delay after other processes had the host's turn for too long. */
const askAgainMs = minuteMs;

/**
 * Polls a feed once with a conditional request and reads the new items. Throws HungUp on shutdown; other errors are our
 * own faults.
 */
export async function pollFeed(
  parts: PollFeedParts,
  feed: FeedRecord,
  { subscribers, paceMs }: { subscribers: number } & Pick<Polled, 'paceMs'>,
  rests: Rests,
  now: EpochMs,
): Promise<Polled | SentToRest> {
  const state = JSON.parse(feed.polling) as PollState;
  const host = hostOf(feed.url);
  const scope = restScopeOf(feed, host);
  let restUntil = restOf(rests, scope, host);
  let leftAt = 0;
  let tookMs = 0;
  if (restUntil !== undefined) return { restUntil };
  const outcome = await parts.fetcher.get(feed.url, {
    accept: feedAccept,
    etag: state.etag,
    lastModified: state.lastModified,
    validFor: state.validFor,
    userAgent: parts.userAgent(subscribers),
    async mayLeave(url) {
      restUntil = await restInTurn(parts.storage, rests, scope, hostOf(url), now);
      leftAt = monotonic();
      return restUntil === undefined;
    },
    async answered({ status, headers, url }) {
      tookMs += monotonic() - leftAt;
      const until = restAsked(status, headers, now);
      if (until === undefined) return;
      await noteRest(parts.storage, rests, scope, hostOf(url), until, now);
    },
  });
  if (restUntil !== undefined) return { restUntil };
  if (isHeldUp(outcome, feed.url)) return { restUntil: now + askAgainMs };
  const answeredBy = outcome.kind === 'failed' ? undefined : outcome.url === feed.url ? host : hostOf(outcome.url);
  const listedBy = outcome.kind === 'ok' ? asAnswered(feed, outcome.url) : feed;
  const understanding = await understood(parts, listedBy, state, outcome, now);
  const next = nextPoll({ url: feed.url, state, paceMs, tookMs }, understanding.event, now);
  const isAll = understanding.taken?.moreChanged !== true;
  const after = isAll ? next : { ...next, state: askingForAll(next.state) };
  return { feed: listedBy, answeredBy, next: after, bytes: outcome.bytes, paceMs, ...understanding };
}

async function understood(
  parts: PollFeedParts,
  feed: FeedRecord,
  state: PollState,
  outcome: FetchOutcome,
  now: EpochMs,
): Promise<Pick<Polled, 'event' | 'problem' | 'taken'>> {
  if (outcome.kind === 'failed') {
    const { code, reason, host } = outcome;
    return { event: { kind: 'failed' }, problem: { code, reason, host } };
  }
  const { headers } = outcome;
  const permanentUrl = await freeAddress(parts.storage, feed, outcome.permanentUrl);
  const answered = { headers, answeredBy: outcome.url === feed.url ? undefined : outcome.url, permanentUrl };
  if (outcome.kind === 'notModified') return { event: { kind: 'unchanged', status: 304, ...answered } };
  if (outcome.kind === 'http') {
    const { status, reason, host } = outcome;
    return { event: { kind: 'http', status, headers }, problem: { code: `http-${status}`, reason, host } };
  }
  const bodyHash = hash('sha256', withoutGzipHeader(outcome.body), 'base64url');
  if (bodyHash === state.bodyHash) return { event: { kind: 'unchanged', status: 200, ...answered } };
  try {
    const read = await parts.pool.readArticles(outcome.body, contextOf(outcome), feedContextOf(feed, now));
    const taken = await takeItems(parts.storage, feed, read, now);
    const { itemsLastWeek } = taken;
    return { event: { kind: 'read', ...answered, bodyHash, document: read.facts, itemsLastWeek }, taken };
  } catch (error) {
    if (!(error instanceof ReadError)) throw error;
    return {
      event: { kind: 'failed' },
      problem: { code: error.code, reason: error.message, host: new URL(outcome.url).hostname },
    };
  }
}

/** Returns the new address. If another feed already has it, this feed keeps its own. */
async function freeAddress(storage: Storage, feed: FeedRecord, url: string | undefined): Promise<string | undefined> {
  const isTaken = url !== undefined && url !== feed.url && (await storage.records.feeds.byUrl(url)) !== undefined;
  return isTaken ? undefined : url;
}
