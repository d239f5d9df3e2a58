import { expect, onTestFinished, test } from 'vitest';
import { createApp } from '../src/app.ts';
import { neverBack } from '../src/clock.ts';
import { wakeByCron } from '../src/operation/wake.ts';
import { type Loop, withoutOverlap } from '../src/schedule/loop.ts';
import { openStorage } from '../src/storage/storage.ts';
import { day, firstDay, hour, itemOf, minute, openDesk } from './desk/desk.ts';
import { events } from './desk/events.ts';
import { catalogueOf } from './desk/newsstand.ts';
import { memoryLog } from './memoryLog.ts';
import { gate } from './storage/scratch.ts';
import { createPostgresDatabase } from './storage/testDatabase.ts';

const morning = firstDay + 5 * hour;
const [ferry] = events.ferry;

/** Opens a desk with one outlet that has one story. */
const withOneOutlet = (options: Parameters<typeof openDesk>[0] = {}) =>
  openDesk({ sites: ['Harbour Post'], news: [{ '/ferry': ferry }], ...options });

test('a drain does everything that is due and ends, even if something stays due', async () => {
  const at = await withOneOutlet();
  const done = await at.drain();
  expect(done).toMatchObject({ poll: 2, group: 1, compose: 0 });
  expect(await at.drain()).toMatchObject({ poll: 0, pages: 0, group: 0, compose: 0, send: 0, amend: 0 });
  expect(await at.app.nextDueAt()).toBeGreaterThan(at.now);
  // A server's own feed stays due after the last server removed it, but no loop reads it.
  const own = { url: `${at.sites[0]?.origin}/own.xml`, title: 'Own', items: [] };
  const feed = await at.change.addFeed(at.by, own, 'world');
  await at.change.removeFeed(at.by, feed.id);
  expect(await at.drain()).toMatchObject({ poll: 0 });
  expect(await at.app.nextDueAt()).toBeGreaterThan(at.now);
});

test('a restart polls no feed again', async () => {
  const at = await withOneOutlet();
  await at.drain();
  for (let n = 0; n < 3; n += 1) {
    await at.restart();
    await at.drain();
  }
  expect(at.sites[0]?.count('/world.xml')).toBe(1);
});

test('feeds follow a catalogue that changes between two starts, including one that moved by itself', async () => {
  const at = await openDesk({ sites: ['Harbour Post'] });
  const [post] = at.sites;
  post?.put('/world.xml', { status: 301, headers: { location: '/moved.xml' } });
  post?.feed('/moved.xml', [itemOf(ferry, '/ferry', morning)]);
  for (let poll = 0; poll < 4; poll += 1) {
    await at.drain();
    at.now += hour;
    post?.feed('/moved.xml', [itemOf(ferry, '/ferry', morning, { guid: String(poll) })]);
  }
  expect(at.rows('select url from feeds where url like ?', '%moved.xml')).toHaveLength(1);
  const catalogue = catalogueOf(at.sites);
  const [outlet] = catalogue.outlets;
  const feeds = [{ url: `${post?.origin}/moved.xml`, topicId: 'technology', general: true }];
  const asRead = at.rows(
    'select feeds.general, topic_id from feeds join feed_topics on feed_id = id order by topic_id',
  );
  expect(asRead).toEqual([
    { general: 0, topic_id: 'technology' },
    { general: 1, topic_id: 'world' },
  ]);
  await at.restart({ catalogue: { ...catalogue, outlets: outlet ? [{ ...outlet, name: 'The Post', feeds }] : [] } });
  expect(at.rows('select outlet_name, catalogue, general from feeds order by catalogue desc')).toEqual([
    { outlet_name: 'The Post', catalogue: 1, general: 1 },
    { outlet_name: 'Harbour Post', catalogue: 0, general: 0 },
  ]);
  expect(at.rows('select topic_id from feed_topics')).toEqual([{ topic_id: 'technology' }]);
  const asked = post?.count('/tech.xml');
  await at.skip(3 * day);
  expect(post?.count('/tech.xml')).toBe(asked);
});

test('a topic that was removed from the catalogue is named by its id until it is unsubscribed, and its channel still gets digests', async () => {
  const at = await openDesk({ sites: ['Harbour Post'], digest: { topics: ['world'], quiet: 'post' } });
  const { topics, outlets } = catalogueOf(at.sites);
  const isLeft = (id: string) => id !== 'world';
  await at.restart({
    catalogue: {
      topics: topics.filter(({ id }) => isLeft(id)),
      outlets: outlets.map((outlet) => ({ ...outlet, feeds: outlet.feeds.filter((feed) => isLeft(feed.topicId)) })),
    },
  });
  const { ask, change } = at;
  expect((await ask.subscription(at.serverId, at.channelId))?.topics.map(({ names }) => names.en)).toEqual(['world']);
  await at.to(0, '08:00');
  expect(at.posted()).toEqual([expect.stringContaining('A quiet day')]);
  await expect(change.subscribe(at.by, at.channelId, ['world'])).rejects.toMatchObject({ code: 'topic-gone' });
  expect((await change.unsubscribe(at.by, at.channelId, 'world')).left).toBeUndefined();
  expect(await ask.subscription(at.serverId, at.channelId)).toBeUndefined();
});

