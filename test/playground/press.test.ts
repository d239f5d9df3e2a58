import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseFeed } from 'feedsmith';
import Parser from 'rss-parser';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createPress, type Press, PressError } from '../../playground/press/press.ts';
import { articleFrom } from '../../src/articles/fromItem.ts';
import { hourMs } from '../../src/clock.ts';
import { readCatalogue } from '../../src/feeds/catalogue.ts';
import { readFeedDocument } from '../../src/feeds/read.ts';

const firstDay = Date.UTC(2031, 4, 13);
const firstMorning = firstDay + 8 * hourMs;

interface Answer {
  status: number;
  headers: NodeJS.Dict<string | string[]>;
  body: string;
}

function get(url: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { headers, method }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks).toString('utf8'),
        }),
      );
    });
    sent.on('error', reject);
    sent.end();
  });
}

let press: Press;
let now = firstMorning;
beforeAll(async () => {
  press = await createPress({ now: () => now, firstDay });
});
afterAll(() => press.close());

function site(outletId: string): string {
  const outlet = press.catalogue.outlets.find(({ id }) => id === outletId);
  if (!outlet) throw new Error(outletId);
  return outlet.siteUrl;
}

function feedOf(outletId: string, topicId: string): string {
  const outlet = press.catalogue.outlets.find(({ id }) => id === outletId);
  const url = outlet?.feeds.find((feed) => feed.topicId === topicId)?.url;
  if (!url) throw new Error(`${outletId} has no feed on ${topicId}`);
  return url;
}

describe('feeds of the press', () => {
  test('every feed of the catalogue reads as a feed with titles and absolute links', async () => {
    now = firstDay + 5.3 * 24 * hourMs;
    const formats = new Set<string>();
    for (const { feeds } of press.catalogue.outlets) {
      for (const { url } of feeds) {
        const { status, headers, body } = await get(url);
        expect(status, url).toBe(200);
        const { format, feed } = parseFeed(body);
        formats.add(format);
        const items = (format === 'atom' ? feed.entries : feed.items) ?? [];
        expect(items.length, url).toBeGreaterThan(0);
        expect(headers.etag).toMatch(/^"[\w-]{22}"$/);
        if (format === 'rss') {
          const second = await new Parser().parseString(body);
          expect(second.items.map((item) => item.title)).toEqual(items.map((item) => 'title' in item && item.title));
          expect(second.items.every((item) => item.link?.startsWith('http://127.0.0.1:'))).toBe(true);
        }
      }
    }
    expect([...formats].sort()).toEqual(['atom', 'json', 'rdf', 'rss']);
    now = firstMorning;
  });

  test('our own reader finds every article under its address, title and time', async () => {
    const seen = new Map<string, string>();
    for (const day of [0, 1, 2, 3, 4, 5, 6]) {
      now = firstDay + (day - 4) * 24 * hourMs + 24 * hourMs - 1;
      const published = new Map(press.articlesBefore(now).map((item) => [item.url, item]));
      for (const { id, name, siteUrl, language, feeds } of press.catalogue.outlets) {
        for (const { url } of feeds) {
          const { headers, body } = await get(url);
          const document = await readFeedDocument(Buffer.from(body), {
            url,
            contentType: String(headers['content-type']),
          });
          expect(document.language ?? language, url).toBe(language);
          for (const item of document.items) {
            const article = articleFrom(item, { outletId: id, outletName: name, siteUrl, language, now });
            const truth = published.get(article?.url ?? '');
            expect([article?.title, article?.publishedAt], url).toEqual([truth?.title, truth?.publishedAt]);
            seen.set(article?.url ?? '', article?.textFrom ?? '');
          }
        }
      }
    }
    expect(seen.size).toBe(press.articlesBefore(now).length);
    expect(new Set(seen.values())).toEqual(new Set(['feed', 'snippet']));
    now = firstMorning;
  });

  test('an article stands in its feed from its minute on and not before', async () => {
    const url = feedOf('lantern', 'world');
    now = firstDay + 6 * hourMs + 14 * 60_000;
    expect((await get(url)).body).not.toContain('Moose delays the night train');
    now = firstDay + 6 * hourMs + 15 * 60_000;
    expect((await get(url)).body).toContain('Moose delays the night train');
    now = firstMorning;
  });

  test('a corrected article keeps its address and identity and changes its words', async () => {
    const before = parseFeed((await get(feedOf('lantern', 'world'))).body);
    now = firstDay + 32 * hourMs;
    const after = parseFeed((await get(feedOf('lantern', 'world'))).body);
    now = firstMorning;
    if (before.format !== 'rdf' || after.format !== 'rdf') throw new Error('not RDF');
    const old = before.feed.items?.find((item) => item.title?.startsWith('1,200 ferry deckhands'));
    const corrected = after.feed.items?.find((item) => item.title?.startsWith('Correction: 900 deckhands'));
    expect(corrected?.link).toBe(old?.link);
    expect(corrected?.content?.encoded).toContain("The conciliator's office counted 904.");
  });

  test('an outlet with snippets keeps its text for the page, and one with full text does not', async () => {
    const snippet = parseFeed((await get(feedOf('courier', 'politics'))).body);
    if (snippet.format !== 'atom') throw new Error('not Atom');
    expect(snippet.feed.entries?.[0]?.content).toBeUndefined();
    const full = parseFeed((await get(feedOf('agency-north', 'politics'))).body);
    if (full.format !== 'rss') throw new Error('not RSS');
    expect(full.feed.items?.[0]?.content?.encoded).toContain('<p>');
  });

  test('pictures come with a description that says what is in them', async () => {
    const feed = parseFeed((await get(feedOf('harbour-post', 'world'))).body);
    if (feed.format !== 'rss') throw new Error('not RSS');
    const media = feed.feed.items?.flatMap((item) => item.media?.contents ?? []) ?? [];
    expect(media.length).toBeGreaterThan(0);
    for (const picture of media) {
      const drawing = await get(picture.url ?? '');
      expect(drawing.headers['content-type']).toBe('image/svg+xml');
      expect(drawing.body).toContain('<title>Drawing of');
    }
  });
});

