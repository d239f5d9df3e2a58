import type { EpochMs } from '../clock.ts';
import type { Loop } from '../loop.ts';
import type { FeedRecord } from '../storage/records/reading/feeds.ts';
import { hostByHost, hostOf } from './hosts/hostByHost.ts';
import { isUnanswered, type OwnLine } from './hosts/ownLine.ts';
import { pacesAtOnce } from './paces.ts';
import { type Polled, type PollFeedParts, pollFeed } from './pollFeed.ts';
import { createLedger, faultRestMs, type LedgerParts } from './pollLedger.ts';
import { mayRead, nextDayAt } from './quotas.ts';

export interface PollParts extends PollFeedParts, LedgerParts {
  owner: string;
  /** Without it, every failure counts against the feed. */
  line?: OwnLine;
}

/**
 * Batch size and hosts at once. The host queue allows 16 requests at once; 128 feeds keep it busy while some wait for a
 * slow host. Servers' own feeds may name hosts that never answer, so they occupy at most four hosts at once, and each
 * server one.
 */
const shares = {
  poll: { among: 'catalogue', batch: 128, hostsAtOnce: Number.POSITIVE_INFINITY },
  'own-poll': { among: 'own', batch: 32, hostsAtOnce: 4 },
} as const;
const leaseMs = 180_000;

/**
 * Polls due feeds and stores their articles, which get their stories later. Feeds that only servers added have their
 * own loop, so that they never delay the catalogue.
 */
export function createPoll(parts: PollParts, name: keyof typeof shares = 'poll'): Loop {
  const { among, batch, hostsAtOnce } = shares[name];
  const { line, storage } = parts;
  const { feeds, feedFigures, hosts } = storage.records;
  return {
    name,
    role: 'read',
    worksAlone: true,
    every: '*/5 * * * * *',
    async run(now, failed = () => {}) {
      if (line?.tryAt(now) !== undefined) return 0;
      const due = await feeds.claimDue(now, parts.owner, now + leaseMs, batch, parts.among ?? among);
      if (due.length === 0) return 0;
      const subscribers = await feedFigures.subscribers(due.map((feed) => feed.id));
      const paces = await pacesAtOnce(storage.records, due, now);
      const rests = await hosts.resting(now);
      const servers = name === 'own-poll' ? await storage.records.own.serversOf(due.map(({ id }) => id)) : undefined;
      const ledger = createLedger({ ...parts, failed }, now);
      const unheard: Polled[] = [];
      const way = {
        addressOf: ({ url }: FeedRecord) => url,
        serversOf: ({ id }: FeedRecord) => servers?.get(id) ?? [],
        async read(feed: FeedRecord) {
          if (parts.among === undefined && !(await mayRead(storage.records, feed, now)))
            return feeds.postpone(feed.id, nextDayAt(now));
          const readers = { subscribers: subscribers.get(feed.id) ?? 0, paceMs: paces.get(feed.id) };
          const polled = await pollFeed(parts, feed, readers, rests, now);
          if ('restUntil' in polled) return feeds.postpone(feed.id, polled.restUntil);
          if (isUnanswered(polled.problem?.code)) {
            unheard.push(polled);
            return;
          }
          if (polled.answeredBy) line?.heard(now);
          ledger.add(polled);
        },
        putBack: ({ id }: FeedRecord, dueAt: EpochMs) => feeds.postpone(id, dueAt),
        async fault({ id }: FeedRecord, error: unknown) {
          parts.log.error({ feed: id, err: error }, 'poll failed');
          failed();
          await feeds.postpone(id, now + faultRestMs).catch((failure: unknown) => {
            parts.log.error({ feed: id, err: failure }, 'feed could not be postponed');
          });
        },
      };
      await hostByHost(due, rests, way, now, hostsAtOnce);
      const isOurs =
        unheard.length > 0 &&
        line?.unheard(
          unheard.filter(({ feed }) => feed.catalogue).map(({ feed }) => hostOf(feed.url)),
          now,
        );
      for (const polled of unheard) {
        if (isOurs) await feeds.postpone(polled.feed.id, polled.feed.nextDueAt);
        else ledger.add(polled);
      }
      await ledger.close();
      return due.length;
    },
  };
}
