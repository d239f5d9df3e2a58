import { connect } from 'node:net';
import fc from 'fast-check';
import { Registry } from 'prom-client';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { feedsCard } from '../../commands/feeds/feedsCard.ts';
import { statusCard } from '../../commands/status/card.ts';
import { textsFor } from '../../src/discord/texts/texts.ts';
import { openCallback } from '../../src/http/callback.ts';
import type { Http } from '../../src/http/listen.ts';
import { createVisits } from '../../src/http/visits.ts';
import { createHubCallback, type HubCallback } from '../../src/reading/hubs/callback.ts';
import { openStorage, type Storage } from '../../src/storage/storage.ts';
import { openDesk } from '../desk/desk.ts';
import { everything } from '../desk/everything.ts';
import { rss } from '../desk/newsstand.ts';
import { memoryLog } from '../memoryLog.ts';
import { sampleOf } from '../sampleOf.ts';
import { createTestDatabase, type TestDatabase } from '../storage/testDatabase.ts';

const now = 1_795_500_000_000;
const token = 'k'.repeat(32);
/** Tokens of separate feeds. */
const tokens = Array.from({ length: 9 }, (_, number) => String(number).repeat(32));
const topic = 'https://a.example/feed';
const fiveMegabytes = 5 * 1024 * 1024;
const sentMax = 40 * fiveMegabytes;
const visits = createVisits(new Registry());

let storage: Storage;
let callback: HubCallback;
let http: Http;
let database: TestDatabase;
/** Sizes of the bodies that reached the desk. */
let pushed: number[] = [];
let held: Promise<void> = Promise.resolve();

beforeAll(async () => {
  database = await createTestDatabase();
  storage = await openStorage({ url: database.url, now: () => now });
  const { hubs, feeds } = storage.records;
  for (const [number, name] of [token, ...tokens].entries()) {
    const topicUrl = number === 0 ? topic : `${topic}/${number}`;
    const id = `feed ${number}`;
    await feeds.add({ id, url: topicUrl, outletId: 'a', outletName: 'A', catalogue: true }, [], now);
    await hubs.add({ token: name, feedId: id, hubUrl: 'https://hub.example/', topicUrl, secret: 's' }, 'x', now);
  }
  for (const hub of await hubs.due(now, 100)) await hubs.claim(hub, now, now + 600_000);
  const pool = { read: () => Promise.reject(new Error('not signed, so not read')) };
  const { log } = memoryLog();
  const parts = { storage, pool, log, wall: () => now } as unknown as Parameters<typeof createHubCallback>[0];
  const desk = createHubCallback(parts);
  callback = {
    ...desk,
    async push(name, push) {
      pushed.push(push.body.length);
      await held;
      return desk.push(name, push);
    },
  };
  http = await openCallback({ host: '127.0.0.1', port: 0, url: 'https://lede.example/hubs/', hubs: callback, visits });
});
afterAll(async () => {
  await http.close();
  await storage.close();
  await database.remove();
});

const at = (path: string, init?: RequestInit) => fetch(`${http.origin}${path}`, init);
const post = (body: RequestInit['body'], name = token) =>
  at(`/hubs/${name}`, { method: 'POST', body, duplex: 'half' } as RequestInit);

/** The raw answer; '' if the connection closes without one, as for a client that `end`s before it has its answer. */
function raw(bytes: string, send: 'write' | 'end' = 'write'): Promise<string> {
  return new Promise((resolve) => {
    let answer = '';
    const socket = connect(Number(new URL(http.origin).port), '127.0.0.1', () => socket[send](bytes, 'latin1'));
    socket.on('data', (chunk) => {
      answer += chunk;
    });
    socket.on('error', () => undefined).on('close', () => resolve(answer));
  });
}

