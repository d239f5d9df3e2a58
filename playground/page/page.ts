import type { IncomingMessage, ServerResponse } from 'node:http';
import { ZodError } from 'zod';
import { ATTACHMENT_MAX } from '../discord/acts/begin.ts';
import { collect, parseJson } from '../discord/http/bodies.ts';
import { ApiError } from '../discord/http/errors.ts';
import type { PageHandler } from '../discord/http/listener.ts';
import { attach, perform } from './acts.ts';
import { readAssets } from './assets.ts';
import { everyItem } from './everyItem.ts';
import { createLive, type Live } from './live.ts';
import { createOwnFeeds } from './ownFeeds.ts';
import type { OwnFeedsLine } from './protocol.ts';
import { isSeat, type PageParts } from './view.ts';

const bodyBytesMax = 64 * 1024;
const messagesMax = 200;
const headers = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };

export type Page = ReturnType<typeof createPage>;

/** Serves the page on the Discord server's origin, which checks Host and Origin. */
export function createPage(parts: PageParts) {
  const live = createLive(parts);
  const ownFeeds = createOwnFeeds(parts);
  const assets = readAssets(parts.press?.origins);
  const handle: PageHandler = async (request, response) => {
    const url = URL.parse(request.url ?? '/', 'http://page');
    if (url === null) return false;
    if (request.method === 'GET' && assets(url.pathname, response)) return true;
    const [, top, name = '', ...more] = url.pathname.split('/');
    if (top !== 'page' || more.length > 0) return false;
    try {
      if (request.method === 'POST' && name === 'own-feeds') await stream(ownFeeds, request, response);
      else if (request.method === 'POST') await post(parts, live, { name, query: url.searchParams }, request, response);
      else if (request.method === 'GET') await get(parts, live, name, url.searchParams, response);
      else throw new ApiError(405, 0, 'GET and POST only.');
    } catch (error) {
      if (error instanceof ApiError) sendJson(response, error.status, { error: error.message });
      else if (error instanceof ZodError) sendJson(response, 400, { error: 'The request has another shape.' });
      else throw error;
    }
    return true;
  };
  parts.server.serve(handle);
  return { live, close: live.close };
}

async function get(
  parts: PageParts,
  live: Live,
  name: string,
  query: URLSearchParams,
  response: ServerResponse,
): Promise<void> {
  // A visitor acts as the admin by default.
  const userId = query.get('user') ?? parts.seats.admin;
  if (!isSeat(parts, userId)) throw new ApiError(404, 0, 'No such person on this page.');
  const channelId = query.get('channel') ?? '';
  switch (name) {
    case 'events':
      if (!live.add(userId, response)) throw new ApiError(503, 0, 'Too many pages are open.');
      return parts.opened();
    case 'messages':
      return sendJson(response, 200, parts.server.acts.messages(channelId, userId).slice(-messagesMax));
    case 'commands':
      if (!parts.server.world.channels.has(channelId)) throw new ApiError(404, 0, 'No such channel.');
      return sendJson(response, 200, parts.server.acts.commandsAt({ user: userId, channel: channelId }));
    case 'every-item': {
      const until = Number(query.get('until'));
      const found = Number.isSafeInteger(until) ? await everyItem(parts, channelId, until) : undefined;
      if (found === undefined) throw new ApiError(404, 0, 'There is nothing to compare with here.');
      return sendJson(response, 200, found);
    }
    default:
      throw new ApiError(404, 0, 'Not found.');
  }
}

async function post(
  parts: PageParts,
  live: Live,
  { name, query }: { name: string; query: URLSearchParams },
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const isFile = name === 'attach';
  checkType(request, isFile ? 'application/octet-stream' : 'application/json');
  if (isFile) return sendJson(response, 200, await attach(parts, query, await collect(request, ATTACHMENT_MAX)));
  const answer = await perform(parts, name, parseJson(await collect(request, bodyBytesMax)));
  if (answer === undefined) throw new ApiError(404, 0, 'Not found.');
  if (name === 'locale') live.refresh();
  sendJson(response, 200, answer);
}

/** Another site's form can't send these content types without a CORS preflight. */
function checkType({ headers }: IncomingMessage, wanted: string): void {
  if (headers['content-type'] !== wanted) throw new ApiError(415, 0, `${wanted} only.`);
}

/** Sends each line as JSON at once. Stops the work when the visitor leaves. */
async function stream(
  ownFeeds: ReturnType<typeof createOwnFeeds>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  checkType(request, 'application/json');
  const left = new AbortController();
  response.on('close', () => left.abort());
  const write = (line: OwnFeedsLine) => {
    if (!response.headersSent) response.writeHead(200, { ...headers, 'content-type': 'application/jsonl' });
    response.write(`${JSON.stringify(line)}\n`);
  };
  try {
    await ownFeeds(parseJson(await collect(request, bodyBytesMax)), left.signal, write);
    response.end();
  } catch (error) {
    if (!response.headersSent) throw error;
    // The status is sent already, so only the end of the connection tells the page.
    response.destroy();
  }
}

function sendJson(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { ...headers, 'content-type': 'application/json; charset=utf-8' });
  response.end(JSON.stringify(value));
}
