import { join } from 'node:path';
import { type Call, CliRefusal, configIn, runCommand, wordsOf } from '../src/cli/command.ts';
import { systemWall } from '../src/clock.ts';
import { isOfDomain } from '../src/reading/domains.ts';
import { createPoll } from '../src/reading/poll.ts';
import { createWorkerPool } from '../src/reading/pool/pool.ts';
import { openStorage } from '../src/storage/storage.ts';
import { createFetcher } from '../src/web/fetch.ts';
import { hostPort } from '../src/web/guard.ts';
import { createHostQueue } from '../src/web/hosts.ts';
import { isPublicHost } from '../src/web/publicHost.ts';
import { agentOf } from '../src/web/version.ts';
import { openRecording } from './archive/recording.ts';
import { readFeedList } from './polling/feedList.ts';
import { takeListedFeeds } from './polling/listedFeeds.ts';
import { createTally } from './polling/pollTally.ts';

const usage = `npm run poll -- --feeds FILE [--database URL] [--all] [--allow-private] [--json]
npm run poll -- --record DIR [--feeds FILE]
Polls the feeds of FILE (OPML, or an address a line) that are due, stores their items, posts nothing, and ends.
--all polls those that are not due as well. --database is DATABASE_URL, or file:data/lede.db.
--record adds what the feeds list to an archive in DIR, for npm run replay; call it once an hour. Its feeds are those of
FILE or the catalogue's, its database is DIR/poll.db.
--allow-private lets the listed hosts be private addresses. --json prints counts.
Ends with 1 if a feed or a line of FILE could not be read, or a feed not stored, 2 if nothing could be done.`;

const atOnce = 128;

export async function poll(call: Call): Promise<number> {
  const { values } = wordsOf(call, usage, {
    feeds: { type: 'string' },
    record: { type: 'string' },
    database: { type: 'string' },
    all: { type: 'boolean', default: false },
    'allow-private': { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  });
  const { feeds: list, record, all, 'allow-private': allowPrivate } = values;
  if (list === undefined && record === undefined) throw new CliRefusal(usage);
  // Parse only these settings, so that a wrong setting of the bot doesn't stop a poll.
  const { LEDE_CONTACT, DATABASE_URL, DATABASE_URL_FILE, CATALOGUE_FILE } = call.environment;
  const needed = { LEDE_CONTACT, DATABASE_URL, DATABASE_URL_FILE, CATALOGUE_FILE };
  const { contact, databaseUrl, catalogueFile } = configIn(needed);
  const ofBot = databaseUrl ?? 'file:data/lede.db';
  const url = values.database ?? (record === undefined ? ofBot : `file:${join(record, 'poll.db')}`);

  await using pool = createWorkerPool();
  const recording = record === undefined ? undefined : await openRecording(record, list, catalogueFile, pool);
  const { feeds: listed, wrong } = recording ?? (await readFeedList(list ?? '', pool));
  for (const line of wrong) call.complain(line);
  await using storage = await openStorage({ url, now: systemWall, only: true });
  const ownOnly = allowPrivate && listed.every((feed) => !isPublicHost(new URL(feed.url).hostname));
  await using web = createFetcher({
    userAgent: agentOf(contact),
    privateOrigins: allowPrivate ? [...new Set(listed.map((feed) => hostPort(new URL(feed.url))))] : [],
    // Private servers are the operator's own and need no pause between requests.
    hosts: createHostQueue({ hostSpacingMs: ownOnly ? 0 : 1_000 }),
    isForgotten: (address) => isOfDomain(storage.forgotten, address),
  });
  const fetcher = recording?.listenTo(web) ?? web;
  const { owner } = await storage.join(['read']);
  const { feeds, forgotten } = await takeListedFeeds(storage, listed, all, systemWall());
  const ids = feeds.map(({ id }) => id);
  const tally = createTally(feeds, forgotten, call.complain);
  const parts = {
    storage,
    fetcher,
    pool,
    log: tally.log,
    wall: systemWall,
    owner,
    userAgent: (subscribers: number) => agentOf(contact, subscribers),
    onPolled: tally.onPolled,
  };
  for (let at = 0; at < ids.length; at += atOnce) {
    const loop = createPoll({ ...parts, among: ids.slice(at, at + atOnce) });
    while ((await loop.run(systemWall())) > 0);
  }
  recording?.write(systemWall());
  tally.tellFailures();
  const counts = tally.counts();
  const storedArticles = await storage.records.articles.count();
  const { read, unchanged, failed, left, newArticles } = counts;
  call.say(
    values.json
      ? `${JSON.stringify({ ...counts, storedArticles })}\n`
      : `${counts.feeds} feeds: ${read} read, ${unchanged} unchanged, ${failed} failed, ${left} not due. ${newArticles} new articles.\n`,
  );
  return tally.isClean() && wrong.length === 0 ? 0 : 1;
}

if (import.meta.main) await runCommand(poll);
