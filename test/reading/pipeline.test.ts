import { expect, test } from 'vitest';
import { day, firstDay, hour, itemOf, minute, openDesk } from '../desk/desk.ts';
import { events } from '../desk/events.ts';
import { htmlOf } from '../desk/newsstand.ts';

const morning = firstDay + 5 * hour;
const [ferry] = events.ferry;
const [water] = events.water;
const [chess] = events.chess;

/** Long enough for every feed to be due again. */
const nextPoll = 25 * minute;

test('an item is one article, though its feed, guid, date or tracking parameters change', async () => {
  const at = await openDesk({ sites: ['Harbour Post'] });
  const [post] = at.sites;
  post?.feed('/world.xml', [itemOf(ferry, '/ferry?id=7&utm_source=rss', morning, { guid: 'a' })]);
  post?.feed('/tech.xml', [itemOf(ferry, '/ferry?utm_campaign=x&id=7#comments', morning, { guid: 'b' })]);
  await at.drain();
  expect(at.rows('select url from articles')).toEqual([{ url: `${post?.origin}/ferry?id=7` }]);
  post?.feed('/world.xml', [itemOf(ferry, '/ferry?id=7', morning + hour, { guid: 'changed' })]);
  await at.skip(nextPoll);
  expect(at.rows('select id from articles')).toHaveLength(1);
  expect(at.rows('select * from article_feeds')).toHaveLength(2);
});

test('items that differ only in their anchor, as in a change log, are separate articles', async () => {
  const at = await openDesk({ sites: ['Harbour Post'] });
  const [post] = at.sites;
  post?.feed('/tech.xml', [itemOf(ferry, '/changes#v2.0', morning), itemOf(water, '/changes#v1.9', morning - day)]);
  await at.drain();
  expect(at.rows('select url from articles order by url')).toEqual([
    { url: `${post?.origin}/changes#v1.9` },
    { url: `${post?.origin}/changes#v2.0` },
  ]);
});

test('items of a first poll count from their own dates, and an item without a date is not news', async () => {
  const at = await openDesk({ sites: ['Harbour Post'] });
  const [post] = at.sites;
  post?.feed('/world.xml', [
    itemOf(ferry, '/ferry', morning),
    itemOf(water, '/water', morning - 3 * day),
    { title: chess.title, link: '/chess', html: htmlOf(chess.paragraphs) },
  ]);
  await at.change.subscribe(at.by, at.channelId, ['world']);
  await at.drain();
  const { places, also } = await at.ask.previewDigest(at.channelId, at.serverId);
  expect([...places, ...also].map((place) => place.title)).toEqual([ferry.title]);
});

test('an item that its feed shows late is in the next digest, and one over a week old is in none', async () => {
  const at = await openDesk({ sites: ['Harbour Post'], news: [{ '/ferry': ferry }], digest: { topics: ['world'] } });
  const [post] = at.sites;
  await at.to(0, '08:00');
  post?.feed('/world.xml', [
    itemOf(ferry, '/ferry', morning),
    itemOf(water, '/water', morning - day),
    itemOf(chess, '/chess', morning - 9 * day),
  ]);
  await at.to(0, '12:00');
  await at.to(1, '08:00');
  const [, second] = at.posted();
  expect(second).toContain(water.title);
  expect(second).not.toContain(chess.title);
  expect(second).not.toContain(ferry.title);
});

test('an article that is grouped too late for one digest is in the next one', async () => {
  const at = await openDesk({ sites: ['Harbour Post'], news: [{ '/ferry': ferry }], digest: { topics: ['world'] } });
  const [post] = at.sites;
  // The page is unavailable for now, so that the article still waits for it when the digest goes out.
  post?.feed('/world.xml', [
    { title: water.title, link: '/water', at: morning + 2 * hour, html: htmlOf([water.paragraphs[0]]) },
    itemOf(ferry, '/ferry', morning),
  ]);
  post?.put('/water', { status: 503 });
  await at.to(0, '07:59:30');
  await at.to(0, '08:00');
  expect(at.posted()[0]).not.toContain(water.title);
  await at.to(0, '08:10');
  await at.to(1, '08:00');
  expect(at.posted()[1]).toContain(water.title);
});

