import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { checkFeeds, topicChecks, withDates } from '../../src/cli/catalogueCheck.ts';
import { catalogueText, replaceCatalogue } from '../../src/cli/catalogueFile.ts';
import { builtInCatalogue, type Catalogue, readCatalogue } from '../../src/feeds/catalogue.ts';
import type { FeedDocument } from '../../src/feeds/document.ts';
import type { FetchOutcome } from '../../src/web/fetch.ts';
import { openPress, type Press } from '../web/press.ts';

const now = Date.UTC(2031, 4, 17, 9, 30);
const day = 86_400_000;

function outletOf(id: string, feeds: Catalogue['outlets'][number]['feeds']): Catalogue['outlets'][number] {
  const siteUrl = 'https://outlet.example/';
  return {
    id,
    name: id.toUpperCase(),
    country: '',
    owner: '',
    paywall: false,
    language: 'en',
    siteUrl,
    feeds,
    checked: null,
  };
}

const catalogueOf = (outlets: Catalogue['outlets']): Catalogue => ({
  topics: [
    { id: 'world', names: { en: 'World', de: 'Welt' }, colour: 1 },
    { id: 'science', names: { en: 'Science', de: 'Wissenschaft' }, colour: 2 },
  ],
  outlets,
});

describe('the catalogue as text', () => {
  test('keeps the built-in file as it stands, so that a check changes dates only', async () => {
    expect(catalogueText(readCatalogue(builtInCatalogue))).toBe(await readFile(builtInCatalogue, 'utf8'));
  });

  test('holds no line of objects beyond what Biome lets stand', () => {
    const long = outletOf('long', [{ url: `https://outlet.example/${'a'.repeat(210)}`, topicId: 'world' }]);
    const text = catalogueText(catalogueOf([long]));
    expect(text.split('\n').filter((line) => line.includes('{') && line.length > 240)).toEqual([]);
    expect(JSON.parse(text)).toEqual(catalogueOf([long]));
  });
});

describe('a check of feeds', () => {
  const answers: Record<string, FetchOutcome> = {};
  const documents: Record<string, Partial<FeedDocument>> = {};
  const ok = (url: string, items: Partial<FeedDocument['items'][number]>[], permanentUrl?: string) => {
    answers[url] = { kind: 'ok', body: new Uint8Array(), status: 200, headers: {}, url, permanentUrl };
    documents[url] = { items: items.map((item) => ({ id: 'a', title: 'A', categories: [], ...item })) };
  };
  const check = (catalogue: Catalogue, topicId?: string, asked: string[] = []) =>
    checkFeeds(catalogue, topicId, {
      now,
      progress: () => {},
      fetcher: {
        async get(url) {
          asked.push(url);
          return answers[url] ?? { kind: 'failed', code: 'refused', reason: 'outlet.example refused the connection.' };
        },
      },
      pool: { read: async (_, { url }) => ({ format: 'rss', title: '', items: [], ...documents[url] }) },
    });

  test('names what an address that answers still lacks', async () => {
    ok('https://a.example/new', [{ publishedAt: now - 59 * day }]);
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
      'outlet.example refused the connection.',
    ]);
  });

  test('dates only outlets of which every feed was read, and leaves the others their date', async () => {
    ok('https://a.example/new', [{ publishedAt: now }]);
    const world = { url: 'https://a.example/new', topicId: 'world' };
    const dead = { url: 'https://a.example/dead', topicId: 'science' };
    const catalogue = catalogueOf([
      outletOf('whole', [world]),
      outletOf('half', [world, dead]),
      { ...outletOf('gone', [dead]), checked: '2030-01-02' },
    ]);
    const dates = async (topicId?: string) =>
      withDates(catalogue, await check(catalogue, topicId), now).outlets.map(({ checked }) => checked);
    expect(await dates()).toEqual(['2031-05-17', null, '2030-01-02']);
    expect(await dates('world')).toEqual(['2031-05-17', null, '2030-01-02']);
    expect(await dates('science')).toEqual([null, null, '2030-01-02']);
  });

  test('asks one feed of every outlet before it comes back to one', async () => {
    const feeds = (host: string) =>
      ['1', '2'].map((path) => ({ url: `https://${host}.example/${path}`, topicId: 'world' }));
    const asked: string[] = [];
    await check(catalogueOf([outletOf('a', feeds('a')), outletOf('b', feeds('b'))]), undefined, asked);
    expect(asked).toEqual(['https://a.example/1', 'https://b.example/1', 'https://a.example/2', 'https://b.example/2']);
  });

  test('counts an outlet once in a topic, and fewer than six as too few', async () => {
    ok('https://a.example/new', [{ publishedAt: now }]);
    const world = { url: 'https://a.example/new', topicId: 'world' };
    const outlets = ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => outletOf(id, [world, world]));
    const count = async (some: Catalogue['outlets']) =>
      topicChecks(catalogueOf(some), await check(catalogueOf(some)), 'world');
    expect(await count(outlets)).toEqual([{ topicId: 'world', answered: 6, outlets: 6, enough: true }]);
    expect(await count(outlets.slice(1))).toEqual([{ topicId: 'world', answered: 5, outlets: 5, enough: false }]);
  });
});

