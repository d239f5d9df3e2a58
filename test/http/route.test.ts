import { expect, onTestFinished, test } from 'vitest';
import { openCallback } from '../../src/http/callback.ts';
import type { Route } from '../../src/http/route.ts';
import { clientVisitsMax, siteVisitsMax } from '../../src/http/visitor.ts';
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

test('a site with many IPv6 addresses gets as many answers as ten clients, and others get theirs', async () => {
  const at = await open();
  const from = (client: string) => at('/echo', { headers: { 'x-forwarded-for': client } });
  const statuses: number[] = [];
  for (let nth = 0; nth <= siteVisitsMax; nth += 1)
    statuses.push((await from(`2620:fe:0:${nth.toString(16)}::1`)).status);
  expect([statuses.filter((status) => status === 200).length, statuses.at(-1)]).toEqual([siteVisitsMax, 429]);
  expect((await from('2620:fe:1::1')).status).toBe(200);
});
