import { connect } from 'node:net';
import fc from 'fast-check';
import { Registry } from 'prom-client';
import { expect, onTestFinished, test } from 'vitest';
import { openPublicPort } from '../../src/http/publicPort.ts';
import type { Page, Route } from '../../src/http/route.ts';
import { clientVisitsMax, siteVisitsMax } from '../../src/http/visitor.ts';
import { createVisits } from '../../src/http/visits.ts';
import { openDesk } from '../desk/desk.ts';
import { sampleOf } from '../sampleOf.ts';

const headers = { 'content-type': 'text/html', 'cache-control': 'private' };
const echo: Route = { name: 'echo', answer: async (rest) => ({ status: 200, body: rest, headers }) };

/** A route with one page, which `write` writes. */
const paper = (write: Page['write'], etag = 'first'): Route => ({
  name: 'paper',
  answer: async () => ({ etag, headers, write }),
});

async function open(route = echo, url?: string) {
  const registry = new Registry();
  const visits = createVisits(registry);
  const place = { host: '127.0.0.1', port: 0, url };
  const http = await openPublicPort({ ...place, routes: [route], visits, monotonic: () => 0 });
  onTestFinished(() => http.close());
  const at = (path: string, init?: RequestInit) => fetch(`${http.origin}${path}`, init);
  return Object.assign(at, { origin: http.origin, metrics: () => registry.metrics() });
}

test('a feature’s route answers GET and HEAD below its name in the public URL, and nothing else does', async () => {
  const at = await open(echo, 'https://lede.example/news/');
  const answer = await at('/news/echo/a/b?c=d');
  expect([answer.status, await answer.text()]).toEqual([200, 'a/b']);
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  expect(answer.headers.get('cache-control')).toBe('private');
  expect((await at('/news/echo', { method: 'HEAD' })).status).toBe(200);
  for (const path of ['/', '/echo/a', '/news', '/news/echoes', '/news//echo/a', '/news/other', '/news/../metrics']) {
    const other = await at(path);
    expect([other.status, await other.text()], path).toEqual([404, '']);
  }
  for (const method of ['PUT', 'DELETE', 'OPTIONS']) expect((await at('/news/echo/a', { method })).status).toBe(404);
});

/** The raw answer to bytes; '' if the connection closes without one. */
function raw(origin: string, bytes: string): Promise<string> {
  return new Promise((resolve) => {
    let answer = '';
    const socket = connect(Number(new URL(origin).port), '127.0.0.1', () => socket.write(bytes, 'latin1'));
    socket.on('data', (chunk) => {
      answer += chunk;
    });
    socket.on('error', () => undefined).on('close', () => resolve(answer));
  });
}

test('a body is not read: the connection ends with the answer', async () => {
  const at = await open();
  for (const method of ['GET', 'POST']) {
    const answer = await raw(at.origin, `${method} /echo HTTP/1.1\r\nhost: x\r\ncontent-length: 9999\r\n\r\nhalf`);
    expect(answer.split('\r\n', 1)).toEqual([`HTTP/1.1 ${method === 'GET' ? '200 OK' : '404 Not Found'}`]);
    expect(answer).toMatch(/^connection: close\r$/im);
  }
});

test('no request makes it throw', async () => {
  const at = await open();
  const word = fc.oneof(fc.constantFrom('/echo/', '?', '=', '%', '%00', '%ff', '/', '..', '\u00ff'), fc.string());
  const text = fc.array(word, { maxLength: 9 }).map((words) => words.join('').replaceAll(/[\r\n ]/g, ''));
  const method = fc.constantFrom('GET', 'POST', 'HEAD', 'PUT', 'get', 'X');
  await fc.assert(
    fc.asyncProperty(method, text, text, async (verb, path, more) => {
      const head = `${verb} /${path} HTTP/1.1\r\nhost: x\r\nx-forwarded-for: ${more}\r\n`;
      const answer = await raw(at.origin, `${head}content-length: ${more.length}\r\nconnection: close\r\n\r\n${more}`);
      expect(answer).toMatch(/^HTTP\/1\.1 (?:200|400|404) /);
    }),
    { numRuns: sampleOf(150), seed: 20_261_124 },
  );
});

test('a port in use is named with its setting', async () => {
  const port = Number(new URL((await open()).origin).port);
  const opened = openPublicPort({ host: '127.0.0.1', port, routes: [], visits: createVisits(new Registry()) });
  await expect(opened).rejects.toThrow(`The port ${port} on 127.0.0.1 cannot be opened for LEDE_PUBLIC_PORT`);
});

test('a running Lede has readers and metrics on two ports', async () => {
  const place = { host: '127.0.0.1', port: 0 };
  const { app } = await openDesk({ settings: { http: place, publicPort: place } });
  expect((await fetch(`${app.httpOrigin()}/metrics`)).status).toBe(200);
  expect((await fetch(`${app.publicOrigin()}/metrics`)).status).toBe(404);
  expect((await fetch(`${app.httpOrigin()}/digest/${'k'.repeat(32)}`)).status).toBe(404);
});

test('a route that fails gives an empty 503, and says nothing of its error', async () => {
  const at = await open({ name: 'echo', answer: () => Promise.reject(new Error('of a secret')) });
  const answer = await at('/echo/x');
  expect([answer.status, await answer.text()]).toEqual([503, '']);
});

