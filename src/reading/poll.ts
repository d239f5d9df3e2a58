import { type EpochMs, minuteMs } from '../clock.ts';
import type { Loop } from '../schedule/loop.ts';
import { hostByHost, hostOf } from './hosts/hostByHost.ts';
import { isUnanswered, type OwnLine } from './hosts/ownLine.ts';
import { type Rests, readRests } from './hosts/rests.ts';
import { pacesAtOnce } from './paces.ts';
import { type Polled, type PollFeedParts, pollFeed } from './pollFeed.ts';
import { createPollLedger, type LedgerParts, setAside } from './pollLedger.ts';
import { mayRead, nextDayAt } from './quotas.ts';

export interface PollParts extends PollFeedParts, LedgerParts {
  owner: string;
  /** Detects that our own connection is down. If left out, every failure counts against the feed. */
  line?: OwnLine;
  /** Called when a loop begins to read a feed that was due `lateMs` ago. */
  begun?(loop: string, lateMs: number): void;
}

/** Which feeds each loop polls. Servers' own feeds have their own loop, so that they never delay the catalogue. */
const loops = { poll: 'catalogue', 'own-poll': 'own' } as const;

/**
 * How many hosts a loop asks at once; each may send 5 MB. With 4,000 feeds of servers, some of them slow, a loop with 8
 * fell behind and one with 16 kept up. With 12,000 on a busy machine, one with 32 fell behind for minutes.
 */
const places = 32;
const leaseMs = 180_000;

/** Polls due feeds and stores their articles. Grouping comes later. */
export function createPoll(parts: PollParts, name: keyof typeof loops = 'poll'): Loop {
  const { line, storage, wall } = parts;
  const { feeds, feedFigures, ownTopicsAndFeeds } = storage.records;
  const rests: Rests = new Map();
  /** Failures that may be the fault of our own connection. */
  const unheard: Polled[] = [];
  let failed = () => {};
  const ledger = createPollLedger({ ...parts, failed: () => failed() });

  const claim = async (max: number) => {
    const now = wall();
    if (line?.tryAt(now) !== undefined) return [];
    const due = await feeds.claimDue(now, parts.owner, now + leaseMs, max, parts.among ?? loops[name]);
    if (due.length === 0) return [];
    await readRests(rests, storage, now);
    const ids = due.map(({ id }) => id);
    const subscribers = await feedFigures.subscribers(ids);
    const paces = await pacesAtOnce(storage.records, due, now);
    const servers = await ownTopicsAndFeeds.serversOf(name === 'own-poll' ? ids : []);
    return due.map((feed) => ({
      feed,
      servers: servers.get(feed.id) ?? [],
      readers: { subscribers: subscribers.get(feed.id) ?? 0, paceMs: paces.get(feed.id) },
    }));
  };

  const read = async ({ feed, readers }: Awaited<ReturnType<typeof claim>>[number]): Promise<void> => {
    const now = wall();
    parts.begun?.(name, now - feed.nextDueAt);
    if (parts.among === undefined && !(await mayRead(storage.records, feed, now)))
      return feeds.postpone(feed.id, nextDayAt(now));
    const polled = await pollFeed(parts, feed, readers, rests, now);
    if ('restUntil' in polled) return feeds.postpone(feed.id, polled.restUntil);
    if (isUnanswered(polled.problem?.code)) {
      unheard.push(polled);
      return;
    }
    if (polled.answeredBy) line?.heard(now);
    ledger.add(polled);
  };

  const judgeUnheard = async (now: EpochMs): Promise<void> => {
    const polls = unheard.splice(0);
    const hosts = polls.filter(({ feed }) => feed.catalogue).map(({ feed }) => hostOf(feed.url));
    const isOurs = polls.length > 0 && line?.unheard(hosts, now);
    for (const polled of polls) {
      if (isOurs) await feeds.postpone(polled.feed.id, polled.feed.nextDueAt);
      else ledger.add(polled);
    }
  };

  const run = hostByHost({
    places,
    claim,
    addressOf: ({ feed }) => feed.url,
    serversOf: ({ servers }) => servers,
    read,
    putBack: ({ feed }) => feeds.postpone(feed.id, wall() + minuteMs),
    fault: ({ feed }, error) => setAside(parts, feed, error, 'poll failed', wall()),
  });

  return {
    name,
    role: 'read',
    worksAlone: true,
    every: '*/5 * * * * *',
    async run(_now, noteFailure = () => {}) {
      failed = noteFailure;
      const polled = await run(noteFailure);
      await judgeUnheard(wall());
      await ledger.stored();
      return polled;
    },
  };
}
