import type { EpochMs, Wall } from '../../clock.ts';
import { ReadError } from '../../feeds/document.ts';
import type { Log } from '../../log.ts';
import type { Pool } from '../../pool/pool.ts';
import type { FeedRecord } from '../../storage/records/reading/feeds.ts';
import type { HubRecord } from '../../storage/records/reading/hubs.ts';
import type { Storage } from '../../storage/storage.ts';
import { hostPort } from '../../web/guard.ts';
import { HungUp } from '../hosts/hungUp.ts';
import { articlesLeft, mayRead, spend } from '../quotas.ts';
import { storeItems } from '../storeItems.ts';
import { listingOf, takeItems } from '../takeItems.ts';
import { type Allowance, createAllowance } from './allowance.ts';
import { afterDenial, isSigned, leaseOf } from './rules.ts';

/** A hub's notification of news, with the feed's content. */
export interface Push {
  body: Uint8Array;
  contentType?: string;
  /** `X-Hub-Signature`. */
  signature?: string;
}

/**
 * Numbers of pushes since the start: `taken` were read, `refused` were not signed with the agreed secret, `unread` were
 * not readable as a feed, `dropped` exceeded the feed's limits.
 */
export type PushCounts = Readonly<Record<'taken' | 'refused' | 'unread' | 'dropped', number>>;

/**
 * Answers requests of hubs. `answer` and `expects` throw if the database fails; requests that Lede didn't ask for
 * change nothing.
 */
export interface HubCallback {
  /** The response to a hub's verification or denial; undefined if Lede didn't ask for it. */
  answer(token: string, query: URLSearchParams): Promise<string | undefined>;
  /** Whether a push is wanted, checked before its body is read; `ended` if Lede unsubscribed. */
  expects(token: string): Promise<'push' | 'nothing' | 'ended'>;
  /** Takes a push. False if it could not be stored: then the hub should send it again. */
  push(token: string, push: Push): Promise<boolean>;
  /** Notes a push that was refused or broke off, since the hub may not repeat it: the feed is polled instead. */
  missed(token: string): Promise<void>;
  counts(): PushCounts;
}

export interface HubCallbackParts {
  storage: Storage;
  pool: Pool;
  log: Log;
  wall: Wall;
}

const challengeCharactersMax = 4_000;
const reasonCharactersMax = 200;
/** How long the token is kept after the subscription ended, in case the hub missed our answer and asks again. */
const forgetMs = 3_600_000;

/** The value of a parameter; undefined if it is missing or given twice. */
function only(query: URLSearchParams, name: string): string | undefined {
  const values = query.getAll(name);
  return values.length === 1 ? values[0] : undefined;
}

export function createHubCallback(parts: HubCallbackParts): HubCallback {
  const { storage, log, wall } = parts;
  const counts = { taken: 0, refused: 0, unread: 0, dropped: 0 };
  const allowance = createAllowance();

  return {
    async answer(token, query) {
      const hub = await storage.records.hubs.byToken(token);
      if (hub?.askedAt === undefined || only(query, 'hub.topic') !== hub.topicUrl) return undefined;
      const mode = only(query, 'hub.mode');
      if (mode === 'denied' && hub.wanted) return denied(parts, hub, only(query, 'hub.reason'), wall());
      return mode === (hub.wanted ? 'subscribe' : 'unsubscribe') ? verified(parts, hub, query, wall()) : undefined;
    },

    async expects(token) {
      const hub = await storage.records.hubs.byToken(token);
      if (hub?.askedAt === undefined) return 'nothing';
      return hub.wanted ? 'push' : 'ended';
    },

    async push(token, push) {
      const hub = await storage.records.hubs.byToken(token);
      if (hub === undefined) return true;
      const facts = { feed: hub.feedId, hub: hostPort(new URL(hub.hubUrl)) };
      if (!isSigned(push.body, push.signature, hub.secret)) {
        counts.refused += 1;
        log.warn({ ...facts, signed: push.signature !== undefined }, 'push without the right signature ignored');
        return true;
      }
      try {
        const { outcome, articles } = await take(parts, allowance, hub, push, wall());
        // The feed becomes due, since a poll must fetch what the push failed to deliver.
        if (outcome !== 'taken') await storage.records.hubs.unaided([hub]);
        counts[outcome] += 1;
        log.info({ ...facts, outcome, articles }, 'push heard');
        return true;
      } catch (error) {
        if (!(error instanceof HungUp)) log.error({ ...facts, err: error }, 'push not stored');
        return false;
      }
    },

    async missed(token) {
      try {
        const hub = await storage.records.hubs.byToken(token);
        if (hub?.wanted) await storage.records.hubs.unaided([hub]);
      } catch (error) {
        log.error({ err: error }, 'missed push: feed not made due');
      }
    },

    counts: () => counts,
  };
}

