import { readFileSync, realpathSync, renameSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Call, CliRefusal, configIn, runCommand, wordsOf } from '../src/cli/command.ts';
import { linesOfFailures } from '../src/cli/failures.ts';
import { dayMs, type EpochMs, systemWall } from '../src/clock.ts';
import { contextOf, feedAccept, ReadError } from '../src/engine/feeds/document.ts';
import type { OutletId, TopicId } from '../src/ids.ts';
import { builtInCatalogue, type Catalogue, readCatalogue } from '../src/newsroom/catalogue.ts';
import { createWorkerPool, type Pool } from '../src/reading/pool/pool.ts';
import { createFetcher, type Fetcher } from '../src/web/fetch.ts';
import { hostPort } from '../src/web/guard.ts';
import { createHostQueue } from '../src/web/hosts.ts';
import { version } from '../src/web/version.ts';

const usage = `npm run catalogue:check -- [--topic ID] [--write] [--allow-private] [FILE]
Reads every feed of the catalogue once and says which answered. FILE is CATALOGUE_FILE or the built-in catalogue.
Ends with 1 if a topic is left with fewer than 6 outlets.
--write writes today's date to each outlet whose feeds all answered (with --topic: if all its feeds are in that topic).`;

/** With fewer answering outlets, a topic has too little overlap for a digest. */
const answeringMin = 6;
/** Some publishers keep an address for years after its last article. */
const silentDays = 60;

interface FeedCheck {
  outletId: OutletId;
  outletName: string;
  topicId: TopicId;
  url: string;
  /** Why the feed can't be used, as a sentence; undefined if it was read and has recent or undated articles. */
  problem?: string;
  /** The error code, if there was no document. */
  code?: string;
  /** The target of permanent redirects, which belongs in the catalogue. */
  movedTo?: string;
}

interface Parts {
  fetcher: Pick<Fetcher, 'get'>;
  pool: Pick<Pool, 'read'>;
  /** When the check runs; articles' ages count from here. */
  now: EpochMs;
  progress(line: string): void;
}

/** Reads every feed (of one topic, if given) once. The results are in the catalogue's order. */
export async function checkFeeds(catalogue: Catalogue, topicId: TopicId | undefined, parts: Parts) {
  const wanted = catalogue.outlets.flatMap(({ id, name, feeds }) =>
    feeds
      .filter((feed) => topicId === undefined || feed.topicId === topicId)
      .map((feed) => ({ outletId: id, outletName: name, topicId: feed.topicId, url: feed.url })),
  );
  let done = 0;
  return Promise.all(
    wanted.map(async (feed): Promise<FeedCheck> => {
      const answer = await checkFeed(feed.url, parts);
      done += 1;
      parts.progress(done === wanted.length ? '' : `${done} of ${wanted.length} feeds read, last ${feed.url}`);
      return { ...feed, ...answer };
    }),
  );
}

async function checkFeed(
  url: string,
  { fetcher, pool, now }: Parts,
): Promise<Pick<FeedCheck, 'problem' | 'code' | 'movedTo'>> {
  const outcome = await fetcher.get(url, { accept: feedAccept });
  if (outcome.kind === 'failed') return { problem: outcome.reason, code: outcome.code };
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
  // A feed without dates can't be called old.
  if (dates.length === 0) return undefined;
  const newest = Math.max(...dates);
  if (now - newest <= silentDays * dayMs) return undefined;
  return `Its newest article is of ${isoDate(newest)}: the publisher seems to have left this address.`;
}

const isoDate = (at: EpochMs) => Temporal.Instant.fromEpochMilliseconds(at).toString().slice(0, 10);
const isRead = ({ problem }: FeedCheck) => problem === undefined;
const outletsIn = (checks: readonly FeedCheck[]) => new Set(checks.map(({ outletId }) => outletId)).size;

