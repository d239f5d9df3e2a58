import { styleText } from 'node:util';
import { systemWall } from '../clock.ts';
import type { Topic } from '../feeds/catalogue.ts';
import { createLog } from '../log.ts';
import { type Digest, isQuiet } from '../newsroom/digest.ts';
import { createDigestMaker } from '../newsroom/digestFor.ts';
import { createPool } from '../pool/pool.ts';
import { createLookUpFeed } from '../reading/lookUpFeed.ts';
import { createReading, type Reading } from '../reading/reading.ts';
import type { DigestPlace } from '../storage/telling.ts';
import { agentOf } from '../version.ts';
import { createFetcher } from '../web/fetch.ts';
import { hostPort } from '../web/guard.ts';
import type { Signal } from '../web/signals.ts';
import { type Call, configIn, Refusal, wordsOf } from './command.ts';
import { type Failure, linesOfFailures } from './failures.ts';

const usage = `lede preview [--json] [--allow-private] [--stories N] URL…
Reads the feeds (or the feeds of the sites), groups their articles and prints the digest they would give. Stores nothing.`;

const topic: Topic = { id: 'preview', names: { en: 'Preview' }, colour: 0 };
const urlsMax = 50;
const roundsMax = 60;

/** The feeds at the addresses. A site gives all its feeds. */
async function feedsAt(call: Call, urls: readonly string[], contact: string | undefined, privateOrigins: string[]) {
  await using pool = createPool();
  await using fetcher = createFetcher({ userAgent: agentOf(contact), privateOrigins });
  const lookUp = createLookUpFeed({ fetcher, pool });
  const feeds = new Map<string, { url: string; title: string }>();
  const failures: Failure[] = [];
  for (const [index, url] of urls.entries()) {
    call.progress(`looking at ${index + 1} of ${urls.length}: ${url}`);
    const found = await lookUp(url);
    if (found.kind === 'failed') failures.push({ line: `${url}: ${found.reason}`, code: found.code });
    else for (const feed of found.kind === 'choices' ? found.feeds : [found.preview]) feeds.set(feed.url, feed);
  }
  call.progress('');
  for (const line of linesOfFailures(failures, urls.length)) call.complain(line);
  return [...feeds.values()];
}

export async function preview(call: Call): Promise<number> {
  const { values, positionals } = wordsOf(
    call,
    usage,
    {
      json: { type: 'boolean' },
      'allow-private': { type: 'boolean' },
      stories: { type: 'string', default: '5' },
    },
    urlsMax,
  );
  const stories = Number(values.stories);
  if (positionals.length === 0 || !(stories >= 1 && stories <= 9)) throw new Refusal(usage);
  const { contact, pages, quoting } = configIn(call.environment);
  const startedAt = systemWall();
  const urls = positionals.map((given) => (/^[a-z][a-z0-9+.-]*:/i.test(given) ? given : `https://${given}`));
  const hosts = urls.flatMap((url) => (URL.canParse(url) ? hostPort(new URL(url)) : []));
  const privateOrigins = values['allow-private'] ? [...new Set(hosts)] : [];
  const feeds = await feedsAt(call, urls, contact, privateOrigins);
  if (feeds.length === 0) return 1;
  const reading = await createReading(
    {
      databaseUrl: ':memory:',
      contact,
      catalogue: { topics: [topic], outlets: feeds.map(outletOf) },
      privateOrigins,
      hostSpacingMs: 200,
      pages,
      quoting,
    },
    systemWall,
    createLog('silent'),
  );
  try {
    await readAll(call, reading);
    const digest = await digestOf(reading, stories);
    const declined = await reading.storage.records.articles.declined();
    const seconds = (systemWall() - startedAt) / 1_000;
    const text = () => digestAsText(digest, seconds) + declinedAsText(declined);
    call.say(values.json ? `${JSON.stringify({ ...digest, declined })}\n` : text());
    return 0;
  } finally {
    await reading.hangUp();
    await reading.close();
  }
}

async function readAll(call: Call, { loops, storage: { records } }: Reading): Promise<void> {
  for (let round = 0; round < roundsMax; round += 1) {
    let done = 0;
    for (const loop of loops) {
      done += await loop.run(systemWall());
      const [articles, stories] = [await records.articles.countSince(0), await records.stories.count()];
      call.progress(`${loop.name}: ${articles} articles, ${stories} stories`);
    }
    if (done === 0) break;
  }
  call.progress('');
  for (const { url, problem } of await records.feeds.listCatalogue()) {
    if (problem) call.complain(`${url}: ${problem.reason}`);
  }
}

function digestOf({ storage }: Reading, stories: number) {
  const now = systemWall();
  const digestFor = createDigestMaker({
    storage,
    outletsById: new Map(),
    topics: [topic],
    generalTopicIds: new Set(),
    localeOf: async () => 'en',
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

const width = 100;

function wrapped(text: string, indent: string): string {
  const line = new RegExp(`(.{1,${width - indent.length}})(?:\\s+|$)`, 'gu');
  return text.replace(line, `${indent}$1\n`).trimEnd();
}

/** Replaces control characters, with which a feed could control the terminal. */
const plain = (text: string) => text.replace(/\p{Cc}/gu, ' ');

function placeAsText(place: DigestPlace, index: number): string {
  const voices =
    place.outlets > 1
      ? `${place.outlets} outlets, ${place.voices} ${place.voices === 1 ? 'origin' : 'origins'}`
      : place.outlet;
  return [
    styleText('bold', wrapped(`${index + 1} · ${plain(place.title)}`, '')),
    styleText('dim', `    ${place.url}`),
    ...place.sentences.map((sentence) => wrapped(`${plain(sentence.text)} — ${plain(sentence.outlet)}`, '    ')),
    styleText('dim', `    ${plain(voices)}`),
  ].join('\n');
}

/** The digest for a terminal; every sentence with its outlet, as in a channel. */
export function digestAsText(digest: Digest, seconds: number): string {
  const stories = digest.places.length === 1 ? '1 story' : `${digest.places.length} stories`;
  const articles = digest.articles === 1 ? '1 article' : `${digest.articles} articles`;
  const head = `${stories} from ${articles} of the last 24 hours · ${seconds.toFixed(1)} s`;
  const also = digest.also.map((line) => wrapped(`${plain(line.title)} (${plain(line.outlet)})`, '    '));
  return [
    '',
    styleText('bold', isQuiet(digest) ? 'A quiet day' : 'Digest'),
    styleText('dim', head),
    '',
    ...digest.places.map((place, index) => `${placeAsText(place, index)}\n`),
    ...(also.length > 0 ? [styleText('bold', 'Also'), ...also, ''] : []),
  ].join('\n');
}

/** What each signal means, in the words of docs/publishers.md. */
const meanings: Record<Signal, string> = {
  robots: 'robots.txt closes pages; headline, link and what the feed gives',
  search: 'Content-Signal declines search; headline and link only',
  licence: 'an RSL licence declines search; headline and link only',
  mining: 'text mining is reserved (TDMRep); headline, link and the feed’s picture',
  snippet: 'pages allow no snippet; headline, link and picture',
  picture: 'pages allow no picture',
};

/** What outlets decline, for a terminal; '' if they decline nothing. */
function declinedAsText(declined: readonly { outletName: string; signals: readonly Signal[] }[]): string {
  if (declined.length === 0) return '';
  const lines = declined.map(({ outletName, signals }) =>
    [wrapped(plain(outletName), '    '), ...signals.map((signal) => wrapped(meanings[signal], '      '))].join('\n'),
  );
  return `\n${[styleText('bold', 'Not allowed'), ...lines].join('\n')}\n`;
}
