import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createFetcher, type Fetcher } from '../../src/web/fetch.ts';
import { privateOriginSet } from '../../src/web/guard.ts';
import { isPublicAddress } from '../../src/web/publicHost.ts';
import { fakeNames, openPress, type Press } from './press.ts';

/** Stands in for the private network, which must not be reachable. */
let inside: Press;
/** Stands in for a public server: it can be reached only by its name, which is listed in privateOrigins. */
let outside: Press;
let fetcher: Fetcher;
/** Look-ups of rebind.example so far; its address changes after the first one. */
let rebinds = 0;
const names = fakeNames({
  'press.example': ['127.0.0.1'],
  'private.example': ['127.0.0.1'],
  'private6.example': ['::1'],
  'lan.example': ['192.168.1.1'],
  'metadata.example': ['169.254.169.254'],
  'mixed.example': ['93.184.216.34', '127.0.0.1'],
  'mapped.example': ['::ffff:127.0.0.1'],
  'rebind.example': () => (rebinds++ === 0 ? ['8.8.8.8'] : ['127.0.0.1']),
  'localhost.example': ['0.0.0.0'],
  localhost: ['127.0.0.1', '::1'],
});
const accept = 'application/rss+xml';

beforeAll(async () => {
  inside = await openPress((_, response) => response.end('secret'));
  outside = await openPress((request, response) => {
    const path = request.url ?? '';
    if (path.startsWith('/to?')) {
      response.writeHead(302, { location: decodeURIComponent(path.slice(4)) }).end();
    } else response.end('public');
  });
  const privateOrigins = [`press.example:${outside.port}`];
  fetcher = createFetcher({ userAgent: 'Lede/test', privateOrigins, resolve: names.resolve });
});

afterAll(async () => {
  await fetcher.close();
  await inside.close();
  await outside.close();
});

/** Addresses that must be refused, each with the port of a server that would answer. */
const cases: [name: string, url: (port: number, pressPort: number) => string, code: string][] = [
  ['a literal of this machine', (port) => `http://127.0.0.1:${port}/`, 'private-address'],
  ['another literal of the loopback range', (port) => `http://127.8.9.10:${port}/`, 'private-address'],
  ['the unspecified address', (port) => `http://0.0.0.0:${port}/`, 'private-address'],
  ['a decimal literal', (port) => `http://2130706433:${port}/`, 'private-address'],
  ['a hex literal', (port) => `http://0x7f000001:${port}/`, 'private-address'],
  ['a dotted hex literal', (port) => `http://0x7f.0x0.0x0.0x1:${port}/`, 'private-address'],
  ['an octal literal', (port) => `http://0177.0.0.1:${port}/`, 'private-address'],
  ['a short literal', (port) => `http://127.1:${port}/`, 'private-address'],
  ['a literal of one zero', (port) => `http://0:${port}/`, 'private-address'],
  ['full-width digits', (port) => `http://１２７.０.０.１:${port}/`, 'private-address'],
  ['percent-encoded digits', (port) => `http://%31%32%37.0.0.1:${port}/`, 'private-address'],
  ['a literal with a trailing dot', (port) => `http://127.0.0.1.:${port}/`, 'private-address'],
  ['10.0.0.0/8', (port) => `http://10.1.2.3:${port}/`, 'private-address'],
  ['172.16.0.0/12', (port) => `http://172.31.255.1:${port}/`, 'private-address'],
  ['192.168.0.0/16', (port) => `http://192.168.0.1:${port}/`, 'private-address'],
  ['link-local, the metadata service of clouds', (port) => `http://169.254.169.254:${port}/`, 'private-address'],
  ['carrier-grade NAT', (port) => `http://100.64.0.1:${port}/`, 'private-address'],
  ['multicast', (port) => `http://224.0.0.1:${port}/`, 'private-address'],
  ['IPv6 loopback', (port) => `http://[::1]:${port}/`, 'private-address'],
  ['IPv6 unspecified', (port) => `http://[::]:${port}/`, 'private-address'],
  ['IPv4 mapped into IPv6', (port) => `http://[::ffff:127.0.0.1]:${port}/`, 'private-address'],
  ['IPv4 translated by NAT64', (port) => `http://[64:ff9b::7f00:1]:${port}/`, 'private-address'],
  ['IPv4 inside 6to4', (port) => `http://[2002:7f00:1::]:${port}/`, 'private-address'],
  ['IPv6 link-local', (port) => `http://[fe80::1]:${port}/`, 'private-address'],
  ['IPv6 unique local', (port) => `http://[fd12:3456::1]:${port}/`, 'private-address'],
  ['a name that resolves to this machine', (port) => `http://private.example:${port}/`, 'private-address'],
  ['a name that resolves to IPv6 loopback', (port) => `http://private6.example:${port}/`, 'private-address'],
  ['a name that resolves to the unspecified address', (port) => `http://localhost.example:${port}/`, 'private-address'],
  ['a name that resolves to the metadata service', (port) => `http://metadata.example:${port}/`, 'private-address'],
  ['localhost by its name', (port) => `http://localhost:${port}/`, 'private-address'],
  ['IPv4 inside Teredo', (port) => `http://[2001:0:7f00:1::]:${port}/`, 'private-address'],
  ['addresses kept for later', (port) => `http://240.0.0.1:${port}/`, 'private-address'],
  ['a name that resolves to a mapped address', (port) => `http://mapped.example:${port}/`, 'private-address'],
  ['a name with one public and one private address', (port) => `http://mixed.example:${port}/`, 'private-address'],
  ['a redirect to a private literal', (port, press) => redirect(press, `http://127.0.0.1:${port}/`), 'private-address'],
  [
    'a redirect to a private name',
    (port, press) => redirect(press, `http://private.example:${port}/`),
    'private-address',
  ],
  ['a redirect to file:', (_, press) => redirect(press, 'file:///etc/passwd'), 'bad-scheme'],
  ['file:', () => 'file:///etc/passwd', 'bad-scheme'],
  ['a user name and a password', (port) => `http://admin:hunter2@press.example:${port}/`, 'has-credentials'],
];

