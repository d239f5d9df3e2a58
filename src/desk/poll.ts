import { createHash } from 'node:crypto';
import type { EpochMs } from '../clock.ts';
import { ReadError } from '../feeds/document.ts';
import { nextPoll, type PollEvent, type PollState } from '../feeds/nextPoll.ts';
import type { Log } from '../log.ts';
import type { Pool } from '../pool.ts';
import type { FeedRecord } from '../storage/records/feeds.ts';
import type { Storage } from '../storage/storage.ts';
import type { Fetcher, FetchOutcome } from '../web/fetch.ts';
import { hostPort } from '../web/guard.ts';
import { HungUp } from './hungUp.ts';
import type { Loop } from './loop.ts';
import { noticeOf } from './notices.ts';
import { storeItems, type TakenItems, takeItems } from './takeItems.ts';

export interface PollParts {
  storage: Storage;
  fetcher: Fetcher;
  pool: Pool;
  log: Log;
  owner: string;
  /** What publishers read in their logs. */
  userAgent(subscribers: number): string;
  /** A feed that was read is asked again at the latest after this, however little it usually brings. */
  pollGapMsMax?: number;
}

/** The host queue behind the fetcher lets 16 go at once; twice that keeps it busy. */
const batch = 32;
const leaseMs = 180_000;
const accept =
  'application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml;q=0.9, application/xml;q=0.8, text/xml;q=0.8, application/json;q=0.7, */*;q=0.1';
/** After a fault of our own: soon enough for the reader, late enough for the publisher. */
const faultRestMs = 30 * 60_000;
/** A single bad answer is an accident; three in a row are told. */
const failuresTold = 3;
const weekMs = 7 * 24 * 3_600_000;

/** Reads the feeds that are due and stores their articles, not yet in stories. */
export function createPoll(parts: PollParts): Loop {
  const { feeds } = parts.storage.records;
  return {
    name: 'poll',
    every: '*/5 * * * * *',
    async run(now) {
      const due = await feeds.claimDue(now, parts.owner, now + leaseMs, batch);
      if (due.length === 0) return 0;
      // The feeds of one host one after the other, so that what the first is told counts for the rest.
      const byHost = Map.groupBy(due, (feed) => hostPort(new URL(feed.url)));
      await Promise.all([...byHost].map(([host, listed]) => pollHost(parts, host, listed, now)));
      return due.length;
    },
  };
}

async function pollHost(parts: PollParts, host: string, due: readonly FeedRecord[], now: EpochMs): Promise<void> {
  const { feeds } = parts.storage.records;
  for (const feed of due) {
    try {
      const restUntil = (await feeds.restingHosts(now)).get(host);
      if (restUntil === undefined) await pollFeed(parts, feed, now);
      else await feeds.postpone(feed.id, restUntil);
    } catch (error) {
      // The lease stays until the next start takes it off, or it ends: nothing is known of the feed.
      if (error instanceof HungUp) return;
      parts.log.error({ feed: feed.id, err: error }, 'poll failed');
      await feeds.postpone(feed.id, now + faultRestMs).catch((failure: unknown) => {
        parts.log.error({ feed: feed.id, err: failure }, 'feed not put back');
      });
    }
  }
}

/** What became of one request: the event for the polling rule, and what was read. */
interface Polled {
  event: PollEvent;
  problem?: { code: string; reason: string };
  taken?: TakenItems;
}

