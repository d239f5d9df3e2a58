import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createFetcher, type Fetcher, type FetchOutcome } from '../../src/web/fetch.ts';
import { createHostQueue } from '../../src/web/hosts.ts';
import { fakeNames, openPress, type Press } from './press.ts';

let press: Press;
let fetcher: Fetcher;
let origin: string;
const names = fakeNames({ 'press.example': ['127.0.0.1'], 'other.example': ['127.0.0.1'] });
const accept = 'application/rss+xml, */*;q=0.1';
const oddTag = '"\u00e4\u0080-tag"';

beforeAll(async () => {
  press = await openPress((request, response) => {
    const path = request.url ?? '';
    const [, name = '', rest = ''] = /^\/(\w+)\??(.*)$/.exec(path) ?? [];
    if (name === 'gzip') response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('packed'));
    else if (/^30\d$/.test(name)) response.writeHead(Number(name), { location: decodeURIComponent(rest) }).end();
    else if (name === 'loop') response.writeHead(302, { location: '/loop' }).end();
    else if (name === 'tagged') {
      const headers = { etag: oddTag, 'last-modified': 'yesterday at noon', 'x-robots-tag': ['a', 'b'] };
      if (request.headers['if-none-match'] === oddTag) response.writeHead(304, { etag: oddTag }).end();
      else response.writeHead(200, headers).end('tagged');
    } else if (/^[45]\d\d$/.test(name)) response.writeHead(Number(name), { 'retry-after': '120' }).end('no');
    else if (name === 'silent') return;
    else if (name === 'drip') {
      const timer = setInterval(() => response.write('x'), 20);
      response.on('close', () => clearInterval(timer));
    } else if (name === 'endless' || name === 'episode') {
      response.writeHead(name === 'endless' ? 404 : 200, { 'content-type': 'Audio/mpeg' });
      const more = (): void =>
        void (response.write('no'.repeat(10_000)) ? setImmediate(more) : response.once('drain', more));
      more();
    } else if (name === 'long') response.end('abcdefgh'.repeat(100_000));
    else if (name === 'hinted') {
      response.writeEarlyHints({ link: '</style.css>; rel=preload' });
      response.end('after hints');
    } else if (name === 'broken') request.socket.destroy();
    else response.end(JSON.stringify(request.headers));
  });
  origin = `http://press.example:${press.port}`;
  fetcher = open({ wholeMs: 500 });
});

afterAll(async () => {
  await fetcher.close();
  await press.close();
});

/** A fetcher that may ask the press under both of its names. */
const open = (more: Partial<Parameters<typeof createFetcher>[0]> = {}) =>
  createFetcher({
    userAgent: 'Lede/1 (+https://example.org)',
    privateOrigins: [`press.example:${press.port}`, `other.example:${press.port}`, 'press.example:9'],
    resolve: names.resolve,
    ...more,
  });
const hosts = () => createHostQueue({ hostSpacingMs: 0 });
/** The address of a redirect to `to`. */
const via = (to: string, status = 302): string => `/${status}?${encodeURIComponent(to)}`;
const get = (path: string): Promise<FetchOutcome> => fetcher.get(origin + path, { accept });
const textOf = (outcome: FetchOutcome): string =>
  outcome.kind === 'ok' ? Buffer.from(outcome.body).toString() : outcome.kind;

describe('one request', () => {
  test('a body comes compressed, with its encoding', async () => {
    const outcome = await get('/gzip');
    expect(outcome).toMatchObject({ kind: 'ok', packing: 'gzip' });
    expect(outcome.kind === 'ok' && gunzipSync(outcome.body).toString()).toBe('packed');
  });

  test('only a little of an unread body is downloaded', async () => {
    expect(await get('/endless')).toMatchObject({ kind: 'http', status: 404 });
  });

  test('a recording or picture is not downloaded, whatever links to it', async () => {
    expect(await get('/episode')).toMatchObject({ kind: 'ok', body: { length: 0 }, bytes: 0 });
  });

  test('a body that is announced but not yet sent is waited for', async () => {
    expect(textOf(await get('/hinted'))).toBe('after hints');
  });

  test('sequential requests share one connection, whatever the answer', async () => {
    const before = press.connections;
    await using alone = open();
    for (const path of ['/gzip', '/404', via('/gzip'), '/gzip']) await alone.get(origin + path, { accept });
    expect(press.connections).toBe(before + 1);
  });

  test('validators come back byte for byte and bring a 304', async () => {
    const first = await get('/tagged');
    const headers = { etag: oddTag, lastModified: 'yesterday at noon', xRobotsTag: 'a, b' };
    expect(first).toMatchObject({ kind: 'ok', headers });
    const second = await fetcher.get(`${origin}/tagged`, { accept, etag: oddTag, lastModified: 'yesterday at noon' });
    expect(second.kind).toBe('notModified');
    expect(press.requests.at(-1)?.headers['if-modified-since']).toBe('yesterday at noon');
  });

  test('a long body is refused, or only its beginning read if that is enough', async () => {
    const refused = await fetcher.get(`${origin}/long`, { accept, bytesMax: 700_000 });
    expect(refused).toMatchObject({ kind: 'failed', code: 'too-large' });
    const outcome = await fetcher.get(`${origin}/long`, { accept, enough: 1000, bytesMax: 700_000 });
    expect(textOf(outcome)).toMatch(/^(?:abcdefgh){125}/);
    expect(textOf(outcome).length).toBeLessThan(700_000);
  });

  test.for([403, 404, 410, 429, 500])('a %i is reported with its headers and a sentence', async (status) => {
    const outcome = await get(`/${status}`);
    expect(outcome).toMatchObject({ kind: 'http', status, headers: { retryAfter: '120' }, host: 'press.example' });
    expect(outcome.kind === 'http' && outcome.reason).toContain(String(status));
  });
});

