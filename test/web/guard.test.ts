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
    if (path.startsWith('/to?')) response.writeHead(302, { location: decodeURIComponent(path.slice(4)) }).end();
    else response.end('public');
  });
  const privateOrigins = [`press.example:${outside.port}`];
  fetcher = createFetcher({ userAgent: 'Lede/test', privateOrigins, resolve: names.resolve });
});

afterAll(async () => {
  await fetcher.close();
  await inside.close();
  await outside.close();
});

/** Hosts that must be refused, on the port of a server that would answer. */
const hosts = {
  'a literal of this machine': '127.0.0.1',
  'another literal of the loopback range': '127.8.9.10',
  'the unspecified address': '0.0.0.0',
  'a decimal literal': '2130706433',
  'a hex literal': '0x7f000001',
  'a dotted hex literal': '0x7f.0x0.0x0.0x1',
  'an octal literal': '0177.0.0.1',
  'a short literal': '127.1',
  'a literal of one zero': '0',
  'full-width digits': '１２７.０.０.１',
  'percent-encoded digits': '%31%32%37.0.0.1',
  'a literal with a trailing dot': '127.0.0.1.',
  '10.0.0.0/8': '10.1.2.3',
  '172.16.0.0/12': '172.31.255.1',
  '192.168.0.0/16': '192.168.0.1',
  'link-local, the metadata service of clouds': '169.254.169.254',
  'carrier-grade NAT': '100.64.0.1',
  multicast: '224.0.0.1',
  'IPv6 loopback': '[::1]',
  'IPv6 unspecified': '[::]',
  'IPv4 mapped into IPv6': '[::ffff:127.0.0.1]',
  'IPv4 translated by NAT64': '[64:ff9b::7f00:1]',
  'IPv4 inside 6to4': '[2002:7f00:1::]',
  'IPv6 link-local': '[fe80::1]',
  'IPv6 unique local': '[fd12:3456::1]',
  'a name that resolves to this machine': 'private.example',
  'a name that resolves to IPv6 loopback': 'private6.example',
  'a name that resolves to the unspecified address': 'localhost.example',
  'a name that resolves to the metadata service': 'metadata.example',
  'localhost by its name': 'localhost',
  'IPv4 inside Teredo': '[2001:0:7f00:1::]',
  'addresses kept for later': '240.0.0.1',
  'a name that resolves to a mapped address': 'mapped.example',
  'a name with one public and one private address': 'mixed.example',
};

const redirect = (to: string) => `http://press.example:${outside.port}/to?${encodeURIComponent(to)}`;
const refused: Record<string, [url: (port: number) => string, code: string]> = {
  'a redirect to a private literal': [(port) => redirect(`http://127.0.0.1:${port}/`), 'private-address'],
  'a redirect to a private name': [(port) => redirect(`http://private.example:${port}/`), 'private-address'],
  'another port of an allowed host': [(port) => `http://press.example:${port}/`, 'private-address'],
  'a redirect to file:': [() => redirect('file:///etc/passwd'), 'bad-scheme'],
  'file:': [() => 'file:///etc/passwd', 'bad-scheme'],
  'a user name and a password': [(port) => `http://admin:hunter2@press.example:${port}/`, 'has-credentials'],
};

describe('addresses that users give', () => {
  test.for(Object.entries(hosts))('%s is refused, and nothing private is reached', async ([, host]) => {
    const outcome = await fetcher.get(`http://${host}:${inside.port}/`, { accept });
    expect(outcome).toMatchObject({ kind: 'failed', code: 'private-address' });
    expect(inside.connections).toBe(0);
  });

  test.for(Object.entries(refused))('%s is refused, and nothing private is reached', async ([, [url, code]]) => {
    expect(await fetcher.get(url(inside.port), { accept })).toMatchObject({ kind: 'failed', code });
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
    const understood = [...privateOriginSet(['[::1]:8080', 'Press.Example:80', '127.0.0.1:443'])];
    expect(understood).toEqual(['[::1]:8080', 'press.example:80', '127.0.0.1:443']);
  });

  test.for(['press.example', 'http://press.example:80', '', '::1:8080'])('%j is refused', (entry) => {
    expect(() => privateOriginSet([entry])).toThrow(/host:port/);
  });
});

describe('isPublicAddress', () => {
  test.for([
    ['on the internet', true, ['8.8.8.8', '2606:4700::1111']],
    ['for documents and measurements', false, ['203.0.113.7', '2001:db8::1', '198.18.0.1']],
    ['for a network or many receivers', false, ['fec0::1', '255.255.255.255', 'ff02::1']],
    ['kept for protocols or for later', false, ['192.0.0.8', '4000::1', '64:ff9b:1::1', '::7f00:1']],
    ['no address', false, ['not an address']],
  ] as const)('of what is %s: %s', ([, isPublic, addresses]) => {
    for (const address of addresses) expect(isPublicAddress(address), address).toBe(isPublic);
  });
});
