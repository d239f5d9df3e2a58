import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { isIP } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import type { Registry } from 'prom-client';
import type { Vitals } from '../operation/vitals.ts';
import { type Http, type ListenAddress, listen } from './listen.ts';
import { metricsText, metricsType } from './metrics.ts';
import type { Reply } from './route.ts';

export interface HttpOptions extends ListenAddress {
  version: string;
  vitals: Vitals;
  /** Metrics counted by other parts. */
  registry: Registry;
}

const answerMsMax = 5_000;

/**
 * Prevents DNS rebinding, where a public web page points its own domain at this server to read it: accepts only IP
 * addresses and names without a dot, such as localhost or a container's.
 */
function isOurs(host = ''): boolean {
  const name = host.replace(/:\d{1,5}$/, '').replace(/^\[(.*)\]$/, '$1');
  return isIP(name) !== 0 || /^[a-z\d-]+$/i.test(name);
}

/** Serves only `/healthz`, `/readyz` and `/metrics`. Throws HttpError. */
export async function openHttp({ host, port, version, vitals, registry }: HttpOptions): Promise<Http> {
  const routes: Readonly<Record<string, () => Promise<Reply>>> = {
    '/healthz': async () => {
      await vitals.database();
      return plain(200, 'ok');
    },
    '/readyz': async () => {
      const hindrances = await vitals.hindrances();
      return hindrances.length === 0 ? plain(200, 'ready') : plain(503, hindrances.join('\n'));
    },
    '/metrics': async () => ({
      status: 200,
      headers: { 'content-type': metricsType },
      body: await metricsText(version, await vitals.figures(), registry),
    }),
  };
  const server = createServer({ requestTimeout: answerMsMax, headersTimeout: answerMsMax }, (request, response) => {
    void answer(routes, request, response);
  });
  return listen(server, { host, port }, 'HTTP_PORT');
}

async function answer(
  routes: Readonly<Record<string, () => Promise<Reply>>>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const path = (request.url ?? '').split('?')[0] ?? '';
  const route = Object.hasOwn(routes, path) ? routes[path] : undefined;
  let reply: Reply;
  if (!isOurs(request.headers.host)) reply = plain(421, 'not this host');
  else if (request.method !== 'GET' && request.method !== 'HEAD') reply = plain(405, 'only GET');
  else if (route === undefined) reply = plain(404, 'not found');
  else reply = await withinLimit(route);
  const headers = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store', ...reply.headers };
  response.writeHead(reply.status, headers);
  response.end(request.method === 'HEAD' ? undefined : reply.body);
}

/** Answers 503 if the route fails or takes too long, for example while the database hangs. */
const withinLimit = (route: () => Promise<Reply>): Promise<Reply> =>
  Promise.race([route(), setTimeout(answerMsMax, plain(503, 'no answer within 5 s'), { ref: false })]).catch((error) =>
    plain(503, error instanceof Error ? error.message : 'failed'),
  );

const plain = (status: number, body: string): Reply => ({ status, body: `${body}\n` });
