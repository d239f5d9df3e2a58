import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { forgetOutlet } from '../../src/cli/forget.ts';
import { forget, tracesOf } from '../../src/operation/forget.ts';
import { domainOf, isOfDomain } from '../../src/reading/domains.ts';
import { openStorage, type Storage } from '../../src/storage/storage.ts';
import { called } from '../cli/called.ts';
import { type DeskOptions, itemOf, minute, openDesk, type TestDesk, wait } from '../desk/desk.ts';
import { events } from '../desk/events.ts';
import * as deliveries from '../outbox/kinds.ts';
import { failPosts, morning, notTaken, partsIn, pathOf } from '../outbox/scene.ts';
import { scratchFolder } from '../storage/scratch.ts';
import { onlyWithSqlite } from '../storage/testDatabase.ts';
import { twoMessages } from '../twoMessages.ts';

const [ferry, ferryToo] = events.ferry;
const [water] = events.water;
const [moose] = events.moose;

async function forgetBy(at: Pick<TestDesk, 'databaseUrl'>, ...words: string[]) {
  const { code, out, errors } = await called(forgetOutlet, words, { DATABASE_URL: at.databaseUrl });
  return { code, said: out + errors };
}

/** Stops Lede and runs `work` on its database. */
async function withStorage<Result>(at: TestDesk, work: (storage: Storage) => Promise<Result>): Promise<Result> {
  await at.app.stop();
  const storage = await openStorage({ url: at.databaseUrl, now: () => at.now });
  return work(storage).finally(() => storage.close());
}

/** The raw bytes of the database files as text. */
const fileOf = (at: TestDesk) =>
  ['', '-wal']
    .map((end) => `${at.databaseUrl.replace(/^file:/, '')}${end}`)
    .filter((path) => existsSync(path))
    .map((path) => readFileSync(path, 'latin1'))
    .join('\n');

/** Texts of the Harbour Post that a text still contains. */
const wordsLeft = (text: string) =>
  [ferry, water].flatMap(({ title, paragraphs }) => [title, ...paragraphs]).filter((words) => text.includes(words));

test('an outlet that asks for it is forgotten: rows, file and messages contain nothing of it, and it is never requested again', async (context) => {
  onlyWithSqlite(context);
  const courier = { '/ferry': ferryToo, '/moose': moose };
  const news: DeskOptions['news'] = [{ '/ferry': ferry, '/water': water }, courier];
  const at = await openDesk({ news, digest: { topics: ['world'] } });
  await at.to(0, '08:00');
  const [post] = at.sites;
  const domain = post?.host ?? '';
  expect(wordsLeft(at.posted()[0] ?? '')).not.toEqual([]);
  await at.app.stop();
  expect(wordsLeft(fileOf(at))).not.toEqual([]);

  // Without --yes it changes nothing, so that --yes says the same.
  for (const yes of [[], ['--yes']]) {
    const { said, code } = await forgetBy(at, '--outlet', domain, ...yes);
    for (const words of ['2 feeds of Harbour Post', '2 articles', '1 message to be edited'])
      expect(said).toContain(words);
    expect(code).toBe(0);
  }
  expect(wordsLeft(fileOf(at))).toEqual([]);
  expect(fileOf(at)).not.toContain('Harbour Post');

  const asked = post?.asked.length;
  await at.restart();
  await at.drain();
  const [message = ''] = at.posted();
  expect(wordsLeft(message)).toEqual([]);
  expect(message).not.toContain(domain);
  expect(message).toContain('Removed at the outlet’s request');
  expect(message).toContain(moose.title);
  expect(at.rows('select distinct outlet_name from articles')).toEqual([{ outlet_name: 'Courier' }]);
  at.sites[1]?.feed('/world.xml', [itemOf(water, `${post?.origin}/water`, at.now), itemOf(moose, '/moose', morning)]);
  for (const clock of ['09:00', '10:00', '11:00']) await at.to(0, clock);
  await expect(at.ask.lookUpFeed(at.serverId, `${domain}/own.xml`)).rejects.toMatchObject({ code: 'feed-forgotten' });
  expect(post?.asked.length).toBe(asked);
  expect(at.rows('select count(*) as n from articles')).toEqual([{ n: 2 }]);
  const preview = { url: `${post?.origin}/own.xml`, title: 'Own', items: [] };
  await expect(at.change.addFeed(at.by, preview, undefined)).rejects.toMatchObject({ code: 'feed-forgotten' });

  await at.app.stop();
  const undone = await forgetBy(at, '--outlet', domain, '--undo');
  expect(undone).toEqual({ code: 0, said: expect.stringContaining(domain) });
  await at.restart();
  await at.drain();
  expect(post?.asked.length).toBeGreaterThan(asked ?? 0);
});

