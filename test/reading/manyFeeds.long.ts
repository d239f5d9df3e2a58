import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { createReading, type Reading } from '../../src/reading/reading.ts';
import { firstDay, hour, minute } from '../desk/desk.ts';
import { rss } from '../desk/newsstand.ts';
import { recordFigures } from '../figures.ts';

/** cron runs the poll loop at this interval, one batch each time. */
const tickMs = 5_000;
const hours = 8;
/** Minute of the run from which requests count as steady. */
const steadyFrom = 60;
/** Outside Linux only one loopback address is available. */
const hosts = process.platform === 'linux' ? 250 : 1;
const startsAt = firstDay + 6 * hour;
const quiet = { debug() {}, info() {}, warn() {}, error() {} };

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** Interval between a feed's items: every tenth feed has news all the time, three in ten every hour, others rarely. */
function gapOf(feed: number): number {
  const kind = feed % 10;
  return kind === 0 ? 10 * minute : kind < 4 ? hour : kind < 7 ? 6 * hour : 30 * hour;
}

function bodyOf(feed: number): string {
  const items = Array.from({ length: 6 }, (_, index) => ({
    title: `News ${index} of ${feed}`,
    link: `/${feed}/${index}`,
    at: startsAt - index * gapOf(feed),
    html: '<p>The council met again on the plan for the harbour and put the vote off.</p>',
  }));
  return rss('https://outlet.example', items);
}

async function openPress(): Promise<{ port: number; perMinute: number[]; now: number; close(): void }> {
  const press = { port: 0, perMinute: [] as number[], now: startsAt, close: () => {} };
  const server = createServer((request, response) => {
    const at = Math.floor((press.now - startsAt) / minute);
    press.perMinute[at] = (press.perMinute[at] ?? 0) + 1;
    const etag = `"${request.url}"`;
    if (request.headers['if-none-match'] === etag) response.writeHead(304, { etag }).end();
    else response.writeHead(200, { etag }).end(bodyOf(Number(request.url?.slice(1))));
  });
  await new Promise<void>((resolve) => server.listen(0, hosts === 1 ? '127.0.0.1' : '0.0.0.0', resolve));
  press.port = (server.address() as AddressInfo).port;
  press.close = () => {
    server.closeAllConnections();
    server.close();
  };
  return press;
}

function opened(folder: string, press: { port: number; now: number }, feeds: number): Promise<Reading> {
  const urls = Array.from({ length: feeds }, (_, feed) => `http://127.0.0.${(feed % hosts) + 1}:${press.port}/${feed}`);
  return createReading(
    {
      databaseUrl: `file:${join(folder, `${feeds}.db`)}`,
      catalogue: {
        topics: [{ id: 'news', names: { en: 'News', de: 'Nachrichten' }, colour: 0 }],
        outlets: urls.map((url, number) => ({
          id: `o${number}`,
          name: `Outlet ${number}`,
          country: '',
          owner: '',
          paywall: false,
          language: 'en',
          siteUrl: 'https://outlet.example/',
          feeds: [{ url, topicId: 'news' }],
          checked: null,
        })),
      },
      privateOrigins: [...new Set(urls.map((url) => new URL(url).host))],
      hostSpacingMs: 0,
    },
    () => press.now,
    quiet,
  );
}

/** CPU ms to claim 128 of this many due feeds, without polling them. */
async function claimMs(folder: string, press: { port: number; now: number }, feeds: number): Promise<number> {
  const reading = await opened(folder, press, feeds);
  const { records } = reading.storage;
  const claims = Math.min(50, Math.floor(feeds / 128));
  const cpu = process.threadCpuUsage();
  for (let claim = 0; claim < claims; claim++) await records.feeds.claimDue(press.now, 'x', press.now + hour, 128);
  const { user, system } = process.threadCpuUsage(cpu);
  await reading.hangUp();
  await reading.close();
  return (user + system) / 1000 / claims;
}

function heldBytes(): number {
  collect();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

test('100,000 feeds: the due list costs what it must, idle feeds no memory, and requests come evenly', async () => {
  const feeds = 100_000;
  const folder = mkdtempSync(join(tmpdir(), 'lede-many-'));
  const press = await openPress();
  try {
    const claims = { 1000: 0, 10000: 0, 100000: 0 };
    for (const count of [1000, 10_000, 100_000] as const) claims[count] = await claimMs(folder, press, count);
    const empty = heldBytes();
    // The start releases the claims above, because their process is gone.
    const reading = await opened(folder, press, feeds);
    const [poll] = reading.loops;
    const wallStart = performance.now();
    for (; press.now < startsAt + hours * hour; press.now += tickMs) await poll?.run(press.now);
    const bytesPerFeed = (heldBytes() - empty) / feeds;
    await reading.hangUp();
    await reading.close();
    const steady = Array.from({ length: hours * 60 - steadyFrom }, (_, at) => press.perMinute[steadyFrom + at] ?? 0);
    const mean = steady.reduce((sum, count) => sum + count, 0) / steady.length;
    const figures = {
      feeds,
      virtualHours: hours,
      steadyFromMinute: steadyFrom,
      requests: press.perMinute.reduce((sum, count) => sum + (count ?? 0), 0),
      claimMs: claims,
      bytesPerIdleFeed: Math.round(bytesPerFeed),
      perMinuteMean: Math.round(mean),
      lowestToMean: Math.min(...steady) / mean,
      highestToMean: Math.max(...steady) / mean,
      wallS: Math.round((performance.now() - wallStart) / 1000),
      perTenMinutes: Array.from({ length: hours * 6 }, (_, index) =>
        press.perMinute.slice(index * 10, index * 10 + 10).reduce((sum, count) => sum + (count ?? 0), 0),
      ),
    };
    recordFigures('manyFeeds', figures);
    process.stdout.write(`${JSON.stringify(figures)}\n`);
    // A claim costs log n: 100 times the feeds (10^3 to 10^5) cost at most 5/3 as much. Doubled to tolerate noise.
    expect(claims[100_000]).toBeLessThan(claims[1000] * (5 / 3) * 2);
    expect(bytesPerFeed).toBeLessThan(1024);
    expect(figures.lowestToMean).toBeGreaterThan(0.7);
    expect(figures.highestToMean).toBeLessThan(1.3);
  } finally {
    press.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
