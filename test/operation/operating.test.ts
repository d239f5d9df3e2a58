import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import type { FeedHealth } from '../../src/desk/ownFeeds.ts';
import { controls, read } from '../commands/scene.ts';
import { day, firstDay, hour, itemOf, minute, openDesk, type TestDesk } from '../desk/desk.ts';
import { events } from '../desk/events.ts';
import { htmlOf } from '../desk/newsstand.ts';
import { morning, openPost } from '../reading/onePost.ts';
import { refused } from '../storage/scratch.ts';
import { fill, smallDisk } from '../storage/smallDisk.ts';
import { onlyWithSqlite } from '../storage/testDatabase.ts';

const [ferry] = events.ferry;

/** The code and detail of a refused change, or "taken" if it was accepted. */
const refusal = (work: Promise<unknown>) => work.then(() => 'taken').catch((error) => [error.code, error.detail]);
const none = { all: [], any: [], not: [] };

test('an invalid schedule is refused with the typed text, and nothing is changed', async () => {
  const at = await openDesk({ sites: [] });
  const { change, ask } = at;
  const reschedule = (to: Parameters<typeof change.saveSettings>[2]) =>
    refusal(change.saveSettings(at.by, at.channelId, to));
  expect(await reschedule({ times: '9' })).toEqual(['not-subscribed', '']);
  await change.subscribe(at.by, at.channelId, ['world']);
  const before = await ask.subscription(at.serverId, at.channelId);
  expect(await reschedule({ times: 'soon' })).toEqual(['unknown-time', 'soon']);
  // A list with too many times has its own error, instead of being called “not a time”.
  expect(await reschedule({ times: '1, 2, 3, 4, 5, 6, 7' })).toEqual(['too-many-times', '6']);
  expect(await reschedule({ days: 'someday' })).toEqual(['unknown-days', 'someday']);
  expect(await reschedule({ stories: 99 })).toEqual(['unknown-choice', '99']);
  expect(await reschedule({ times: '09:00', zone: 'Narnia' })).toEqual(['unknown-zone', 'Narnia']);
  expect(await ask.subscription(at.serverId, at.channelId)).toEqual(before);
});

test('topics, feeds and words that cannot be used are refused with a code', async () => {
  const at = await openDesk({ sites: ['Harbour Post'] });
  const { change, ask } = at;
  const subscribe = (id: string) => refusal(change.subscribe(at.by, at.channelId, [id]));
  expect(await subscribe('nonsense')).toEqual(['topic-gone', '']);
  expect(await subscribe('world')).toBe('taken');
  expect(await subscribe('world')).toEqual(['already-subscribed', 'world']);
  const unsubscribed = change.unsubscribe(at.by, at.channelId, 'technology');
  expect(await refusal(unsubscribed)).toEqual(['not-subscribed', 'technology']);
  const preview = { url: `${at.sites[0]?.origin}/world.xml`, title: 'x', items: [] };
  await change.addFeed(at.by, preview, 'world');
  expect(await refusal(change.addFeed(at.by, preview, 'world'))).toEqual(['feed-exists', preview.url]);
  expect(await refusal(change.removeFeed(at.by, 'unknown'))).toEqual(['feed-unknown', 'unknown']);
  const may = (name: string, ...any: string[]) => refusal(change.mayTopic(at.by, { name, words: { ...none, any } }));
  expect(await may('World', 'x')).toEqual(['topic-built-in', 'World']);
  expect(await may(' ', 'x')).toEqual(['topic-name', '']);
  expect(await may('Empty')).toEqual(['no-words', '']);
  // An emoji can't be searched for.
  expect(await may('Boats', '🚢')).toEqual(['no-words', '']);
  expect(await may('Boats', ...Array.from({ length: 31 }, (_, n) => `word${n}`))).toEqual(['too-many-words', '30']);
  expect(await may('Boats', 'x'.repeat(61))).toEqual(['long-word', 'x'.repeat(60)]);
  const typed = { name: ' Boats ', words: { ...none, any: ['ferry', ' Ferry', '🚢', 'sea  bridge'] } };
  const stored = { name: 'Boats', words: { ...none, any: ['Ferry', 'sea bridge'] } };
  expect(await change.mayTopic(at.by, typed)).toEqual(stored);
  for (let n = 0; n < 20; n += 1) await change.createTopic(at.by, `Topic ${n}`, { ...none, any: ['x'] });
  expect(await may('Boats', 'ferry')).toEqual(['too-many-topics', '20']);
  expect(await ask.ownTopics(at.serverId)).toHaveLength(20);
});

