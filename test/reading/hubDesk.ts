import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { Registry } from 'prom-client';
import { onTestFinished } from 'vitest';
import { openCallback } from '../../src/http/callback.ts';
import type { Http } from '../../src/http/listen.ts';
import { createVisits } from '../../src/http/visits.ts';
import type { Pool } from '../../src/pool/pool.ts';
import { createReading } from '../../src/reading/reading.ts';
import { day, firstDay, hour } from '../desk/desk.ts';
import { catalogueOf, type Item, openNewsstand, rss } from '../desk/newsstand.ts';
import { memoryLog } from '../memoryLog.ts';
import { rowsIn } from '../storage/beside.ts';
import { createTestDatabase } from '../storage/testDatabase.ts';

/** A request that the hub received. */
export interface Asked {
  at: number;
  mode: string;
  topic: string;
  callback: string;
  secret: string;
  leaseSeconds: string;
}

type Answer =
  | { status: number; headers?: Record<string, string>; meanwhile?: () => Promise<unknown> }
  | 'silent'
  | 'broken';

export const publicUrl = 'https://lede.example/hubs';

export type HubDesk = Awaited<ReturnType<typeof openHubDesk>>;

export const world = '/world.xml';
const formMax = 10_000;
const changesMax = 1_000;

/** A hub on loopback that tests control: it verifies, pushes, denies or lies. */
async function openHub(deskNow: () => { now: number; callback?: Http }) {
  const asked: Asked[] = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) if (body.length < formMax) body += chunk;
    const form = new URLSearchParams(body);
    const of = (name: string) => form.get(`hub.${name}`) ?? '';
    const one: Asked = {
      at: deskNow().now,
      mode: of('mode'),
      topic: of('topic'),
      callback: of('callback'),
      secret: of('secret'),
      leaseSeconds: of('lease_seconds'),
    };
    asked.push(one);
    const answer = hub.answer(one);
    if (answer === 'silent') return;
    if (answer === 'broken') return void request.socket.destroy();
    await answer.meanwhile?.();
    response.writeHead(answer.status, answer.headers).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  // Maps the public URL to the port behind it with the same path, as a reverse proxy does.
  const reached = (callback: string) => `${deskNow().callback?.origin}${new URL(callback).pathname}`;
  const hub = {
    url: `http://${host}/`,
    host,
    asked,
    last() {
      const one = asked.at(-1);
      if (!one) throw new Error('the hub was not asked');
      return one;
    },
    answer: (_: Asked): Answer => ({ status: 202 }),
    /** Calls the callback with these parameters. Returns its answer. */
    async call({ callback }: Asked, query: Record<string, string>, extra = '') {
      const named = Object.entries(query).map(([name, value]) => [`hub.${name}`, value]);
      const response = await fetch(`${reached(callback)}?${new URLSearchParams(named)}${extra}`);
      return { status: response.status, body: await response.text() };
    },
    verify: (one: Asked, leaseSeconds = 864_000) =>
      hub.call(one, {
        mode: one.mode,
        topic: one.topic,
        challenge: 'c h&=<a>',
        ...(one.mode === 'subscribe' ? { lease_seconds: String(leaseSeconds) } : {}),
      }),
    deny: (one: Asked, reason = 'not today') => hub.call(one, { mode: 'denied', topic: one.topic, reason }),
    /** Pushes a feed. Returns the status of the answer. */
    async push(
      { callback, secret }: Asked,
      body: string,
      options: { method?: string; secret?: string; signature?: string; type?: string } = {},
    ) {
      const { method = 'sha256', type = 'application/rss+xml' } = options;
      const digest = createHmac(method, options.secret ?? secret)
        .update(body)
        .digest('hex');
      const signature = options.signature ?? `${method}=${digest}`;
      const headers = { 'content-type': type, ...(signature === '' ? {} : { 'x-hub-signature': signature }) };
      return (await fetch(reached(callback), { method: 'POST', headers, body })).status;
    },
    /** Starts a push and closes the connection in the middle. */
    async breakOff({ callback }: Asked) {
      const { hostname, port, pathname } = new URL(reached(callback));
      const head = `POST ${pathname} HTTP/1.1\r\nhost: x\r\ncontent-length: 1000\r\n\r\n`;
      const socket = connect(Number(port), hostname).resume();
      await new Promise<void>((resolve) => socket.on('close', () => resolve()).end(`${head}<rss`));
    },
    async close() {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
  return hub;
}

/** Opens the reading half of Lede with a hub, a callback and a clock that the test moves. Closes with the test. */
export async function openHubDesk(pool: Pool, paths: readonly string[] = [world]) {
  const stand = await openNewsstand(['Harbour Post']);
  const [site] = stand.sites;
  if (!site) throw new Error('no site');
  const database = await createTestDatabase();
  const { log, entries } = memoryLog();
  const began = firstDay + 6 * hour;
  const hub = await openHub(() => desk);
  const { topics, outlets } = catalogueOf([site]);
  const feeds = paths.map((path) => ({ url: `${site.origin}${path}`, topicId: 'world' }));
  const open = async ({ callback = true, url = publicUrl, listed = true } = {}) => {
    const reading = await createReading(
      {
        databaseUrl: database.url,
        catalogue: { topics, outlets: listed ? outlets.map((outlet) => ({ ...outlet, feeds })) : [] },
        privateOrigins: [site.host, hub.host],
        hostSpacingMs: 0,
        ...(callback ? { callback: { url } } : {}),
      },
      () => clock.now,
      log as Parameters<typeof createReading>[2],
      { pool },
    );
    const place = { host: '127.0.0.1', port: 0, url, visits: createVisits(new Registry()) };
    return { reading, callback: callback ? await openCallback({ ...place, hubs: reading.hubs }) : undefined };
  };
  let running: Promise<unknown> | undefined;
  let ending = false;
  const end = async () => {
    ending = true;
    await Promise.all([desk.callback?.close(), desk.reading.hangUp()]);
    await Promise.allSettled([running]);
    await desk.reading.close();
    ending = false;
  };
  const clock = { now: began };
  const desk = {
    get now() {
      return clock.now;
    },
    set now(at: number) {
      clock.now = at;
    },
    site,
    hub,
    log: entries,
    ...(await open()),
    /** Polls of the feed, as hours since the desk was opened. */
    polls: [] as number[],
    /** Publishes the site's feed, which names this hub. */
    feed(items: readonly Item[], options: { hub?: string; self?: string; headers?: Record<string, string> } = {}) {
      const at = options.hub ?? hub.url;
      const self = options.self ?? `${site.origin}${world}?self`;
      const links = `<atom:link xmlns:atom="http://www.w3.org/2005/Atom" rel="hub" href="${at}"/><atom:link xmlns:atom="http://www.w3.org/2005/Atom" rel="self" href="${self}"/>`;
      const body = rss(site.origin, items).replace('<description>d</description>', at === '' ? '' : links);
      site.put(world, () => {
        desk.polls.push((desk.now - began) / hour);
        return { headers: { 'content-type': 'application/rss+xml', ...options.headers }, body };
      });
      return body;
    },
    async drain() {
      let done = 1;
      while (done > 0) {
        done = 0;
        for (const loop of desk.reading.loops) {
          if (loop.name.endsWith('pages')) continue;
          if (ending) return;
          const batch = loop.run(desk.now);
          running = batch;
          done += await batch;
        }
      }
    },
    /** Moves the clock and drains at every moment at which something is due. */
    async pass(ms: number) {
      const until = desk.now + ms;
      for (;;) {
        await desk.drain();
        // No loop that sends messages runs here, so changed stories are discarded.
        await desk.reading.storage.records.sweeping.sweep('changedStories', desk.now + 3 * day, 0, changesMax);
        const dueAt = (await desk.reading.storage.nextDueAt()) ?? until;
        if (dueAt >= until) break;
        desk.now = Math.max(desk.now + 1, dueAt);
      }
      desk.now = Math.max(desk.now, until);
      await desk.drain();
    },
    /** Moves the clock to the next poll of the feed. */
    async poll() {
      const [feed] = desk.rows<{ at: number }>('select next_due_at as at from feeds');
      desk.now = Math.max(desk.now, feed?.at ?? 0);
      await desk.drain();
    },
    /** Closes everything and opens it again on the same database. */
    async restart(options: { callback?: boolean; url?: string; listed?: boolean } = {}) {
      await end();
      Object.assign(desk, await open(options));
    },
    rows: <Row>(sql: string): Row[] => rowsIn<Row>(database.url, sql),
    /** First words of the articles' titles, in order of arrival. */
    names: (): string[] =>
      desk
        .rows<{ title: string }>('select title from articles order by first_seen_at, title')
        .map(({ title }) => title.split(' ')[0] ?? ''),
  };
  onTestFinished(async () => {
    await end();
    await hub.close();
    await stand.close();
    await database.remove();
  });
  return desk;
}

/** An item with its full text, so that no page is requested. */
export const newsItem = (name: string, at: number): Item => ({
  title: `${name} is the news of the day`,
  link: `/a/${name.toLowerCase().replaceAll(' ', '-')}`,
  at,
  html: `<p>${`The council of ${name} met again on the plan for its harbour and put the vote off until the winter. `.repeat(8)}</p>`,
});
