import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { minuteMs } from '../../src/clock.ts';
import { rss } from '../desk/newsstand.ts';
import { hire, rounded } from './hand.ts';
import { onPostgres, recordTimes, sqliteUrl } from './onPostgres.ts';
import type { OwnReaderDuties } from './ownReader.ts';

const feedsEach = 20;
const slowMs = 18_000;

interface Asked {
  feed: number;
  at: number;
}

/** Feeds on loopback, each on a host of its own, which answer after `answerMs`, every second one with 304. */
async function openFeeds(count: number, answerMs: (feed: number) => number) {
  const asked: Asked[] = [];
  const server = createServer(async (request, response) => {
    const feed = Number(request.url?.slice(1));
    asked.push({ feed, at: Date.now() });
    await pause(answerMs(feed));
    const etag = `"${feed}"`;
    const headers = feed % 2 === 0 ? { etag } : {};
    if (feed % 2 === 0 && request.headers['if-none-match'] === etag) response.writeHead(304, headers).end();
    else response.writeHead(200, { 'content-type': 'application/rss+xml', ...headers }).end(documentOf(feed));
  });
  await new Promise<void>((resolve) => server.listen(0, '0.0.0.0', resolve));
  const { port } = server.address() as AddressInfo;
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const addressOf = (feed: number) => `127.1.${Math.floor(feed / 250)}.${(feed % 250) + 1}`;
  const hosts = Array.from({ length: count }, (_, feed) => `${addressOf(feed)}:${port}`);
  const urls = hosts.map((host, feed) => `http://${host}/${feed}`);
  const servers = Array.from({ length: count / feedsEach }, (_, nth) => ({
    id: `server ${nth}`,
    urls: urls.slice(nth * feedsEach, (nth + 1) * feedsEach),
  }));
  return { asked, hosts, servers };
}

function documentOf(feed: number): string {
  const at = Date.UTC(2026, 10, 24);
  const html = `<p>${['thing', 'town', 'ville', 'ish'].map((end) => `n${feed}${end}`).join(' ')} came. </p>`.repeat(9);
  return rss(`http://feed-${feed}.example`, [{ title: `Note of the n${feed}son yard`, link: '/note', at, html }]);
}

async function openReader(databaseUrl: string, hosts: readonly string[]) {
  const reader = hire<OwnReaderDuties>('./ownReader.ts');
  onTestFinished(() => reader.end());
  const catalogue = { topics: [], outlets: [] };
  await reader.ask('open', { settings: { databaseUrl, catalogue, privateOrigins: hosts, hostSpacingMs: 1_000 } });
  return reader;
}

const quantile = (values: readonly number[], share: number) =>
  rounded(values.toSorted((a, b) => a - b)[Math.floor(values.length * share)] ?? 0);

const calm = { feeds: 4_000, minutes: 20, settledAfter: 5, slowServers: 4 };

test('4,000 own feeds with four servers of slow ones: an item waits for its poll for up to five minutes', async () => {
  const { feeds, minutes, settledAfter, slowServers } = calm;
  const isSlow = (feed: number) => feed < slowServers * feedsEach;
  const answerMs = (feed: number) => (isSlow(feed) ? slowMs : 100 + ((feed * 7_919) % 800));
  const { asked, hosts, servers } = await openFeeds(feeds, answerMs);
  const reader = await openReader(sqliteUrl(), hosts);
  await reader.ask('furnish', { servers, dueMs: 4.5 * minuteMs });
  const startedAt = Date.now();
  await reader.ask('run');
  const overdue: number[] = [];
  let before = await reader.ask('held');
  for (let minute = 1; minute <= minutes; minute += 1) {
    await pause(Math.max(0, startedAt + minute * minuteMs - Date.now()));
    const held = await reader.ask('held');
    overdue.push(held.overdue);
    if (minute === settledAfter) before = held;
  }
  const after = await reader.ask('held');
  const [from, until] = [startedAt + settledAfter * minuteMs, startedAt + minutes * minuteMs];
  const polls = Map.groupBy(asked, ({ feed }) => feed);
  const all = Array.from({ length: feeds }, (_, feed) => (polls.get(feed) ?? []).map(({ at }) => at));
  /** From when each feed lists an item, evenly over the first half of the time, until its next poll. */
  const waits = all.map((times, feed) => {
    const listedAt = from + (((feed * 3_571) % feeds) / feeds) * 0.5 * (until - from);
    return ((times.find((at) => at >= listedAt) ?? until) - listedAt) / 1_000;
  });
  const others = waits.filter((_, feed) => !isSlow(feed));
  const gapsOf = (times: readonly number[]) =>
    times.flatMap((at, nth) => (nth > 0 && at >= from ? (at - (times[nth - 1] ?? at)) / 1_000 : []));
  const gaps = all.filter((_, feed) => !isSlow(feed)).flatMap(gapsOf);
  const figures = {
    ...calm,
    pollsPerSecond: rounded((asked.filter(({ at }) => at >= from).length * 1_000) / (until - from)),
    waitSeconds: { p50: quantile(others, 0.5), p95: quantile(others, 0.95), max: quantile(others, 1 - 1e-9) },
    secondsBetweenPolls: { p50: quantile(gaps, 0.5), p95: quantile(gaps, 0.95), max: quantile(gaps, 1 - 1e-9) },
    slowPollsPerHour: rounded(
      (asked.filter(({ feed, at }) => isSlow(feed) && at >= from).length / slowServers / feedsEach) *
        (60 / (minutes - settledAfter)),
    ),
    overdueByMinute: overdue,
    cpuShare: rounded((after.cpuMs - before.cpuMs) / (until - from)),
    rssMiB: rounded(after.rssMiB),
    problems: await reader.ask('problems'),
  };
  await reader.ask('stop');
  recordTimes('ownFeedsInTime', figures);
  expect(figures.waitSeconds.p95).toBeLessThanOrEqual(300);
});

onPostgres('polls of a second process add up', async (postgres) => {
  const [count, seconds] = [4_000, 60];
  /** With feeds that are all due and answer after two seconds, a process polls as fast as its places allow. */
  const pollsBy = async (processes: number): Promise<number> => {
    const { asked, hosts, servers } = await openFeeds(count, () => 2_000);
    const url = await postgres.create();
    const readers = [await openReader(url, hosts)];
    await readers[0]?.ask('furnish', { servers, dueMs: 0 });
    while (readers.length < processes) readers.push(await openReader(url, hosts));
    for (const reader of readers) await reader.ask('run');
    await pause(10_000);
    const before = asked.length;
    await pause(seconds * 1_000);
    const polls = asked.length - before;
    const isOnce = new Set(asked.map(({ feed }) => feed)).size === asked.length;
    for (const reader of readers) await reader.ask('stop');
    expect(isOnce).toBe(true);
    return polls / seconds;
  };
  const [one, two] = [await pollsBy(1), await pollsBy(2)];
  const isJudged = recordTimes('ownFeedsByTwo', { pollsPerSecond: [rounded(one), rounded(two)] });
  if (isJudged) expect(two).toBeGreaterThan(one * 1.7);
});