describe('the press over HTTP', () => {
  test('an unchanged feed is answered with 304, by tag or by date', async () => {
    const url = feedOf('harbour-post', 'world');
    const first = await get(url);
    const etag = String(first.headers.etag);
    const lastModified = String(first.headers['last-modified']);
    expect((await get(url, { 'if-none-match': etag })).status).toBe(304);
    expect((await get(url, { 'if-modified-since': lastModified })).status).toBe(304);
    expect((await get(url, { 'if-none-match': '"other"', 'if-modified-since': lastModified })).status).toBe(200);
    now = firstDay + 29.5 * hourMs;
    expect((await get(url, { 'if-none-match': etag })).status).toBe(200);
    now = firstMorning;
  });

  test('every article has a page at its address, and no two share one', async () => {
    const items = press.articlesBefore(firstDay + 5 * 24 * hourMs);
    expect(new Set(items.map((item) => item.url)).size).toBe(items.length);
    now = firstDay + 5 * 24 * hourMs;
    for (const item of items) {
      const { status, body } = await get(item.url);
      expect(status, item.url).toBe(200);
      expect(body).toContain('<link rel="alternate"');
    }
    now = firstMorning;
  });

  test('a front page names its feeds, the German one in German', async () => {
    const { body } = await get(site('suedmaerker-anzeiger'));
    expect(body).toContain('<html lang="de">');
    expect(body).toContain('type="application/rss+xml" title="Südmärker Anzeiger: Welt" href="/feeds/world.xml"');
  });

  test('the catalogue passes the check of a catalogue file', () => {
    const folder = mkdtempSync(join(tmpdir(), 'press-'));
    writeFileSync(join(folder, 'catalogue.json'), JSON.stringify(press.catalogue));
    expect(readCatalogue(join(folder, 'catalogue.json'))).toEqual(press.catalogue);
    rmSync(folder, { recursive: true });
  });

  test('one page hides its article behind a consent wall and one behind a paywall', async () => {
    now = firstDay + 24 * hourMs;
    const items = press.articlesBefore(now);
    const consent = await get(items.find((item) => item.title.startsWith('Holy mackerel'))?.url ?? '');
    expect(consent.body).toContain('We value your privacy');
    expect(consent.body).not.toContain('toast');
    const paid = await get(items.find((item) => item.title.startsWith('Nine boards'))?.url ?? '');
    expect(paid.body).toContain('"isAccessibleForFree":false');
    expect(paid.body).not.toContain('otters');
    now = firstMorning;
  });

  test('robots.txt closes one section of one outlet', async () => {
    expect((await get(`${site('metro')}robots.txt`)).body).toContain('Disallow: /gossip/');
    expect((await get(`${site('courier')}robots.txt`)).body).toBe('User-agent: *\nDisallow:\n');
  });

  test('what is not there, other methods and other hosts are refused', async () => {
    expect((await get(`${site('metro')}nothing`)).status).toBe(404);
    expect((await get(site('metro'), {}, 'POST')).status).toBe(405);
    expect((await get(site('metro'), { host: 'example.com' })).status).toBe(421);
    const head = await get(site('metro'), {}, 'HEAD');
    expect([head.status, head.body]).toEqual([200, '']);
  });

  test('each outlet has an origin of its own, and a taken port is named', async () => {
    expect(new Set(press.origins).size).toBe(press.catalogue.outlets.length);
    const taken = Number(press.origins[0]?.split(':')[1]);
    await expect(createPress({ now: () => now, firstDay, port: taken })).rejects.toThrow(PressError);
    await expect(createPress({ now: () => now, firstDay, port: taken })).rejects.toThrow(String(taken));
  });
});