describe('redirects', () => {
  test('the target of permanent redirects alone is reported separately from the final URL', async () => {
    const temporary = via('/plain');
    const outcome = await get(via(temporary, 301));
    expect(outcome).toMatchObject({ kind: 'ok', url: `${origin}/plain`, permanentUrl: origin + temporary });
  });

  test('a permanent one behind a temporary one is not permanent', async () => {
    const outcome = await get(via(via('/plain', 308), 307));
    expect(outcome).toMatchObject({ kind: 'ok', url: `${origin}/plain`, permanentUrl: undefined });
  });

  test('five are followed, a sixth is not', async () => {
    const chain = (length: number): string => (length === 0 ? '/plain' : via(chain(length - 1)));
    expect((await get(chain(5))).kind).toBe('ok');
    expect(await get(chain(6))).toMatchObject({ kind: 'failed', code: 'too-many-redirects' });
    expect(await get('/loop')).toMatchObject({ kind: 'failed', code: 'too-many-redirects' });
  });

  test('validators are sent to the address that gave them and to no other', async () => {
    const given = { accept, etag: oddTag, lastModified: 'yesterday at noon' };
    const start = origin + via('/tagged');
    const sent = async (wanted: Parameters<Fetcher['get']>[1]) => {
      const before = press.requests.length;
      const outcome = await fetcher.get(start, wanted);
      const validators = press.requests.slice(before).map(({ headers }) => {
        return [headers['if-none-match'], headers['if-modified-since']].filter(Boolean).length;
      });
      return [outcome.kind, ...validators];
    };
    expect(await sent({ ...given, validFor: `${origin}/tagged` })).toEqual(['notModified', 0, 2]);
    expect(await sent({ ...given, validFor: `${origin}/other` })).toEqual(['ok', 0, 0]);
    expect(await sent(given)).toEqual(['ok', 2, 0]);
  });

  test('the caller can refuse one, and the deadline does not run meanwhile', async () => {
    const asked: string[] = [];
    const to = (path: string) => origin + via(via(path));
    const mayFollow = async (url: string) => {
      asked.push(url);
      if (url.endsWith('/plain')) await new Promise((resolve) => setTimeout(resolve, 600));
      return !url.endsWith('/closed');
    };
    const followed = await fetcher.get(to('/plain'), { accept, mayFollow });
    expect(followed).toMatchObject({ kind: 'ok', url: `${origin}/plain` });
    const before = press.requests.length;
    const outcome = await fetcher.get(to('/closed'), { accept, mayFollow });
    expect(outcome).toMatchObject({ kind: 'failed', code: 'unwanted-redirect', host: 'press.example' });
    expect(outcome.kind === 'failed' && outcome.reason).toMatch(/press\.example.+\.$/);
    expect(asked.map((url) => new URL(url).pathname)).toEqual(['/302', '/plain', '/302', '/closed']);
    expect(press.requests.slice(before).map(({ url }) => url)).not.toContain('/closed');
  });

  test('results of an answer are stored before the next request to that host can start', async () => {
    await using queued = open({ hosts: hosts() });
    const order: string[] = [];
    const request = (name: string, may: boolean) => ({
      accept,
      async mayLeave(url: string) {
        order.push(`${name} to ${new URL(url).pathname}`);
        return may;
      },
      async answered({ status, url }: { status: number; url: string }) {
        await new Promise((resolve) => setTimeout(resolve, 20));
        order.push(`${name} from ${new URL(url).pathname}: ${status}`);
      },
    });
    const [, second] = await Promise.all([
      queued.get(`${origin}/plain`, request('one', true)),
      queued.get(`${origin}/plain`, request('two', false)),
    ]);
    expect(second).toMatchObject({ kind: 'failed', code: 'not-now', host: 'press.example' });
    await queued.get(origin + via('/plain'), request('three', true));
    const failing = { accept, mayLeave: () => Promise.reject(new Error('no database')) };
    await expect(queued.get(`${origin}/plain`, failing)).rejects.toThrow('no database');
    expect(order).toEqual([
      'one to /plain',
      'one from /plain: 200',
      'two to /plain',
      'three to /302',
      'three from /302: 302',
      'three to /plain',
      'three from /plain: 200',
    ]);
  });

  test('a host in use by another process is waited for only for a while, even after a redirect, and then named', async () => {
    const take = async (host: string) => (host.startsWith('other.example') ? 60_000 : undefined);
    const turns = { take, giveBack() {} };
    await using waiting = open({ hosts: createHostQueue({ hostSpacingMs: 0, turns }), turnMs: 150 });
    const other = `http://other.example:${press.port}/plain`;
    const before = press.requests.length;
    for (const url of [other, origin + via(other)])
      expect(await waiting.get(url, { accept })).toMatchObject({ code: 'not-now', host: 'other.example' });
    expect(press.requests.slice(before).map(({ headers }) => headers.host)).toEqual([new URL(origin).host]);
  });

  test('a forgotten outlet is never requested, neither directly nor by redirect', async () => {
    const asked: string[] = [];
    await using sparing = open({ isForgotten: (url) => new URL(url).hostname === 'other.example' });
    const mayFollow = async (url: string) => asked.push(url) > 0;
    const other = `http://other.example:${press.port}/plain`;
    const before = press.requests.length;
    const reason = 'other.example asked not to be read by this bot.';
    const forgotten = { kind: 'failed', code: 'forgotten', reason, host: 'other.example', bytes: 0 };
    for (const url of [other, origin + via(other), origin + via(other, 301)])
      expect(await sparing.get(url, { accept, mayFollow })).toEqual(forgotten);
    expect(await sparing.get(origin + via('/plain'), { accept, mayFollow })).toMatchObject({ kind: 'ok' });
    expect(asked).toEqual([`${origin}/plain`]);
    expect(press.requests.slice(before).map(({ headers }) => headers.host)).not.toContain(new URL(other).host);
  });

  test('each hop waits for the turn of its own host and frees it before the next', async () => {
    await using queued = open({ hosts: createHostQueue({ hostSpacingMs: 0, concurrentMax: 2 }), wholeMs: 2000 });
    const other = `http://other.example:${press.port}`;
    const crossing = await Promise.all([
      queued.get(origin + via(`${other}/plain`), { accept }),
      queued.get(other + via(`${origin}/plain`), { accept }),
    ]);
    expect(crossing.map((one) => one.kind)).toEqual(['ok', 'ok']);
  });
});

