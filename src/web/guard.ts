import { lookup as lookUpName } from 'node:dns/promises';
import { isIPv6, type LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';
import { buildConnector } from 'undici';
import { FetchProblem } from './problem.ts';
import { bareHost, isPublicAddress } from './publicHost.ts';

/** Looks up all addresses of a host name; tests pass a fake one. */
export type Resolve = (hostname: string) => Promise<readonly { address: string; family: number }[]>;

const systemResolve: Resolve = (hostname) => lookUpName(hostname, { all: true });

/** `name:port` of a URL, with the scheme's port if it has none, and brackets around an IPv6 address. */
export function hostPort(url: URL): string {
  return hostKey(url.hostname, url.port, url.protocol);
}

function hostKey(hostname: string, port: string, protocol: string): string {
  const host = bareHost(hostname);
  return `${isIPv6(host) ? `[${host}]` : host}:${port || (protocol === 'https:' ? '443' : '80')}`;
}

/** Throws if an entry is not `host:port`. */
export function privateOriginSet(entries: readonly string[]): Set<string> {
  return new Set(
    entries.map((entry) => {
      const url = URL.parse(`http://${entry}`);
      if (!url || !/^(?:\[[^\]]+\]|[^/:@?#]+):\d+$/.test(entry))
        throw new TypeError(`privateOrigins: "${entry}" is not of the form host:port`);
      return hostPort(url);
    }),
  );
}

/**
 * Parses an address and makes the checks that need no DNS look-up: http or https, no user name, no literal private
 * address (the URL parser normalises decimal, hex, octal, short and full-width forms). Throws FetchProblem.
 */
export function checkedUrl(text: string, privateOrigins: ReadonlySet<string>, base?: string): URL {
  const url = URL.parse(text, base);
  if (!url)
    throw new FetchProblem('bad-url', 'This is not a valid address. It should look like https://example.org/feed.xml.');
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw new FetchProblem('bad-scheme', 'Only addresses that start with http:// or https:// can be read.');
  if (url.username || url.password) {
    throw new FetchProblem(
      'has-credentials',
      'Addresses that hold a user name or password are not read. Use one without.',
    );
  }
  const host = bareHost(url.hostname);
  const literal = ipaddr.isValid(host);
  if (literal && !privateOrigins.has(hostPort(url)) && !isPublicAddress(host)) throw privateAddress(url.hostname);
  return url;
}

function privateAddress(hostname: string): FetchProblem {
  return new FetchProblem('private-address', `${hostname} is not on the public internet, so it is not read.`, {
    host: hostname,
  });
}

function guardedLookup(resolve: Resolve, exempt: boolean): LookupFunction {
  return (hostname, options, callback) => {
    resolve(bareHost(hostname)).then(
      (addresses) => {
        const first = addresses[0];
        if (!first) {
          const sentence = `There is no host called ${hostname}.`;
          return callback(new FetchProblem('dns-not-found', sentence, { host: hostname }), '', 0);
        }
        // One private address is enough to refuse, because we can't choose which address is used.
        if (!exempt && !addresses.every((one) => isPublicAddress(one.address)))
          return callback(privateAddress(hostname), '', 0);
        if (options.all) callback(null, [...addresses]);
        else callback(null, first.address, first.family);
      },
      (error: Error) => callback(error, '', 0),
    );
  };
}

/**
 * An undici `connect` that reaches only public addresses and `privateOrigins` (exact `host:port`). Against DNS
 * rebinding, it checks the addresses looked up for this very connection, and then the connected address again.
 */
export function guardedConnector(options: {
  privateOrigins: ReadonlySet<string>;
  connectMs: number;
  resolve?: Resolve;
}): buildConnector.connector {
  const resolve = options.resolve ?? systemResolve;
  const open = (exempt: boolean): buildConnector.connector =>
    buildConnector({ timeout: options.connectMs, allowH2: false, lookup: guardedLookup(resolve, exempt) });
  const guarded = open(false);
  const free = open(true);
  return (target, callback) => {
    if (options.privateOrigins.has(hostKey(target.hostname, target.port, target.protocol)))
      return free(target, callback);
    const host = bareHost(target.hostname);
    if (ipaddr.isValid(host) && !isPublicAddress(host)) return callback(privateAddress(target.hostname), null);
    guarded(target, (...outcome) => {
      const [error, socket] = outcome;
      if (error) return callback(error, null);
      if (socket.remoteAddress !== undefined && isPublicAddress(socket.remoteAddress)) return callback(null, socket);
      socket.destroy();
      callback(privateAddress(target.hostname), null);
    });
  };
}
