import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';
import { isPublicAddress } from '../web/publicHost.ts';

export interface Reply {
  status: number;
  body?: string;
  headers?: Readonly<Record<string, string>>;
}

/** A GET or HEAD request below a route's name. */
export interface Visit {
  /** The path after the name and its slash, without the query; '' for the name alone. */
  rest: string;
  ifNoneMatch?: string;
  ifModifiedSince?: string;
}

/** Pages that a feature serves below the public URL, under a name of their own. */
export interface Route {
  name: string;
  answer(visit: Visit): Promise<Reply>;
}

export const tooMany: Reply = { status: 429, headers: { 'retry-after': '60' } };

/** Maximum numbers of requests for routes in a minute: of one client, and of all clients in one IPv6 network. */
export const clientVisitsMax = 120;
export const networkVisitsMax = 10 * clientVisitsMax;

export function visitOf({ headers }: IncomingMessage, rest: string): Visit {
  return { rest, ifNoneMatch: headers['if-none-match'], ifModifiedSince: headers['if-modified-since'] };
}

/**
 * Who asks: an IPv4 address, or the first 64 bits of an IPv6 address, which one subscriber has. Behind a proxy it is
 * the address that the nearest proxy added to `X-Forwarded-For`. Undefined if a proxy adds none, since its own address
 * stands for everybody.
 */
export function clientOf({ socket, headers }: Pick<IncomingMessage, 'socket' | 'headers'>): string | undefined {
  const peer = socket.remoteAddress ?? '';
  const forwarded = [headers['x-forwarded-for']].flat().join(',').split(',').at(-1)?.trim() ?? '';
  const address = isPublicAddress(peer) ? peer : forwarded;
  if (isIP(address) === 0) return undefined;
  const parsed = ipaddr.process(address);
  return parsed.kind() === 'ipv4' ? parsed.toString() : (parsed as ipaddr.IPv6).parts.slice(0, 4).join(':');
}

/** The first 48 bits of a client's IPv6 address, which a provider gives to one site; undefined for IPv4. */
export const networkOf = (client: string): string | undefined =>
  client.includes(':') ? client.split(':').slice(0, 3).join(':') : undefined;
