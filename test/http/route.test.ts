import { connect } from 'node:net';
import { Registry } from 'prom-client';
import { expect, onTestFinished, test } from 'vitest';
import { openCallback } from '../../src/http/callback.ts';
import type { Route } from '../../src/http/route.ts';
import { clientVisitsMax, siteVisitsMax } from '../../src/http/visitor.ts';
import { createVisits } from '../../src/http/visits.ts';
import type { HubCallback } from '../../src/reading/hubs/callback.ts';

const hubs = { answer: async () => undefined, expects: async () => 'nothing' } as unknown as HubCallback;
const headers = { 'content-type': 'text/html', 'cache-control': 'private' };
const echo: Route = { name: 'echo', answer: async ({ rest }) => ({ status: 200, body: rest, headers }) };

async function open(route = echo, url?: string) {
  const registry = new Registry();
  const visits = createVisits(registry);
  const place = { host: '127.0.0.1', port: 0, url };
  const http = await openCallback({ ...place, hubs, routes: [route], visits, monotonic: () => 0 });
  onTestFinished(() => http.close());
  const at = (path: string, init?: RequestInit) => fetch(`${http.origin}${path}`, init);
  return Object.assign(at, { origin: http.origin, metrics: () => registry.metrics() });
}

test('a feature’s route answers GET and HEAD below its name in the public URL, and nothing else does', async () => {
  const at = await open(echo, 'https://lede.example/hubs/');
  const answer = await at('/hubs/echo/a/b?c=d');
  expect([answer.status, await answer.text()]).toEqual([200, 'a/b']);
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  expect(answer.headers.get('cache-control')).toBe('private');
  expect((await at('/hubs/echo', { method: 'HEAD' })).status).toBe(200);
  for (const path of ['/echo/a', '/hubs/echoes', '/hubs//echo/a', '/hubs/other']) {
    expect((await at(path)).status, path).toBe(404);
  }
  expect((await at('/hubs/echo/a', { method: 'POST', body: 'x' })).status).toBe(404);
});

test('a route that fails gives an empty 503, and says nothing of its error', async () => {
  const at = await open({ name: 'echo', answer: () => Promise.reject(new Error('of a secret')) });
  const answer = await at('/echo/x');
  expect([answer.status, await answer.text()]).toEqual([503, '']);
});

test('three hundred readers are served at once', async () => {
  let waiting = 0;
  const { promise, resolve } = Promise.withResolvers<void>();
  const at = await open({
    name: 'echo',
    async answer({ rest }) {
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

test('one client gets so many answers a minute, others get theirs', async () => {
  const at = await open();
  const from = (client: string) => at('/echo', { headers: { 'x-forwarded-for': client } });
  const statuses: number[] = [];
  for (let nth = 0; nth <= clientVisitsMax; nth += 1) statuses.push((await from('203.0.113.7')).status);
  expect([statuses.filter((status) => status === 200).length, statuses.at(-1)]).toEqual([clientVisitsMax, 429]);
  expect((await from('203.0.113.8')).status).toBe(200);
});

test('a site with many IPv6 addresses gets as many answers as ten clients, and others get theirs', async () => {
  const at = await open();
  const from = (client: string) => at('/echo', { headers: { 'x-forwarded-for': client } });
  const statuses: number[] = [];
  for (let nth = 0; nth <= siteVisitsMax; nth += 1)
    statuses.push((await from(`2620:fe:0:${nth.toString(16)}::1`)).status);
  expect([statuses.filter((status) => status === 200).length, statuses.at(-1)]).toEqual([siteVisitsMax, 429]);
  expect((await from('2620:fe:1::1')).status).toBe(200);
});

test('what became of each request is counted', async () => {
  const at = await open({
    name: 'echo',
    answer: async ({ rest, ifNoneMatch }) =>
      rest === 'down' ? Promise.reject(new Error('down')) : { status: ifNoneMatch === undefined ? 200 : 304 },
  });
  const asked: [path: string, headers?: Record<string, string>][] = [
    ...[['/echo/a'], ['/echo/b'], ['/other'], ['/echo/down']].map(([path = '']): [string] => [path]),
    ['/echo/a', { 'if-none-match': '"first"' }],
  ];
  for (const [path, given = {}] of asked) await at(path, { headers: given });
  const client = { 'x-forwarded-for': '203.0.113.7' };
  for (let nth = 0; nth < clientVisitsMax + 2; nth += 1) await at('/echo', { method: 'HEAD', headers: client });
  const counts = [...(await at.metrics()).matchAll(/^lede_visits\{outcome="(\w+)"\} (\d+)$/gm)];
  expect(Object.fromEntries(counts.map(([, outcome, count]) => [outcome, Number(count)]))).toEqual({
    ...{ served: 2 + clientVisitsMax, unchanged: 1, missing: 1, limited: 2, failed: 1, dropped: 0 },
  });
});