describe("the hubs' callback", () => {
  test('gives an empty answer at any other path and to other methods', async () => {
    const paths = '/ /healthz /readyz /metrics /hubs /hubs/ /hubs/../metrics'.split(' ');
    const names = [`/${token}`, `${token}/`, `${token}x`, 'a'.repeat(32), '%6b'.repeat(32), token];
    for (const path of [...paths, `//hubs/${token}`, ...names.map((name) => `/hubs/${name}`)]) {
      for (const method of ['GET', 'HEAD', 'PUT', 'DELETE', 'OPTIONS']) {
        const answer = await at(path, { method });
        expect([answer.status, await answer.text()], `${method} ${path}`).toEqual([404, '']);
      }
    }
  });

  test('echoes a challenge as text that no browser takes for a page', async () => {
    const asked = (challenge: string) => {
      const query = new URLSearchParams({ 'hub.mode': 'subscribe', 'hub.topic': topic, 'hub.challenge': challenge });
      return at(`/hubs/${token}?${query}`);
    };
    const answer = await asked('<script>1');
    expect([answer.status, await answer.text()]).toEqual([200, '<script>1']);
    expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect((await asked('c'.repeat(20_000))).status).toBe(431);
  });

  test('reads a body of five megabytes and not a byte more, whether announced or not', async () => {
    pushed = [];
    expect((await post(Buffer.alloc(fiveMegabytes))).status).toBe(202);
    expect((await post(Buffer.alloc(fiveMegabytes + 1)).catch(() => ({ status: 413 }))).status).toBe(413);
    const chunk = new Uint8Array(1024 * 1024);
    let sent = 0;
    const endless = new ReadableStream({
      // The server runs in this process, so it needs a turn of the event loop between two chunks to refuse the body.
      async pull(controller) {
        await new Promise((resolve) => setImmediate(resolve));
        sent += chunk.length;
        if (sent < sentMax) controller.enqueue(chunk);
        else controller.close();
      },
    });
    expect((await post(endless).catch(() => ({ status: 413 }))).status).toBe(413);
    expect(sent).toBeLessThan(sentMax);
    expect(pushed).toEqual([fiveMegabytes]);
  });

  test('ignores a body that breaks off', async () => {
    pushed = [];
    expect(await raw(`POST /hubs/${token} HTTP/1.1\r\nhost: x\r\ncontent-length: 99\r\n\r\nhalf`, 'end')).not.toContain(
      ' 20',
    );
    expect(pushed).toEqual([]);
  });

  /** Makes all pushes wait at the desk until the returned function is called. */
  function hold(): () => void {
    const { promise, resolve } = Promise.withResolvers<void>();
    held = promise;
    pushed = [];
    return resolve;
  }

  /** Waits until all these pushes have reached the desk and wait there. */
  async function holdUp(bodies: readonly Promise<Response>[]): Promise<void> {
    while (pushed.length < bodies.length) await new Promise((resolve) => setImmediate(resolve));
  }

  test('accepts one push of a hub at a time, and has others retried', async () => {
    const release = hold();
    const under = [post('x'), post('x', tokens[0])];
    await holdUp(under);
    const second = await post('x');
    expect([second.status, second.headers.get('retry-after')]).toEqual([503, '60']);
    release();
    expect((await Promise.all(under)).map(({ status }) => status)).toEqual([202, 202]);
    expect((await post('x')).status).toBe(202);
  });

  test('buffers forty megabytes at a time, and has the rest retried', async () => {
    const release = hold();
    const under = tokens.slice(0, 8).map((name) => post(Buffer.alloc(fiveMegabytes), name));
    await holdUp(under);
    expect((await post('x', tokens[8]).catch(() => ({ status: 503 }))).status).toBe(503);
    release();
    expect(new Set((await Promise.all(under)).map(({ status }) => status))).toEqual(new Set([202]));
    expect((await post('x', tokens[8])).status).toBe(202);
  });

  test('is open to a hub while eight others send slowly', async () => {
    const begun = (name: string) => {
      const socket = connect(Number(new URL(http.origin).port), '127.0.0.1').resume();
      socket.on('error', () => undefined);
      socket.write(`POST /hubs/${name} HTTP/1.1\r\nhost: x\r\ncontent-length: 1000\r\n\r\n<`);
      return socket;
    };
    // A push refused with 503 proves that the begun push of the same hub is being processed.
    const slow = await Promise.all(
      tokens.slice(0, 8).map(async (name) => {
        let socket = begun(name);
        while ((await post('x', name)).status !== 503) if (socket.destroyed) socket = begun(name);
        return socket;
      }),
    );
    expect((await post('x')).status).toBe(202);
    for (const socket of slow) socket.destroy();
  });

  test('no request makes it throw or changes a subscription', async () => {
    const before = await storage.records.hubs.byToken(token);
    const parts = 'hub.mode= hub.topic= hub.challenge= hub.lease_seconds= subscribe denied unsubscribe & ? = %'.split(
      ' ',
    );
    const signs = '%00 %ff / /hubs/ .. sha256= \u00ff'.split(' ');
    const word = fc.oneof(fc.constantFrom(token, topic, ...parts, ...signs), fc.string({ maxLength: 12 }));
    const text = fc.array(word, { maxLength: 9 }).map((words) => words.join('').replaceAll(/[\r\n ]/g, ''));
    const method = fc.constantFrom('GET', 'POST', 'HEAD', 'PUT', 'get', 'X');
    const request = fc.tuple(method, fc.constantFrom('', '/hubs/', `/hubs/${token}`, `/hubs/${token}?`), text, text);
    await fc.assert(
      fc.asyncProperty(request, async ([verb, path, rest, more]) => {
        const query = new URLSearchParams(rest);
        // Excludes valid requests.
        fc.pre(query.get('hub.topic') !== topic);
        const head = `${verb} ${path}${rest} HTTP/1.1\r\nhost: x\r\nx-hub-signature: ${more}\r\n`;
        const answer = await raw(`${head}content-length: ${more.length}\r\nconnection: close\r\n\r\n${more}`);
        expect(answer).toMatch(/^HTTP\/1\.1 (?:202|400|404) /);
        expect(await callback.answer(rest, query)).toBeUndefined();
      }),
      { numRuns: sampleOf(150), seed: 20_261_124 },
    );
    expect(await storage.records.hubs.byToken(token)).toEqual(before);
    expect(callback.counts()).toMatchObject({ taken: 0, unread: 0 });
  });
});

