import { statfsSync, writeFileSync } from 'node:fs';
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
import { scratchFolder } from '../storage/scratch.ts';
import { smallDisk } from '../storage/smallDisk.ts';
import { catalogueOf, outletOf } from './madeUpCatalogue.ts';

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
  folder = scratchFolder();
});
const world = () => `${post.origin}/world.xml\n`;
/** Its query must not be shown. */
const secret = () => `${courier.origin}/world.xml?token=hunter2\n`;

const poll = (list: string | Uint8Array, ...words: string[]) => pollWith({}, list, ...words);

function pollWith(environment: Record<string, string>, list: string | Uint8Array, ...words: string[]) {
  const file = join(folder, 'list');
  writeFileSync(file, list);
  return called(command, ['--feeds', file, '--database', `file:${join(folder, 'lede.db')}`, ...words], environment);
}

/** Polls feeds of this machine. Returns the numbers that the command prints, too. */
async function counted(list: string | Uint8Array, ...words: string[]) {
  const { out, ...more } = await poll(list, '--allow-private', '--json', ...words);
  return { ...more, counts: JSON.parse(out) };
}

/** Works on the database beside the command. */
function inDatabase<Result>(work: (database: DatabaseSync) => Result): Result {
  using database = new DatabaseSync(join(folder, 'lede.db'));
  return work(database);
}

test('the first run polls the whole list, later ones only what is due, and --all everything; --record adds to an archive', async () => {
  const archive = join(folder, 'archive');
  const list = `# outlets\n${post.origin}/world.xml # the big one\n\n${secret()}`;
  const { code, errors, counts } = await counted(list, '--record', archive);
  expect({ code, errors }).toEqual({ code: 0, errors: '' });
  const feedCounts = { feeds: 2, read: 2, unchanged: 0, failed: 0, left: 0 };
  expect(counts).toEqual({ ...feedCounts, newArticles: 3, storedArticles: 3 });
  expect((await counted(list)).counts).toMatchObject({ read: 0, unchanged: 0, left: 2, storedArticles: 3 });
  const all = await poll(list, '--allow-private', '--all');
  expect(all.out).toBe('2 feeds: 0 read, 2 unchanged, 0 failed, 0 not due. 0 new articles.\n');
  const { catalogue, feeds } = readArchive(archive);
  const recorded = catalogue.outlets.flatMap(({ feeds }) => feeds.map(({ url }) => `${url}\n`));
  expect(recorded.sort()).toEqual([world(), secret()].sort());
  const titles = feeds.flatMap(({ items }) => items.map(({ versions }) => versions[0]?.[1]));
  expect(titles.map((title) => /News at \/(\w)/.exec(title ?? '')?.[1]).sort()).toEqual(['a', 'b', 'c']);
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
  const list = `feed:${world()}`;
  expect((await pollWith({ LEDE_CONTACT: ' desk@example.org ' }, list, '--allow-private')).code).toBe(0);
  expect(post.asked.at(-1)?.headers['user-agent']).toContain('(+desk@example.org; ');
  const { code, errors } = await pollWith({ LEDE_CONTACT: 'me' }, list, '--allow-private');
  expect(code).toBe(2);
  expect(errors).toMatch(/^LEDE_CONTACT must .*\n$/);
});

test('private addresses are refused unless they are allowed', async () => {
  const { code, errors } = await poll(world());
  expect(code).toBe(1);
  expect(errors).toContain('not on the public internet');
});

test('feeds of the bot are neither polled nor changed', async () => {
  await counted(world());
  inDatabase((it) => it.exec(`update feeds set catalogue = 1, next_due_at = 0, outlet_name = 'The Harbour Post'`));
  const before = post.count('/world.xml');
  expect((await counted(secret(), '--all')).counts).toMatchObject({ feeds: 1, read: 1 });
  expect(post.count('/world.xml')).toBe(before);
  const all = 'select outlet_name as name, catalogue from feeds order by catalogue desc';
  expect(inDatabase((it) => it.prepare(all).all())).toMatchObject([
    { name: 'The Harbour Post', catalogue: 1 },
    { catalogue: 0 },
  ]);
});

test('a feed that moved for good is polled whether the list names its new address, its old one, or both', async () => {
  post.put('/old.xml', { status: 301, headers: { location: '/new.xml' } });
  post.feed('/new.xml', [item('/n')]);
  const [old, moved] = [`${post.origin}/old.xml\n`, `${post.origin}/new.xml\n`];
  for (let times = 0; times < 3; times++) await counted(old, '--all');
  post.feed('/new.xml', [item('/n'), item('/fresh')]);
  const followed = await counted(moved, '--all');
  expect(followed.counts).toMatchObject({ feeds: 1, read: 1, left: 0, newArticles: 1 });
  const asked = post.count('/old.xml');
  for (const list of [old, moved + old])
    expect((await counted(list, '--all')).counts).toMatchObject({ feeds: 1, unchanged: 1, left: 0 });
  expect(post.count('/old.xml')).toBe(asked);
});