async function pollFeed(parts: PollParts, feed: FeedRecord, now: EpochMs): Promise<void> {
  const state = JSON.parse(feed.polling) as PollState;
  const outcome = await parts.fetcher.get(feed.url, {
    accept,
    etag: state.etag,
    lastModified: state.lastModified,
    userAgent: parts.userAgent(await parts.storage.records.feeds.subscribers(feed.id)),
  });
  const polled = await understood(parts, feed, state, outcome, now);
  const next = nextPoll({ url: feed.url, state }, polled.event, now);
  const succeeded = polled.event.kind === 'read' || polled.event.kind === 'unchanged';
  await parts.storage.transaction(async (records) => {
    if (polled.taken) await storeItems(records, feed.id, polled.taken, now);
    if (next.hostUntil !== undefined) await records.feeds.restHost(hostPort(new URL(feed.url)), next.hostUntil);
    // Another feed of the same site may have that address already; then this one stays where it is.
    const url = next.url === feed.url || (await records.feeds.byUrl(next.url)) ? feed.url : next.url;
    await records.feeds.polled(feed.id, {
      url,
      title: polled.taken?.title,
      siteUrl: polled.taken?.siteUrl,
      language: polled.taken?.language,
      state: next.stopped === undefined ? 'active' : 'gone',
      nextDueAt: succeeded ? Math.min(next.dueAt, now + (parts.pollGapMsMax ?? Number.POSITIVE_INFINITY)) : next.dueAt,
      polling: JSON.stringify(next.state),
      problemCode: polled.problem?.code,
      problem: polled.problem?.reason,
      failures: next.state.failures ?? 0,
      failingSince: next.state.failingSince,
      polledAt: now,
      succeeded,
    });
  });
  parts.log.info(
    {
      feed: feed.url,
      outcome: polled.event.kind,
      problem: polled.problem?.code,
      articles: polled.taken?.articles.length,
    },
    'feed polled',
  );
  await tellServers(parts.storage, feed, next.state, next.stopped !== undefined, polled.problem?.reason ?? '', now);
}

async function understood(
  parts: PollParts,
  feed: FeedRecord,
  state: PollState,
  outcome: FetchOutcome,
  now: EpochMs,
): Promise<Polled> {
  if (outcome.kind === 'failed') return { event: { kind: 'failed' }, problem: outcome };
  const { headers, permanentUrl } = outcome;
  if (outcome.kind === 'notModified') return { event: { kind: 'unchanged', status: 304, headers, permanentUrl } };
  if (outcome.kind === 'http') {
    const { status, reason } = outcome;
    return { event: { kind: 'http', status, headers }, problem: { code: `http-${status}`, reason } };
  }
  const bodyHash = createHash('sha256').update(outcome.body).digest('base64url');
  if (bodyHash === state.bodyHash) return { event: { kind: 'unchanged', status: 200, headers, permanentUrl } };
  try {
    const document = await parts.pool.read(outcome.body, { url: outcome.url, contentType: headers.contentType });
    const taken = await takeItems(parts.storage, feed, document, now);
    const itemsLastWeek = document.items.filter((item) => (item.publishedAt ?? now) > now - weekMs).length;
    return { event: { kind: 'read', headers, permanentUrl, bodyHash, document, itemsLastWeek }, taken };
  } catch (error) {
    if (!(error instanceof ReadError)) throw error;
    return { event: { kind: 'failed' }, problem: { code: error.code, reason: error.message } };
  }
}

/** Servers that added the feed are told when it fails, when it is back, and when it is gone. */
async function tellServers(
  storage: Storage,
  feed: FeedRecord,
  state: PollState,
  stopped: boolean,
  reason: string,
  now: EpochMs,
): Promise<void> {
  const failures = state.failures ?? 0;
  const wasTold = feed.failures >= failuresTold;
  if (failures < failuresTold && !wasTold && !stopped) return;
  const subject = `feed ${feed.id}`;
  const { url } = feed;
  for (const serverId of await storage.records.own.serversWithFeed(feed.id)) {
    if (stopped) {
      await storage.records.servers.noticeOver(serverId, subject, now);
      await noticeOf(storage, serverId, `${subject} gone`, now, { kind: 'feed-gone', url, reason });
    } else if (failures >= failuresTold) {
      await noticeOf(storage, serverId, subject, now, { kind: 'feed-failing', url, reason });
    } else if (await storage.records.servers.noticeOver(serverId, subject, now)) {
      await noticeOf(storage, serverId, `${subject} back ${now}`, now, { kind: 'feed-back', url, reason: '' });
    }
  }
}
