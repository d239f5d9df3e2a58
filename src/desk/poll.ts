import { type EpochMs, monotonic } from '../clock.ts';
import type { FeedRecord } from '../storage/records/feeds.ts';
import { hostPort } from '../web/guard.ts';
import { HungUp } from './hungUp.ts';
import type { Loop } from './loop.ts';
import { type PollFeedParts, pollFeed } from './pollFeed.ts';
import { createLedger, type Ledger, type LedgerParts } from './pollLedger.ts';

export interface PollParts extends PollFeedParts, LedgerParts {
  owner: string;
  /** Ids of the feeds to poll, whoever wants them; without it all that the catalogue or a server lists. */
  among?: readonly string[];
}

/** The host queue behind the fetcher lets 16 go at once; so many keep it busy while some wait for a slow outlet. */
const batch = 128;
const leaseMs = 180_000;
/** What one host has left of a batch after this goes back, so that a slow one neither holds up the others nor outlives its lease. */
const hostMsMax = 60_000;
/** After a fault of our own: soon enough for the reader, late enough for the publisher. */
const faultRestMs = 30 * 60_000;

/** Reads the feeds that are due and stores their articles, not yet in stories. */
export function createPoll(parts: PollParts): Loop {
  const { feeds, feedFigures } = parts.storage.records;
  return {
    name: 'poll',
    every: '*/5 * * * * *',
    async run(now) {
      const due = await feeds.claimDue(now, parts.owner, now + leaseMs, batch, parts.among);
      if (due.length === 0) return 0;
      const subscribers = await feedFigures.subscribers(due.map((feed) => feed.id));
      const resting = await feedFigures.restingHosts(now);
      const ledger = createLedger(parts, now);
      // The feeds of one host one after the other, so that what the first is told counts for the rest.
      const byHost = Map.groupBy(due, (feed) => hostPort(new URL(feed.url)));
      const hosts = [...byHost].map(([host, listed]) => ({ listed, subscribers, restUntil: resting.get(host) }));
      await Promise.all(hosts.map((host) => pollHost(parts, ledger, host, now)));
      await ledger.close();
      return due.length;
    },
  };
}

/** The feeds of one host that are due. */
interface DueHost {
  listed: readonly FeedRecord[];
  subscribers: ReadonlyMap<string, number>;
  restUntil?: EpochMs;
}

async function pollHost(parts: PollParts, ledger: Ledger, host: DueHost, now: EpochMs): Promise<void> {
  const { feeds } = parts.storage.records;
  const startedAt = monotonic();
  let { restUntil } = host;
  for (const feed of host.listed) {
    try {
      if (restUntil !== undefined) await feeds.postpone(feed.id, restUntil);
      else if (monotonic() - startedAt > hostMsMax) await feeds.postpone(feed.id, feed.nextDueAt);
      else {
        const polled = await pollFeed(parts, feed, host.subscribers.get(feed.id) ?? 0, now);
        restUntil = polled.next.hostUntil;
        ledger.add(polled);
      }
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