test('a feed whose items could not be stored has failed, with the reason, and the others are read', async () => {
  await counted(secret());
  // Simulates a disk on which small updates still fit, but a large feed does not.
  const full = `create trigger full before insert on articles begin select raise(abort, 'no room'); end`;
  inDatabase((it) => it.exec(full));
  const { code, counts, errors } = await counted(world() + secret(), '--all');
  expect(code).toBe(1);
  expect(counts).toMatchObject({ feeds: 2, read: 0, unchanged: 1, failed: 1, left: 0, newArticles: 0 });
  expect(errors).toBe(`${post.origin}/world.xml: poll not stored: no room\n`);
});

test('a full disk ends the command with 1 and a sentence', async (context) => {
  const disk = smallDisk(8);
  if (disk === undefined) return context.skip('no small file system can be mounted here');
  const text = `<p>${'The council met again and put the vote off. '.repeat(80)}</p>`;
  const many = Array.from({ length: 300 }, (_, n) => ({ ...item(`/many/${n}`), html: text }));
  courier.feed('/many.xml', many);
  const words = ['--database', `file:${join(disk, 'lede.db')}`];
  await counted(world(), ...words);
  const { bavail, bsize } = statfsSync(disk);
  writeFileSync(join(disk, 'ballast'), Buffer.alloc(Math.max(0, bavail * bsize - 300 * 1024)));
  const { code, counts, errors } = await counted(`${courier.origin}/many.xml`, ...words);
  expect({ code, counts }).toMatchObject({ code: 1, counts: { feeds: 1, failed: 1, left: 0 } });
  expect(errors).toContain('The disk is full');
});

test('a feed of a forgotten outlet is neither read nor stored again, and is reported', async () => {
  await counted(world());
  const database = `file:${join(folder, 'lede.db')}`;
  await called(forgetOutlet, ['--outlet', post.host, '--yes'], { DATABASE_URL: database });
  const before = post.asked.length;
  courier.put('/go.xml', { status: 301, headers: { location: `${post.origin}/world.xml` } });
  const list = `${post.origin}/world.xml?a=1\n${secret()}${courier.origin}/go.xml`;
  const { code, counts, errors } = await counted(list);
  expect(code).toBe(1);
  expect(counts).toMatchObject({ feeds: 3, read: 1, failed: 2, left: 0, newArticles: 1 });
  expect(errors.split('\n')).toEqual([
    `${post.origin}/world.xml?…: its outlet asked not to be read (lede forget); take it off the list.`,
    `${courier.origin}/go.xml: 127.0.0.1 asked not to be read by this bot.`,
    '',
  ]);
  expect(post.asked.length).toBe(before);
  const theirs = 'select url from feeds where url like ?';
  expect(inDatabase((it) => it.prepare(theirs).all(`${post.origin}%`))).toEqual([]);
});

test('a line without a feed is reported with its number, the others are polled, and the command ends with 1', async () => {
  const list = `# outlets\n\n${world()}htps://a.example/feed?key=hunter2\n${secret()}hello\n`;
  const { code, counts, errors } = await counted(list);
  expect({ code, counts }).toMatchObject({ code: 1, counts: { feeds: 2, read: 2, failed: 0 } });
  expect(errors.replaceAll(join(folder, 'list'), 'FILE').split('\n')).toEqual([
    'FILE, line 4: "htps://a.example/feed?…" is no address of a feed.',
    'FILE, line 6: "hello" is no address of a feed.',
    '',
  ]);
  expect((await counted(`${world()}hello\n`, '--record', join(folder, 'archive'))).code).toBe(1);
  const feeds = ['mailto:a@b.example', world().trim()].map((url) => ({ url, folders: [] }));
  const second = await counted(writeOpml('News', feeds));
  expect(second.errors).toContain('feed 1: "mailto:a@b.example" is no address');
});

test('a poll, a preview and a catalogue check report a missing name server in one sentence', async () => {
  const urls = ['a', 'b', 'c', 'd'].map((name) => `https://${name}.invalid/feed.xml`);
  const sentence = 'None of 4 addresses could be looked up: this machine has no network, or no name server (DNS).\n';
  expect(await poll(urls.join('\n'))).toMatchObject({ code: 1, errors: sentence });
  expect(await called(preview, urls)).toEqual({ code: 1, out: '', errors: sentence });
  const catalogue = catalogueOf([
    outletOf(
      'a',
      urls.map((url) => ({ url, topicId: 'world' })),
    ),
  ]);
  const file = join(folder, 'catalogue.json');
  writeFileSync(file, JSON.stringify(catalogue));
  const { out } = await called(checkCatalogue, ['--topic', 'world', file]);
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
