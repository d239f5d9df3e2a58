import type { IncomingMessage } from 'node:http';
import { expect, onTestFinished, test } from 'vitest';
import { openCallback } from '../../src/http/callback.ts';
import { createRateLimit } from '../../src/http/rateLimit.ts';
import { clientOf, clientVisitsMax, networkVisitsMax, type Route } from '../../src/http/route.ts';
import type { HubCallback } from '../../src/reading/hubs/callback.ts';

const hubs = { answer: async () => undefined, expects: async () => 'nothing' } as unknown as HubCallback;
const echo: Route = {
  name: 'echo',
  answer: async ({ rest, ifNoneMatch = '' }) => ({
    status: 200,
    body: `${rest} ${ifNoneMatch}`,
    headers: { 'content-type': 'text/html', 'cache-control': 'private' },
  }),
};

async function open(route = echo, url?: string) {
  const http = await openCallback({ host: '127.0.0.1', port: 0, url, hubs, routes: [route], monotonic: () => 0 });
  onTestFinished(() => http.close());
  return (path: string, init?: RequestInit) => fetch(`${http.origin}${path}`, init);
}

test('a feature’s route answers GET and HEAD below its name in the public URL, and nothing else does', async () => {
  const at = await open(echo, 'https://lede.example/hubs/');
  const answer = await at('/hubs/echo/a/b?c=d', { headers: { 'if-none-match': '"e"' } });
  expect([answer.status, await answer.text()]).toEqual([200, 'a/b "e"']);
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

test('one client gets so many answers a minute, others get theirs', async () => {
  const at = await open();
  const from = (client: string) => at('/echo', { headers: { 'x-forwarded-for': client } });
  const statuses: number[] = [];
  for (let nth = 0; nth <= clientVisitsMax; nth += 1) statuses.push((await from('203.0.113.7')).status);
  expect([statuses.filter((status) => status === 200).length, statuses.at(-1)]).toEqual([clientVisitsMax, 429]);
  expect((await from('203.0.113.8')).status).toBe(200);
});

test('a network with many IPv6 addresses gets as many answers as ten clients, and others get theirs', async () => {
  const at = await open();
  const from = (client: string) => at('/echo', { headers: { 'x-forwarded-for': client } });
  const statuses: number[] = [];
  for (let nth = 0; nth <= networkVisitsMax; nth += 1)
    statuses.push((await from(`2620:fe:0:${nth.toString(16)}::1`)).status);
  expect([statuses.filter((status) => status === 200).length, statuses.at(-1)]).toEqual([networkVisitsMax, 429]);
  expect((await from('2620:fe:1::1')).status).toBe(200);
});

test('a limit begins anew each minute, and counts visitors over ten thousand together', () => {
  let now = 0;
  const may = createRateLimit(2, () => now);
  expect([may('a'), may('a'), may('a'), may('b')]).toEqual([true, true, false, true]);
  for (let nth = 0; nth < 10_000; nth += 1) may(`visitor ${nth}`);
  expect([may('new'), may('a'), may('b')]).toEqual([false, false, true]);
  now = 60_000;
  expect([may('a'), may('new')]).toEqual([true, true]);
});

test.each([
  ['203.0.113.7', undefined, undefined],
  ['9.9.9.9', '1.1.1.1', '9.9.9.9'],
  ['127.0.0.1', '1.1.1.1, 8.8.8.8', '8.8.8.8'],
  ['::ffff:10.0.0.1', '8.8.8.8', '8.8.8.8'],
  ['127.0.0.1', undefined, undefined],
  ['127.0.0.1', 'unknown', undefined],
  ['2620:fe::fe', undefined, '9760:254:0:0'],
  ['::1', '2620:fe::1:2:3:4', '9760:254:0:0'],
  ['::1', '::ffff:8.8.8.8', '8.8.8.8'],
])('from %s with X-Forwarded-For %s, the client is %s', (remoteAddress, forwarded, client) => {
  const headers = forwarded === undefined ? {} : { 'x-forwarded-for': forwarded };
  expect(clientOf({ socket: { remoteAddress }, headers } as unknown as IncomingMessage)).toBe(client);
});