test('a URL without a feed is refused with its reason, and nothing is stored about it', async () => {
  const { at, post } = await openPost();
  const headers = { 'content-type': 'application/rss+xml' };
  post.page('/', ferry.paragraphs);
  post.put('/broken.xml', { headers, body: '<nonsense><a></nonsense>' });
  post.put('/huge.xml', { headers, body: `<rss>${' '.repeat(50 * 1024 * 1024)}` });
  for (const [address, code] of [
    [`${post.origin}/`, /^no-feed$/],
    [`${post.origin}/broken.xml`, /^(?:broken|no-feed)$/],
    [`${post.origin}/huge.xml`, /^too-large$/],
    ['http://127.0.0.1:1/feed', /^private-address$/],
    ['http://169.254.169.254/latest/meta-data', /^private-address$/],
    ['file:///etc/passwd', /^bad-scheme$/],
    ['not an address', /^bad-url$/],
  ] as const) {
    const found = await at.ask.lookUpFeed(at.serverId, address);
    if (found.kind !== 'failed') throw new Error(`${address}: ${found.kind}`);
    expect(found.code).toMatch(code);
    expect(found.reason).toMatch(/^.{10,200}\.$/s);
  }
  expect(at.rows('select * from feeds where catalogue = 0')).toEqual([]);
});

test('a feed that breaks, or grows to 50 MB, keeps what it brought before, waits longer each time, and says what is wrong', async () => {
  const { at, post } = await openPost();
  post.feed('/own.xml?key=SECRET', [itemOf(ferry, '/ferry', morning)]);
  const { change, ask } = at;
  await change.addFeed(at.by, { url: `${post.origin}/own.xml?key=SECRET`, title: 'Own', items: [] }, 'world');
  await at.drain();
  post.put('/own.xml?key=SECRET', { body: Buffer.alloc(50 * 1024 * 1024, 'x') });
  await at.skip(25 * minute);
  const [huge] = await ask.feeds(at.serverId);
  expect(huge).toMatchObject({ state: 'failing', articlesLastWeek: 1 });
  const { reason, ...problem } = huge?.problem ?? { reason: '' };
  expect(reason).toContain('more than 5 MB');
  expect(problem).toEqual({ code: 'too-large', host: '127.0.0.1' });
  expect(huge?.nextDueAt).toBeGreaterThan(at.now + 40 * minute);
  const packed = gzipSync(Buffer.alloc(6 * 1024 * 1024, 'x'));
  post.put('/own.xml?key=SECRET', { headers: { 'content-encoding': 'gzip' }, body: packed });
  await at.skip(3 * day);
  expect((await ask.feeds(at.serverId))[0]?.problem).toMatchObject({ code: 'too-large', host: '127.0.0.1' });
  post.put('/own.xml?key=SECRET', { body: '<html><body>Down for maintenance</body></html>' });
  for (let poll = 0; poll < 2; poll += 1) await at.skip(3 * day);
  expect(at.told()).toHaveLength(1);
  // Everyone who can read the log channel sees notices, and a feed's URL may contain a token.
  expect(at.told()[0]).toContain('Harbour Post feed');
  expect(at.told()[0]).not.toContain('SECRET');
  expect((await ask.status(at.serverId)).notices).toMatchObject([{ title: 'Harbour Post feed' }]);
  post.feed('/own.xml?key=SECRET', [itemOf(ferry, '/ferry', morning)]);
  await at.skip(3 * day);
  expect(at.told()).toHaveLength(2);
  expect((await ask.feeds(at.serverId))[0]).toMatchObject({ state: 'ok', problem: undefined });
  expect((await ask.status(at.serverId)).notices).toEqual([]);
});

test('a feed that is gone for good is reported, and read again once an admin adds it again', async () => {
  const { at, post } = await openPost();
  post.put('/own.xml', { status: 410 });
  const { change, ask } = at;
  const preview = { url: `${post.origin}/own.xml`, title: 'Own', items: [] };
  const feed = await change.addFeed(at.by, preview, 'world');
  await at.drain();
  expect((await ask.feeds(at.serverId))[0]?.state).toBe('gone');
  expect(at.told()).toHaveLength(1);
  await change.removeFeed(at.by, feed.id);
  post.feed('/own.xml', [itemOf(ferry, '/ferry', morning)]);
  await change.addFeed(at.by, preview, 'world');
  await at.drain();
  expect((await ask.feeds(at.serverId))[0]).toMatchObject({ state: 'ok', articlesLastWeek: 1 });
});

