import type { Wall } from '../clock.ts';
import type { QuotingSettings } from '../engine/articles/quotingLimits.ts';
import { unlessUnreadable } from '../engine/feeds/document.ts';
import { createCiting } from '../engine/stories/citations.ts';
import type { ServerId } from '../ids.ts';
import type { Log } from '../log.ts';
import type { Catalogue } from '../newsroom/catalogue.ts';
import type { CoverageChart } from '../newsroom/pictures/coverage.ts';
import { type Role, roles, withoutOverlap } from '../schedule/loop.ts';
import type { Member } from '../storage/fleet/member.ts';
import type { QueriedRules } from '../storage/records/outbox/outbox.ts';
import { openStorage, type Storage } from '../storage/storage.ts';
import { createFetcher, type Fetcher } from '../web/fetch.ts';
import { privateOriginSet } from '../web/guard.ts';
import { createHostQueue } from '../web/hosts.ts';
import { FetchProblem } from '../web/problem.ts';
import { createRobots, type Robots, type RobotsRecord } from '../web/robots.ts';
import { agentOf } from '../web/version.ts';
import { takeCatalogue } from './catalogue.ts';
import { afterClockSetBack } from './clockSetBack.ts';
import { isOfDomain } from './domains.ts';
import { createGroup } from './grouping/group.ts';
import { hostOf } from './hosts/hostByHost.ts';
import { HungUp, untilHungUp } from './hosts/hungUp.ts';
import { createOwnLine } from './hosts/ownLine.ts';
import { lookUpFeed } from './lookUpFeed.ts';
import { outletsOf } from './outlets.ts';
import { createPages } from './pages.ts';
import { createPoll } from './poll.ts';
import { createWorkerPool, type Pool } from './pool/pool.ts';
import { fetcherFor } from './quotas.ts';
import { readFeedFile, readTextFile } from './readFeedFile.ts';
import { readLinked } from './readLinked.ts';

export interface ReadingSettings {
  databaseUrl: string;
  contact?: string;
  catalogue: Catalogue;
  /** Exact `host:port` of private addresses from which feeds and pages may be read. */
  privateOrigins: readonly string[];
  hostSpacingMs: number;
  /** Longest gap between two polls of a feed. The playground's press publishes too little to get short gaps. */
  pollGapMsMax?: number;
  retentionDays?: number;
  /** The operator's limits of quoting. */
  quoting?: QuotingSettings;
  /** Whether articles' pages are read; true by default. */
  pages?: boolean;
  /** The roles of this process; defaults to all. */
  roles?: readonly Role[];
}

/** Parts that the caller replaces. */
export interface ReadingParts {
  /** Shared by several apps of one process; the caller closes it. */
  pool?: Pool;
  /** Reads a replay's archive instead of the web. */
  fetcher?: Fetcher;
  /** The delivery kinds, if the storage also serves a sender. */
  kinds?: readonly QueriedRules[];
  /** Called when a loop begins to read a feed that was due `lateMs` ago. */
  begun?(loop: string, lateMs: number): void;
}

/** The storage, and the loops that turn feeds into stories. */
export type Reading = Awaited<ReturnType<typeof createReading>>;

/** Cache limit for all robots.txt, tdmrep.json and licences together; most have at most 1 KB. */
const robotsBytesMax = 32 * 1024 * 1024;

async function openTaken(
  settings: ReadingSettings,
  wall: Wall,
  log: Log,
  kinds: ReadingParts['kinds'],
): Promise<{ storage: Storage; member: Member }> {
  const { databaseUrl, catalogue, quoting } = settings;
  const storage = await openStorage({ url: databaseUrl, now: wall, kinds, quoting });
  try {
    const does = settings.roles ?? roles;
    const member = await storage.join(does);
    // One process at a time, because processes that start together would block each other.
    await storage.alone(async () => {
      await afterClockSetBack(storage, log, wall());
      if (does.includes('read')) await takeCatalogue(storage, catalogue, wall());
    });
    return { storage, member };
  } catch (error) {
    await storage.close();
    throw error;
  }
}

/** Opens the storage, stores the catalogue's feeds, and sets up the loops. Throws StorageError. */
export async function createReading(settings: ReadingSettings, wall: Wall, log: Log, given: ReadingParts = {}) {
  const { storage, member } = await openTaken(settings, wall, log, given.kinds);
  const { owner } = member;
  const privateOrigins = privateOriginSet(settings.privateOrigins);
  const { hostTurns: turns } = storage;
  const { hostSpacingMs } = settings;
  const hosts = createHostQueue({ hostSpacingMs, turns });
  const toTheWeb = {
    userAgent: agentOf(settings.contact),
    privateOrigins: settings.privateOrigins,
    hosts,
    isForgotten: (url: string) => isOfDomain(storage.forgotten, url),
  };
  const pool = given.pool ?? createWorkerPool();
  const { fetcher, hangUp } = untilHungUp(given.fetcher ?? createFetcher(toTheWeb));
  const citationIn = createCiting(outletsOf(settings.catalogue, storage.forgotten));
  const parts = { storage, fetcher, pool, log, owner, wall, citationIn };
  const userAgent = (subscribers: number) => agentOf(settings.contact, subscribers);
  const origins = turns && createHostQueue({ hostSpacingMs: 0, turns });
  /** The queue refuses tasks only after closing, so a refusal means shutdown. */
  const whenOver = (error: unknown) => {
    throw error instanceof FetchProblem ? new HungUp() : error;
  };
  const mayAsk = async (url: string) => (await storage.records.hosts.resting(wall(), [hostOf(url)])).size === 0;
  const askedRobots = createRobots({
    get: (url, request) => fetcher.get(url, { ...request, mayLeave: mayAsk }),
    alone: origins && ((address, work) => origins.run(address, work).catch(whenOver)),
    cache: storage.keyv<RobotsRecord>('robots', { bytesMax: robotsBytesMax }),
    reader: pool,
    wall,
  });
  const robots: Robots = settings.pages === false ? { verdict: async () => 'off' } : askedRobots;
  const line = createOwnLine(log);
  const polling = { ...parts, line, userAgent, pollGapMsMax: settings.pollGapMsMax, begun: given.begun };
  return {
    storage,
    member,
    /** In the order of the work. */
    loops: [
      createPoll(polling, 'poll'),
      createPoll(polling, 'own-poll'),
      createPages({ ...parts, line, robots }, 'pages'),
      createPages({ ...parts, line, robots }, 'own-pages'),
      createGroup({ ...parts, retentionDays: settings.retentionDays }),
    ].map(withoutOverlap),
    /** For commands. */
    asked: {
      lookUpFeed: (serverId: ServerId, url: string) =>
        lookUpFeed({ fetcher: fetcherFor(serverId, fetcher, storage, wall), pool }, url),
      readFeedFile: (address: string) => readFeedFile({ fetcher, pool, privateOrigins }, address),
      draw: (chart: CoverageChart) => unlessUnreadable(pool.draw(chart)),
      readLinked: (url: string) => readLinked({ fetcher, pool, robots, mayAsk }, url),
      readTextFile: (address: string) => readTextFile({ fetcher, privateOrigins }, address),
      privateOrigins,
    },
    /** Ends requests immediately, so that no loop waits for a slow outlet. */
    async hangUp() {
      origins?.close();
      await hangUp();
    },
    async close() {
      if (given.pool === undefined) await pool.close();
      await storage.close();
    },
  };
}
