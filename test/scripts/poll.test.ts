import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { readArchive } from '../../scripts/archive/archive.ts';
import { checkCatalogue } from '../../scripts/catalogueCheck.ts';
import { poll as command } from '../../scripts/poll.ts';
import { forgetOutlet } from '../../src/cli/forget.ts';
import { preview } from '../../src/cli/preview.ts';
import { writeOpml } from '../../src/engine/feeds/opml.ts';
import { called } from '../cli/called.ts';
import { openNewsstand, type Site } from '../desk/newsstand.ts';
import { smallDisk } from '../storage/smallDisk.ts';

const at = Date.UTC(2026, 10, 24, 6);
const item = (link: string) => ({ title: `News at ${link}`, link, at, html: '<p>The council met again.</p>' });

let stand: Awaited<ReturnType<typeof openNewsstand>>;
let folder: string;
let post: Site;
let courier: Site;
beforeAll(async () => {
  stand = await openNewsstand(['Harbour Post', 'Courier']);
  const [first, second] = stand.sites;
  if (!first || !second) throw new Error('no site');
  post = first;
  courier = second;
  post.feed('/world.xml', [item('/a'), item('/b')]);
  courier.feed('/world.xml?token=hunter2', [item('/c')]);
});
afterAll(() => stand.close());
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lede-poll-'));
  return () => rmSync(folder, { recursive: true, force: true });
});

const poll = (list: string | Uint8Array, ...words: string[]) => pollWith({}, list, ...words);

function pollWith(environment: Record<string, string>, list: string | Uint8Array, ...words: string[]) {
  const file = join(folder, 'list');
  writeFileSync(file, list);
  return called(command, ['--feeds', file, '--database', `file:${join(folder, 'lede.db')}`, ...words], environment);
}

test('the first run polls the whole list, later ones only what is due, and --all everything; --record adds to an archive', async () => {
  const archive = join(folder, 'archive');
  const list = `# outlets\n${post.origin}/world.xml # the big one\n\n${courier.origin}/world.xml?token=hunter2\n`;
  const first = await poll(list, '--allow-private', '--json', '--record', archive);
  expect(first.errors).toBe('');
  expect(first.code).toBe(0);
  expect(JSON.parse(first.out)).toEqual({
    feeds: 2,
    read: 2,
    unchanged: 0,
    failed: 0,
    left: 0,
    newArticles: 3,
    storedArticles: 3,
  });
  const again = await poll(list, '--allow-private', '--json');
  expect(JSON.parse(again.out)).toMatchObject({ read: 0, unchanged: 0, left: 2, storedArticles: 3 });
  const all = await poll(list, '--allow-private', '--all');
  expect(all.out).toBe('2 feeds: 0 read, 2 unchanged, 0 failed, 0 not due. 0 new articles.\n');
  const { catalogue, feeds } = readArchive(archive);
  const listed = ['/world.xml', '/world.xml?token=hunter2'].map(
    (path, nth) => `${[post, courier][nth]?.origin}${path}`,
  );
  expect(catalogue.outlets.flatMap(({ feeds }) => feeds.map(({ url }) => url)).sort()).toEqual(listed.sort());
  const titles = feeds.flatMap(({ items }) => items.map(({ versions }) => versions[0]?.[1]));
  expect(titles.map((title) => /News at \/\w/.exec(title ?? '')?.[0]).sort()).toEqual(
    ['/a', '/b', '/c'].map((link) => `News at ${link}`),
  );
});

test('a list may be OPML in UTF-16; a failing feed is reported with a reason, without its query, and exits with 1', async () => {
  const feeds = ['/world.xml', '/gone.xml?token=hunter2'].map((path) => ({ url: post.origin + path, folders: [] }));
  const list = Buffer.from(`\ufeff${writeOpml('News', feeds)}`, 'utf16le');
  const { code, out, errors } = await poll(list, '--allow-private');
  expect(code).toBe(1);
  expect(out).toContain('1 read, 0 unchanged, 1 failed');
  expect(errors).toBe(`${post.origin}/gone.xml?…: 127.0.0.1 has nothing at this address (404).\n`);
});

test('a list may be lines, with the scheme feed:, and requests carry the contact, unless it can’t be sent', async () => {
  const list = `feed:${post.origin}/world.xml\n`;
  expect((await pollWith({ LEDE_CONTACT: ' desk@example.org ' }, list, '--allow-private')).code).toBe(0);
  expect(post.asked.at(-1)?.headers['user-agent']).toContain('(+desk@example.org; ');
  const { code, errors } = await pollWith({ LEDE_CONTACT: 'me' }, list, '--allow-private');
  expect(code).toBe(2);
  expect(errors).toMatch(/^LEDE_CONTACT must .*\n$/);
});