describe('replacing a catalogue', () => {
  test('follows a link to the file and leaves nothing beside it', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'lede-catalogue-'));
    try {
      await writeFile(join(folder, 'real.json'), 'old');
      await symlink(join(folder, 'real.json'), join(folder, 'link.json'));
      await replaceCatalogue(join(folder, 'link.json'), catalogueOf([]));
      expect(JSON.parse(await readFile(join(folder, 'real.json'), 'utf8'))).toEqual(catalogueOf([]));
      expect((await readdir(folder)).sort()).toEqual(['link.json', 'real.json']);
    } finally {
      await rm(folder, { recursive: true });
    }
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
    folder = await mkdtemp(join(tmpdir(), 'lede-catalogue-'));
    file = join(folder, 'catalogue.json');
  });
  afterAll(async () => {
    await press.close();
    await rm(folder, { recursive: true });
  });

  beforeEach(async () => {
    const at = (path: string, topicId: string) => ({ url: `http://127.0.0.1:${press.port}/${path}`, topicId });
    const six = ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => outletOf(id, [at(`feed/${id}`, 'world')]));
    await writeFile(file, catalogueText(catalogueOf([...six, outletOf('dead', [at('dead', 'science')])])));
    press.requests.length = 0;
  });

  const run = (...options: string[]) =>
    new Promise<{ code: number; out: string; err: string }>((resolve) => {
      const script = new URL('../../src/cli/checkCatalogue.ts', import.meta.url).pathname;
      const env = { PATH: process.env.PATH, LEDE_CONTACT: 'desk@lede.example' };
      const child = execFile(process.execPath, [script, ...options], { env }, (_, out, err) =>
        resolve({ code: child.exitCode ?? -1, out, err }),
      );
    });
  const dates = async () => readCatalogue(file).outlets.map(({ checked }) => checked);

  test('prints topics and failures, with --write writes dates, and ends with 1 where a topic is thin', async () => {
    const { code, out, err } = await run('--allow-private', '--write', file);
    expect(err).toBe('');
    expect(out.split('\n').slice(0, 2)).toEqual([
      'world    6 of 6 outlets answered',
      'science  0 of 1 outlets answered, fewer than 6',
    ]);
    expect(out).toContain(
      `DEAD (science) http://127.0.0.1:${press.port}/dead: 127.0.0.1 has nothing at this address (404).`,
    );
    expect(code).toBe(1);
    const written = await dates();
    expect(written.slice(0, 6)).toEqual(Array(6).fill(expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/)));
    expect(written[6]).toBeNull();
    expect(press.requests).toHaveLength(7);
    expect(press.requests[0]?.headers['user-agent']).toMatch(/^Lede\/\S+ \(\+desk@lede\.example; catalogue check\)$/);
    expect(await readdir(folder)).toEqual(['catalogue.json']);
  });

  test('changes no file unless told to, since git keeps the built-in one, and with --topic reads that topic only', async () => {
    const before = await readFile(file, 'utf8');
    const { code, out } = await run('--allow-private', '--topic', 'world', file);
    expect(out).toBe('world  6 of 6 outlets answered\n');
    expect(code).toBe(0);
    expect(press.requests).toHaveLength(6);
    expect(await readFile(file, 'utf8')).toBe(before);
  });

  test('asks no private address unless told to', async () => {
    const { code, out } = await run('--topic', 'science', file);
    expect(out).toContain('127.0.0.1 is not on the public internet');
    expect(code).toBe(1);
    expect(press.requests).toEqual([]);
  });

  test('says in a sentence what is wrong with its arguments', async () => {
    const [topic, option, missing] = await Promise.all([
      run('--topic', 'weather', file),
      run('--quickly'),
      run(join(folder, 'none.json')),
    ]);
    expect(topic).toMatchObject({ code: 2, err: 'The catalogue has no topic weather. It has: world, science.\n' });
    expect(option.code).toBe(2);
    expect(option.err).toContain('npm run catalogue:check --');
    expect(missing.code).toBe(2);
    expect(missing.err).toContain("none.json can't be read");
  });
});