test('a page is not written for readers who have it', async () => {
  const at = await open(paper(() => Promise.reject(new Error('written'))));
  for (const known of ['"first"', 'W/"first"', '"other", W/"first"', '*']) {
    const answer = await at('/paper', { headers: { 'if-none-match': known } });
    expect([answer.status, answer.headers.get('etag'), await answer.text()], known).toEqual([304, 'W/"first"', '']);
  }
  expect((await at('/paper', { headers: { 'if-none-match': '"other"' } })).status).toBe(503);
});

test('a page is compressed for readers who take gzip, and is the same for others', async () => {
  const text = 'The ferries stay in harbour. '.repeat(1_000);
  const at = await open(paper(async () => text));
  const read = async (encoding: string) => {
    const answer = await at('/paper', { headers: { 'accept-encoding': encoding } });
    expect(await answer.text()).toBe(text);
    expect([answer.headers.get('vary'), answer.headers.get('etag')]).toEqual(['accept-encoding', 'W/"first"']);
    return answer.headers.get('content-encoding');
  };
  for (const encoding of ['gzip', 'br, GZIP;q=0.5', 'gzip;q=1.0, identity']) expect(await read(encoding)).toBe('gzip');
  for (const encoding of ['identity', 'br', 'gzip;q=0', 'br, gzip; q=0.0', 'x-gzipped']) {
    expect(await read(encoding), encoding).toBeNull();
  }
});

test('a page is written once for all who ask meanwhile, and again for those who ask later', async () => {
  let written = 0;
  let asked = 0;
  const { promise, resolve } = Promise.withResolvers<void>();
  const { name, answer } = paper(async () => {
    written += 1;
    await promise;
    return 'News';
  });
  const counting: Route['answer'] = (rest) => {
    asked += 1;
    if (asked === 20) resolve();
    return answer(rest);
  };
  const at = await open({ name, answer: counting });
  const texts = await Promise.all(Array.from({ length: 20 }, async () => (await at('/paper')).text()));
  expect([new Set(texts), written]).toEqual([new Set(['News']), 1]);
  await at('/paper');
  expect(written).toBe(2);
});

test('a page that could not be written is written for the next reader', async () => {
  let written = 0;
  const at = await open(
    paper(async () => {
      written += 1;
      return written === 1 ? Promise.reject(new Error('busy')) : 'News';
    }),
  );
  expect([(await at('/paper')).status, await (await at('/paper')).text()]).toEqual([503, 'News']);
});

test('three hundred readers are served at once', async () => {
  let waiting = 0;
  const { promise, resolve } = Promise.withResolvers<void>();
  const at = await open({
    name: 'echo',
    async answer(rest) {
      waiting += 1;
      if (waiting === 300) resolve();
      await promise;
      return { status: 200, body: rest };
    },
  });
  const answers = await Promise.all(Array.from({ length: 300 }, async (_, nth) => (await at(`/echo/${nth}`)).text()));
  expect(answers).toEqual(Array.from({ length: 300 }, (_, nth) => String(nth)));
});

test('a hundred half-sent headers hold up nobody', async () => {
  const at = await open();
  const { port } = new URL(at.origin);
  const halves = await Promise.all(
    Array.from({ length: 100 }, async () => {
      const { promise, resolve } = Promise.withResolvers<void>();
      const socket = connect(Number(port), '127.0.0.1', () =>
        socket.write('GET /echo HTTP/1.1\r\nhost:', () => resolve()),
      );
      socket.on('error', () => undefined);
      onTestFinished(() => void socket.destroy());
      await promise;
      return socket;
    }),
  );
  expect(await (await at('/echo/x')).text()).toBe('x');
  expect(halves.filter(({ destroyed }) => destroyed)).toEqual([]);
});

test.each([
  ['one client', clientVisitsMax, () => '203.0.113.7', '203.0.113.8'],
  [
    'a site with many IPv6 addresses',
    siteVisitsMax,
    (nth: number) => `2620:fe:0:${nth.toString(16)}::1`,
    '2620:fe:1::1',
  ],
])('%s gets %i answers a minute, others get theirs', async (_, most, clientOf, other) => {
  const at = await open();
  const from = (client: string) => at('/echo', { headers: { 'x-forwarded-for': client } });
  const statuses: number[] = [];
  for (let nth = 0; nth <= most; nth += 1) statuses.push((await from(clientOf(nth))).status);
  expect([statuses.filter((status) => status === 200).length, statuses.at(-1)]).toEqual([most, 429]);
  expect((await from(other)).status).toBe(200);
});

test('what became of each request is counted', async () => {
  const at = await open({
    name: 'echo',
    answer: async (rest) =>
      rest === 'down' ? Promise.reject(new Error('down')) : { etag: 'first', headers, write: async () => rest },
  });
  for (const path of ['/echo/a', '/echo/b', '/other', '/echo/down']) await at(path);
  await at('/echo/a', { headers: { 'if-none-match': '"first"' } });
  const client = { 'x-forwarded-for': '203.0.113.7' };
  for (let nth = 0; nth < clientVisitsMax + 2; nth += 1) await at('/echo', { method: 'HEAD', headers: client });
  const counts = [...(await at.metrics()).matchAll(/^lede_visits\{outcome="(\w+)"\} (\d+)$/gm)];
  const expected = { served: 2 + clientVisitsMax, unchanged: 1, missing: 1, limited: 2, failed: 1, dropped: 0 };
  expect(Object.fromEntries(counts.map(([, outcome, count]) => [outcome, Number(count)]))).toEqual(expected);
});
