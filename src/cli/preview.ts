import { parseArgs } from 'node:util';
import { systemWall } from '../clock.ts';
import { parseConfig } from '../config.ts';
import { createDigestMaker } from '../delivery/digestFor.ts';
import type { Topic } from '../feeds/catalogue.ts';
import { createLog } from '../log.ts';
import { createReading } from '../reading/reading.ts';
import { digestAsText } from './digestText.ts';
import { feedsAt, type GivenFeed } from './givenFeeds.ts';
import { createProgress } from './progress.ts';
import { refuse } from './refuse.ts';

const usage = `npm run preview -- [--json] [--allow-private] [--stories N] URL…
Reads the feeds (or the feeds of the sites), groups their articles and prints the digest they would give. Stores nothing.`;

const topic: Topic = { id: 'preview', names: { en: 'Preview' }, colour: 0 };
const urlsMax = 50;
const roundsMax = 60;

interface Options {
  json: boolean;
  allowPrivate: boolean;
  stories: number;
  contact?: string;
}

function argumentsGiven() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        'allow-private': { type: 'boolean', default: false },
        stories: { type: 'string', default: '5' },
        help: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    return refuse((error as Error).message, usage);
  }
}

async function preview(urls: readonly string[], options: Options): Promise<number> {
  const progress = createProgress();
  const startedAt = systemWall();
  const given = await feedsAt(urls, options, (line) => progress(line));
  progress('');
  for (const { url, reason } of given.failed) process.stderr.write(`${url}: ${reason}\n`);
  if (given.feeds.length === 0) return 1;
  const reading = await createReading(
    {
      databaseUrl: ':memory:',
      contact: options.contact,
      catalogue: { topics: [topic], outlets: given.feeds.map(outletOf) },
      privateOrigins: options.allowPrivate ? originsOf(given.feeds) : [],
      hostSpacingMs: 200,
    },
    systemWall,
    createLog('silent'),
  );
  try {
    const { records } = reading.storage;
    for (let round = 0; round < roundsMax; round += 1) {
      let done = 0;
      for (const loop of reading.loops) {
        done += await loop.run(systemWall());
        progress(
          `${loop.name}: ${await records.articles.countSince(0)} articles, ${await records.stories.count()} stories`,
        );
      }
      if (done === 0) break;
    }
    progress('');
    for (const feed of await records.feeds.listCatalogue()) {
      if (feed.problem) process.stderr.write(`${feed.url}: ${feed.problem.reason}\n`);
    }
    const now = systemWall();
    const digestFor = createDigestMaker({
      storage: reading.storage,
      topics: [topic],
      generalTopicIds: new Set(),
      localeOf: async () => 'en',
      messageUrl: () => '',
      pictureOrigins: new Set(),
    });
    const digest = await digestFor({
      channel: {
        channelId: '',
        serverId: '',
        schedule: { zone: 'UTC', times: [], days: [], stories: options.stories },
      },
      topicIds: [topic.id],
      localDate: Temporal.Instant.fromEpochMilliseconds(now).toString().slice(0, 10),
      kind: 'asked',
      now,
    });
    const seconds = (systemWall() - startedAt) / 1_000;
    process.stdout.write(options.json ? `${JSON.stringify(digest)}\n` : digestAsText(digest, seconds));
    return 0;
  } finally {
    await reading.hangUp();
    await reading.close();
  }
}

const outletOf = ({ url, title }: GivenFeed) => ({
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

const originsOf = (feeds: readonly GivenFeed[]) => [...new Set(feeds.flatMap((feed) => feed.origins))];

const { values, positionals } = argumentsGiven();
const stories = Number(values.stories);
if (values.help || positionals.length === 0 || positionals.length > urlsMax || !(stories >= 1 && stories <= 9)) {
  process.stderr.write(`${usage}\n`);
  process.exit(values.help ? 0 : 2);
}
const parsed = parseConfig(process.env);
if ('problems' in parsed) refuse(...parsed.problems);
const { json, 'allow-private': allowPrivate } = values;
process.exit(await preview(positionals, { json, allowPrivate, stories, contact: parsed.config.contact }));
