import { writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createPress, type Press } from '../../playground/press/press.ts';
import { dayMs, hourMs, minuteMs } from '../../src/clock.ts';
import { articleFrom } from '../../src/engine/articles/fromItem.ts';
import { readFeedDocument } from '../../src/engine/feeds/read.ts';
import { readCatalogue } from '../../src/newsroom/catalogue.ts';
import { scratchFolder } from '../storage/scratch.ts';

const firstDay = Date.UTC(2031, 4, 13);

let press: Press;
let now = firstDay;
beforeAll(async () => {
  press = await createPress({ now: () => now, firstDay });
});
afterAll(() => press.close());
beforeEach(() => {
  now = firstDay + 8 * hourMs;
});

const textAt = async (url: string) => (await fetch(url)).text();

function outlet(id: string): Press['catalogue']['outlets'][number] {
  const found = press.catalogue.outlets.find((one) => one.id === id);
  if (!found) throw new Error(id);
  return found;
}

function feedOf(outletId: string, topicId: string): string {
  const url = outlet(outletId).feeds.find((feed) => feed.topicId === topicId)?.url;
  if (!url) throw new Error(`${outletId} has no feed on ${topicId}`);
  return url;
}

async function read(url: string) {
  const response = await fetch(url);
  const contentType = response.headers.get('content-type') ?? '';
  return readFeedDocument(new Uint8Array(await response.arrayBuffer()), { url, contentType });
}

test('our own reader finds every article under its address, title and time, in four formats', async () => {
  const seen = new Map<string, string>();
  const formats = new Set<string>();
  for (const day of [4, 6]) {
    now = firstDay + (day - 3) * dayMs - 1;
    const published = new Map(press.articlesBefore(now).map((item) => [item.url, item]));
    for (const { id, name, language, feeds } of press.catalogue.outlets) {
      for (const { url } of feeds) {
        const document = await read(url);
        formats.add(document.format);
        expect(document.language ?? language, url).toBe(language);
        for (const item of document.items) {
          const article = articleFrom(item, { scope: id, outletId: id, outletName: name, language, now });
          const truth = published.get(article?.url ?? '');
          expect([article?.title, article?.publishedAt], url).toEqual([truth?.title, truth?.publishedAt]);
          seen.set(article?.url ?? '', article?.textFrom ?? '');
        }
      }
    }
  }
  expect(seen.size).toBe(press.articlesBefore(now).length);
  expect(new Set(seen.values())).toEqual(new Set(['feed', 'snippet']));
  expect(formats.size).toBe(4);
});

test('an article is listed in its feed from its minute on, not before', async () => {
  const url = feedOf('lantern', 'world');
  now = firstDay + 6 * hourMs + 14 * minuteMs;
  expect(await textAt(url)).not.toContain('Moose delays the night train');
  now += minuteMs;
  expect(await textAt(url)).toContain('Moose delays the night train');
});

test('a corrected article keeps its address and changes its words', async () => {
  const titled = async (start: string) =>
    (await read(feedOf('lantern', 'world'))).items.find(({ title }) => title?.startsWith(start));
  const before = await titled('1,200 ferry deckhands');
  now = firstDay + 32 * hourMs;
  const corrected = await titled('Correction: 900 deckhands');
  expect(corrected?.url).toBe(before?.url);
  expect(JSON.stringify(corrected)).toContain("The conciliator's office counted 904.");
});

test('an unchanged feed is answered with 304, by tag or by date', async () => {
  const url = feedOf('harbour-post', 'world');
  const first = await fetch(url);
  const tag = { 'if-none-match': first.headers.get('etag') ?? '' };
  const date = { 'if-modified-since': first.headers.get('last-modified') ?? '' };
  const statusWith = async (headers: Record<string, string>) => (await fetch(url, { headers })).status;
  expect(await statusWith(tag)).toBe(304);
  expect(await statusWith(date)).toBe(304);
  expect(await statusWith({ ...date, 'if-none-match': '"other"' })).toBe(200);
  now = firstDay + 29.5 * hourMs;
  expect(await statusWith(tag)).toBe(200);
});

test('every article of the press has a page at its address, and no two share one', async () => {
  now = firstDay + 5 * dayMs;
  const urls = press.articlesBefore(now).map((item) => item.url);
  expect(new Set(urls).size).toBe(urls.length);
  for (const url of urls) {
    const page = await fetch(url);
    expect(page.status, url).toBe(200);
    expect(await page.text()).toContain('<link rel="alternate"');
  }
});

test('the catalogue passes the check of a catalogue file', () => {
  const file = join(scratchFolder(), 'catalogue.json');
  writeFileSync(file, JSON.stringify(press.catalogue));
  expect(readCatalogue(file)).toEqual(press.catalogue);
});

test('one page hides its article behind a consent wall and one behind a paywall', async () => {
  now = firstDay + dayMs;
  const pageOf = (start: string) =>
    textAt(press.articlesBefore(now).find(({ title }) => title.startsWith(start))?.url ?? '');
  const consent = await pageOf('Holy mackerel');
  expect(consent).toContain('We value your privacy');
  expect(consent).not.toContain('toast');
  const paid = await pageOf('Nine boards');
  expect(paid).toContain('"isAccessibleForFree":false');
  expect(paid).not.toContain('otters');
});

test('unknown paths, other methods and other hosts are refused', async () => {
  const { siteUrl } = outlet('metro');
  expect((await fetch(`${siteUrl}nothing`)).status).toBe(404);
  expect((await fetch(siteUrl, { method: 'POST' })).status).toBe(405);
  const asOther = await new Promise((resolve) => {
    request(siteUrl, { headers: { host: 'example.com' } }, ({ statusCode }) => resolve(statusCode)).end();
  });
  expect(asOther).toBe(421);
});
