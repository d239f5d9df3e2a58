import { randomUUID } from 'node:crypto';
import { monotonic, type Wall } from './clock.ts';
import { takeCatalogue } from './desk/catalogue.ts';
import { createGroup } from './desk/group.ts';
import { createLookUpFeed } from './desk/lookUpFeed.ts';
import { type Loop, withoutOverlap } from './desk/loop.ts';
import { createPages } from './desk/pages.ts';
import { createPoll } from './desk/poll.ts';
import type { Catalogue } from './feeds/catalogue.ts';
import type { Log } from './log.ts';
import { createPool } from './pool.ts';
import { openStorage, type Storage } from './storage/storage.ts';
import { version } from './version.ts';
import { createFetcher } from './web/fetch.ts';
import { createHostQueue } from './web/hosts.ts';
import { createRobots, type RobotsRecord } from './web/robots.ts';

/** What the half of Lede that needs no Discord is made of. */
export interface ReadingSettings {
  databaseUrl: string;
  contact?: string;
  catalogue: Catalogue;
  /** Exact `host:port` that feeds and pages may be read from although they are private addresses. */
  privateOrigins: readonly string[];
  hostSpacingMs: number;
}

/** From feeds to stories: the storage and the loops that fill it. */
export interface Reading {
  storage: Storage;
  /** Of this process. */
  owner: string;
  /** poll, pages and group, in the order in which work passes through them. */
  loops: readonly Loop[];
  lookUpFeed: ReturnType<typeof createLookUpFeed>;
  /** Requests under way fail at once, so that no loop waits for a slow outlet. */
  hangUp(): Promise<void>;
  close(): Promise<void>;
}

function agentOf(contact: string | undefined, subscribers?: number): string {
  const facts = [
    ...(contact === undefined ? [] : [`+${contact}`]),
    ...(subscribers === undefined ? [] : [`${subscribers} subscribers`]),
  ];
  return `Lede/${version}${facts.length === 0 ? '' : ` (${facts.join('; ')})`}`;
}

/** Opens the storage, takes in the catalogue, and sets up the way from feeds to stories. @throws StorageError */
export async function createReading(settings: ReadingSettings, wall: Wall, log: Log): Promise<Reading> {
  const storage = await openStorage({ url: settings.databaseUrl, now: wall });
  await storage.dropLeases();
  await takeCatalogue(storage, settings.catalogue, wall());
  const owner = randomUUID();
  const hosts = createHostQueue({ hostSpacingMs: settings.hostSpacingMs, monotonic });
  const fetcher = createFetcher({
    userAgent: agentOf(settings.contact),
    privateOrigins: settings.privateOrigins,
    hosts,
    monotonic,
  });
  const pool = createPool();
  const parts = { storage, fetcher, pool, log, owner };
  const userAgent = (subscribers: number) => agentOf(settings.contact, subscribers);
  const robots = createRobots({
    get: (url, request) => fetcher.get(url, request),
    cache: storage.keyv<RobotsRecord>('robots'),
    agent: 'Lede',
    wall,
  });
  return {
    storage,
    owner,
    loops: [createPoll({ ...parts, userAgent }), createPages({ ...parts, robots }), createGroup(parts)].map(
      withoutOverlap,
    ),
    lookUpFeed: createLookUpFeed({ fetcher, pool }),
    hangUp: () => fetcher.close(),
    async close() {
      await pool.close();
      await storage.close();
    },
  };
}