async function denied({ storage, log }: HubCallbackParts, hub: HubRecord, reason: string | undefined, now: EpochMs) {
  const facts = { feed: hub.feedId, hub: hostPort(new URL(hub.hubUrl)) };
  log.info({ ...facts, reason: reason?.slice(0, reasonCharactersMax) }, 'hub denies');
  const problem = `The hub denies: ${reason?.slice(0, reasonCharactersMax) ?? 'no reason given'}`;
  await storage.transaction((records) => records.hubs.denied(hub, problem, afterDenial(now)));
  return '';
}

async function verified({ storage, log }: HubCallbackParts, hub: HubRecord, query: URLSearchParams, now: EpochMs) {
  const challenge = only(query, 'hub.challenge');
  if (!challenge || challenge.length > challengeCharactersMax) return undefined;
  const facts = { feed: hub.feedId, hub: hostPort(new URL(hub.hubUrl)) };
  if (!hub.wanted) {
    await storage.records.hubs.ended(hub.token, now + forgetMs);
    log.info(facts, 'hub ended');
    return challenge;
  }
  const seconds = query.getAll('hub.lease_seconds');
  const lease = seconds.length > 1 ? undefined : leaseOf(seconds[0], now);
  if (lease === undefined) return undefined;
  await storage.records.hubs.verified(hub.token, lease.endsAt, lease.renewAt);
  log.info({ ...facts, hours: Math.round((lease.endsAt - now) / 3_600_000) }, 'hub verified');
  return challenge;
}

interface Taken {
  outcome: 'taken' | 'unread' | 'dropped';
  /** Number of new articles. */
  articles?: number;
}

/**
 * Reads a push like a poll, but keeps the polling state, because validators belong to the feed's own address. Known
 * articles are not changed, since a late push would restore old text; the feed is polled for such changes.
 */
async function take(
  { storage, pool }: HubCallbackParts,
  allowance: Allowance,
  hub: HubRecord,
  { body, contentType }: Push,
  now: EpochMs,
): Promise<Taken> {
  const feed = await storage.records.feeds.byId(hub.feedId);
  if (feed?.state !== 'active') return { outcome: 'taken', articles: 0 };
  const left = allowance.left(feed.id, now);
  if (left <= 0 || !(await mayRead(storage.records, feed, now))) return { outcome: 'dropped' };
  const read = await readPush(pool, feed, { body, contentType }, now);
  const items = read?.listed.length;
  allowance.spend(feed.id, { items, bytes: body.length }, now);
  await storage.transaction((records) => spend(records, feed, { articles: 0, bytes: body.length }, now));
  if (!read || !items) return { outcome: 'unread' };
  if (items > left) return { outcome: 'dropped' };
  const taken = await takeItems(storage, feed, read, now);
  const articles = taken.articles.length;
  if (taken.moreChanged) return { outcome: 'dropped' };
  const changed = new Set(taken.changed.map(({ before }) => before.id));
  // Keys of changed items are left to the poll: if several items lead to one page, only the feed's whole list tells
  // them apart.
  const listed = taken.listed.filter(({ articleId }) => !changed.has(articleId));
  const renamed = taken.renamed.filter((id) => !changed.has(id));
  return storage.transaction(async (records): Promise<Taken> => {
    // The server's other feeds may have used up the quota meanwhile.
    if (articles > (await articlesLeft(records, feed, now))) return { outcome: 'dropped' };
    await spend(records, feed, { articles, bytes: 0 }, now);
    await records.hubs.told(hub, now);
    const brought = { feed, taken: { ...taken, listed, renamed, changed: [] }, readBefore: now };
    await storeItems(records, [brought], now);
    if (taken.changed.length > 0) await records.hubs.unaided([hub]);
    return { outcome: 'taken', articles };
  });
}

async function readPush(pool: Pool, feed: FeedRecord, { body, contentType }: Push, now: EpochMs) {
  try {
    return await pool.readArticles(body, { url: feed.url, contentType }, listingOf(feed, now));
  } catch (error) {
    if (error instanceof ReadError) return undefined;
    throw error;
  }
}