test.each<[string, number, (at: TestDesk, feed: FeedHealth) => Promise<unknown>]>([
  ['the feed', 410, ({ change, by }, { id }) => change.removeFeed(by, id)],
  ['its topic', 500, ({ change, by }, { topic }) => change.deleteTopic(by, topic.id)],
])('no warning stays when an admin removes %s because it answered %i', async (_, status, remove) => {
  const at = await openDesk({ sites: ['Harbour Post', 'Club'] });
  for (const { name, origin, feed } of at.sites) {
    feed('/own.xml', [itemOf(ferry, '/ferry', morning)]);
    const topic = await at.change.createTopic(at.by, name, { ...none, all: ['ferry'] });
    await at.change.addFeed(at.by, { url: `${origin}/own.xml`, title: '', items: [] }, topic.id);
  }
  await at.drain();
  for (const site of at.sites) site.put('/own.xml', { status });
  for (let polls = 0; polls < 14; polls += 1) await at.skip(6 * hour);
  const warned = async () =>
    (await at.ask.status(at.serverId)).notices.map((notice) => 'title' in notice && notice.title).toSorted();
  expect(await warned()).toEqual(['Club feed', 'Harbour Post feed']);
  const feed = (await at.ask.feeds(at.serverId)).find(({ topic }) => topic.names.en === 'Harbour Post');
  await remove(at, feed as FeedHealth);
  expect(await warned()).toEqual(['Club feed']);
  await at.skip(3 * day);
  expect(await warned()).toEqual(['Club feed']);
});

test('a story of a removed feed, opened from its digest, is not called too old', async () => {
  const at = await openDesk({ sites: ['Harbour Post', 'Club'] });
  const [, club] = at.sites;
  club?.feed('/own.xml', [itemOf(ferry, '/ferry', morning)]);
  const feed = await at.change.addFeed(at.by, { url: `${club?.origin}/own.xml`, title: '', items: [] }, undefined);
  await at.change.subscribe(at.by, at.channelId, [feed.topic.id]);
  await at.drain();
  await at.to(0, '08:00');
  const [message] = at.messages();
  if (message === undefined) throw new Error('no digest');
  const customId = controls(message).find((id) => id.startsWith('story:open')) ?? '';
  const [story] = at.rows<{ id: string }>('select id from stories');
  const open = async () => {
    const place = { user: at.admin, channel: at.channelId, messageId: message.id, customId };
    const shown = await at.server.acts.choose({ ...place, values: [story?.id ?? ''] }).shown;
    return shown.kind === 'message' ? read(shown.message) : shown.kind;
  };
  expect(await open()).toContain(ferry.title);
  await at.change.removeFeed(at.by, feed.id);
  expect(await open()).toContain('or its feed was removed. The links above still work.');
});

test('a full disk loses nothing: work that can’t be stored waits until there is space', async (context) => {
  onlyWithSqlite(context);
  const folder = smallDisk(6);
  if (folder === undefined) return context.skip('no small file system can be mounted here');
  const news = [{ '/ferry': ferry, '/water': events.water[0] }];
  const at = await openDesk({ folder, sites: ['Harbour Post'], news, digest: { topics: ['world'] } });
  const ballast = join(folder, 'ballast');
  fill(ballast);
  at.now = firstDay + 8 * hour;
  const text = 'Ports, cranes and the people who work there, told at length. '.repeat(500);
  at.sites[0]?.feed('/tech.xml', [{ title: 'Cranes are blue', link: '/cranes', at: morning, html: htmlOf([text]) }]);
  for (let look = 0; look < 3; look += 1) await refused(at.skip(minute), 'disk-full', 'full');
  expect(at.posted()).toEqual([]);
  rmSync(ballast);
  for (let look = 0; look < 8; look += 1) await at.skip(minute);
  expect(at.posted()).toHaveLength(1);
  expect(at.posted()[0]).toContain(ferry.title);
  await at.skip(hour);
  expect(at.rows('select title from articles where title = ?', 'Cranes are blue')).toHaveLength(1);
});