function redirect(pressPort: number, to: string): string {
  return `http://press.example:${pressPort}/to?${encodeURIComponent(to)}`;
}

describe('addresses that users give', () => {
  test.for(cases)('%s is refused, and nothing private is reached', async ([, url, code]) => {
    const outcome = await fetcher.get(url(inside.port, outside.port), { accept });
    expect(outcome).toMatchObject({ kind: 'failed', code });
    expect(inside.connections).toBe(0);
  });

  test('the port of an allowed host does not open its other ports', async () => {
    const outcome = await fetcher.get(`http://press.example:${inside.port}/`, { accept });
    expect(outcome).toMatchObject({ kind: 'failed', code: 'private-address' });
    expect(inside.connections).toBe(0);
  });

  test('an allowed origin can be read', async () => {
    const outcome = await fetcher.get(`http://press.example:${outside.port}/`, { accept });
    expect(outcome.kind === 'ok' && Buffer.from(outcome.body).toString()).toBe('public');
  });

  test('a name is looked up once for each connection, so its address can’t change after the check', async () => {
    names.looked.length = 0;
    const url = `http://rebind.example:${inside.port}/`;
    expect((await fetcher.get(url, { accept })).kind).toBe('failed');
    expect(names.looked).toEqual(['rebind.example']);
    expect(await fetcher.get(url, { accept })).toMatchObject({ kind: 'failed', code: 'private-address' });
    expect(inside.connections).toBe(0);
  });

  test('no reason repeats a query, a user name or a password', async () => {
    for (const url of [
      'http://admin:hunter2@press.example/?token=abc123',
      'http://127.0.0.1/?token=abc123',
      'http://nowhere.example/?token=abc123',
      'ftp://admin:hunter2@press.example/?token=abc123',
    ]) {
      const outcome = await fetcher.get(url, { accept });
      expect(outcome.kind).toBe('failed');
      expect(JSON.stringify(outcome)).not.toMatch(/abc123|hunter2|admin/);
    }
  });
});

describe('privateOrigins', () => {
  test('an IPv6 literal and a port of the scheme are understood', () => {
    expect([...privateOriginSet(['[::1]:8080', 'Press.Example:80', '127.0.0.1:443'])]).toEqual([
      '[::1]:8080',
      'press.example:80',
      '127.0.0.1:443',
    ]);
  });

  test.for(['press.example', 'http://press.example:80', '', '::1:8080'])('%j is refused', (entry) => {
    expect(() => privateOriginSet([entry])).toThrow(/host:port/);
  });
});

describe('isPublicAddress', () => {
  test.for([
    ['8.8.8.8', true],
    ['2606:4700::1111', true],
    ['203.0.113.7', false],
    ['198.18.0.1', false],
    ['255.255.255.255', false],
    ['192.0.0.8', false],
    ['::7f00:1', false],
    ['fec0::1', false],
    ['64:ff9b:1::1', false],
    ['2001:db8::1', false],
    ['4000::1', false],
    ['ff02::1', false],
    ['not an address', false],
  ] as const)('%s: %s', ([address, expected]) => expect(isPublicAddress(address)).toBe(expected));
});
