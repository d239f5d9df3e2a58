import { type EpochMs, minuteMs, type Wall } from '../clock.ts';
import type { Log } from '../log.ts';
import { feedSubjects, noticeOf, subjectOf } from '../outbox/notices.ts';
import type { FeedRecord, PolledFeed } from '../storage/records/reading/feeds.ts';
import type { Records, Storage } from '../storage/storage.ts';
import { hostOf } from './hosts/hostByHost.ts';
import type { Polled } from './pollFeed.ts';
import { withinQuotas } from './quotas.ts';
import { storeItems } from './storeItems.ts';

export interface LedgerParts {
  storage: Storage;
  log: Log;
  wall: Wall;
  /** Ids of the feeds to poll, without quotas. If absent, all feeds of the catalogue and of servers are polled. */
  among?: readonly string[];
  /** The longest gap between two polls of a feed that was read. */
  pollGapMsMax?: number;
  /** Called after a poll was stored. */
  onPolled?(polled: Polled): void;
  /** Called for a poll that could not be stored. */
  failed?(): void;
}

/** Rows per transaction. With so many, other users of the connection wait less than 0.1 s. */
const rowsMax = 4_000;
/** How many rows a changed article counts as, because rewriting its story takes as long. */
const rowsPerChange = 100;
const pollsMax = 128;
/** Longest wait before storing. kill -9 loses the answers of at most half a second, which are then requested again. */
const waitMs = 500;
/** After this many failures in a row, servers get a notice. */
const failuresTold = 3;
const faultRestMs = 30 * minuteMs;

/** Stores polls in batches, which takes a quarter of the time that one transaction for each would take. */
export function createPollLedger(parts: LedgerParts) {
  let open: Polled[] = [];
  let rows = 0;
  let timer: NodeJS.Timeout | undefined;
  let stored = Promise.resolve();

  const flush = (): void => {
    clearTimeout(timer);
    timer = undefined;
    const polls = open;
    open = [];
    rows = 0;
    // The timer's flush is not awaited, so its errors are caught here.
    stored = stored
      .then(() => store(parts, polls, parts.wall()))
      .catch((error: unknown) => parts.log.error({ err: error }, 'polls not stored'));
  };

  return {
    add(polled: Polled): void {
      open.push(polled);
      const { listed, changed } = polled.taken ?? { listed: [], changed: [] };
      rows += listed.length + changed.length * rowsPerChange;
      if (open.length >= pollsMax || rows >= rowsMax) flush();
      else timer ??= setTimeout(flush, waitMs);
    },
    /** Resolves when all added polls are stored. */
    async stored(): Promise<void> {
      flush();
      await stored;
    },
  };
}

/**
 * Stores all polls in one transaction. If it fails, each poll gets its own, so that one feed's fault doesn't affect
 * others.
 */
async function store(parts: LedgerParts, polls: readonly Polled[], now: EpochMs): Promise<void> {
  if (polls.length === 0) return;
  try {
    await parts.storage.transaction((records) => storePolls(parts, records, polls, now));
  } catch (error) {
    const [first] = polls;
    if (polls.length > 1) for (const one of polls) await store(parts, [one], now);
    else if (first) {
      parts.failed?.();
      await setAside(parts, first.feed, error, 'poll not stored', now);
    }
    return;
  }
  for (const polled of polls) {
    try {
      report(parts.log, polled);
      parts.onPolled?.(polled);
      await tellServers(parts.storage, polled, now);
    } catch (error) {
      parts.log.error({ feed: polled.feed.id, err: error }, 'poll stored but not reported');
    }
  }
}

/** Logs a fault of our own, and polls the feed again in half an hour. */
export async function setAside(
  { storage, log }: Pick<LedgerParts, 'storage' | 'log'>,
  { id }: FeedRecord,
  error: unknown,
  what: string,
  now: EpochMs,
): Promise<void> {
  log.error({ feed: id, err: error }, what);
  await storage.records.feeds.postpone(id, now + faultRestMs).catch((failure: unknown) => {
    log.error({ feed: id, err: failure }, 'feed could not be postponed');
  });
}

/**
 * Whether the feed may take a new address. No other feed may have it. A server's own feed keeps its address, because a
 * server that adds the new address must not see the articles from the old one.
 */
async function mayMove(records: Records, { id, catalogue }: FeedRecord, url: string): Promise<boolean> {
  const isOwn = !catalogue && (await records.ownTopicsAndFeeds.serversWithFeed(id)).length > 0;
  return !isOwn && (await records.feeds.byUrl(url)) === undefined;
}

async function storePolls(parts: LedgerParts, records: Records, all: readonly Polled[], now: EpochMs): Promise<void> {
  const polls = parts.among === undefined ? await withinQuotas(records, all, now) : all;
  const brought = polls.flatMap(({ feed, taken }) => (taken ? [{ feed, taken }] : []));
  await storeItems(records, brought, now);
  const rows: PolledFeed[] = [];
  for (const polled of polls) {
    const { feed, next, problem, taken } = polled;
    if (taken && taken.outletName !== feed.outletName)
      await records.ownTopicsAndFeeds.nameOutlet(feed, taken.outletName);
    if (next.url !== feed.url && (await mayMove(records, feed, next.url)))
      await records.feeds.moveTo(feed.id, next.url);
    const succeeded = polled.event.kind === 'read' || polled.event.kind === 'unchanged';
    const dueAt = succeeded && parts.pollGapMsMax ? Math.min(next.dueAt, now + parts.pollGapMsMax) : next.dueAt;
    rows.push({
      id: feed.id,
      title: taken?.title,
      siteUrl: taken?.siteUrl,
      language: taken?.language,
      state: next.stopped === undefined ? 'active' : 'gone',
      nextDueAt: Math.max(dueAt, polled.waitsUntil ?? 0),
      polling: JSON.stringify(next.state),
      problem,
      failures: next.state.failures ?? 0,
      failingSince: next.state.failingSince,
      polledAt: now,
      succeeded,
    });
  }
  await records.feeds.polled(rows);
}

/** Logs the host only, because an address may hold a token. */
function report(log: Log, { feed, event, problem, taken }: Polled): void {
  const facts = { feed: feed.id, host: hostOf(feed.url), outcome: event.kind };
  log.info({ ...facts, problem: problem?.code, articles: taken?.articles.length }, 'feed polled');
}

/** Opens notices for the servers that added the feed: after three failures in a row, when it recovers, or is gone. */
async function tellServers(storage: Storage, { feed, next, problem, taken }: Polled, now: EpochMs): Promise<void> {
  const failures = next.state.failures ?? 0;
  const stopped = next.stopped !== undefined;
  const wasTold = feed.failures >= failuresTold;
  if (failures < failuresTold && !wasTold && !stopped) return;
  const [subject, goneSubject] = feedSubjects(feed.id);
  const named = { url: feed.url, title: taken?.title || feed.title };
  const why = problem ?? { reason: '' };
  for (const serverId of await storage.records.ownTopicsAndFeeds.serversWithFeed(feed.id)) {
    if (stopped) {
      await storage.records.servers.noticeOver(serverId, subject, now);
      await noticeOf(storage, serverId, goneSubject, now, { ...why, kind: 'feed-gone', ...named });
    } else if (failures >= failuresTold) {
      await noticeOf(storage, serverId, subject, now, { ...why, kind: 'feed-failing', ...named });
    } else if (await storage.records.servers.noticeOver(serverId, subject, now)) {
      const back = { kind: 'feed-back', ...named, reason: '' } as const;
      await noticeOf(storage, serverId, subjectOf('feed', feed.id, `back ${now}`), now, back);
    }
  }
}
