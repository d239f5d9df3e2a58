import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createSweep } from '../../src/operation/sweep.ts';
import { type DeskOptions, day, firstDay, hour, itemOf, openDesk } from '../desk/desk.ts';
import { events } from '../desk/events.ts';
import { htmlOf } from '../desk/newsstand.ts';
import { memoryLog } from '../memoryLog.ts';
import { always, failPosts, morning, notTaken } from '../outbox/scene.ts';
import { changeIn } from '../storage/beside.ts';
import { scratchFolder } from '../storage/scratch.ts';
import { emptyTestStorage, onlyWithSqlite } from '../storage/testDatabase.ts';

const [ferry] = events.ferry;
const [water] = events.water;

test('stories past retention are removed completely: articles, search, votes, aliases and records of posts', async () => {
  const news: DeskOptions['news'] = [{ '/ferry': ferry, '/water': water }, { '/ferry': events.ferry[1] }];
  const at = await openDesk({ sites: ['Harbour Post', 'Courier'], news, digest: { topics: ['world'] } });
  await at.to(0, '08:00');
  at.sites[0]?.feed('/world.xml', [itemOf(events.chess[0], '/chess', firstDay + 29 * day)]);
  at.sites[1]?.feed('/world.xml', []);
  await at.to(29, '06:00');
  expect(at.rows('select * from stories')).toHaveLength(3);
  await at.to(30, '06:00');
  expect(at.rows('select title from stories')).toEqual([{ title: events.chess[0].title }]);
  expect(at.rows('select title from articles')).toEqual([{ title: events.chess[0].title }]);
  for (const [table, rows] of Object.entries({ search_rows: 1, story_topics: 1, article_feeds: 1, told: 0 }))
    expect(at.rows(`select * from ${table}`).length, table).toBe(rows);
  expect(await at.ask.story('deckhands', {})).toMatchObject({ kind: 'top', keptDays: 30 });
});

test('no text that retention swept stays in the file', async (context) => {
  onlyWithSqlite(context);
  const secret = 'The witness of the harbour office was Ottilie Quandt.';
  // Longer than a database page, so that whole pages become free.
  const paragraphs = [
    `${ferry.paragraphs[0]} Her cat is called Zyzzyva.`,
    ...Array.from({ length: 400 }, (_, at) => `${secret} It is told ${at} times.`),
  ];
  const folder = scratchFolder();
  const at = await openDesk({ folder, settings: { retentionDays: 8 }, news: [{ '/ferry': { ...ferry, paragraphs } }] });
  const inFiles = () => {
    const bytes = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'latin1').toLowerCase());
    // The search index stores words without the prefix that they share with the previous word.
    return [secret, 'yzzyva'].map((text) => bytes.some((file) => file.includes(text.toLowerCase())));
  };
  await at.drain();
  await at.restart();
  expect(inFiles()).toEqual([true, true]);
  at.sites[0]?.feed('/world.xml', []);
  await at.to(9, '06:00');
  await at.to(9, '08:00');
  expect(at.rows('select id from articles')).toEqual([]);
  await at.close();
  expect(inFiles()).toEqual([false, false]);
});

test('articles of a server’s own feed stay while the feed goes on with the story, but none of the catalogue past retention', async () => {
  const at = await openDesk({ settings: { retentionDays: 8 }, news: [{ '/ferry': ferry }] });
  at.sites[2]?.feed('/own.xml', []);
  const own = { url: `${at.sites[2]?.origin}/own.xml`, title: 'Own', items: [] };
  await at.change.addFeed(at.by, own, undefined);
  await at.drain();
  const items = [];
  for (let n = 1; n <= 9; n += 1) {
    const { title, paragraphs } = events.ferry[n % 3] ?? ferry;
    items.push(itemOf({ title: `${title}, day ${n}`, paragraphs }, `/ferry-${n}`, morning + n * day));
    at.sites[2]?.feed('/own.xml', items);
    await at.to(n, '06:00');
    await at.to(n, '18:00');
  }
  expect(at.rows('select text_from from articles where published_at <= ?', morning)).toEqual([]);
  expect(at.rows('select articles, open from stories')).toEqual([{ articles: 9, open: 0 }]);
  const { story } = at.ask;
  expect(await story('deckhands', {})).toMatchObject({ kind: 'top', stories: [] });
  expect(await story('deckhands', { serverId: at.serverId })).toMatchObject({ kind: 'found' });
  // No feed lists it any more.
  at.sites[2]?.feed('/own.xml', []);
  for (const n of [12, 16, 18]) await at.to(n, '06:00');
  expect(at.rows('select id from articles')).toEqual([]);
});

test('a swept item that its feed still lists does not come back, and its page is not requested again', async () => {
  const old = [
    { title: ferry.title, link: '/old', at: morning - hour, html: htmlOf([ferry.paragraphs[0]]) },
    itemOf(water, '/archive', morning - 200 * day),
  ];
  const at = await openDesk({ sites: ['Harbour Post'] });
  at.sites[0]?.page('/old', ferry.paragraphs);
  at.sites[0]?.feed('/world.xml', old);
  await at.drain();
  for (const n of [10, 20, 31, 45, 62, 63]) {
    at.now = firstDay + n * day;
    const news = itemOf(events.chess[0], `/chess-${n}`, at.now, { title: `Chess, game ${n}` });
    at.sites[0]?.feed('/world.xml', [news, ...old]);
    await at.drain();
    await at.skip(hour);
  }
  expect(at.rows("select title from articles where title not like 'Chess%'")).toEqual([]);
  expect(at.sites[0]?.count('/old')).toBe(1);
});

