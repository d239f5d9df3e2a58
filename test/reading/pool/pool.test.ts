import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import { ReadError } from '../../../src/engine/feeds/document.ts';
import { HungUp } from '../../../src/reading/hosts/hungUp.ts';
import { createWorkerPool, type Pool, type PoolOptions } from '../../../src/reading/pool/pool.ts';

const run = promisify(execFile);
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const rss = (items: string): Uint8Array =>
  bytes(`<rss version="2.0"><channel><title>Harbour Post</title>${items}</channel></rss>`);
const manyIds = Array.from({ length: 280_000 }, (_, index) => `<id b="${index}"/>`).join('');
const item = '<item><title>Ferry crews walk out</title><link>https://harbour.example/1</link></item>';
const numbered = (at: number): Uint8Array => rss(item.replace('walk out', `walk out ${at}`));
const context = { url: 'https://harbour.example/feed.xml' };
const listing = { scope: 'post', outletId: 'post', outletName: 'Harbour Post', now: Date.UTC(2026, 10, 24) };

const pools: Pool[] = [];
const open = (options: PoolOptions = {}): Pool => {
  const pool = createWorkerPool({ threads: 1, ...options });
  pools.push(pool);
  return pool;
};
const breaking = new URL('./breakingWorker.ts', import.meta.url);
const pool = open({ limitMs: 60_000 });
afterAll(() => Promise.all(pools.map((one) => one.close())));

const codeOfError = (error: unknown): unknown => (error instanceof ReadError ? error.code : error);
const codeOf = (promise: Promise<unknown>): Promise<unknown> => promise.then(() => 'read', codeOfError);
const titleOf = (feed: Promise<{ listed: readonly { article: { title: string } }[] }>): Promise<unknown> =>
  feed.then(({ listed }) => listed[0]?.article.title, codeOfError);

