import type { IncomingMessage } from 'node:http';

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]']);

/**
 * Why a request must be refused, or undefined. Any page of the web can reach a loopback port: a rebound name shows in Host,
 * a foreign page in Origin or, for simple GETs, in Sec-Fetch-Site.
 */
export function foreignness(request: IncomingMessage, port: number): string | undefined {
  const { host, origin } = request.headers;
  if (!isOwn(host, port)) return 'Host is not this server';
  if (origin !== undefined && !isOwnOrigin(origin, port)) return 'Origin is not this server';
  const site = request.headers['sec-fetch-site'];
  const navigates = request.method === 'GET' && request.headers['sec-fetch-mode'] === 'navigate';
  if ((site === 'cross-site' || site === 'same-site') && !navigates) return 'the request comes from another site';
  return undefined;
}

function isOwn(host: string | undefined, port: number): boolean {
  if (host === undefined) return false;
  const at = host.lastIndexOf(':');
  return LOOPBACK.has(host.slice(0, at).toLowerCase()) && host.slice(at + 1) === String(port);
}

function isOwnOrigin(origin: string, port: number): boolean {
  return origin.startsWith('http://') && isOwn(origin.slice('http://'.length), port);
}
