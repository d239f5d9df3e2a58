import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Server, Socket } from 'node:net';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Monotonic } from '../clock.ts';
import { type Http, type ListenAddress, listen } from './listen.ts';
import { type Page, type Reply, type Route, tooMany } from './route.ts';
import { createVisitLimit, peerOf, visitorOf } from './visitor.ts';
import type { Visits } from './visits.ts';

const gzipped = promisify(gzip);
const takesGzip = /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/i;

/** Returns a function that answers with a page: 304 for a reader who has it, gzip for one who accepts it. */
function createPages(): (page: Page, asked: IncomingHttpHeaders) => Promise<Reply> {
  /** Pages being written, by ETag. Further requests for such a page wait for the same result. */
  const writing = new Map<string, Promise<Record<'plain' | 'small', Buffer>>>();

  const write = async (page: Page) => {
    const plain = Buffer.from(await page.write());
    return { plain, small: await gzipped(plain) };
  };

  return async (page, asked) => {
    const etag = `"${page.etag}"`;
    // Weak, because both encodings have the same ETag.
    const headers = { ...page.headers, etag: `W/${etag}`, vary: 'accept-encoding' };
    const known = asked['if-none-match']?.split(',').map((one) => one.trim().replace(/^W\//, '')) ?? [];
    if (known.includes(etag) || known.includes('*')) return { status: 304, headers };
    const written = writing.get(etag) ?? write(page).finally(() => writing.delete(etag));
    writing.set(etag, written);
    const { plain, small } = await written;
    return takesGzip.test(asked['accept-encoding'] ?? '')
      ? { status: 200, headers: { ...headers, 'content-encoding': 'gzip' }, body: small }
      : { status: 200, headers, body: plain };
  };
}

export interface PublicPortOptions extends ListenAddress {
  /** The public URL for readers. A proxy must pass its path on unchanged. If left out, the port's own URL. */
  url?: string;
  /** Each answers at its name below the public URL. */
  routes: readonly Route[];
  visits: Visits;
  /** For the limit of visits. */
  monotonic?: Monotonic;
}

const headersMs = 5_000;
const wholeMs = 30_000;
const checkedEveryMs = 1_000;
const connectionsMax = 1_000;
/** Connections of one IPv4 address or IPv6 site. A proxy's are limited only by `connectionsMax`. */
const peerConnectionsMax = 50;
/** How long open requests may take when the process ends. */
const closeMsMax = 1_000;

const notFound: Reply = { status: 404 };

/**
 * Opens the only port for the internet. Health and metrics have another port: a proxy can't publish them by mistake.
 * Routes answer below the public URL. All other paths get an empty 404, and no body is read. Throws HttpError.
 */
export async function openPublicPort(options: PublicPortOptions): Promise<Http> {
  const { host, port, url, routes, visits, monotonic } = options;
  const prefix = url === undefined ? '/' : `${new URL(url).pathname.replace(/\/$/, '')}/`;
  const routeOf = new Map(routes.map((route) => [route.name, route]));
  const mayVisit = createVisitLimit(monotonic);
  const show = createPages();
  const underWay = new Set<Promise<void>>();

  /** Asks the route for its answer. Undefined for an unknown name, and for methods other than GET and HEAD. */
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
    const [path = ''] = (request.url ?? '').split('?', 1);
    return (path.startsWith(prefix) && (await visit(path.slice(prefix.length), request))) || notFound;
  };

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { status, body = '', headers } = await reply(request).catch((): Reply => ({ status: 503 }));
    // Closes the connection instead of waiting for the rest of an unread body.
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
    // Without a time limit, clients that read very slowly could hold all connections.
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

interface ConnectionLimits {
  /** Maximum number of open connections: `max` of all, `peerMax` of one peer. */
  max: number;
  peerMax: number;
  /** The peer's address. Undefined for a proxy: only `max` limits its connections. */
  peerOf(socket: Socket): string | undefined;
  /** Called for each connection that was closed because of a limit. */
  dropped(): void;
}

/** Closes connections beyond the limits as soon as they are opened. */
export function limitConnections(server: Server, { max, peerMax, peerOf, dropped }: ConnectionLimits): void {
  const open = new Map<string, number>();
  server.maxConnections = max;
  server.on('drop', dropped);
  server.on('connection', (socket) => {
    const peer = peerOf(socket);
    if (peer === undefined) return;
    const before = open.get(peer) ?? 0;
    if (before >= peerMax) {
      socket.destroy();
      dropped();
      return;
    }
    open.set(peer, before + 1);
    socket.once('close', () => {
      const left = (open.get(peer) ?? 0) - 1;
      if (left > 0) open.set(peer, left);
      else open.delete(peer);
    });
  });
}