test('a digest that is not posted yet is posted without the outlet, and only the stories that it still has count as posted', async () => {
  const at = await openDesk({ news: [{ '/water': water }, { '/moose': moose }], digest: { topics: ['world'] } });
  failPosts(at, notTaken);
  await at.to(0, '08:00');
  expect(at.posted()).toEqual([]);
  await withStorage(at, async (storage) => {
    const parts = { storage, kinds: Object.values(deliveries), pictures: true };
    await forget(parts, await tracesOf(storage, at.sites[0]?.host ?? ''), at.now);
    // Repeating it, as after a crash in between, finds nothing and does no harm.
    const again = await tracesOf(storage, at.sites[0]?.host ?? '');
    expect([again.articleIds.size, again.feeds, again.messages]).toEqual([0, [], 0]);
    await forget(parts, again, at.now);
  });
  at.server.clearFaults();
  await at.restart();
  await at.to(0, '08:30');
  expect(at.posted()).toHaveLength(1);
  expect(at.posted()[0]).toContain(moose.title);
  expect(at.posted()[0]).not.toContain('Removed');
  expect(wordsLeft(at.posted()[0] ?? '')).toEqual([]);
  expect(at.rows('select * from told')).toHaveLength(1);
});

test.each([
  ['between the two messages', 'is in neither'],
  ['after both, when somebody deleted the first,', 'is taken out of the second'],
])('an outlet that is forgotten %s %s', async (when) => {
  const at = await openDesk({
    server: { settings: { nonceMs: 0 } },
    kinds: twoMessages,
    news: [{ '/ferry': ferryToo, '/water': water }, { '/moose': moose }],
    digest: { topics: ['world'] },
  });
  const isBetween = when.startsWith('between');
  if (isBetween) failPosts(at, notTaken, { after: 1 });
  await at.to(0, '08:00');
  await withStorage(at, async (storage) =>
    forget({ storage, kinds: twoMessages, pictures: true }, await tracesOf(storage, at.sites[0]?.host ?? ''), at.now),
  );
  const gone = { status: 404, code: 10_008, message: 'Unknown Message' };
  if (!isBetween) at.server.fail({ method: 'PATCH', path: `${pathOf(at)}/${at.messages()[0]?.id}`, how: gone });
  await at.restart();
  await wait(at, 10 * minute);
  expect(partsIn(at)).toEqual(['#0', '#0/1']);
  const text = (isBetween ? at.posted() : at.posted().slice(1)).join();
  for (const { title } of [ferryToo, water]) expect(text).not.toContain(title);
  if (isBetween) expect(text).toContain(moose.title);
});

test('a forgotten outlet can’t be found at any URL when a server looks for feeds', async () => {
  const at = await openDesk({ sites: ['Shortener', 'Harbour Post', 'Courier'] });
  const [shortener = expect.fail(), gone = expect.fail(), courier = expect.fail()] = at.sites;
  const feed = `${gone.origin}/feed.xml`;
  gone.feed('/feed.xml', [itemOf(moose, '/a', morning)]);
  courier.feed('/feed.xml', [itemOf(water, '/b', morning)]);
  const links = (...sites: { origin: string }[]) =>
    sites.map(({ origin }) => `<link rel="alternate" type="application/rss+xml" href="${origin}/feed.xml">`).join('');
  shortener.put('/go', { status: 302, headers: { location: feed } });
  shortener.page('/links', ['Hello.'], { head: links(gone) });
  shortener.page('/both', ['Hello.'], { head: links(gone, courier) });
  await withStorage(at, (storage) => storage.records.forgotten.add(gone.host, at.now));
  await at.restart();
  gone.asked.length = 0;
  for (const address of [feed, gone.host, `feed:${feed}`, `${shortener.origin}/go`]) {
    const looked = at.ask.lookUpFeed(at.serverId, address);
    await expect(looked, address).rejects.toMatchObject({ code: 'feed-forgotten', detail: '127.0.0.1' });
  }
  expect(await at.ask.lookUpFeed(at.serverId, `${shortener.origin}/links`)).toMatchObject({ code: 'no-feed' });
  const found = await at.ask.lookUpFeed(at.serverId, `${shortener.origin}/both`);
  expect(found).toMatchObject({ kind: 'feed', preview: { url: `${courier.origin}/feed.xml` } });
  expect(gone.asked).toEqual([]);
});

test('without a database nothing is forgotten, and none is created', async () => {
  const path = join(scratchFolder(), 'none.db');
  const { code, said } = await forgetBy({ databaseUrl: `file:${path}` }, '--outlet', 'example.com', '--yes');
  expect([code, said]).toEqual([2, expect.stringContaining(`There is no database at ${path}.`)]);
  expect(existsSync(path)).toBe(false);
});

test.each([
  ['Example.com', 'example.com'],
  ['https://www.example.com/news?x=1', 'example.com'],
  ['news.example.com', 'news.example.com'],
  ['127.0.0.1:8080', '127.0.0.1:8080'],
  ['com', undefined],
  ['', undefined],
  ['two words', undefined],
])('an outlet named as %j has the domain %j', (given, domain) => {
  expect(domainOf(given)).toBe(domain);
});

test.each([
  ['https://example.com/a', true],
  ['https://news.example.com:8443/a', true],
  ['http://user@EXAMPLE.com./a', true],
  ['https://notexample.com/', false],
  ['https://example.com.evil.example/', false],
  ['https://evil.example/?u=example.com', false],
  ['no address', false],
])('whether %s is of example.com: %s', (address, expected) => {
  expect(isOfDomain(new Set(['example.com']), address)).toBe(expected);
});
