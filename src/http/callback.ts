import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Monotonic } from '../clock.ts';
import type { HubCallback } from '../reading/hubs/callback.ts';
import { limitConnections } from './connections.ts';
import { type Http, listen, type Place } from './listen.ts';
import { createPages } from './pages.ts';
import { type Reply, type Route, tooMany } from './route.ts';
import { createVisitLimit, peerOf, visitorOf } from './visitor.ts';
import type { Visits } from './visits.ts';

export interface CallbackOptions extends Place {
  /** The public URL that hubs are given. A proxy must pass its path on unchanged. If left out, the port's own. */
  url?: string;
  hubs: HubCallback;
  /** Answered below the public URL, beside the hubs. */
  routes?: readonly Route[];
  visits: Visits;
  /** For the limit of visits. */
  monotonic?: Monotonic;
}

const headersMs = 5_000;
const wholeMs = 30_000;
const checkedEveryMs = 1_000;
const connectionsMax = 1_000;
/** Of one IPv4 address or IPv6 site; a proxy's count for all only. */
const peerConnectionsMax = 50;
const bytesMax = 5 * 1024 * 1024;
/** Maximum size of all bodies in memory together. Only received bytes count, so that a slow sender blocks nobody. */
const heldMax = 8 * bytesMax;
const busySeconds = '60';
/** How long requests under way may take when the process ends. */
const closeMsMax = 1_000;
const token = /^[\w-]{32}$/;

const notFound: Reply = { status: 404 };
const busy: Reply = { status: 503, headers: { 'retry-after': busySeconds } };

/** Reserves memory for a chunk of a body; false if no memory is left. */
type Hold = (bytes: number) => boolean;

/**
 * Opens the only port that is exposed to the internet. Health and metrics have another one, so that a proxy can't
 * publish them. Paths below the public URL's path answer hubs and routes; everything else gets an empty 404. Throws
 * HttpError.
 */
export async function openCallback(options: CallbackOptions): Promise<Http> {
  const { host, port, url, hubs, routes = [], visits, monotonic } = options;
  const prefix = url === undefined ? '/' : `${new URL(url).pathname.replace(/\/$/, '')}/`;
  const routeOf = new Map(routes.map((route) => [route.name, route]));
  const mayVisit = createVisitLimit(monotonic);
  const show = createPages();
  const underWay = new Set<Promise<void>>();
  /** Tokens of hubs whose push is being read; each hub may send one at a time. */
  const pushing = new Set<string>();
  let held = 0;

  const pushAlone = async (name: string, request: IncomingMessage): Promise<Reply> => {
    if (pushing.has(name)) return busy;
    pushing.add(name);
    let own = 0;
    try {
      return await push(hubs, name, request, (bytes) => {
        if (held + bytes > heldMax) return false;
        own += bytes;
        held += bytes;
        return true;
      });
    } finally {
      held -= own;
      pushing.delete(name);
    }
  };

  /** The answer of a route; undefined if the name is no route's. */
  const visit = async (name: string, request: IncomingMessage): Promise<Reply | undefined> => {
    const [first = '', rest = ''] = name.split(/\/(.*)/s, 2);
    const route = routeOf.get(first);
    if (route === undefined || (request.method !== 'GET' && request.method !== 'HEAD')) return undefined;
    const visitor = visitorOf(request);
    if (visitor !== undefined && !mayVisit(visitor)) return tooMany;
    const answered = await route.answer(rest);
    return 'write' in answered ? show(answered, request.headers) : answered;
  };

  const reply = async (request: IncomingMessage): Promise<Reply> => {
    const [path = '', query = ''] = (request.url ?? '').split(/\?(.*)/s, 2);
    const name = path.startsWith(prefix) ? path.slice(prefix.length) : '';
    const visited = await visit(name, request);
    if (visited !== undefined) return visited;
    if (!token.test(name)) return notFound;
    if (request.method === 'GET') {
      const body = await hubs.answer(name, new URLSearchParams(query));
      return body === undefined ? notFound : { status: 200, body };
    }
    if (request.method !== 'POST') return notFound;
    const expected = await hubs.expects(name);
    if (expected !== 'push') return expected === 'ended' ? { status: 410 } : notFound;
    const heard = await pushAlone(name, request).catch((): Reply => ({ status: 503 }));
    if (heard.status !== 202) await hubs.missed(name);
    return heard;
  };

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { status, body = '', headers } = await reply(request).catch((): Reply => ({ status: 503 }));
    // Closes the connection rather than wait for the unread rest of a body.
    const unread: Record<string, string> = request.complete ? {} : { connection: 'close' };
    response.writeHead(status, {
      'content-type': 'text/plain; charset=utf-8',
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
      ...unread,
      ...headers,
    });
    response.end(body);
    visits.answered(status);
    // Otherwise a thousand clients that read a byte now and then would hold all connections.
    const timer = setTimeout(() => response.destroy(), wholeMs).unref();
    response.once('close', () => clearTimeout(timer));
  };

  const server = createServer(
    { headersTimeout: headersMs, requestTimeout: wholeMs, connectionsCheckingInterval: checkedEveryMs },
    (request, response) => {
      const task = answer(request, response).finally(() => underWay.delete(task));
      underWay.add(task);
    },
  );
  limitConnections(server, {
    max: connectionsMax,
    peerMax: peerConnectionsMax,
    peerOf(socket) {
      const peer = peerOf(socket);
      return peer?.site ?? peer?.client;
    },
    dropped: visits.dropped,
  });
  const opened = await listen(server, { host, port }, 'LEDE_PUBLIC_PORT');
  return {
    ...opened,
    async close() {
      await opened.close();
      const late = new Promise((resolve) => setTimeout(resolve, closeMsMax).unref());
      await Promise.race([Promise.allSettled(underWay), late]);
    },
  };
}

async function push(hubs: HubCallback, name: string, request: IncomingMessage, hold: Hold): Promise<Reply> {
  const body = await bodyOf(request, hold);
  if ('status' in body) return body;
  const stored = await hubs.push(name, {
    body,
    contentType: request.headers['content-type'],
    signature: [request.headers['x-hub-signature']].flat()[0],
  });
  return { status: stored ? 202 : 503 };
}

const tooLarge: Reply = { status: 413 };

/** The request's body, or a reply that refuses it. Throws if the connection breaks off. */
async function bodyOf(request: IncomingMessage, hold: Hold): Promise<Uint8Array | Reply> {
  if (Number(request.headers['content-length'] ?? 0) > bytesMax) return tooLarge;
  const chunks: Uint8Array[] = [];
  let length = 0;
  // By default, leaving the loop would destroy the request, and the reply with it.
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    length += chunk.length;
    if (length > bytesMax) return tooLarge;
    if (!hold(chunk.length)) return busy;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, length);
}