test('a snippet is completed by its page, within robots.txt', async () => {
  const at = await openDesk({ sites: ['Harbour Post'] });
  const [post] = at.sites;
  post?.put('/robots.txt', { body: 'User-agent: *\nDisallow: /private/' });
  post?.page('/ferry', ferry.paragraphs);
  post?.page('/private/water', water.paragraphs);
  post?.feed('/world.xml', [
    { title: ferry.title, link: '/ferry', at: morning, html: htmlOf([ferry.paragraphs[0]]) },
    { title: water.title, link: '/private/water', at: morning, html: htmlOf([water.paragraphs[0]]) },
  ]);
  await at.drain();
  const texts = at.rows<{ text_from: string; paragraphs: string; page_state: string }>(
    'select text_from, paragraphs, page_state from articles order by url',
  );
  expect(texts.map(({ text_from, page_state }) => [text_from, page_state])).toEqual([
    ['page', 'done'],
    ['snippet', 'given-up'],
  ]);
  expect(texts[0]?.paragraphs.split('\n')).toEqual(ferry.paragraphs);
  expect(post?.count('/private/water')).toBe(0);
});

test('an unchanged body and a 304 do no item work', async () => {
  const at = await openDesk({ sites: ['Harbour Post'] });
  const [post] = at.sites;
  const items = [itemOf(ferry, '/ferry', morning)];
  post?.feed('/world.xml', items);
  await at.drain();
  const seen = () => at.rows<{ at: number }>('select last_listed_at as at from seen')[0]?.at;
  const before = seen();
  await at.skip(nextPoll);
  expect(seen()).toBe(before);
  post?.put('/world.xml', { status: 304 });
  await at.skip(nextPoll);
  expect(seen()).toBe(before);
  expect(at.log.filter((entry) => entry.values.outcome === 'unchanged')).toHaveLength(2);
});

test('a feed with whole articles is not overwritten by another one with snippets of them', async () => {
  const at = await openDesk({ sites: ['Harbour Post'] });
  const [post] = at.sites;
  const snippet = (title: string) => [{ title, link: '/ferry', at: morning, html: htmlOf([ferry.paragraphs[0]]) }];
  post?.feed('/world.xml', [itemOf(ferry, '/ferry', morning)]);
  await at.drain();
  post?.feed('/tech.xml', snippet(ferry.title));
  await at.skip(nextPoll);
  post?.feed('/tech.xml', snippet('Ferry deckhands walk out'));
  await at.skip(nextPoll);
  expect(at.rows('select paragraphs, text_from from articles')).toEqual([
    { paragraphs: ferry.paragraphs.join('\n'), text_from: 'feed' },
  ]);
});

test('pages of items that are not news are not fetched', async () => {
  const at = await openDesk({ sites: ['Harbour Post'] });
  const [post] = at.sites;
  post?.page('/old', ferry.paragraphs);
  post?.feed('/world.xml', [
    { title: ferry.title, link: '/old', at: morning - 20 * day, html: htmlOf([ferry.paragraphs[0]]) },
  ]);
  await at.drain();
  expect(at.rows('select id from articles where story_id is not null')).toHaveLength(1);
  expect(post?.count('/old')).toBe(0);
});

test('requests that the end of the process breaks off count neither against the feed nor against the page', async () => {
  const at = await openDesk({ sites: ['Harbour Post', 'Courier'] });
  const [post, courier] = at.sites;
  post?.feed('/world.xml', [{ title: ferry.title, link: '/ferry', at: morning, html: htmlOf([ferry.paragraphs[0]]) }]);
  await at.drain();
  let asked = () => {};
  const under = new Promise<void>((resolve) => {
    asked = resolve;
  });
  courier?.put('/world.xml', () => {
    asked();
    return new Promise(() => {});
  });
  at.now += 5 * hour;
  const running = at.app.drain().catch(() => undefined);
  await under;
  await at.app.stop();
  await running;
  expect(at.rows('select failures from feeds where url = ?', `${courier?.origin}/world.xml`)).toEqual([
    { failures: 1 },
  ]);
  await at.restart();
  courier?.feed('/world.xml', [itemOf(water, '/water', at.now)]);
  await at.drain();
  expect(at.rows('select title from articles where outlet_id = ?', 'courier')).toEqual([{ title: water.title }]);
});