test('a feed’s own language does not override the catalogue’s', async () => {
  const at = await openDesk({
    sites: ['Harbour Post'],
    before: ([post]) =>
      post?.put('/world.xml', {
        headers: { 'content-type': 'application/rss+xml' },
        body: '<rss version="2.0"><channel><title>t</title><language>tr-TR</language><item><title>One two</title><link>/a</link></item></channel></rss>',
      }),
  });
  await at.drain();
  expect(at.rows('select language from feeds where url like ?', '%world.xml')).toEqual([{ language: 'en' }]);
  expect(at.rows('select language from articles')).toEqual([{ language: 'en' }]);
});

test('Lede stops even if an outlet never answers, and everything that was acknowledged is there at the next start', async () => {
  const at = await openDesk({ sites: ['Harbour Post', 'Courier'] });
  const reached = gate();
  at.sites[1]?.put('/world.xml', () => {
    reached.open();
    return new Promise(() => {});
  });
  at.sites[0]?.feed('/world.xml', [itemOf(ferry, '/ferry', morning)]);
  at.now += 3 * day;
  const running = at.drain().catch(() => undefined);
  await reached.opened;
  await at.change.subscribe(at.by, at.channelId, ['world']);
  await at.app.stop();
  await running;
  await at.restart();
  expect((await at.ask.subscription(at.serverId, at.channelId))?.topics).toHaveLength(1);
});

test('while a start waits for Discord, Lede reads feeds and sends nothing, and it can be stopped', async () => {
  const at = await withOneOutlet({ start: false });
  await at.app.stop();
  const woken: string[][] = [];
  let ended = 0;
  const open = (apiUrl?: string) =>
    createApp({ ...at.settings, apiUrl }, memoryLog().log as never, {
      wall: () => at.now,
      wake: (loops, now) => {
        woken.push(loops.map(({ name }) => name));
        const runs = loops.map((loop) => loop.run(now()));
        return async () => {
          await Promise.all(runs);
          ended += 1;
        };
      },
    });
  const waiting = await open('http://127.0.0.1:9/api');
  const started = waiting.start();
  await expect.poll(() => at.sites[0]?.count('/world.xml')).toBe(1);
  await Promise.all([waiting.stop(), expect(started).rejects.toMatchObject({ code: 'stopped' })]);
  expect({ woken, ended }).toEqual({ woken: [['poll', 'own-poll', 'pages', 'own-pages', 'group', 'watch']], ended: 1 });
  const connected = await open(at.server.url);
  await connected.start();
  const [, alone, others, ...more] = woken;
  expect(others).toEqual(expect.arrayContaining(['alert', 'compose', 'follow', 'send', 'amend', 'notices', 'sweep']));
  expect(others?.filter((name) => alone?.includes(name))).toEqual([]);
  expect(more).toEqual([]);
  await connected.stop();
  expect(ended).toBe(3);
});

test('a start that waits for Discord while others take over the work fails with that reason', async (context) => {
  const database = await createPostgresDatabase();
  if (database === undefined) return context.skip('it takes PostgreSQL: SQLite has one process');
  onTestFinished(() => database.remove());
  const at = await withOneOutlet({ start: false });
  const settings = { ...at.settings, databaseUrl: database.url, apiUrl: 'http://127.0.0.1:9/api' };
  const app = await createApp(settings, memoryLog().log as never, { wall: () => at.now, wake: () => async () => {} });
  const started = app.start();
  const other = await openStorage({ url: database.url, now: () => at.now });
  onTestFinished(() => other.close());
  await other.transaction(async ({ processes }) =>
    processes.remove((await processes.list()).map(({ owner }) => owner)),
  );
  await expect(started).rejects.toMatchObject({ code: 'superseded' });
});

test('while the clock shows an earlier time, the latest time seen counts, and each step back is logged once', () => {
  const steps: number[] = [];
  let real = 100;
  const { wall } = neverBack(
    () => real,
    () => 0,
    (by) => steps.push(by),
  );
  expect(wall()).toBe(100);
  real = 40;
  expect([wall(), wall()]).toEqual([100, 100]);
  real = 101;
  expect(wall()).toBe(101);
  real = 100;
  expect(wall()).toBe(101);
  expect(steps).toEqual([60, 1]);
});

const loopOf = (run: Loop['run']): Loop => ({ name: 'send', every: '* * * * * *', run });

test('a loop never overlaps with itself, whoever wakes it, and runs again after a failure', async () => {
  const held = gate();
  let runs = 0;
  const loop = withoutOverlap(
    loopOf(async () => {
      runs += 1;
      await held.opened;
      if (runs === 1) throw new Error('first');
      return runs;
    }),
  );
  const both = [loop.run(1), loop.run(2)];
  held.open();
  await expect(Promise.all(both)).rejects.toThrow('first');
  expect(runs).toBe(1);
  expect(await loop.run(3)).toBe(2);
});

test('cron runs the loops, logs one that fails while the others go on, and stopping waits for running ones', async () => {
  const { log, entries } = memoryLog();
  const seen: number[] = [];
  const [woken, failed, finish] = [gate(), gate(), gate()];
  let finished = false;
  const good = loopOf(async (now) => {
    seen.push(now);
    woken.open();
    await finish.opened;
    finished = true;
    return 0;
  });
  const bad = loopOf(async () => {
    failed.open();
    throw new Error('no');
  });
  const sleep = wakeByCron([good, { ...bad, name: 'poll' }], () => firstDay + minute, log as never);
  await Promise.all([woken.opened, failed.opened]);
  const asleep = sleep();
  finish.open();
  await asleep;
  expect([finished, seen]).toEqual([true, [firstDay + minute]]);
  expect(entries).toContainEqual(expect.objectContaining({ level: 'error', message: 'loop failed' }));
});