test('a port in use is named with its setting', async () => {
  const port = Number(new URL(http.origin).port);
  const opened = openCallback({ host: '127.0.0.1', port, url: 'https://lede.example', hubs: callback, visits });
  await expect(opened).rejects.toThrow(`The port ${port} on 127.0.0.1 cannot be opened for LEDE_PUBLIC_PORT`);
});

test('a running Lede has callback and metrics on two ports, and counts what hubs send', async () => {
  const place = { host: '127.0.0.1', port: 0 };
  const desk = await openDesk({
    sites: ['Harbour Post', 'Hub'],
    settings: { http: place, callback: { ...place, url: 'https://lede.example' } },
    before: ([post, hub]) => {
      const link = `<atom:link xmlns:atom="http://www.w3.org/2005/Atom" rel="hub" href="${hub?.origin}/"/>`;
      post?.put('/club.xml', {
        body: rss(post.origin, [{ title: 'News', link: '/a' }]).replace('<item>', `${link}<item>`),
      });
      hub?.put('/', { status: 202 });
    },
  });
  const { ask, change } = everything(desk.app);
  const url = `${desk.sites[0]?.origin}/club.xml`;
  await change.addFeed(desk.by, { url, title: 'Club', items: [] }, 'world');
  await desk.drain();
  const [asked] = desk.rows<{ token: string; topic: string }>('select token, topic_url as topic from hubs');
  if (!asked) throw new Error('no hub');
  expect(asked.topic).toBe(url);
  const query = new URLSearchParams({ 'hub.mode': 'subscribe', 'hub.topic': url, 'hub.challenge': 'c' });
  const outside = desk.app.callbackOrigin();
  expect((await fetch(`${outside}/${asked.token}?${query}`)).status).toBe(200);

  const texts = textsFor('en-GB');
  expect(JSON.stringify(statusCard(await ask.status(desk.serverId), texts))).toContain(
    '1 feed sends its news instantly',
  );
  expect(
    JSON.stringify(feedsCard(await ask.feeds(desk.serverId), await ask.feedQuota(desk.serverId), texts)),
  ).toContain(' · sends its news instantly · ');
  const figures = await (await fetch(`${desk.app.httpOrigin()}/metrics`)).text();
  expect(figures).toContain('lede_hubs{state="verified"} 1\n');
  expect(figures).toContain('lede_hub_pushes{outcome="refused"} 0\n');
  expect(figures).toMatch(/^lede_loop_work\{loop="hubs"\} 1$/m);
  expect(figures).not.toContain(asked.token);
  expect((await fetch(`${outside}/metrics`)).status).toBe(404);
  expect((await fetch(`${desk.app.httpOrigin()}/${asked.token}`)).status).toBe(404);
});