describe('failures', () => {
  test.for(['/silent', '/drip', via(via('/silent'))])(
    'a host that never answers ends at the deadline: %s',
    async (path) => expect(await get(path)).toMatchObject({ kind: 'failed', code: 'timeout' }),
  );

  test.for([
    ['a broken connection', (): string => `${origin}/broken`, 'reset', 'press.example'],
    ['a name that nobody has', (): string => 'http://nowhere.example/', 'dns-not-found', 'nowhere.example'],
    ['no address at all', (): string => 'feed', 'bad-url', undefined],
    ['a port that nobody listens at', (): string => 'http://press.example:9/', 'refused', 'press.example'],
    ['TLS to a server without it', (): string => `https://press.example:${press.port}/`, 'tls', 'press.example'],
  ] as const)('%s has a code, its host and a sentence', async ([, url, code, host]) => {
    const outcome = await fetcher.get(url(), { accept });
    expect(outcome).toMatchObject({ kind: 'failed', code, host });
    expect(outcome.kind === 'failed' && outcome.reason).toMatch(/\.$/);
  });

  test('a caller can stop a request', async () => {
    const outcome = await fetcher.get(`${origin}/silent`, { accept, signal: AbortSignal.abort() });
    expect(outcome).toMatchObject({ kind: 'failed', code: 'aborted' });
  });
});

test('names that redirect to one silent host wait for its turn only for a while, and the rest do not ask it', async () => {
  const silent = await openPress(() => undefined);
  const known = Array.from({ length: 10 }, (_, at) => `name-${at}.example`);
  const privateOrigins = [...known.map((host) => `${host}:${press.port}`), `127.0.0.1:${silent.port}`];
  const { resolve } = fakeNames(Object.fromEntries(known.map((host) => [host, ['127.0.0.1']])));
  await using waiting = open({ privateOrigins, resolve, hosts: hosts(), wholeMs: 1_000, turnMs: 1_500 });
  const path = via(`http://127.0.0.1:${silent.port}/`);
  const asked = known.map((host) => waiting.get(`http://${host}:${press.port}${path}`, { accept }));
  const codes = (await Promise.all(asked)).map((one) => one.kind === 'failed' && one.code);
  expect(codes).toEqual(known.map(() => 'timeout'));
  expect(silent.requests.length).toBeLessThan(3);
  await silent.close();
});