/** A line for each checked topic, then failures and moves; and whether each topic has enough outlets. */
export function reportOf(topicIds: readonly TopicId[], checks: readonly FeedCheck[]) {
  const topics = topicIds.map((id) => {
    const own = checks.filter(({ topicId }) => topicId === id);
    return { id, answered: outletsIn(own.filter(isRead)), outlets: outletsIn(own) };
  });
  const width = Math.max(...topicIds.map((id) => id.length));
  const section = (title: string, found: readonly string[]) => (found.length === 0 ? [] : ['', title, ...found]);
  const lineOf = ({ outletName, topicId, url }: FeedCheck) => `  ${outletName} (${topicId}) ${url}`;
  const failures = checks.flatMap((check) =>
    isRead(check) ? [] : [{ line: `${lineOf(check)}: ${check.problem}`, code: check.code }],
  );
  const moved = checks.filter((check) => isRead(check) && check.movedTo !== undefined);
  const lines = [
    ...topics.map(({ id, answered, outlets }) => {
      const few = answered < answeringMin ? `, fewer than ${answeringMin}` : '';
      return `${id.padEnd(width)}  ${answered} of ${outlets} outlets answered${few}`;
    }),
    ...section('Not read:', linesOfFailures(failures, checks.length)),
    ...section(
      'Moved for good:',
      moved.map((check) => `${lineOf(check)} → ${check.movedTo}`),
    ),
  ];
  return { lines, isEnough: topics.every(({ answered }) => answered >= answeringMin) };
}

/**
 * A catalogue file's text with today's date (UTC) at every outlet whose feeds were all checked and read. The rest is
 * unchanged.
 */
export function withDates(text: string, catalogue: Catalogue, checks: readonly FeedCheck[], now: EpochMs): string {
  const read = new Set(checks.filter(isRead).map(({ url }) => url));
  return catalogue.outlets
    .filter(({ feeds }) => feeds.every(({ url }) => read.has(url)))
    .reduce((changed, { id }) => {
      const date = new RegExp(`("id":\\s*"${id}"(?:(?!"id":)[^])*?"checked":\\s*)(?:null|"[\\d-]*")`);
      return changed.replace(date, (_, before: string) => `${before}"${isoDate(now)}"`);
    }, text);
}

/** Replaces the file atomically, so that it is never half written. */
function replaceFile(path: string, text: string): void {
  const target = realpathSync(path);
  const fresh = `${target}.new`;
  try {
    writeFileSync(fresh, text);
    renameSync(fresh, target);
  } catch (error) {
    throw new CliRefusal(`The dates could not be written to ${path}: ${(error as Error).message}.`, 1);
  }
}

export async function checkCatalogue(call: Call): Promise<number> {
  const { values, positionals } = wordsOf(
    call,
    usage,
    { topic: { type: 'string' }, write: { type: 'boolean' }, 'allow-private': { type: 'boolean' } },
    1,
  );
  const { topic, write, 'allow-private': allowPrivate = false } = values;
  const { contact, catalogueFile } = configIn(call.environment);
  const path = positionals[0] ?? catalogueFile ?? fileURLToPath(builtInCatalogue);
  const catalogue = readCatalogue(path);
  const known = catalogue.topics.map(({ id }) => id);
  if (topic !== undefined && !known.includes(topic)) {
    throw new CliRefusal(`The catalogue has no topic ${topic}. It has: ${known.join(', ')}.`);
  }
  const urls = catalogue.outlets.flatMap(({ feeds }) => feeds.map(({ url }) => new URL(url)));
  const now = systemWall();
  await using pool = createWorkerPool();
  await using fetcher = createFetcher({
    userAgent: `Lede/${version} (${contact === undefined ? '' : `+${contact}; `}catalogue check)`,
    privateOrigins: allowPrivate ? [...new Set(urls.map(hostPort))] : [],
    // Private servers are the operator's own and need no pause between requests.
    hosts: createHostQueue({ hostSpacingMs: allowPrivate ? 0 : 1_000 }),
  });
  const checks = await checkFeeds(catalogue, topic, { fetcher, pool, now, progress: call.progress });
  const { lines, isEnough } = reportOf(topic === undefined ? known : [topic], checks);
  call.say(`${lines.join('\n')}\n`);
  if (write) replaceFile(path, withDates(readFileSync(path, 'utf8'), catalogue, checks, now));
  return isEnough ? 0 : 1;
}

if (import.meta.main) await runCommand(checkCatalogue);
