import { expect, test } from 'vitest';
import { day, hour, itemOf, minute } from '../desk/desk.ts';
import { events } from '../desk/events.ts';
import { htmlOf } from '../desk/newsstand.ts';
import { failOn } from '../storage/beside.ts';
import { morning, openPost, teaser } from './onePost.ts';

const [ferry] = events.ferry;
const [water] = events.water;
const [chess] = events.chess;

/** Long enough for every feed to be due again. */
const nextPoll = 25 * minute;

test('an item is one article, though its feed, guid, date or tracking parameters change', async () => {
  const { at, post } = await openPost();
  post.feed('/world.xml', [itemOf(ferry, '/ferry?id=7&utm_source=rss', morning, { guid: 'a' })]);
  post.feed('/tech.xml', [itemOf(ferry, '/ferry?utm_campaign=x&id=7#comments', morning, { guid: 'b' })]);
  await at.drain();
  expect(at.rows('select url from articles')).toEqual([{ url: `${post.origin}/ferry?id=7` }]);
  post.feed('/world.xml', [itemOf(ferry, '/ferry?id=7', morning + hour, { guid: 'changed' })]);
  await at.skip(nextPoll);
  expect(at.rows('select id from articles')).toHaveLength(1);
  expect(at.rows('select * from article_feeds')).toHaveLength(2);
});

test('items that differ only in their anchor, as in a change log, are separate articles', async () => {
  const { at, post } = await openPost();
  post.feed('/tech.xml', [itemOf(ferry, '/changes#v2.0', morning), itemOf(water, '/changes#v1.9', morning - day)]);
  await at.drain();
  const urls = at.rows<{ url: string }>('select url from articles order by url');
  expect(urls.map(({ url }) => new URL(url).hash)).toEqual(['#v1.9', '#v2.0']);
});

test('items of a first poll count from their own dates, and an item without a date is not news', async () => {
  const { at, post } = await openPost();
  post.feed('/world.xml', [
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
  const { at, post } = await openPost({ news: [{ '/ferry': ferry }], digest: { topics: ['world'] } });
  await at.to(0, '08:00');
  post.feed('/world.xml', [
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
  const { at, post } = await openPost({ news: [{ '/ferry': ferry }], digest: { topics: ['world'] } });
  // The page is unavailable for now, so that the article still waits for it when the digest goes out.
  post.feed('/world.xml', [teaser(water, '/water', morning + 2 * hour), itemOf(ferry, '/ferry', morning)]);
  post.put('/water', { status: 503 });
  await at.to(0, '07:59:30');
  await at.to(0, '08:00');
  expect(at.posted()[0]).not.toContain(water.title);
  await at.to(0, '08:10');
  await at.to(1, '08:00');
  expect(at.posted()[1]).toContain(water.title);
});

test('a snippet is completed by its page, within robots.txt', async () => {
  const { at, post } = await openPost();
  post.put('/robots.txt', { body: 'User-agent: *\nDisallow: /private/' });
  post.page('/ferry', ferry.paragraphs);
  post.page('/private/water', water.paragraphs);
  post.feed('/world.xml', [teaser(ferry, '/ferry'), teaser(water, '/private/water')]);
  await at.drain();
  type Row = { text_from: string; paragraphs: string; page_state: string };
  const texts = at.rows<Row>('select text_from, paragraphs, page_state from articles order by url');
  expect(texts).toMatchObject([
    { text_from: 'page', page_state: 'done' },
    { text_from: 'snippet', page_state: 'given-up' },
  ]);
  expect(texts[0]?.paragraphs.split('\n')).toEqual(ferry.paragraphs);
  expect(post.count('/private/water')).toBe(0);
});

test('an unchanged body and a 304 do no item work', async () => {
  const { at, post } = await openPost();
  post.feed('/world.xml', [itemOf(ferry, '/ferry', morning)]);
  await at.drain();
  const seen = () => at.rows<{ at: number }>('select last_listed_at as at from seen')[0]?.at;
  const before = seen();
  await at.skip(nextPoll);
  expect(seen()).toBe(before);
  post.put('/world.xml', { status: 304 });
  await at.skip(nextPoll);
  expect(seen()).toBe(before);
  expect(at.log.filter((entry) => entry.values.outcome === 'unchanged')).toHaveLength(2);
});

test('a feed with whole articles is not overwritten by another one with snippets of them', async () => {
  const { at, post } = await openPost();
  const snippet = (title: string) => [{ ...teaser(ferry, '/ferry'), title }];
  post.feed('/world.xml', [itemOf(ferry, '/ferry', morning)]);
  await at.drain();
  post.feed('/tech.xml', snippet(ferry.title));
  await at.skip(nextPoll);
  post.feed('/tech.xml', snippet('Ferry deckhands walk out'));
  await at.skip(nextPoll);
  expect(at.rows('select paragraphs, text_from from articles')).toEqual([
    { paragraphs: ferry.paragraphs.join('\n'), text_from: 'feed' },
  ]);
});

test('pages of items that are not news are not fetched', async () => {
  const { at, post } = await openPost();
  post.page('/old', ferry.paragraphs);
  post.feed('/world.xml', [teaser(ferry, '/old', morning - 20 * day)]);
  await at.drain();
  expect(at.rows('select id from articles where story_id is not null')).toHaveLength(1);
  expect(post.count('/old')).toBe(0);
});

test('requests that the end of the process breaks off count neither against the feed nor against the page', async () => {
  const { at, post, courier } = await openPost({ sites: ['Harbour Post', 'Courier'] });
  post.feed('/world.xml', [teaser(ferry, '/ferry')]);
  await at.drain();
  const under = Promise.withResolvers<void>();
  courier.put('/world.xml', () => {
    under.resolve();
    return new Promise(() => {});
  });
  at.now += 5 * hour;
  const running = at.app.drain().catch(() => undefined);
  await under.promise;
  await at.app.stop();
  await running;
  const [feed] = at.rows('select failures from feeds where url = ?', `${courier.origin}/world.xml`);
  expect(feed).toEqual({ failures: 1 });
  await at.restart();
  courier.feed('/world.xml', [itemOf(water, '/water', at.now)]);
  await at.drain();
  expect(at.rows('select title from articles where outlet_id = ?', 'courier')).toEqual([{ title: water.title }]);
});

test('a start stores the catalogue’s feeds only if something about them changed', async () => {
  const { at } = await openPost();
  const mend = failOn(at.databaseUrl, 'insert on feeds', 'stored again');
  await at.restart();
  mend();
  const { outlets, topics } = at.settings.catalogue;
  await at.restart({ catalogue: { topics, outlets: outlets.map((one) => ({ ...one, name: 'The Harbour Post' })) } });
  expect(at.rows('select distinct outlet_name as name from feeds')).toEqual([{ name: 'The Harbour Post' }]);
});
