import { readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { checkCatalogue, checkFeeds, reportOf, withDates } from '../../scripts/catalogueCheck.ts';
import type { FeedDocument } from '../../src/engine/feeds/document.ts';
import { builtInCatalogue, type Catalogue, readCatalogue } from '../../src/newsroom/catalogue.ts';
import type { FetchOutcome } from '../../src/web/fetch.ts';
import { called } from '../cli/called.ts';
import { scratchFolder } from '../storage/scratch.ts';
import { openPress, type Press } from '../web/press.ts';
import { catalogueOf, outletOf } from './madeUpCatalogue.ts';

const now = Date.UTC(2031, 4, 17, 9, 30);
const day = 86_400_000;

describe('a check of feeds', () => {
  const answers: Record<string, FetchOutcome> = {};
  const documents: Record<string, Partial<FeedDocument>> = {};
  const ok = (url: string, items: Partial<FeedDocument['items'][number]>[], permanentUrl?: string) => {
    answers[url] = { kind: 'ok', body: new Uint8Array(), bytes: 0, status: 200, headers: {}, url, permanentUrl };
    documents[url] = { items: items.map((item) => ({ id: 'a', title: 'A', categories: [], ...item })) };
  };
  const reason = 'outlet.example refused the connection.';
  const check = (catalogue: Catalogue, topicId?: string) =>
    checkFeeds(catalogue, topicId, {
      now,
      progress: () => {},
      fetcher: { get: async (url) => answers[url] ?? { kind: 'failed', code: 'refused', reason, bytes: 0 } },
      pool: { read: async (_, { url }) => ({ format: 'rss', title: '', bytes: 0, items: [], ...documents[url] }) },
    });

  const world = { url: 'https://a.example/new', topicId: 'world' };
  ok(world.url, [{ publishedAt: now - 59 * day }]);

  test('names what is missing in a feed that answers', async () => {
    ok('https://a.example/undated', [{}]);
    ok('https://a.example/old', [{ publishedAt: now - 900 * day }, { publishedAt: now - 61 * day }]);
    ok('https://a.example/empty', []);
    ok('https://a.example/moved', [{ publishedAt: now }], 'https://b.example/feed');
    const paths = ['new', 'undated', 'old', 'empty', 'moved', 'missing'];
    const feeds = paths.map((path) => ({ url: `https://a.example/${path}`, topicId: 'world' }));
    const checks = await check(catalogueOf([outletOf('a', feeds)]));
    expect(checks.map(({ problem, movedTo }) => movedTo ?? problem)).toEqual([
      undefined,
      undefined,
      'Its newest article is of 2031-03-17: the publisher seems to have left this address.',
      'This is a feed, but it lists no article.',
      'https://b.example/feed',
      reason,
    ]);
  });

  test('dates only outlets whose feeds could all be read, and changes nothing else in the file', async () => {
    const dead = { url: 'https://a.example/dead', topicId: 'science' };
    const catalogue = catalogueOf([
      // An outlet whose id is also a topic's.
      outletOf('science', [world]),
      outletOf('half', [world, dead]),
      { ...outletOf('gone', [dead]), checked: '2030-01-02' },
    ]);
    const text = JSON.stringify(catalogue, undefined, 2);
    const dates = async (topicId?: string): Promise<Catalogue> =>
      JSON.parse(withDates(text, catalogue, await check(catalogue, topicId), now));
    const [first, ...rest] = catalogue.outlets;
    const dated = { ...catalogue, outlets: [{ ...first, checked: '2031-05-17' }, ...rest] };
    expect(await dates()).toEqual(dated);
    expect(await dates('world')).toEqual(dated);
    expect(await dates('science')).toEqual(catalogue);
  });

  test('finds every outlet of the built-in file', () => {
    const catalogue = readCatalogue(builtInCatalogue);
    const checks = catalogue.outlets.flatMap(({ id, name, feeds }) =>
      feeds.map(({ url, topicId }) => ({ outletId: id, outletName: name, topicId, url })),
    );
    const dated: Catalogue = JSON.parse(withDates(readFileSync(builtInCatalogue, 'utf8'), catalogue, checks, now));
    expect(new Set(dated.outlets.map(({ checked }) => checked))).toEqual(new Set(['2031-05-17']));
  });

  test('counts an outlet once in a topic, and fewer than six as too few', async () => {
    const outlets = ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => outletOf(id, [world, world]));
    const report = async (some: Catalogue['outlets']) => reportOf(['world'], await check(catalogueOf(some)));
    expect(await report(outlets)).toEqual({ lines: ['world  6 of 6 outlets answered'], isEnough: true });
    expect(await report(outlets.slice(1))).toMatchObject({ isEnough: false });
  });
});

