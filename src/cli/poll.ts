import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { systemWall } from '../clock.ts';
import { contactOf, contactRule } from '../contact.ts';
import { ReadError } from '../feeds/document.ts';
import { createPool } from '../pool/pool.ts';
import { isOfDomain } from '../reading/domains.ts';
import { takeListedFeeds } from '../reading/listedFeeds.ts';
import { createPoll } from '../reading/poll.ts';
import { StorageError } from '../storage/errors.ts';
import { openStorage } from '../storage/storage.ts';
import { agentOf } from '../version.ts';
import { createFetcher } from '../web/fetch.ts';
import { hostPort } from '../web/guard.ts';
import { createHostQueue } from '../web/hosts.ts';
import { isPublicHost } from '../web/publicHost.ts';
import { FeedListError, readFeedList } from './feedList.ts';
import { type Counts, createTally } from './pollTally.ts';
import { openRecording } from './recording.ts';

const usage = `npm run poll -- --feeds FILE [--database URL] [--all] [--allow-private] [--json]
npm run poll -- --record DIR [--feeds FILE]
Polls the feeds of FILE (OPML, or an address a line) that are due, stores their items, posts nothing, and ends.
--all polls those that are not due as well. --database is DATABASE_URL, or file:data/lede.db.
--record adds what the feeds list to an archive in DIR, for npm run replay; call it once an hour. Its feeds are those of
FILE or the catalogue's, its database is DIR/poll.db.
--allow-private lets the listed hosts be private addresses. --json prints counts.
Ends with 1 if a feed could not be read or stored, 2 if nothing could be done.`;

/** As many as the poll loop takes at once. */
const atOnce = 128;

interface Options {
  feeds?: string;
  record?: string;
  catalogueFile?: string;
  database: string;
  all: boolean;
  allowPrivate: boolean;
  json: boolean;
  contact?: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** A variable that can't be used; the message is a sentence for the operator. */
class SettingError extends Error {
  readonly code = 'setting';
}

function optionsOf(words: string[], environment: Environment): Options | undefined {
  const { values } = parseArgs({
    args: words,
    options: {
      feeds: { type: 'string' },
      record: { type: 'string' },
      database: { type: 'string' },
      all: { type: 'boolean', default: false },
      'allow-private': { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  });
  const { feeds, record, all, json } = values;
  if (feeds === undefined && record === undefined) return undefined;
  const ofBot = environment.DATABASE_URL || 'file:data/lede.db';
  return {
    feeds,
    record,
    catalogueFile: environment.CATALOGUE_FILE || undefined,
    database: values.database ?? (record === undefined ? ofBot : `file:${join(record, 'poll.db')}`),
    all,
    json,
    allowPrivate: values['allow-private'],
    contact: givenContact(environment),
  };
}

/** LEDE_CONTACT alone: a wrong setting of the bot's must not stop a poll. */
function givenContact({ LEDE_CONTACT: given = '' }: Environment): string | undefined {
  const contact = contactOf(given.trim());
  if (contact === undefined && given.trim() !== '') throw new SettingError(contactRule);
  return contact;
}

/** The whole command; returns the exit code, and never throws for a mistake that is known. */
async function pollFeeds(words: string[], environment: Environment): Promise<number> {
  try {
    const options = optionsOf(words, environment);
    if (options) return await run(options);
    process.stderr.write(`${usage}\n`);
  } catch (error) {
    const wrongUse = error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
    const known =
      error instanceof SettingError ||
      error instanceof FeedListError ||
      error instanceof StorageError ||
      error instanceof ReadError;
    if (!wrongUse && !known) throw error;
    process.stderr.write(`${error.message}\n${wrongUse ? `${usage}\n` : ''}`);
  }
  return 2;
}

async function run(options: Options): Promise<number> {
  const pool = createPool();
  const recording = options.record === undefined ? undefined : await openRecording(options.record, options, pool);
  const listed = recording?.listed ?? (await readFeedList(options.feeds ?? '', pool));
  const storage = await openStorage({ url: options.database, now: systemWall });
  const hosts = [...new Set(listed.map(({ url }) => hostPort(new URL(url))))];
  const ownOnly = options.allowPrivate && listed.every(({ url }) => !isPublicHost(new URL(url).hostname));
  const web = createFetcher({
    userAgent: agentOf(options.contact),
    privateOrigins: options.allowPrivate ? hosts : [],
    // Servers of one's own need no rest between two requests.
    hosts: createHostQueue({ hostSpacingMs: ownOnly ? 0 : 1_000 }),
    isForgotten: (url) => isOfDomain(storage.forgotten, url),
  });
  const fetcher = recording?.listenTo(web) ?? web;
  try {
    await storage.dropLeases();
    const { feeds, forgotten } = await takeListedFeeds(storage, listed, options.all, systemWall());
    const ids = feeds.map(({ id }) => id);
    const tally = createTally(feeds, (line) => process.stderr.write(`${line}\n`));
    for (const url of forgotten) tally.leaveOut(url);
    const parts = {
      storage,
      fetcher,
      pool,
      log: tally.log,
      owner: randomUUID(),
      userAgent: (subscribers: number) => agentOf(options.contact, subscribers),
      onPolled: tally.onPolled,
    };
    for (let at = 0; at < ids.length; at += atOnce) {
      const poll = createPoll({ ...parts, among: ids.slice(at, at + atOnce) });
      while ((await poll.run(systemWall())) > 0);
    }
    recording?.write(systemWall());
    const storedArticles = await storage.records.articles.countSince(0);
    report({ ...tally.counts(), storedArticles }, options.json);
    return tally.isClean() ? 0 : 1;
  } finally {
    await fetcher.close();
    await pool.close();
    await storage.close();
  }
}

function report(counts: Counts, json: boolean): void {
  if (json) process.stdout.write(`${JSON.stringify(counts)}\n`);
  else {
    const { feeds, read, unchanged, failed, left, newArticles } = counts;
    process.stdout.write(
      `${feeds} feeds: ${read} read, ${unchanged} unchanged, ${failed} failed, ${left} not due. ${newArticles} new articles.\n`,
    );
  }
}

process.exit(await pollFeeds(process.argv.slice(2), process.env));