describe('the pool', () => {
  test('reads feeds, pages and lists of feeds', async () => {
    expect((await pool.read(rss(item), context)).items[0]?.title).toBe('Ferry crews walk out');
    const words =
      'The ferry crews of the Sound stopped work at four in the morning, the first walkout in many years. '.repeat(4);
    const page = `<html><head><title>Ferry</title></head><body><article><h1>Ferry</h1><p>${words}</p><p>${words}</p></article></body></html>`;
    const zipped = { url: 'https://harbour.example/1', packing: 'gzip' };
    expect((await pool.extract(gzipSync(page), zipped))?.paragraphs[0]).toContain('ferry crews');
    const latin1 = Buffer.from('<link rel="alternate" type="application/rss+xml" title="Caf\xe9" href="/f">', 'latin1');
    expect(await pool.discover(latin1, { ...context, contentType: 'text/html; charset=iso-8859-1' })).toEqual([
      { url: 'https://harbour.example/f', title: 'Café', type: 'rss' },
    ]);
    const opml = '<opml><body><outline text="Post" xmlUrl="https://harbour.example/f"/></body></opml>';
    expect(await pool.readOpml(brotliCompressSync(opml), 'br')).toMatchObject([{ url: 'https://harbour.example/f' }]);
  });

  test('reads the items of a feed as articles, and leaves out what can not be linked', async () => {
    const twice = `${item.replace('</item>', '<guid>1</guid></item>')}<item><title>No link</title><guid>1</guid></item>`;
    const { facts, listed } = await pool.readArticles(rss(`${twice}<language>en</language>`), context, listing);
    expect(facts).toMatchObject({ title: 'Harbour Post', language: 'en' });
    expect(listed).toHaveLength(1);
    // A guid shared by two items identifies neither.
    expect(listed[0]).toMatchObject({ key: `1\n${listed[0]?.article.id}`, dated: false });
    expect(listed[0]?.article).toMatchObject({ url: 'https://harbour.example/1', outletId: 'post', language: 'en' });
  });

  test('tells why a document can not be read', async () => {
    const bomb = gzipSync(Buffer.alloc(6_000_000, ' '));
    expect(await codeOf(pool.read(bytes('<!doctype html><html><body>Hi</body></html>'), context))).toBe('not-a-feed');
    expect(await codeOf(pool.read(new Uint8Array(), context))).toBe('empty');
    expect(await codeOf(pool.read(bomb, { ...context, packing: 'gzip' }))).toBe('too-large');
    expect(await codeOf(pool.discover(bytes('<p>'), { ...context, packing: 'snappy' }))).toBe('broken');
    expect(await codeOf(pool.extract(bomb, context))).toBe('too-large');
    expect(await codeOf(pool.readOpml(bytes('<rss/>')))).toBe('not-a-feed');
  });

  test('asks the other reader if the first one hangs, within the same time', async () => {
    const hasty = open({ limitMs: 2_500, worker: breaking });
    const { items } = await hasty.read(rss(item.replace('walk out', 'hang up')), context);
    expect(items[0]?.title).toBe('Ferry crews hang up');
  });

  test('ends a document that takes too long for both readers, and one that needs too much memory', async () => {
    const patient = open({ limitMs: 2_500, worker: breaking });
    const small = open({ megabytesMax: 64, limitMs: 120_000 });
    const large = gzipSync(rss(`<item>${manyIds}</item>`));
    expect(
      await Promise.all([
        codeOf(patient.read(rss(item.replace('walk out', 'hang for good')), context)),
        codeOf(patient.read(rss(item), context)),
        codeOf(small.read(large, { ...context, packing: 'gzip' })),
        codeOf(small.read(rss(item), context)),
      ]),
    ).toEqual(['too-slow', 'read', 'worker-died', 'read']);
  });

  test.each([
    ['hangs', 'hang up', 'Ferry crews hang up'],
    ['kills its thread', 'die', 'worker-died'],
  ])('a document that %s affects no other', async (_name, words, outcome) => {
    const frail = open({ threads: 2, limitMs: 4_000, worker: breaking });
    const feeds = Array.from({ length: 20 }, (_, at) =>
      at === 7 ? rss(item.replace('walk out', words)) : numbered(at),
    );
    const titles = await Promise.all(feeds.map((feed) => titleOf(frail.readArticles(feed, context, listing))));
    expect(titles).toEqual(feeds.map((_, at) => (at === 7 ? outcome : `Ferry crews walk out ${at}`)));
  });

  test('documents wait in their order, and a thousand at most', async () => {
    const order: number[] = [];
    const read = (at: number) => codeOf(pool.read(numbered(at), context).finally(() => order.push(at)));
    const codes = await Promise.all(Array.from({ length: 1_003 }, (_, at) => read(at)));
    expect(codes.filter((code) => code !== 'read')).toEqual(['busy', 'busy']);
    const done = order.filter((at) => codes[at] === 'read');
    expect(done).toEqual(done.toSorted((a, b) => a - b));
  });

  test('when it is closed, running, waiting and later jobs fail', async () => {
    const ended = open({ limitMs: 60_000, worker: breaking });
    await ended.read(rss(item), context);
    const feeds = [rss(item.replace('walk out', 'hang up')), numbered(1), numbered(2)];
    const codes = Promise.all(feeds.map((feed) => codeOf(ended.read(feed, context))));
    await ended.close();
    expect(await codes).toEqual([new HungUp(), new HungUp(), new HungUp()]);
    expect(await codeOf(ended.read(rss(item), context))).toEqual(new HungUp());
  });
});

test('a process with the pool loads no parser in its main thread, and ends by itself', async () => {
  const { stdout } = await run(
    process.execPath,
    [
      '--input-type=module',
      '-e',
      `
      import { registerHooks } from 'node:module';
      const loaded = [];
      registerHooks({ resolve: (specifier, context, next) => { const found = next(specifier, context); loaded.push(found.url); return found; } });
      const { createWorkerPool } = await import('${new URL('../../../src/reading/pool/pool.ts', import.meta.url).href}');
      const feed = await createWorkerPool({ threads: 1 }).read(new TextEncoder().encode('<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>T</title></entry></feed>'), { url: 'https://a.example/' });
      const parsers = loaded.filter((url) => /\\/(linkedom|rss-parser|feedsmith|xml2js|fast-xml-parser|@mozilla)\\//.test(url));
      console.log(JSON.stringify({ items: feed.items.length, loaded: loaded.length, parsers }));
    `,
    ],
    { timeout: 20_000 },
  );
  const answer = JSON.parse(stdout);
  expect(answer).toMatchObject({ items: 1, parsers: [] });
  expect(answer.loaded).toBeGreaterThan(3);
});
