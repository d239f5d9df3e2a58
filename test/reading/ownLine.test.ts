import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { hour, minute, openDesk, type TestDesk, wait } from '../desk/desk.ts';
import { catalogueOf, type Item, rss, type Site } from '../desk/newsstand.ts';

/**
 * Opens outlets behind one line. While the line is down, every connection is refused, as when the operator's own line
 * is cut. Deaf outlets answer only requests for robots.txt.
 */
async function openLine(outlets: number, { deaf = false } = {}) {
  const listed = new Map<string, Item[]>();
  const press = createServer((request, response) => {
    // A week of items, so many that the feed is due every hour.
    if (deaf && request.url !== '/robots.txt') return request.socket.destroy();
    const week = () => Array.from({ length: 168 }, (_, n) => ({ title: `Item ${n}`, link: `/${n}` }));
    const items = listed.get(request.url ?? '') ?? (request.url === '/tech.xml' ? [] : week());
    response
      .writeHead(200, { 'content-type': 'application/rss+xml' })
      .end(rss(`http://${request.headers.host}`, items));
  });
  const listen = (port: number) => new Promise<void>((resolve) => press.listen(port, '0.0.0.0', resolve));
  await listen(0);
  const { port } = press.address() as AddressInfo;
  const down = () => {
    press.closeAllConnections();
    return new Promise<void>((resolve) => press.close(() => resolve()));
  };
  onTestFinished(async () => {
    if (press.listening) await down();
  });
  const hosts = Array.from({ length: outlets }, (_, n) => `127.0.0.${n + 1}:${port}`);
  return { hosts, up: () => listen(port), down, list: (path: string, items: Item[]) => listed.set(path, items) };
}

async function openBehind({ hosts }: { hosts: string[] }, others: readonly string[] = []): Promise<TestDesk> {
  const sites = hosts.map((host, n) => ({ name: `Outlet ${n}`, origin: `http://${host}` }) as Site);
  const at = await openDesk({
    sites: [],
    startsAt: '00:00',
    settings: {
      pollGapMsMax: undefined,
      privateOrigins: [...hosts, ...others],
      catalogue: catalogueOf(sites),
      http: { host: '127.0.0.1', port: 0 },
    },
  });
  await at.change.subscribe(at.by, at.channelId, ['world']);
  await at.change.addFeed(at.by, { url: `http://${hosts[0]}/own.xml`, title: 'Own', items: [] }, 'world');
  await pass(at, 2 * hour);
  return at;
}

const pass = (at: TestDesk, ms: number) => wait(at, ms, hour);

const silence = async (at: TestDesk) => {
  const metrics = await (await fetch(`${at.app.httpOrigin()}/metrics`)).text();
  return Number(/lede_silent_seconds\{what="polling"\} (\S+)/.exec(metrics)?.[1]);
};
const failures = (at: TestDesk) => at.rows<{ n: number }>('select max(failures) as n from feeds')[0]?.n ?? 0;

test('while our own line is down no outlet is blamed, the silence is reported, and all are read as soon as it is back', async () => {
  const line = await openLine(3);
  const at = await openBehind(line);
  await line.down();
  await pass(at, 9 * hour);
  expect(failures(at)).toBeLessThan(3);
  expect(await silence(at)).toBeGreaterThan(7 * 3600);
  expect((await at.ask.status(at.serverId)).notices).toMatchObject([{ kind: 'silent', what: 'polling' }]);
  expect(at.log.filter(({ message }) => /no outlet answers/.test(message))).toHaveLength(1);
  await line.up();
  await at.skip(20 * minute);
  expect(failures(at)).toBe(0);
  expect(await silence(at)).toBe(0);
  expect(at.told()).toEqual([]);
});

test.each([
  ['three outlets that stay silent are blamed after a day', 3, 40],
  ['two outlets alone that do not answer are blamed at once', 2, 16],
])('%s', async (_, outlets, hours) => {
  const line = await openLine(outlets);
  const at = await openBehind(line);
  await line.down();
  await pass(at, hours * hour);
  expect(failures(at)).toBeGreaterThanOrEqual(3);
  expect(at.told().join()).toContain('can’t be read');
});

test.each([
  ['feeds', 'feeds where failures > 1'],
  ['pages', 'articles where page_attempts > 2'],
])('dead hosts that only one server reads as %s pause nothing that others read', async (as, given) => {
  const line = await openLine(1);
  const dead = await openLine(4, { deaf: true });
  const [, ...hosts] = dead.hosts;
  const at = await openBehind(line, hosts);
  const page = (host: string) => ({ title: `News of ${host}`, link: `http://${host}/`, at: at.now, html: 'Soon.' });
  line.list('/pages.xml', hosts.map(page));
  const urls = as === 'pages' ? [`http://${line.hosts[0]}/pages.xml`] : hosts.map((host) => `http://${host}/feed`);
  for (const url of urls) await at.change.addFeed(at.by, { url, title: 'Dead', items: [] }, 'world');
  await wait(at, 4 * hour, 10 * minute);
  expect(at.rows(`select 1 from ${given}`)).toHaveLength(3);
  expect(at.log.filter(({ message }) => /no outlet answers/.test(message))).toEqual([]);
});
