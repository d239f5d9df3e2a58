import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import { setImmediate } from 'node:timers/promises';
import type { Gateway } from '../gateway.ts';
import type { ApiParts } from './api.ts';
import { answerApi, isApiPath } from './api.ts';

/** Serves a path outside the API. Returns false to pass the request on. */
export type PageHandler = (request: IncomingMessage, response: ServerResponse) => boolean | Promise<boolean>;

/** Listens on 127.0.0.1. Refuses requests whose Host or Origin isn't this server. */
export async function listen(port: number, api: ApiParts, gateway: Gateway, pages: readonly PageHandler[]) {
  const taken = { port };
  let busy = 0;
  const waiting: (() => void)[] = [];
  const done = (): void => {
    busy -= 1;
    if (busy === 0) for (const resolve of waiting.splice(0)) resolve();
  };
  const http = createServer((request, response) => {
    busy += 1;
    answer(request, response)
      .catch((error: unknown) => {
        sendText(response, 500, error instanceof Error ? (error.stack ?? error.message) : String(error));
      })
      .finally(done);
  });
  http.on('connection', (socket) => {
    busy += 1;
    socket.once('close', done);
  });
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const foreign = foreignness(request, taken.port);
    if (foreign !== undefined) return sendText(response, 403, `Refused: ${foreign}.`);
    if (isApiPath(pathOf(request))) return await answerApi(api, request, response);
    for (const page of pages) if (await page(request, response)) return;
    sendText(response, 404, 'Not found.');
  };
  http.on('upgrade', (request, socket, head) => {
    const own = pathOf(request).replace(/\/$/, '') === '/gateway' && foreignness(request, taken.port) === undefined;
    if (own) gateway.upgrade(request, socket, head);
    else socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n');
  });
  taken.port = await started(http, port);
  return {
    port: taken.port,
    /** Resolves once no client is connected and every request has been executed. */
    async quiet() {
      // The operating system may have accepted a connection that Node has not reported yet.
      await setImmediate();
      if (busy > 0) await new Promise<void>((resolve) => waiting.push(resolve));
    },
    close: async () => {
      http.closeAllConnections();
      await new Promise((resolve) => http.close(resolve));
    },
  };
}

async function started(http: Server, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    http.once('error', reject);
    http.listen(port, '127.0.0.1', resolve);
  });
  const address = http.address();
  return typeof address === 'object' && address !== null ? address.port : port;
}

function pathOf(request: IncomingMessage): string {
  return (request.url ?? '/').split('?')[0] ?? '/';
}

function sendText(response: ServerResponse, status: number, text: string): void {
  if (!response.headersSent) response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' });
  response.end(text);
}

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]']);

/**
 * Why a request must be refused, or undefined. Any web page can reach a loopback port. Host reveals DNS rebinding,
 * Origin a foreign page, and Sec-Fetch-Site a foreign page's simple GET.
 */
function foreignness(request: IncomingMessage, port: number): string | undefined {
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