test('keys of the last listing are kept for any time, others for thirty days', async () => {
  const at = await openDesk({ sites: ['Harbour Post'], news: [{ '/ferry': ferry, '/water': water }] });
  await at.drain();
  at.sites[0]?.feed('/world.xml', [itemOf(ferry, '/ferry', morning)]);
  await at.to(1, '06:00');
  // The publisher pauses for three months and then goes on where it stopped.
  at.sites[0]?.put('/world.xml', { status: 304 });
  for (const n of [20, 40, 60, 90]) await at.to(n, '06:00');
  const keys = at.rows<{ key: string }>('select key from seen').map((row) => row.key);
  expect(keys).toEqual([expect.stringContaining('/ferry')]);
  at.sites[0]?.feed('/world.xml', [itemOf(events.moose[0], '/moose', at.now), itemOf(ferry, '/ferry', morning)]);
  await at.to(91, '06:00');
  expect(at.rows('select title from articles')).toEqual([{ title: events.moose[0].title }]);
});

test('a story in a pending message is kept until that is sent', async () => {
  const at = await openDesk({
    sites: ['Harbour Post'],
    settings: { retentionDays: 1 },
    before: ([post]) =>
      post?.feed('/world.xml', [itemOf(ferry, '/ferry', morning - 23 * hour), itemOf(water, '/water', morning)]),
    startsAt: '05:00',
    digest: { topics: ['world'] },
  });
  failPosts(at, notTaken, always);
  await at.change.postNow(at.by, at.channelId, '1');
  await at.drain();
  await at.to(0, '06:30');
  expect(at.rows('select * from told')).toHaveLength(2);
  expect(at.rows('select * from stories')).toHaveLength(2);
  at.server.clearFaults();
  await at.to(0, '06:45');
  expect(at.posted()).toHaveLength(1);
  await at.to(0, '07:45');
  expect(at.rows('select title from stories')).toEqual([{ title: water.title }]);
});

test('spelling correction ignores words of titles that no story has any more', async () => {
  const at = await openDesk({ sites: ['Harbour Post'] });
  const later = itemOf(water, '/water', firstDay + 29 * day);
  at.sites[0]?.feed('/world.xml', [itemOf(events.moose[0], '/moose', morning), later]);
  await at.drain();
  at.sites[0]?.feed('/world.xml', [itemOf(water, '/water', firstDay + 40 * day)]);
  for (let n = 31; n < 35; n += 1) await at.to(n, '06:00');
  const terms = at.rows<{ term: string }>('select term from search_terms').map((row) => row.term);
  expect(terms).not.toContain('moose');
});

test('feeds that nobody reads for a day, expired mutes and past host rests are removed', async () => {
  const at = await openDesk({ sites: ['Harbour Post', 'Courier'], before: () => {} });
  const { ask, change } = at;
  at.sites[1]?.feed('/own.xml?key=secret', [itemOf(ferry, '/ferry', morning)]);
  const preview = { url: `${at.sites[1]?.origin}/own.xml?key=secret`, title: 'Own', items: [] };
  const feed = await change.addFeed(at.by, preview, undefined);
  await change.mute(at.by, 'chess', 3);
  await at.drain();
  const left = () =>
    ['feeds where id', 'seen where feed_id', 'article_feeds where feed_id'].map(
      (rows) => at.rows(`select 1 from ${rows} = ?`, feed.id).length,
    );
  const { undo } = await change.removeFeed(at.by, feed.id);
  await at.to(0, '12:00');
  await change.undo(at.by, undo);
  expect((await ask.feeds(at.serverId)).map(({ state }) => state)).toEqual(['ok']);
  await change.removeFeed(at.by, feed.id);
  await at.to(0, '23:00');
  expect(left()).toEqual([1, 1, 1]);
  await at.to(3, '06:00');
  expect(left()).toEqual([0, 0, 0]);
  expect(at.rows('select 1 from feeds where catalogue = 1')).toHaveLength(4);
  await at.to(4, '06:00');
  expect(at.rows('select * from mutes')).toEqual([]);
});

test('a server’s settings are deleted thirty days after it removed Lede, even if a sweep broke off in between', async () => {
  const storage = await emptyTestStorage(firstDay);
  const preferences = storage.keyv<object>('servers');
  await preferences.set('s', { zone: 'Europe/Berlin' });
  await storage.records.servers.left('s', firstDay);
  const parts = { storage, preferences, log: memoryLog().log as never, retentionDays: 30 };
  const broken = { delete: () => Promise.reject(new Error('disk is full')) };
  await expect(createSweep({ ...parts, preferences: broken }).run(firstDay + 31 * day)).rejects.toThrow('full');
  await createSweep(parts).run(firstDay + 32 * day);
  expect(await preferences.get('s')).toBeUndefined();
  expect(await storage.records.servers.leftBefore(firstDay + 32 * day)).toEqual([]);
});

test('sweeping goes on until nothing is past retention, in runs of ten thousand stories', async () => {
  const at = await openDesk({ news: [{ '/ferry': ferry }] });
  await at.drain();
  const [story = {}] = at.rows<Record<string, unknown>>('select * from stories');
  const columns = Object.keys(story);
  const copied = columns.map((name) => (name === 'id' ? "id || '-' || n" : name)).join(', ');
  const series = 'with recursive series(n) as (select 1 union all select n + 1 from series where n < 20100)';
  const copies = `${series} select ${copied} from stories, series`;
  changeIn(at.databaseUrl, `insert into stories (${columns.join(', ')}) ${copies}`);
  await at.to(31, '06:00');
  expect(at.rows('select id from stories')).toEqual([]);
  const runs = at.log.filter(({ message }) => message === 'swept').map(({ values }) => values.stories);
  expect(runs.slice(-3)).toEqual([10_000, 10_000, 101]);
});
