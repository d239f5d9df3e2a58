import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';
import type { Monotonic } from '../clock.ts';
import { isPublicAddress } from '../web/publicHost.ts';
import { createRateLimit } from './rateLimit.ts';

/** Maximum requests for routes in a minute: of one client, and of all clients of an IPv6 site. */
export const clientVisitsMax = 120;
export const siteVisitsMax = 10 * clientVisitsMax;

export interface Visitor {
  /** An IPv4 address, or the first 64 bits of an IPv6 address: one subscriber. */
  client: string;
  /** The first 48 bits of an IPv6 address: one site of a provider. */
  site?: string;
  /** The provider, as one of 65,536 numbers: the first 16 bits of an IPv4 address, or the first 32 of IPv6, folded. */
  network: number;
}

/** Undefined if the text is no IP address. */
export function visitorAt(address: string): Visitor | undefined {
  if (isIP(address) === 0) return undefined;
  const parsed = ipaddr.process(address);
  if ('octets' in parsed) {
    const [first = 0, second = 0] = parsed.octets;
    return { client: parsed.toString(), network: first * 256 + second };
  }
  const [first = 0, second = 0, third = 0, fourth = 0] = parsed.parts;
  const site = [first, second, third].join(':');
  return { client: `${site}:${fourth}`, site, network: first ^ second };
}

/** The other end of the connection; undefined for a proxy, whose address isn't public. */
export const peerOf = ({
  remoteAddress = '',
}: Pick<IncomingMessage['socket'], 'remoteAddress'>): Visitor | undefined =>
  isPublicAddress(remoteAddress) ? visitorAt(remoteAddress) : undefined;

/**
 * The client; behind a proxy, the last address in `X-Forwarded-For`. Undefined if a proxy sends no such header, because
 * all its clients would share the limit of its own address.
 */
export function visitorOf({ socket, headers }: Pick<IncomingMessage, 'socket' | 'headers'>): Visitor | undefined {
  const forwarded = [headers['x-forwarded-for']].flat().join(',').split(',').at(-1)?.trim() ?? '';
  return peerOf(socket) ?? visitorAt(forwarded);
}

/**
 * Whether a visitor may make another request in this minute. The site is counted first, so that thousands of addresses
 * of one site can't fill the counters of clients.
 */
export function createVisitLimit(clock?: Monotonic): (visitor: Visitor) => boolean {
  const clientMay = createRateLimit(clientVisitsMax, clock);
  const siteMay = createRateLimit(siteVisitsMax, clock);
  return ({ client, site, network }) => (site === undefined || siteMay(site, network)) && clientMay(client, network);
}
