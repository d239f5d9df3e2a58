import { createHmac } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { onTestFinished } from 'vitest';
import { openCallback } from '../../src/http/callback.ts';
import type { Http } from '../../src/http/listen.ts';
import type { Pool } from '../../src/pool/pool.ts';
import { createReading, type Reading } from '../../src/reading/reading.ts';
import { memoryLog } from '../commands/scene.ts';
import { firstDay, hour } from '../desk/desk.ts';
import { catalogueOf, type Item, openNewsstand, rss, type Site } from '../desk/newsstand.ts';

/** A request that a hub got. */
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

/** A hub on loopback that does what it is told to: verifies, pushes, denies, lies. */
export interface TestHub {
  url: string;
  host: string;
  asked: Asked[];
  /** The last of these. */
  last(): Asked;
  /** 202 unless told. */
  answer: (asked: Asked) => Answer;
  /** Calls back with these parameters; what it was answered. */
  call(asked: Asked, query: Record<string, string>, extra?: string): Promise<{ status: number; body: string }>;
  verify(asked: Asked, leaseSeconds?: number): Promise<{ status: number; body: string }>;
  deny(asked: Asked, reason?: string): Promise<{ status: number; body: string }>;
  /** Sends news, signed by SHA-256 unless told; what it was answered. */
  push(
    asked: Asked,
    body: string,
    options?: { method?: string; secret?: string; signature?: string; type?: string },
  ): Promise<number>;
  /** Begins to send news and breaks off. */
  breakOff(asked: Asked): Promise<void>;
}

export const publicUrl = 'https://lede.example/hubs';

/** The half of Lede that reads, with hubs and a callback that only they know of, and a clock that the test moves. */
export interface HubDesk {
  now: number;
  site: Site;
  hub: TestHub;
  reading: Reading;
  log: ReturnType<typeof memoryLog>['entries'];
  /** The site's feed names this hub. */
  feed(items: readonly Item[], options?: { hub?: string; self?: string; headers?: Record<string, string> }): string;
  drain(): Promise<void>;
  /** Moves the clock and drains at every moment at which something is due. */
  pass(ms: number): Promise<void>;
  /** To the next poll of the feed. */
  poll(): Promise<void>;
  /** Ends the process's parts, perhaps without warning, and starts others on the same database. */
  restart(options?: { callback?: boolean; url?: string; listed?: boolean }): Promise<void>;
  /** Polls of the feed, as hours since the desk was opened. */
  polls: number[];
  /** Reads the database beside the process. */
  rows<Row>(sql: string): Row[];
  /** First words of the articles' titles, in the order in which they came. */
  names(): string[];
}

export const world = '/world.xml';
const formMax = 10_000;

