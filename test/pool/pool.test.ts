import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import { ReadError } from '../../src/feeds/document.ts';
import { createPool, type Pool } from '../../src/pool/pool.ts';

const run = promisify(execFile);
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const rss = (items: string): Uint8Array =>
  bytes(`<rss version="2.0"><channel><title>Harbour Post</title>${items}</channel></rss>`);
const manyIds = Array.from({ length: 280_000 }, (_, index) => `<id b="${index}"/>`).join('');
const item = '<item><title>Ferry crews walk out</title><link>https://harbour.example/1</link></item>';
const context = { url: 'https://harbour.example/feed.xml' };

const listing = { outletId: 'post', outletName: 'Harbour Post', now: Date.UTC(2026, 10, 24) };

const pool = createPool({ threads: 1 });
afterAll(() => pool.close());

const codeOfError = (error: unknown): unknown => (error instanceof ReadError ? error.code : error);
const codeOf = (promise: Promise<unknown>): Promise<unknown> => promise.then(() => 'read', codeOfError);

describe('the pool', () => {
  test('reads feeds and pages', async () => {
    expect((await pool.read(rss(item), context)).items[0]?.title).toBe('Ferry crews walk out');
    const words =
      'The ferry crews of the Sound stopped work at four in the morning, the first walkout in many years. '.repeat(4);
    const page = `<html><head><title>Ferry</title></head><body><article><h1>Ferry</h1><p>${words}</p><p>${words}</p></article></body></html>`;
    expect((await pool.extract(page, 'https://harbour.example/1'))?.paragraphs[0]).toContain('ferry crews');
  });

  test('reads the items of a feed as articles, and leaves out what can not be linked', async () => {
    const twice = `${item.replace('</item>', '<guid>1</guid></item>')}<item><title>No link</title><guid>1</guid></item>`;
    const { facts, listed } = await pool.readArticles(rss(`${twice}<language>en</language>`), context, listing);
    expect(facts).toMatchObject({ title: 'Harbour Post', language: 'en' });
    expect(listed).toHaveLength(1);
    // A guid that stands for two items names neither.
    expect(listed[0]).toMatchObject({ key: `1\n${listed[0]?.article.id}`, dated: false });
    expect(listed[0]?.article).toMatchObject({ url: 'https://harbour.example/1', outletId: 'post', language: 'en' });
  });

  test('finds the feeds of a page', async () => {
    const page = bytes('<link rel="alternate" type="application/rss+xml" title="Caf\xe9" href="/feed.xml">');
    const latin1 = new Uint8Array(
      [...page].filter((byte) => byte !== 0xc3).map((byte) => (byte === 0xa9 ? 0xe9 : byte)),
    );
    expect(await pool.discover(latin1, { ...context, contentType: 'text/html; charset=iso-8859-1' })).toEqual([
      { url: 'https://harbour.example/feed.xml', title: 'Café', type: 'rss' },
    ]);
  });

  test('asks the other reader where the first one hangs, within the same time', async () => {
    const worker = new URL('./breakingWorker.ts', import.meta.url);
    const hasty = createPool({ threads: 1, limitMs: 500, worker });
    const hanging = item.replace('walk out', 'hang up');
    const feed = await hasty.read(rss(hanging), context);
    expect(feed.items[0]?.title).toBe('Ferry crews hang up');
    const { listed } = await hasty.readArticles(rss(hanging), context, listing);
    expect(listed[0]?.article.title).toBe('Ferry crews hang up');
    await hasty.close();
  });

  test('rejects if a job fails, also for pages and lists of feeds', async () => {
    const failing = createPool({ threads: 1, worker: new URL('./breakingWorker.ts', import.meta.url) });
    expect(await codeOf(failing.discover(bytes('<p>a</p>'), context))).toBe('broken');
    expect(await codeOf(failing.extract('<p>a</p>', context.url))).toBe('broken');
    expect(await codeOf(failing.readOpml(bytes('<opml/>')))).toBe('broken');
    await failing.close();
  });

  describe('with feeds that wait for a thread', () => {
    const numbered = (at: number): Uint8Array => rss(item.replace('walk out', `walk out ${at}`));
    const titles = (feeds: readonly Promise<{ listed: readonly { article: { title: string } }[] }>[]) =>
      Promise.all(feeds.map((feed) => feed.then(({ listed }) => listed[0]?.article.title, codeOfError)));
    const walkOuts = (count: number): string[] =>
      Array.from({ length: count }, (_, at) => `Ferry crews walk out ${at}`);
    const many = (count: number, from: Pool) =>
      Array.from({ length: count }, (_, at) => from.readArticles(numbered(at), context, listing));

    test('gives each its own articles', async () => {
      expect(await titles(many(30, pool))).toEqual(walkOuts(30));
    });

    test('gives each its own articles where a thread does only one of several and leaves the others', async () => {
      const worker = new URL('./oneByOneWorker.ts', import.meta.url);
      const slow = createPool({ threads: 2, worker });
      expect(await titles(many(30, slow))).toEqual(walkOuts(30));
      await slow.close();
    });

    test.each([
      ['hangs theirs, and that one what the other reader finds', 'hang up', 'Ferry crews hang up'],
      ['costs the thread its life theirs', 'die', 'worker-died'],
    ])('gives those beside one that %s', async (_name, words, outcome) => {
      const worker = new URL('./breakingWorker.ts', import.meta.url);
      const frail = createPool({ threads: 1, limitMs: 2_000, worker });
      const before = many(3, frail);
      const breaking = frail.readArticles(rss(item.replace('walk out', words)), context, listing);
      expect(await titles([...before, breaking, ...many(3, frail)])).toEqual([...walkOuts(3), outcome, ...walkOuts(3)]);
      await frail.close();
    });

    test('gives those beside one that is no feed, can not be unpacked, or needs too much memory, theirs', async () => {
      const small = createPool({ threads: 1, megabytesMax: 64, limitMs: 20_000 });
      const packed = { ...context, packing: 'gzip' };
      const before = many(2, small);
      const broken = [
        small.readArticles(bytes('<!doctype html><html><body>Hello</body></html>'), context, listing),
        small.readArticles(bytes('no gzip at all'), { ...context, packing: 'snappy' }, listing),
        small.readArticles(gzipSync(rss(`<item>${manyIds}</item>`)), packed, listing),
      ];
      expect(await titles([...before, ...broken, ...many(2, small)])).toEqual([
        ...walkOuts(2),
        'not-a-feed',
        'broken',
        'worker-died',
        ...walkOuts(2),
      ]);
      await small.close();
    });

    test.each([
      ['small feeds', 1],
      ['feeds of which few go together', 1_000],
    ])(
      'has a page, a lookup and a large feed wait for those before them, however many %s come behind',
      async (_name, items) => {
        let answered = 0;
        const feed = async (): Promise<void> => {
          await pool.readArticles(rss(item.repeat(items)), context, listing);
          answered++;
          if (answered < 120) await feed();
        };
        const feeds = Promise.all(Array.from({ length: 40 }, feed));
        const since = (work: Promise<unknown>): Promise<number> => work.then(() => answered);
        const large = rss(item.repeat(5_000));
        const waits = [
          since(pool.extract('<p>a</p>', 'https://harbour.example/1')),
          since(pool.read(rss(item), context)),
          since(pool.readArticles(large, context, listing)),
        ];
        // Those before them, and what may come along with each.
        for (const count of await Promise.all(waits)) expect(count).toBeLessThanOrEqual(40 + 3 * 8);
        await feeds;
      },
    );

    test('fails them all at its end, the one under way and those that come later too', async () => {
      const worker = new URL('./breakingWorker.ts', import.meta.url);
      const ended = createPool({ threads: 1, limitMs: 60_000, worker });
      await ended.readArticles(numbered(0), context, listing);
      const underWay = ended.readArticles(rss(item.replace('walk out', 'hang up')), context, listing);
      const feeds = titles([underWay, ...many(20, ended)]);
      await ended.close();
      expect(new Set(await feeds)).toEqual(new Set(['worker-died']));
      expect(await titles(many(2, ended))).toEqual(['worker-died', 'worker-died']);
    });
  });

  test('unpacks what came packed, large and small, and tells what can not be', async () => {
    const feeds = [rss(item.repeat(1_000)), rss(item)];
    for (const feed of feeds) {
      const [whole, packed] = [await pool.read(feed, context), gzipSync(feed)];
      // Twice, since the first bytes may have taken those of others with them.
      for (let times = 0; times < 2; times++)
        expect(await pool.read(packed, { ...context, packing: 'gzip' })).toEqual(whole);
    }
    const bomb = gzipSync(Buffer.alloc(6_000_000, ' '));
    expect(await codeOf(pool.read(bomb, { ...context, packing: 'gzip' }))).toBe('too-large');
    expect(await codeOf(pool.read(rss(item), { ...context, packing: 'snappy' }))).toBe('broken');
    expect(await codeOf(pool.read(rss(item), context))).toBe('read');
  });

  test('leaves the caller its bytes', async () => {
    const shared = new Uint8Array(new ArrayBuffer(10_000), 100, rss(item).length);
    shared.set(rss(item));
    await pool.read(shared, context);
    expect(shared).toEqual(rss(item));
  });

  test('tells what a document is not', async () => {
    expect(await codeOf(pool.read(bytes('<!doctype html><html><body>Hello</body></html>'), context))).toBe(
      'not-a-feed',
    );
    expect(await codeOf(pool.read(new Uint8Array(), context))).toBe('empty');
  });

  test('returns no more than 2,000 items', async () => {
    expect((await pool.read(rss(item.repeat(3000)), context)).items).toHaveLength(2000);
  });

  test('ends a document that takes too long and reads the next', async () => {
    const hasty = createPool({ threads: 1, limitMs: 250 });
    const slow = rss(`<item>${manyIds}${manyIds.replaceAll('b=', 'c=')}</item>`);
    expect(await codeOf(hasty.read(slow, context))).toBe('too-slow');
    expect(await codeOf(hasty.read(rss(item), context))).toBe('read');
    await hasty.close();
  });

  test('survives a document that costs its worker the memory', async () => {
    const small = createPool({ threads: 1, megabytesMax: 64, limitMs: 20_000 });
    const outcomes = await Promise.all([
      codeOf(small.read(rss(`<item>${manyIds}</item>`), context)),
      codeOf(small.read(rss(item), context)),
    ]);
    expect(outcomes).toEqual(['worker-died', 'read']);
    await small.close();
  });

  test('a feed made to hang a parser is read or refused within its time', async () => {
    const outcome = await codeOf(
      pool.read(rss(`<item><description><![CDATA[${'<'.repeat(400_000)}]]></description></item>`), context),
    );
    expect(['read', 'too-slow']).toContain(outcome);
  });
});

