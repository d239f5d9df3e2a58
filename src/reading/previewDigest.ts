import { systemWall } from '../clock.ts';
import type { QuotingSettings } from '../engine/articles/quotingLimits.ts';
import { createLog } from '../log.ts';
import type { Topic } from '../newsroom/catalogue.ts';
import type { Digest } from '../newsroom/digest.ts';
import { createDigestMaker } from '../newsroom/digestFor.ts';
import type { Storage } from '../storage/storage.ts';
import { createFetcher } from '../web/fetch.ts';
import { agentOf } from '../web/version.ts';
import { lookUpFeed } from './lookUpFeed.ts';
import { createWorkerPool } from './pool/pool.ts';
import { createReading, type Reading } from './reading.ts';

const topic: Topic = { id: 'preview', names: { en: 'Preview' }, colour: 0x5865f2 };
const roundsMax = 60;
const spacingMs = 200;

export interface PreviewWanted {
  /** Addresses of feeds, or of sites whose feeds are all read. */
  urls: readonly string[];
  stories: number;
  locale: string;
  contact?: string;
  pages?: boolean;
  quoting?: QuotingSettings;
  /** Exact `host:port` of private addresses that may be read. */
  privateOrigins: readonly string[];
  progress(step: PreviewStep): void;
  /** Stops reading early. The digest contains what was read until then. */
  signal?: AbortSignal;
}

/** First `looking` for feeds at each address, then `reading` them, with the counts so far. */
export type PreviewStep =
  | { kind: 'looking'; url: string; nth: number; of: number }
  | { kind: 'reading'; loop: string; articles: number; stories: number };

export type Preview = Awaited<ReturnType<typeof previewDigest>>;

/** Reads the feeds at the addresses and makes a digest from them. Stores nothing. */
export async function previewDigest(wanted: PreviewWanted) {
  const { feeds, failures } = await feedsAt(wanted);
  if (feeds.length === 0) return { digest: undefined, articles: 0, failures, declined: [] };
  const reading = await createReading(
    {
      databaseUrl: ':memory:',
      contact: wanted.contact,
      catalogue: { topics: [topic], outlets: feeds.map(outletOf) },
      privateOrigins: wanted.privateOrigins,
      hostSpacingMs: spacingMs,
      pages: wanted.pages,
      quoting: wanted.quoting,
    },
    systemWall,
    createLog('silent'),
  );
  try {
    await readAll(reading, wanted);
    const { records } = reading.storage;
    for (const { url, problem } of await records.feeds.listCatalogue())
      if (problem) failures.push({ url, reason: problem.reason });
    return {
      /** The digest of the last 24 hours; undefined if no address has a feed. */
      digest: await digestOf(reading.storage, wanted),
      /** Number of articles read. */
      articles: await records.articles.count(),
      /** Addresses and feeds that could not be read. */
      failures,
      /** Outlets whose signals (robots.txt and others) decline something. */
      declined: await records.articles.declined(),
    };
  } finally {
    await reading.hangUp();
    await reading.close();
  }
}

async function feedsAt({ urls, contact, privateOrigins, progress, signal }: PreviewWanted) {
  await using pool = createWorkerPool();
  await using fetcher = createFetcher({ userAgent: agentOf(contact), privateOrigins });
  const feeds = new Map<string, { url: string; title: string }>();
  const failures: { url: string; reason: string; code?: string }[] = [];
  for (const [index, url] of urls.entries()) {
    if (signal?.aborted) break;
    progress({ kind: 'looking', url, nth: index + 1, of: urls.length });
    const found = await lookUpFeed({ fetcher, pool }, url);
    if (found.kind === 'failed') failures.push({ url, reason: found.reason, code: found.code });
    else for (const feed of found.kind === 'choices' ? found.feeds : [found.preview]) feeds.set(feed.url, feed);
  }
  return { feeds: [...feeds.values()], failures };
}

async function readAll({ loops, storage: { records } }: Reading, { progress, signal }: PreviewWanted): Promise<void> {
  for (let round = 0; round < roundsMax; round += 1) {
    let done = 0;
    for (const loop of loops) {
      if (signal?.aborted) return;
      done += await loop.run(systemWall());
      const [articles, stories] = [await records.articles.count(), await records.stories.count()];
      progress({ kind: 'reading', loop: loop.name, articles, stories });
    }
    if (done === 0) return;
  }
}

function digestOf(storage: Storage, { stories, locale }: PreviewWanted): Promise<Digest> {
  const now = systemWall();
  const digestFor = createDigestMaker({
    storage,
    outletsById: new Map(),
    topics: [topic],
    generalTopicIds: new Set(),
    localeOf: async () => locale,
    messageUrl: () => '',
    pictureOrigins: new Set(),
  });
  return digestFor({
    channel: { channelId: '', serverId: '', schedule: { zone: 'UTC', times: [], days: [], stories } },
    topicIds: [topic.id],
    localDate: Temporal.Instant.fromEpochMilliseconds(now).toString().slice(0, 10),
    kind: 'asked',
    now,
  });
}

const outletOf = ({ url, title }: { url: string; title: string }) => ({
  id: new URL(url).host.replace(/[^a-z0-9]+/g, '-'),
  name: title,
  country: '',
  owner: '',
  paywall: false,
  language: 'und',
  siteUrl: new URL(url).origin,
  feeds: [{ url, topicId: topic.id }],
  checked: null,
});