async function openHub(desk: { now: number; callback?: Http }): Promise<TestHub & { close(): Promise<void> }> {
  const asked: Asked[] = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) if (body.length < formMax) body += chunk;
    const form = new URLSearchParams(body);
    const of = (name: string) => form.get(`hub.${name}`) ?? '';
    const one: Asked = {
      at: desk.now,
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
  // What the reverse proxy does: the public address leads to the port behind it, its path unchanged.
  const reached = (callback: string) => `${desk.callback?.origin}${new URL(callback).pathname}`;
  const hub: TestHub & { close(): Promise<void> } = {
    url: `http://${host}/`,
    host,
    asked,
    last() {
      const one = asked.at(-1);
      if (!one) throw new Error('the hub was not asked');
      return one;
    },
    answer: () => ({ status: 202 }),
    async call({ callback }, query, extra = '') {
      const named = Object.entries(query).map(([name, value]) => [`hub.${name}`, value]);
      const response = await fetch(`${reached(callback)}?${new URLSearchParams(named)}${extra}`);
      return { status: response.status, body: await response.text() };
    },
    verify: (one, leaseSeconds = 864_000) =>
      hub.call(one, {
        mode: one.mode,
        topic: one.topic,
        challenge: 'c h&=<a>',
        ...(one.mode === 'subscribe' ? { lease_seconds: String(leaseSeconds) } : {}),
      }),
    deny: (one, reason = 'not today') => hub.call(one, { mode: 'denied', topic: one.topic, reason }),
    async push({ callback, secret }, body, options = {}) {
      const { method = 'sha256', type = 'application/rss+xml' } = options;
      const digest = createHmac(method, options.secret ?? secret)
        .update(body)
        .digest('hex');
      const signature = options.signature ?? `${method}=${digest}`;
      const headers = { 'content-type': type, ...(signature === '' ? {} : { 'x-hub-signature': signature }) };
      return (await fetch(reached(callback), { method: 'POST', headers, body })).status;
    },
    async breakOff({ callback }) {
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

/** Closes with the test. */
export async function openHubDesk(pool: Pool, paths: readonly string[] = [world]): Promise<HubDesk> {
  const stand = await openNewsstand(['Harbour Post']);
  const [site] = stand.sites;
  if (!site) throw new Error('no site');
  const folder = mkdtempSync(join(tmpdir(), 'lede-hubs-'));
  const databasePath = join(folder, 'lede.db');
  const { log, entries } = memoryLog();
  const began = firstDay + 6 * hour;
  const desk = { now: began, site, log: entries, polls: [] as number[] } as unknown as HubDesk & { callback?: Http };
  const hub = await openHub(desk);
  const { topics, outlets } = catalogueOf([site]);
  const feeds = paths.map((path) => ({ url: `${site.origin}${path}`, topicId: 'world' }));
  const open = async ({ callback = true, url = publicUrl, listed = true } = {}) => {
    desk.reading = await createReading(
      {
        databaseUrl: `file:${databasePath}`,
        catalogue: { topics, outlets: listed ? outlets.map((outlet) => ({ ...outlet, feeds })) : [] },
        privateOrigins: [site.host, hub.host],
        hostSpacingMs: 0,
        ...(callback ? { callback: { url } } : {}),
      },
      () => desk.now,
      log as Parameters<typeof createReading>[2],
      { pool },
    );
    const place = { host: '127.0.0.1', port: 0, url };
    desk.callback = callback ? await openCallback({ ...place, hubs: desk.reading.hubs }) : undefined;
  };
  const end = async () => {
    await Promise.all([desk.callback?.close(), desk.reading.hangUp()]);
    await desk.reading.close();
  };
  await open();
  Object.assign(desk, {
    hub,
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
        for (const loop of desk.reading.loops) if (loop.name !== 'pages') done += await loop.run(desk.now);
      }
    },
    async pass(ms: number) {
      const until = desk.now + ms;
      for (;;) {
        await desk.drain();
        const dueAt = (await desk.reading.storage.nextDueAt()) ?? until;
        if (dueAt >= until) break;
        desk.now = Math.max(desk.now + 1, dueAt);
      }
      desk.now = Math.max(desk.now, until);
      await desk.drain();
    },
    async poll() {
      const [feed] = desk.rows<{ at: number }>('select next_due_at as at from feeds');
      desk.now = Math.max(desk.now, feed?.at ?? 0);
      await desk.drain();
    },
    async restart(options: { callback?: boolean; url?: string; listed?: boolean } = {}) {
      await end();
      await open(options);
    },
    rows<Row>(sql: string) {
      const beside = new DatabaseSync(databasePath, { readOnly: true });
      try {
        return beside.prepare(sql).all() as Row[];
      } finally {
        beside.close();
      }
    },
    names: () =>
      desk
        .rows<{ title: string }>('select title from articles order by first_seen_at, title')
        .map(({ title }) => title.split(' ')[0] ?? ''),
  });
  onTestFinished(async () => {
    await end();
    await hub.close();
    await stand.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return desk;
}

/** Full text, so that no page is asked for. */
export const newsItem = (name: string, at: number): Item => ({
  title: `${name} is the news of the day`,
  link: `/a/${name.toLowerCase().replaceAll(' ', '-')}`,
  at,
  html: `<p>${`The council of ${name} met again on the plan for its harbour and put the vote off until the winter. `.repeat(8)}</p>`,
});