test('private addresses are refused unless they are allowed', async () => {
  const { code, errors } = await poll(`${post.origin}/world.xml`);
  expect(code).toBe(1);
  expect(errors).toContain('not on the public internet');
});

test('feeds of the bot are neither polled nor changed', async () => {
  await poll(`${post.origin}/world.xml`, '--allow-private');
  const database = new DatabaseSync(join(folder, 'lede.db'));
  database.exec(`update feeds set catalogue = 1, next_due_at = 0, outlet_name = 'The Harbour Post'`);
  database.close();
  const before = post.count('/world.xml');
  const { out } = await poll(`${courier.origin}/world.xml?token=hunter2`, '--allow-private', '--all', '--json');
  expect(JSON.parse(out)).toMatchObject({ feeds: 1, read: 1 });
  expect(post.count('/world.xml')).toBe(before);
  const beside = new DatabaseSync(join(folder, 'lede.db'), { readOnly: true });
  const rows = beside.prepare('select outlet_name as name, catalogue from feeds order by catalogue desc').all();
  beside.close();
  expect(rows[0]).toEqual({ name: 'The Harbour Post', catalogue: 1 });
  expect(rows[1]).toMatchObject({ catalogue: 0 });
});

test('a feed that moved for good is polled whether the list names its new address, its old one, or both', async () => {
  post.put('/old.xml', { status: 301, headers: { location: '/new.xml' } });
  post.feed('/new.xml', [item('/n')]);
  const [old, moved] = [`${post.origin}/old.xml\n`, `${post.origin}/new.xml\n`];
  for (let times = 0; times < 3; times++) await poll(old, '--allow-private', '--all');
  post.feed('/new.xml', [item('/n'), item('/fresh')]);
  const followed = await poll(moved, '--allow-private', '--all', '--json');
  expect(JSON.parse(followed.out)).toMatchObject({ feeds: 1, read: 1, left: 0, newArticles: 1 });
  const asked = post.count('/old.xml');
  for (const list of [old, moved + old]) {
    const { out } = await poll(list, '--allow-private', '--all', '--json');
    expect(JSON.parse(out)).toMatchObject({ feeds: 1, unchanged: 1, left: 0 });
  }
  expect(post.count('/old.xml')).toBe(asked);
});

test('a feed whose items could not be stored has failed, with the reason, and the others are read', async () => {
  await poll(`${courier.origin}/world.xml?token=hunter2`, '--allow-private');
  const beside = new DatabaseSync(join(folder, 'lede.db'));
  // Simulates a disk on which small updates still fit, but a large feed does not.
  beside.exec(`create trigger full before insert on articles begin select raise(abort, 'no room'); end`);
  beside.close();
  const list = `${post.origin}/world.xml\n${courier.origin}/world.xml?token=hunter2\n`;
  const { code, out, errors } = await poll(list, '--allow-private', '--all', '--json');
  expect(code).toBe(1);
  expect(JSON.parse(out)).toMatchObject({ feeds: 2, read: 0, unchanged: 1, failed: 1, left: 0, newArticles: 0 });
  expect(errors).toBe(`${post.origin}/world.xml: poll not stored: no room\n`);
});

test('a full disk ends the command with 1 and a sentence', async (context) => {
  const disk = smallDisk(8);
  if (disk === undefined) return context.skip('no small file system can be mounted here');
  const text = `<p>${'The council met again and put the vote off. '.repeat(80)}</p>`;
  const many = Array.from({ length: 300 }, (_, n) => ({ ...item(`/many/${n}`), html: text }));
  courier.feed('/many.xml', many);
  const words = ['--allow-private', '--json', '--database', `file:${join(disk, 'lede.db')}`];
  await poll(`${post.origin}/world.xml`, ...words);
  const { bavail, bsize } = statfsSync(disk);
  writeFileSync(join(disk, 'ballast'), Buffer.alloc(Math.max(0, bavail * bsize - 300 * 1024)));
  const { code, out, errors } = await poll(`${courier.origin}/many.xml`, ...words);
  expect(code).toBe(1);
  expect(JSON.parse(out)).toMatchObject({ feeds: 1, failed: 1, left: 0 });
  expect(errors).toContain('The disk is full');
});