describe('a process with the pool', () => {
  const script = (code: string): Promise<{ stdout: string }> =>
    run(process.execPath, ['--input-type=module', '-e', code], { timeout: 20_000 });
  const poolUrl = new URL('../../src/pool/pool.ts', import.meta.url).href;

  test('loads no parser in its main thread', async () => {
    const { stdout } = await script(`
      import { registerHooks } from 'node:module';
      const loaded = [];
      registerHooks({ resolve: (specifier, context, next) => { const found = next(specifier, context); loaded.push(found.url); return found; } });
      const { createPool } = await import('${poolUrl}');
      const pool = createPool({ threads: 1 });
      const feed = await pool.read(new TextEncoder().encode('<rss version="2.0"><channel><title>T</title><item><title>a</title></item></channel></rss>'), { url: 'https://a.example/' });
      await pool.extract('<p>a</p>', 'https://a.example/');
      await pool.discover(new TextEncoder().encode('<link rel="feed" href="b">'), { url: 'https://a.example/' });
      const parsers = loaded.filter((url) => /\\/(linkedom|rss-parser|feedsmith|xml2js|fast-xml-parser|@mozilla)\\//.test(url));
      console.log(JSON.stringify({ items: feed.items.length, loaded: loaded.length, parsers }));
      await pool.close();
    `);
    const answer = JSON.parse(stdout);
    expect(answer).toMatchObject({ items: 1, parsers: [] });
    expect(answer.loaded).toBeGreaterThan(3);
  });

  test('loads feedsmith for a document in which nothing else finds items, not for JSON Feed or XML that has to be repaired', async () => {
    const { stdout } = await script(`
      import { registerHooks } from 'node:module';
      const loaded = [];
      registerHooks({ resolve: (specifier, context, next) => { const found = next(specifier, context); loaded.push(found.url); return found; } });
      const { readFeedDocument } = await import('${new URL('../../src/feeds/read.ts', import.meta.url).href}');
      const read = async (text) => {
        const { items } = await readFeedDocument(new TextEncoder().encode(text), { url: 'https://a.example/' });
        return [items.length, loaded.some((url) => url.includes('/node_modules/feedsmith/'))];
      };
      const entry = '<entry><title>a</title><content type="xhtml"><div>b <em>c</em></div></content></entry>';
      console.log(JSON.stringify([
        await read('<feed xmlns="http://www.w3.org/2005/Atom">' + entry + '</feed>'),
        await read('{"version":"https://jsonfeed.org/version/1.1","title":"a","items":[{"title":"b"}]}'),
        await read('<rss version="2.0"><channel><title>a</title></channel></rss>'),
      ]));
    `);
    expect(JSON.parse(stdout)).toEqual([
      [1, false],
      [1, false],
      [0, true],
    ]);
  });

  test('loads what tells languages apart for a feed whose language is not known, not before', async () => {
    const { stdout } = await script(`
      import { registerHooks } from 'node:module';
      const loaded = [];
      registerHooks({ resolve: (specifier, context, next) => { const found = next(specifier, context); loaded.push(found.url); return found; } });
      const { articlesFrom } = await import('${new URL('../../src/articles/fromFeed.ts', import.meta.url).href}');
      const document = { format: 'rss', title: 'T', items: [] };
      const read = async (language) => {
        await articlesFrom(document, { outletId: 'a', outletName: 'A', now: 0, language });
        return loaded.some((url) => url.includes('/node_modules/eld/'));
      };
      console.log(JSON.stringify([await read('en'), await read(undefined)]));
    `);
    expect(JSON.parse(stdout)).toEqual([false, true]);
  });

  test('ends by itself after readFeed', async () => {
    const { stdout } = await script(`
      const { readFeed } = await import('${poolUrl}');
      const feed = await readFeed(new TextEncoder().encode('<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title></feed>'), { url: 'https://a.example/' });
      console.log(feed.format);
    `);
    expect(stdout.trim()).toBe('atom');
  });
});