describe('catalogue:check on a loopback server', () => {
  let press: Press;
  let folder: string;
  let file: string;

  beforeAll(async () => {
    press = await openPress((request, response) => {
      if (!request.url?.startsWith('/feed/')) return response.writeHead(404).end();
      const items = '<item><title>Ferry crews walk out</title><link>https://outlet.example/1</link></item>';
      response.writeHead(200, { 'content-type': 'application/rss+xml' });
      return response.end(`<rss version="2.0"><channel><title>Outlet</title>${items}</channel></rss>`);
    });
  });
  afterAll(() => press.close());

  beforeEach(() => {
    folder = scratchFolder();
    file = join(folder, 'catalogue.json');
    const at = (path: string, topicId: string) => ({ url: `http://127.0.0.1:${press.port}/${path}`, topicId });
    const six = ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => outletOf(id, [at(`feed/${id}`, 'world')]));
    writeFileSync(file, JSON.stringify(catalogueOf([...six, outletOf('dead', [at('dead', 'science')])])));
    press.requests.length = 0;
  });

  const run = (...words: string[]) => called(checkCatalogue, words, { LEDE_CONTACT: 'desk@lede.example' });

  test('prints topics and failures, writes dates when told to, and ends with 1 where a topic is thin', async () => {
    const link = join(folder, 'link.json');
    symlinkSync(file, link);
    const { code, out, errors } = await run('--allow-private', '--write', link);
    expect(errors).toBe('');
    expect(out.split('\n').slice(0, 2)).toEqual([
      'world    6 of 6 outlets answered',
      'science  0 of 1 outlets answered, fewer than 6',
    ]);
    const dead = `http://127.0.0.1:${press.port}/dead`;
    expect(out).toContain(`DEAD (science) ${dead}: 127.0.0.1 has nothing at this address (404).`);
    expect(code).toBe(1);
    const written = readCatalogue(file).outlets.map(({ checked }) => checked);
    expect(written).toEqual([...Array(6).fill(expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/)), null]);
    expect(press.requests).toHaveLength(7);
    expect(press.requests[0]?.headers['user-agent']).toMatch(/^Lede\/\S+ \(\+desk@lede\.example; catalogue check\)$/);
    expect(readdirSync(folder).sort()).toEqual(['catalogue.json', 'link.json']);
  });

  test('changes no file unless told to, since git keeps the built-in one, and with --topic reads that topic only', async () => {
    const before = readFileSync(file, 'utf8');
    const { code, out } = await run('--allow-private', '--topic', 'world', file);
    expect({ code, out }).toEqual({ code: 0, out: 'world  6 of 6 outlets answered\n' });
    expect(press.requests).toHaveLength(6);
    expect(readFileSync(file, 'utf8')).toBe(before);
  });

  test('requests no private address unless told to', async () => {
    const { code, out } = await run('--topic', 'science', file);
    expect(out).toContain('127.0.0.1 is not on the public internet');
    expect(code).toBe(1);
    expect(press.requests).toEqual([]);
  });

  test('explains invalid arguments in a sentence', async () => {
    const topic = await run('--topic', 'weather', file);
    expect(topic).toMatchObject({ code: 2, errors: 'The catalogue has no topic weather. It has: world, science.\n' });
    const words = await run('--quickly');
    expect(words).toMatchObject({ code: 2, errors: expect.stringContaining('npm run catalogue:check') });
    const missing = await run(join(folder, 'none.json'));
    expect(missing).toMatchObject({ code: 2, errors: expect.stringContaining("none.json can't be read") });
    expect((await run('--help')).code).toBe(0);
  });
});