test('a feed of a forgotten outlet is neither read nor stored again, and is reported', async () => {
  await poll(`${post.origin}/world.xml`, '--allow-private');
  const database = `file:${join(folder, 'lede.db')}`;
  await called(forgetOutlet, ['--outlet', post.host, '--yes'], { DATABASE_URL: database });
  const before = post.asked.length;
  courier.put('/go.xml', { status: 301, headers: { location: `${post.origin}/world.xml` } });
  const list = `${post.origin}/world.xml?a=1\n${courier.origin}/world.xml?token=hunter2\n${courier.origin}/go.xml`;
  const { code, out, errors } = await poll(list, '--allow-private', '--json');
  expect(code).toBe(1);
  expect(JSON.parse(out)).toMatchObject({ feeds: 3, read: 1, failed: 2, left: 0, newArticles: 1 });
  expect(errors.split('\n')).toEqual([
    `${post.origin}/world.xml?…: its outlet asked not to be read (lede forget); take it off the list.`,
    `${courier.origin}/go.xml: 127.0.0.1 asked not to be read by this bot.`,
    '',
  ]);
  expect(post.asked.length).toBe(before);
  const beside = new DatabaseSync(join(folder, 'lede.db'), { readOnly: true });
  expect(beside.prepare(`select url from feeds where url like ?`).all(`${post.origin}%`)).toEqual([]);
  beside.close();
});

test('a line without a feed is reported with its number, the others are polled, and the command ends with 1', async () => {
  const list = `# outlets\n\n${post.origin}/world.xml\nhtps://a.example/feed?key=hunter2\n${courier.origin}/world.xml?token=hunter2\nhello\n`;
  const { code, out, errors } = await poll(list, '--allow-private', '--json');
  expect({ code, counts: JSON.parse(out) }).toMatchObject({ code: 1, counts: { feeds: 2, read: 2, failed: 0 } });
  expect(errors.replaceAll(join(folder, 'list'), 'FILE').split('\n')).toEqual([
    'FILE, line 4: "htps://a.example/feed?…" is no address of a feed.',
    'FILE, line 6: "hello" is no address of a feed.',
    '',
  ]);
  const archive = ['--record', join(folder, 'archive'), '--allow-private', '--json'];
  expect(await poll(`${post.origin}/world.xml\nhello\n`, ...archive)).toMatchObject({ code: 1 });
  const opml = writeOpml(
    'News',
    ['mailto:a@b.example', `${post.origin}/world.xml`].map((url) => ({ url, folders: [] })),
  );
  const second = await poll(opml, '--allow-private', '--json');
  expect(second.errors).toContain('feed 1: "mailto:a@b.example" is no address');
});

test('a poll, a preview and a catalogue check report a missing name server in one sentence', async () => {
  const urls = ['a', 'b', 'c', 'd'].map((name) => `https://${name}.invalid/feed.xml`);
  const sentence = 'None of 4 addresses could be looked up: this machine has no network, or no name server (DNS).\n';
  expect(await poll(urls.join('\n'))).toMatchObject({ code: 1, errors: sentence });
  expect(await called(preview, urls)).toEqual({ code: 1, out: '', errors: sentence });
  const feeds = urls.map((url) => ({ url, topicId: 'world' }));
  const outlet = {
    id: 'a',
    name: 'A',
    country: '',
    owner: '',
    paywall: false,
    language: 'en',
    siteUrl: 'https://a.invalid/',
  };
  const catalogue = {
    topics: [{ id: 'world', names: { en: 'World' }, colour: 0 }],
    outlets: [{ ...outlet, feeds, checked: null }],
  };
  const file = join(folder, 'catalogue.json');
  writeFileSync(file, JSON.stringify(catalogue));
  const { out } = await called(checkCatalogue, [file]);
  expect(out.split('\n').slice(1)).toEqual(['', 'Not read:', sentence.trim(), '']);
  // Two URLs are too few to suspect the name server: both may be misspelt.
  expect((await poll(urls.slice(0, 2).join('\n'), '--all')).errors.split('\n')).toHaveLength(3);
});

test.for([
  ['a list of nothing', '# none\n', 'names no feed'],
  ['a list of something else', 'hello\n', 'line 1: "hello" is no address of a feed'],
  ['a file that is no list at all', 'x'.repeat(1_000_000), `"${'x'.repeat(100)}" is no address of a feed`],
] as const)('%s ends with 2 and a sentence', async ([, list, sentence]) => {
  const { code, errors } = await poll(list);
  expect(code).toBe(2);
  expect(errors).toContain(sentence);
});
