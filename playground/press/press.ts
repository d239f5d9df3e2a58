import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { EpochMs } from '../../src/clock.ts';
import type { Catalogue } from '../../src/newsroom/catalogue.ts';
import { articlesVisibleAt, pressArticles } from './article.ts';
import { pressEvents } from './event.ts';
import { writeFeed } from './feeds.ts';
import { type PressOutlet, pressOutlets } from './outlets.ts';
import { articlePage, frontPage, missingPage, robotsText } from './pages.ts';
import { drawPicture } from './pictures.ts';
import { articlePath, feedPath, publishedAt, type Site, touchedAt } from './site.ts';
import { pressTopics } from './topics.ts';

const host = '127.0.0.1';
const feedItemsMax = 30;
const feedMaxAgeSeconds = 60;

export type Press = Awaited<ReturnType<typeof createPress>>;

/** An article as a plain feed bot would have posted it. */
export type PressItem = ReturnType<typeof itemsBefore>[number];

interface Reply {
  status: number;
  contentType: string;
  body: string;
  lastModified?: EpochMs;
}

function topicsOf(outlet: PressOutlet): Site['topicIds'] {
  const used = new Set(pressArticles.filter((a) => a.outletId === outlet.id).flatMap((a) => a.topicIds));
  return pressTopics.map((topic) => topic.id).filter((id) => used.has(id));
}

function replyTo(site: Site, path: string, now: EpochMs): Reply {
  const { outlet } = site;
  const html = 'text/html; charset=utf-8';
  const visible = articlesVisibleAt(now - site.firstDay, outlet.id);
  if (path === '/') return { status: 200, contentType: html, body: frontPage(site, visible) };
  if (path === '/robots.txt') return { status: 200, contentType: 'text/plain; charset=utf-8', body: robotsText(site) };
  for (const topicId of [undefined, ...site.topicIds]) {
    if (path !== feedPath(outlet, topicId)) continue;
    const listed = visible.filter((article) => !topicId || article.topicIds.includes(topicId)).slice(0, feedItemsMax);
    const lastModified = Math.max(0, ...listed.map((article) => touchedAt(site, article)));
    return { status: 200, lastModified, ...writeFeed(site, topicId, listed) };
  }
  const picture = /^\/pictures\/([a-z0-9-]{1,60})\.svg$/.exec(path)?.[1];
  const event = picture ? pressEvents.find(({ id }) => id === picture) : undefined;
  const drawing = event && drawPicture(event);
  if (drawing) return { status: 200, contentType: 'image/svg+xml', body: drawing };
  const article = visible.find((candidate) => articlePath(outlet, candidate) === path);
  if (!article) return { status: 404, contentType: html, body: missingPage(site) };
  const lastModified = touchedAt(site, article);
  return { status: 200, contentType: html, lastModified, body: articlePage(site, article, visible) };
}

/** If-None-Match takes precedence over If-Modified-Since (RFC 9110, 13.2.2). */
function isUnchanged(request: IncomingMessage, etag: string, lastModified: EpochMs | undefined): boolean {
  const known = request.headers['if-none-match'];
  if (known !== undefined)
    return known.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag || tag.trim() === '*');
  const since = Date.parse(request.headers['if-modified-since'] ?? '');
  return lastModified !== undefined && Math.floor(lastModified / 1000) * 1000 <= since;
}

function answer(site: Site, now: EpochMs, request: IncomingMessage, response: ServerResponse): void {
  response.sendDate = false;
  response.setHeader('Date', new Date(now).toUTCString());
  const isHost = [site.origin, site.origin.replace(host, 'localhost')].includes(`http://${request.headers.host}`);
  if (!isHost || (request.method !== 'GET' && request.method !== 'HEAD')) {
    response.writeHead(isHost ? 405 : 421, { Allow: 'GET, HEAD', 'Content-Length': 0 }).end();
    return;
  }
  const path = (request.url ?? '/').split(/[?#]/, 1)[0] ?? '/';
  const reply = replyTo(site, path, now);
  const etag = `"${createHash('sha256').update(reply.body).digest('base64url').slice(0, 22)}"`;
  response.setHeader('ETag', etag);
  if (reply.lastModified) response.setHeader('Last-Modified', new Date(reply.lastModified).toUTCString());
  response.setHeader('Cache-Control', `max-age=${feedMaxAgeSeconds}`);
  if (reply.status === 200 && isUnchanged(request, etag, reply.lastModified)) {
    response.writeHead(304).end();
    return;
  }
  const body = Buffer.from(reply.body);
  response.writeHead(reply.status, { 'Content-Type': reply.contentType, 'Content-Length': body.length });
  response.end(request.method === 'HEAD' ? undefined : body);
}

async function listen(server: Server): Promise<number> {
  server.listen(0, host);
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

function catalogueOf(sites: readonly Site[]): Catalogue {
  return {
    topics: [...pressTopics],
    outlets: sites.map(({ outlet, origin, topicIds }) => ({
      id: outlet.id,
      name: outlet.name,
      country: '',
      owner: outlet.owner,
      paywall: outlet.paywall,
      language: outlet.language,
      siteUrl: `${origin}/`,
      feeds: topicIds.map((topicId) => ({ url: origin + feedPath(outlet, topicId), topicId })),
      checked: null,
    })),
  };
}

function itemsBefore(sites: readonly Site[], at: EpochMs) {
  const items = sites.flatMap((site) =>
    articlesVisibleAt(at - site.firstDay, site.outlet.id).map((article) => ({
      id: article.id,
      outletName: site.outlet.name,
      topicId: article.topicIds[0] ?? article.event.topic,
      title: article.title,
      url: site.origin + articlePath(site.outlet, article),
      publishedAt: publishedAt(site, article),
      firstParagraph: article.paragraphs[0] ?? '',
    })),
  );
  return items.sort((a, b) => b.publishedAt - a.publishedAt);
}

/**
 * Starts the sample outlets on loopback, each on its own port. They publish according to `now`. `firstDay` is the
 * midnight before the playground's first morning.
 */
export async function createPress({ now, firstDay }: { now: () => EpochMs; firstDay: EpochMs }) {
  const servers = pressOutlets.map(() => createServer());
  const ports = await Promise.all(servers.map(listen));
  const sites = pressOutlets.map((outlet, index) => {
    const site: Site = { outlet, origin: `http://${host}:${ports[index]}`, topicIds: topicsOf(outlet), firstDay };
    servers[index]?.on('request', (request, response) => answer(site, now(), request, response));
    return site;
  });
  const close = async () => void (await Promise.all(servers.map(stop)));
  return {
    /** `host:port` of each outlet, for `privateOrigins`. */
    origins: sites.map((site) => site.origin.slice('http://'.length)),
    catalogue: catalogueOf(sites),
    /** When the last article is published or changed. */
    lastAt:
      firstDay +
      Math.max(...pressArticles.map(({ publishedOffsetMs, changed }) => changed?.offsetMs ?? publishedOffsetMs)),
    /** Articles published by then, newest first, in their wording of that moment. */
    articlesBefore: (at: EpochMs) => itemsBefore(sites, at),
    /** Resolves when every port is free again. */
    close,
    [Symbol.asyncDispose]: close,
  };
}
