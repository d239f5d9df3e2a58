import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Catalogue } from '../../src/newsroom/catalogue.ts';

/** One item as a feed lists it. */
export interface Item {
  title: string;
  /** Path or URL; the item's page is served at the path. */
  link: string;
  guid?: string;
  at?: number;
  html?: string;
}

export interface Reply {
  status?: number;
  headers?: Record<string, string>;
  body?: string | Uint8Array;
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

export function rss(origin: string, items: readonly Item[], title = 'News'): string {
  const listed = items.map(({ title, link, guid, at, html }) => {
    const url = new URL(link, origin).href;
    const date = at === undefined ? '' : `<pubDate>${new Date(at).toUTCString()}</pubDate>`;
    const text = html === undefined ? '' : `<description>${escaped(html)}</description>`;
    return `<item><title>${escaped(title)}</title><link>${escaped(url)}</link><guid isPermaLink="false">${escaped(guid ?? url)}</guid>${date}${text}</item>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>${escaped(title)}</title><link>${origin}/</link><description>d</description>${listed.join('\n')}</channel></rss>`;
}

export const htmlOf = (paragraphs: readonly string[]) => paragraphs.map((text) => `<p>${escaped(text)}</p>`).join('\n');

/** Opens a small outlet on its own loopback port, which answers as tests tell it. */
async function openSite(name: string) {
  const replies = new Map<string, Reply | (() => Reply | Promise<Reply>)>();
  /** Requests in order. */
  const asked: { path: string; headers: IncomingHttpHeaders }[] = [];
  const server = createServer(async (request, response) => {
    const path = request.url ?? '/';
    asked.push({ path, headers: request.headers });
    const found = replies.get(path) ?? { status: 404 };
    const { status = 200, headers = {}, body = '' } = typeof found === 'function' ? await found() : found;
    response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', ...headers }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const origin = `http://${host}`;
  /** Sets the reply for a path; a function is called for each request. */
  const put = (path: string, reply: Reply | (() => Reply | Promise<Reply>)) => void replies.set(path, reply);
  return {
    name,
    origin,
    host,
    asked,
    put,
    /** Publishes an RSS feed at a path. */
    feed: (path: string, items: readonly Item[]) =>
      put(path, { headers: { 'content-type': 'application/rss+xml' }, body: rss(origin, items, `${name} feed`) }),
    page: (
      path: string,
      paragraphs: readonly string[],
      { headers, head = '' }: { headers?: Record<string, string>; head?: string } = {},
    ) =>
      put(path, {
        headers,
        body: `<!doctype html><html lang="en"><head><title>${name}</title>${head}</head><body><article><h1>${name}</h1>${htmlOf(paragraphs)}</article></body></html>`,
      }),
    count: (path: string) => asked.filter((one) => one.path === path).length,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

export type Site = Awaited<ReturnType<typeof openSite>>;

/** Opens one server per name. */
export async function openNewsstand(names: readonly string[]) {
  const sites = await Promise.all(names.map(openSite));
  const close = async (): Promise<void> => void (await Promise.all(sites.map((site) => site.close())));
  return { sites, close };
}

/** A catalogue in which each site is an outlet with `/world.xml` in World and `/tech.xml` in Technology. */
export function catalogueOf(sites: readonly Site[]): Catalogue {
  return {
    topics: [
      { id: 'world', names: { en: 'World', de: 'Welt' }, colour: 0x2f6fdf },
      { id: 'technology', names: { en: 'Technology', de: 'Technik' }, colour: 0x0f9f6f },
    ],
    outlets: sites.map((site) => ({
      id: site.name.toLowerCase().replaceAll(' ', '-'),
      name: site.name,
      country: '',
      owner: site.name,
      paywall: false,
      language: 'en',
      siteUrl: `${site.origin}/`,
      feeds: [
        { url: `${site.origin}/world.xml`, topicId: 'world' },
        { url: `${site.origin}/tech.xml`, topicId: 'technology' },
      ],
      checked: null,
    })),
  };
}

/** Publishes empty world and technology feeds on all sites. */
export function quietMorning(sites: readonly Site[]): void {
  for (const site of sites) for (const path of ['/world.xml', '/tech.xml']) site.feed(path, []);
}
