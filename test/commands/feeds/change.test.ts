import { describe, expect, test } from 'vitest';
import { outletsByHost } from '../../../src/reading/outlets.ts';
import { firstDay, hour, itemOf, minute, openDesk } from '../../desk/desk.ts';
import { events } from '../../desk/events.ts';
import { htmlOf, type Item, rss } from '../../desk/newsstand.ts';

const morning = firstDay + 5 * hour;
const [ferry] = events.ferry;

/** A desk that reads one item of an outlet; the server has just added another feed of that outlet. */
async function withSecondFeed(path: string, listed: Item, ...own: Item[]) {
  const at = await openDesk({ sites: ['Harbour Post'] });
  const [post = expect.fail()] = at.sites;
  post.feed('/world.xml', [listed]);
  post.feed(path, own);
  await at.change.addFeed(at.by, { url: post.origin + path, title: 'Everything we print', items: [] }, 'world');
  return { at, post };
}

test('a server’s feed of a catalogue outlet creates no second outlet and does not request pages twice', async () => {
  const item = { title: ferry.title, link: '/ferry', at: morning, html: htmlOf([ferry.paragraphs[0]]) };
  const { at, post } = await withSecondFeed('/all.xml', item, item, itemOf(events.moose[0], '/moose', morning));
  const { ask } = at;
  post.page('/ferry', ferry.paragraphs);
  await at.drain();
  const { stories } = await ask.headlines({ serverId: at.serverId }, undefined, 'today');
  expect(stories.map(({ title, outlets, voices }) => [title, outlets, voices]).sort()).toEqual([
    [ferry.title, 1, 1],
    [events.moose[0].title, 1, 1],
  ]);
  expect(post.count('/ferry')).toBe(1);
  expect((await ask.status(at.serverId)).outletsAll).toBe(1);
  // Sentences are credited to the outlet, whatever the feed is called.
  expect(at.rows('select distinct outlet_id, outlet_name from articles')).toEqual([
    { outlet_id: 'harbour-post', outlet_name: 'Harbour Post' },
  ]);
  expect((await ask.feeds(at.serverId)).map(({ title }) => title)).toEqual(['Harbour Post feed']);
  // Articles that only the server's own feed lists are for that server only.
  expect((await ask.headlines({}, undefined, 'today')).stories.map(({ title }) => title)).toEqual([ferry.title]);
});

test('a server’s feed of the outlet changes only articles that it alone lists, not the catalogue feed’s', async () => {
  const [listed, own] = [itemOf(ferry, '/ferry', morning), itemOf(events.moose[0], '/moose', morning)];
  const { at, post } = await withSecondFeed('/all.xml', listed, own);
  await at.drain();
  post.feed('/all.xml', [
    { ...listed, title: 'Win a ticket for the ferry' },
    { ...own, title: 'Moose still on the rails' },
  ]);
  await at.skip(2 * hour);
  expect(at.rows('select title from articles order by url')).toEqual([
    { title: ferry.title },
    { title: 'Moose still on the rails' },
  ]);
});

test('texts from a feed with a reader’s key are not shown to other servers', async () => {
  const open = { title: ferry.title, link: '/ferry', at: morning, html: '<p>Deckhands stopped.</p>' };
  const { at } = await withSecondFeed('/all.xml?key=4711', open, itemOf(ferry, '/ferry', morning));
  await at.drain();
  await at.skip(25 * minute);
  const [story] = (await at.ask.headlines({}, undefined, 'today')).stories;
  expect(story?.outlets).toBe(1);
  expect(JSON.stringify(story)).not.toContain('nine hundred');
  expect(at.rows('select outlet_name from articles order by outlet_name')).toEqual([
    { outlet_name: 'Harbour Post' },
    { outlet_name: 'Harbour Post feed' },
  ]);
});

describe('the outlet of a feed’s address', () => {
  const outletOf = outletsByHost([
    { outletId: 'post', outletName: 'Post', siteUrl: 'https://www.post.example/' },
    { outletId: 'post', outletName: 'Post', siteUrl: 'https://www.post.example/' },
    { outletId: 'courier', outletName: 'Courier', siteUrl: 'https://courier.example/en/' },
    { outletId: 'lantern', outletName: 'Lantern', siteUrl: 'https://blogs.example/lantern/' },
    { outletId: 'north', outletName: 'North', siteUrl: 'https://shared.example/' },
    { outletId: 'south', outletName: 'South', siteUrl: 'https://shared.example/south/' },
    { outletId: 'nowhere', outletName: 'Nowhere' },
  ]);

  test.each([
    ['https://post.example/all.xml', 'post'],
    ['https://rss.post.example/all', 'post'],
    ['https://www.courier.example/sport/feed/', 'courier'],
  ])('%s is the one of the catalogue', (url, id) => {
    expect(outletOf(url)?.outletId).toBe(id);
  });

  test.each([
    'https://post.example/all.xml?key=1',
    'https://post.example/members/9f86d081884c7d659a2f/all.xml',
    'https://letters.post.example/feed',
    'https://post.example:8443/feed',
    'https://blogs.example/lantern/feed',
    'https://shared.example/feed',
  ])('%s is its own', (url) => {
    expect(outletOf(url)).toBeUndefined();
  });
});

test('a renamed own feed has the new name from then on, and its earlier articles are not rewritten', async () => {
  const at = await openDesk({ sites: ['Harbour Post', 'Forum'] });
  const [, forum] = at.sites;
  await at.restart({ catalogue: { ...at.settings.catalogue, outlets: at.settings.catalogue.outlets.slice(0, 1) } });
  const lists = (title: string, ...items: Parameters<typeof rss>[1]) =>
    forum?.put('/own.xml', {
      headers: { 'content-type': 'application/rss+xml' },
      body: rss(forum.origin, items, title),
    });
  const before = itemOf(ferry, '/ferry', morning);
  lists('First name', before);
  await at.change.addFeed(at.by, { url: `${forum?.origin}/own.xml`, title: 'Own', items: [] }, 'world');
  await at.drain();
  lists('Second name', itemOf(events.moose[0], '/moose', morning), before);
  await at.skip(2 * hour);
  expect(at.rows('select title, outlet_name as name from articles order by url')).toEqual([
    { title: ferry.title, name: 'First name' },
    { title: events.moose[0].title, name: 'Second name' },
  ]);
  expect(at.rows("select outlet_name as name from feeds where url like '%/own.xml'")).toEqual([
    { name: 'Second name' },
  ]);
});
