import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createHostQueue } from '../../src/web/hosts.ts';
import { createPoster, type Poster } from '../../src/web/post.ts';
import { fakeNames, openPress, type Press } from './press.ts';

let press: Press;
let hidden: Press;
let poster: Poster;
const bodies: string[] = [];
const names = fakeNames({ 'hub.example': ['127.0.0.1'], 'inside.example': ['127.0.0.2'] });

beforeAll(async () => {
  hidden = await openPress((_, response) => response.end('secret'), '127.0.0.2');
  press = await openPress(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    bodies.push(body);
    const [, name = '', rest = ''] = /^\/(\w+)\??(.*)$/.exec(request.url ?? '') ?? [];
    if (name === 'silent') return;
    if (name === 'endless') {
      response.writeHead(202);
      const drip = setInterval(() => response.write('x'.repeat(64 * 1024)), 1);
      response.on('close', () => clearInterval(drip));
      return;
    }
    const status = Number(name);
    const moved: Record<string, string> = rest === '' ? {} : { location: decodeURIComponent(rest) };
    response.writeHead(status, { 'retry-after': '120', ...moved }).end('because');
  });
  poster = createPoster({
    userAgent: 'Lede/1',
    privateOrigins: [`hub.example:${press.port}`],
    hosts: createHostQueue({ hostSpacingMs: 0 }),
    resolve: names.resolve,
    wholeMs: 400,
  });
});
afterAll(async () => {
  await poster.close();
  await press.close();
  await hidden.close();
});

const form = new URLSearchParams({ 'hub.topic': 'https://a.example/?a=1&b=ä' });
const post = (path: string) => poster.post(`http://hub.example:${press.port}${path}`, form);
const to = (url: string) => `?${encodeURIComponent(url)}`;

describe('a form', () => {
  test('is sent as such, and any 2xx accepts it', async () => {
    expect(await post('/202')).toEqual({ kind: 'accepted' });
    expect(await post('/204')).toEqual({ kind: 'accepted' });
    expect(bodies.at(-1)).toBe('hub.topic=https%3A%2F%2Fa.example%2F%3Fa%3D1%26b%3D%C3%A4');
    expect(press.requests.at(-1)?.headers).toMatchObject({
      'content-type': 'application/x-www-form-urlencoded',
      'user-agent': 'Lede/1',
    });
  });

  test('that is refused is reported with the status and how long to wait', async () => {
    for (const status of [302, 400, 429, 503]) {
      expect(await post(`/${status}`)).toMatchObject({ kind: 'refused', status, retryAfter: '120' });
    }
  });

  test('follows 307 and 308, a few times', async () => {
    expect(await post(`/307${to(`/308${to('/202')}`)}`)).toEqual({ kind: 'accepted' });
    expect(bodies.at(-1)).toContain('hub.topic');
    const often = ['/307', '/307', '/307', '/307'].reduce((path, one) => one + to(path), '/202');
    expect(await post(often)).toMatchObject({ kind: 'failed', code: 'too-many-redirects' });
    expect(await post('/308')).toMatchObject({ kind: 'failed', code: 'bad-redirect' });
  });

  test('reaches no private address, directly, by name or by redirect', async () => {
    const inside = [`127.0.0.2:${hidden.port}`, `inside.example:${hidden.port}`];
    for (const host of inside) {
      expect(await poster.post(`http://${host}/`, form)).toMatchObject({ kind: 'failed', code: 'private-address' });
      expect(await post(`/307${to(`http://${host}/`)}`)).toMatchObject({ kind: 'failed', code: 'private-address' });
    }
    expect(hidden.connections).toBe(0);
  });

  test('ends at the deadline if nothing answers, and reads no endless answer', async () => {
    expect(await post('/silent')).toMatchObject({ kind: 'failed', code: 'timeout' });
    expect(await post('/endless')).toEqual({ kind: 'accepted' });
  });
});
