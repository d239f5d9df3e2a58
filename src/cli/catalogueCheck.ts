import { dayMs, type EpochMs } from '../clock.ts';
import type { Catalogue } from '../feeds/catalogue.ts';
import { contextOf, ReadError } from '../feeds/document.ts';
import type { Pool } from '../pool/pool.ts';
import type { Fetcher } from '../web/fetch.ts';

/** Under this many answering outlets a topic has too little overlap to be worth a digest. */
const answeringMin = 6;
/** Feeds under way at once, from request to read; also bounds the bodies held in memory. */
export const feedsAtOnce = 8;
const accept =
  'application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml;q=0.9, application/xml;q=0.8, */*;q=0.1';
/** Some publishers leave an address answering for years after its last article. */
const silentDays = 60;

/** What one feed of the catalogue answered. */
export interface FeedCheck {
  outletId: string;
  topicId: string;
  url: string;
  /** Why it can't be used, as a sentence; undefined where it was read and has articles. */
  problem?: string;
  /** Where permanent redirects lead: the address that belongs into the catalogue. */
  movedTo?: string;
}

/** `now` is the moment that an article's age counts from. */
interface CheckParts {
  fetcher: Pick<Fetcher, 'get'>;
  pool: Pick<Pool, 'read'>;
  now: EpochMs;
  progress(done: number, total: number, url: string): void;
}

/** Reads every feed (of one topic, if given) once; the answer has the catalogue's order. */
export async function checkFeeds(
  catalogue: Catalogue,
  topicId: string | undefined,
  parts: CheckParts,
): Promise<FeedCheck[]> {
  const wanted = catalogue.outlets.flatMap(({ id, feeds }) =>
    feeds
      .map((feed, round) => ({ ...feed, outletId: id, round }))
      .filter((feed) => topicId === undefined || feed.topicId === topicId),
  );
  // An outlet's feeds share a host, which is asked for one at a time: first one feed of each, then the next.
  const queue = [...wanted.keys()].sort((a, b) => (wanted[a]?.round ?? 0) - (wanted[b]?.round ?? 0));
  const checks = new Map<number, FeedCheck>();
  const lane = async (): Promise<void> => {
    for (let index = queue.shift(); index !== undefined; index = queue.shift()) {
      const feed = wanted[index];
      if (!feed) continue;
      const answer = await checkFeed(feed.url, parts);
      checks.set(index, { outletId: feed.outletId, topicId: feed.topicId, url: feed.url, ...answer });
      parts.progress(checks.size, wanted.length, feed.url);
    }
  };
  await Promise.all(Array.from({ length: feedsAtOnce }, lane));
  return wanted.flatMap((_, index) => checks.get(index) ?? []);
}

async function checkFeed(
  url: string,
  { fetcher, pool, now }: CheckParts,
): Promise<Omit<FeedCheck, 'url' | 'outletId' | 'topicId'>> {
  const outcome = await fetcher.get(url, { accept });
  if (outcome.kind === 'failed') return { problem: outcome.reason };
  const movedTo = outcome.permanentUrl;
  if (outcome.kind === 'http') return { problem: outcome.reason, movedTo };
  if (outcome.kind !== 'ok') return { problem: 'The server answered without a document.', movedTo };
  try {
    const { items } = await pool.read(outcome.body, contextOf(outcome));
    return { problem: silence(items, now), movedTo };
  } catch (error) {
    if (error instanceof ReadError) return { problem: error.message, movedTo };
    throw error;
  }
}

function silence(items: readonly { publishedAt?: EpochMs; updatedAt?: EpochMs }[], now: EpochMs): string | undefined {
  if (items.length === 0) return 'This is a feed, but it lists no article.';
  const dates = items.flatMap(({ publishedAt, updatedAt }) => publishedAt ?? updatedAt ?? []);
  // A feed without any date can't be called old.
  if (dates.length === 0) return undefined;
  const newest = Math.max(...dates);
  if (now - newest <= silentDays * dayMs) return undefined;
  return `Its newest article is of ${isoDate(newest)}: the publisher seems to have left this address.`;
}

const isoDate = (at: EpochMs) => Temporal.Instant.fromEpochMilliseconds(at).toString().slice(0, 10);

/**
 * The catalogue with today's date (UTC) at every outlet of which each feed was checked and read; others keep theirs.
 */
export function withDates(catalogue: Catalogue, checks: readonly FeedCheck[], now: EpochMs): Catalogue {
  const read = new Set(checks.filter(({ problem }) => problem === undefined).map(({ url }) => url));
  const today = isoDate(now);
  return {
    ...catalogue,
    outlets: catalogue.outlets.map((outlet) =>
      outlet.feeds.every(({ url }) => read.has(url)) ? { ...outlet, checked: today } : outlet,
    ),
  };
}

/** How many outlets of a topic answered, and whether that is enough for stories that several tell. */
interface TopicCheck {
  topicId: string;
  answered: number;
  outlets: number;
  enough: boolean;
}

/**
 * One line per topic that was checked, in the catalogue's order. An outlet answers a topic with any of its feeds there.
 */
export function topicChecks(catalogue: Catalogue, checks: readonly FeedCheck[], topicId?: string): TopicCheck[] {
  return catalogue.topics
    .filter(({ id }) => topicId === undefined || id === topicId)
    .map(({ id }) => {
      const ofTopic = checks.filter((check) => check.topicId === id);
      const answered = new Set(ofTopic.filter(({ problem }) => problem === undefined).map((check) => check.outletId));
      const outlets = new Set(ofTopic.map((check) => check.outletId)).size;
      return { topicId: id, answered: answered.size, outlets, enough: answered.size >= answeringMin };
    });
}

/** The report as lines: topics, then failures and moves by outlet. */
export function checkReport(
  catalogue: Catalogue,
  checks: readonly FeedCheck[],
  topics: readonly TopicCheck[],
): string[] {
  const width = Math.max(0, ...topics.map(({ topicId }) => topicId.length));
  const names = new Map(catalogue.outlets.map((outlet) => [outlet.id, outlet.name]));
  const nameOf = (check: FeedCheck) => `${names.get(check.outletId) ?? check.outletId} (${check.topicId})`;
  const failed = checks.filter(({ problem }) => problem !== undefined);
  const moved = checks.filter(({ problem, movedTo }) => problem === undefined && movedTo !== undefined);
  return [
    ...topics.map(
      ({ topicId, answered, outlets, enough }) =>
        `${topicId.padEnd(width)}  ${answered} of ${outlets} outlets answered${enough ? '' : `, fewer than ${answeringMin}`}`,
    ),
    ...section('Not read:', failed, (check) => `${nameOf(check)} ${check.url}: ${check.problem}`),
    ...section('Moved for good:', moved, (check) => `${nameOf(check)} ${check.url} → ${check.movedTo}`),
  ];
}

function section(title: string, checks: readonly FeedCheck[], line: (check: FeedCheck) => string): string[] {
  return checks.length === 0 ? [] : ['', title, ...checks.map((check) => `  ${line(check)}`)];
}
