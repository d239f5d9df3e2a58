import { describe, expect, test } from 'vitest';
import { day, firstDay, hour, itemOf, minute, type TestDesk } from '../desk/desk.ts';
import { events } from '../desk/events.ts';
import type { Item } from '../desk/newsstand.ts';
import { changeIn } from '../storage/beside.ts';
import { morning, openPost, teaser } from './onePost.ts';

const [chess] = events.chess;
const [water] = events.water;
const [moose] = events.moose;
const [phones] = events.phones;

async function reading(items: readonly Item[], settings = {}): Promise<TestDesk> {
  const { at } = await openPost({
    settings,
    before: (post) => {
      post.feed('/world.xml', items);
      post.page('/show', chess.paragraphs);
    },
    digest: { topics: ['world'] },
  });
  return at;
}

const lists = (at: TestDesk, items: readonly Item[]) => at.sites[0]?.feed('/world.xml', items);
/** Lets the feed list these items, and be polled once more. */
const relists = (at: TestDesk, items: readonly Item[]) => {
  lists(at, items);
  return at.skip(25 * minute);
};
const titles = (at: TestDesk) =>
  at.rows<{ title: string }>('select title from articles order by published_at').map(({ title }) => title);

describe('items that all lead to one page', () => {
  const first = itemOf(water, '/show', morning - day / 2, { guid: 'episode-1' });
  const second = itemOf(chess, '/show', morning, { guid: 'episode-2' });
  const third = itemOf(moose, '/show', morning + day, { guid: 'episode-3' });

  test('are separate articles, and the next one is news', async () => {
    const at = await reading([second, first]);
    await at.to(0, '08:00');
    lists(at, [third, second, first]);
    await at.to(1, '07:00');
    await at.to(1, '08:00');
    expect(titles(at)).toEqual([water.title, chess.title, moose.title]);
    expect(at.posted()[1]).toContain(moose.title);
    expect(at.posted()[1]).not.toContain(chess.title);
  });

  test('keep their identity, whichever of them are still listed', async () => {
    const at = await reading([second, first]);
    const ids = () => at.rows('select id, title from articles order by id');
    const before = ids();
    for (const items of [[second], [first], [first, second]]) {
      await relists(at, items);
      expect(ids()).toEqual(before);
    }
  });

  test('are not added again if all of them were one article before', async () => {
    const at = await reading([second]);
    const episode = `insert into seen (feed_id, key, article_id, last_listed_at)
      select feed_id, 'episode-1', article_id, last_listed_at from seen`;
    changeIn(at.databaseUrl, episode);
    lists(at, [third, second, first]);
    await at.to(1, '07:00');
    expect(titles(at)).toEqual([chess.title, moose.title]);
    lists(at, [third, first]);
    await at.to(1, '09:00');
    expect(titles(at)).toHaveLength(2);
  });

  test('request no page, because it would contain all of them', async () => {
    const listed = { link: '/show', at: morning, html: '<p>A new episode of our show.</p>' };
    const at = await reading([chess, water].map(({ title }, n) => ({ ...listed, title, guid: `${n}` })));
    expect(at.rows('select page_state from articles')).toEqual([{ page_state: 'none' }, { page_state: 'none' }]);
    expect(at.sites[0]?.count('/show')).toBe(0);
  });

  test('are one article under one title', async () => {
    const at = await reading([second, { ...second, guid: 'x' }]);
    expect(titles(at)).toEqual([chess.title]);
    await relists(at, [{ ...second, guid: 'x' }]);
    expect(titles(at)).toEqual([chess.title]);
  });

  test('are one article if each guid is the address with a version', async () => {
    const at = await reading([]);
    const of = at.sites[0]?.origin;
    const version = (n: number) => ({ ...third, title: `${moose.title}, hour ${n}`, guid: `${of}/show#${n}` });
    for (const items of [[version(2), version(1)], [version(3)]]) {
      await relists(at, items);
      expect(titles(at)).toEqual([items[0]?.title]);
    }
  });
});

describe('guids that are positions in the list', () => {
  const undated = (...listed: Parameters<typeof itemOf>[0][]) =>
    listed.map((event, n) => itemOf(event, `/${event.title.length}`, 0, { at: undefined, guid: `${n + 1}` }));

  test('bring back nothing that was swept', async () => {
    const at = await reading(undated(chess), { retentionDays: 8 });
    lists(at, undated(water, chess));
    for (let n = 0; n < 13; n += 1) {
      if (n === 10) lists(at, undated(moose, water, chess));
      for (const clock of ['07:00', '08:00', '12:00']) await at.to(n, clock);
    }
    expect(titles(at)).toEqual([moose.title]);
    expect(at.posted().filter((text) => text.includes(water.title))).toHaveLength(1);
  });

  test.each([
    ['of one day without a time', firstDay],
    ['of one minute', morning],
  ])('keep two items %s apart', async (_, date) => {
    const at = await reading([itemOf(chess, '/chess', date, { guid: '1' })]);
    await relists(at, [itemOf(water, '/water', date, { guid: '1' }), itemOf(chess, '/chess', date, { guid: '2' })]);
    expect(titles(at).sort()).toEqual([chess.title, water.title].sort());
    const urls = at.rows<{ url: string }>('select url from articles order by url');
    expect(urls.map(({ url }) => new URL(url).pathname)).toEqual(['/chess', '/water']);
  });
});

test.each([
  ['its address and title', { title: `${phones.title}, in all` }, '/b'],
  ['its address and date', { at: morning + hour }, '/b'],
  ['its guid, title and date', { title: `${phones.title}, in all`, at: morning + hour, guid: '4712' }, '/a'],
])('an article stays one that changes %s', async (_, change, link) => {
  const other = itemOf(chess, '/chess', morning + 1_000);
  const at = await reading([itemOf(phones, '/a', morning, { guid: '4711' }), other]);
  await relists(at, [itemOf(phones, link, morning, { guid: '4711', ...change }), other]);
  expect(titles(at)).toHaveLength(2);
});

test('guids that are new with each poll leave one key of each article', async () => {
  const named = (poll: number) => [
    ...[1, 2, 3].map((n) => itemOf(water, '/water', morning, { guid: `${poll} ${n}` })),
    itemOf(moose, '/moose', morning + 1_000, { guid: `${poll} ${'long '.repeat(1_000)}` }),
  ];
  const at = await reading(named(0));
  for (const poll of [1, 2, 3]) await relists(at, named(poll));
  expect(titles(at)).toEqual([water.title, moose.title]);
  const keys = at.rows<{ key: string }>('select key from seen order by length(key)');
  expect(keys).toEqual([{ key: '3 1' }, { key: expect.stringMatching(/^[0-9a-f]{64}$/) }]);
});

describe('items without a date, listed at other addresses than before', () => {
  const [ferry] = events.ferry;
  const shown = [chess, water, moose, phones];
  type Shown = readonly { title: string; paragraphs: readonly string[] }[];
  const at = (from: string, all: Shown = shown) =>
    all.map((one) => itemOf(one, `${from}/${one.title.length}`, 0, { at: undefined }));
  const articles = (desk: TestDesk) =>
    desk.rows<{ id: string; url: string }>('select id, url from articles order by id');
  const idsOf = (desk: TestDesk) => articles(desk).map(({ id }) => id);

  test('are the articles that they were, lead to the new addresses, and are no news', async () => {
    const desk = await reading(at('/old'));
    const before = idsOf(desk);
    lists(desk, at('/new', [ferry, ...shown]));
    await desk.to(1, '08:00');
    expect(idsOf(desk)).toEqual(expect.arrayContaining(before));
    expect(articles(desk).filter(({ url }) => url.includes('/new/'))).toHaveLength(5);
    expect(desk.posted().at(-1)).toContain(ferry.title);
    for (const { title } of shown) expect(desk.posted().at(-1)).not.toContain(title);
  });

  test('are others if their text is another one, as of a notice under one title', async () => {
    const desk = await reading(at('/old', [water, chess, moose]));
    lists(desk, at('/new', [{ ...water, paragraphs: ferry.paragraphs }, chess, moose]));
    await desk.to(1, '08:00');
    expect(idsOf(desk)).toHaveLength(4);
    expect(desk.posted().at(-1)).toContain(water.title);
  });

  test('are others while the feed still lists the old addresses', async () => {
    const desk = await reading(at('/old', [water]));
    lists(desk, at('/new', [water]).concat(at('/old', [water])));
    await desk.to(1, '08:00');
    expect(idsOf(desk)).toHaveLength(2);
  });

  test.each([
    [2, 4],
    [3, 3],
  ])('are recognised by title alone if their texts are from pages and %i move at once', async (count, articlesLeft) => {
    const some = shown.slice(0, count);
    const addresses = (from: string) => some.map((one) => [one, `${from}/${one.title.length}`] as const);
    const teasers = (from: string) =>
      addresses(from).map(([one, link]) => ({ ...teaser(one, link, 0, 60), at: undefined }));
    const desk = await reading([]);
    lists(desk, teasers('/old'));
    for (const [{ paragraphs }, link] of [...addresses('/old'), ...addresses('/new')])
      desk.sites[0]?.page(link, paragraphs);
    await desk.to(0, '12:00');
    expect(desk.rows("select id from articles where text_from = 'page'")).toHaveLength(count);
    lists(desk, teasers('/new'));
    await desk.to(1, '08:00');
    expect(idsOf(desk)).toHaveLength(articlesLeft);
  });

  test('are no news below one that moved, since their articles may have been swept', async () => {
    const desk = await reading(at('/old'), { retentionDays: 8 });
    for (let n = 1; n < 12; n += 1) await desk.to(n, '08:00');
    expect(idsOf(desk)).toEqual([]);
    const fresh = [ferry, events.ferryLater, events.ferry[1]];
    lists(desk, [...at('/old', fresh), ...at('/old')]);
    await desk.to(12, '08:00');
    lists(desk, [...at('/new', fresh), ...at('/new')]);
    await desk.to(13, '08:00');
    await desk.to(14, '08:00');
    const posted = desk.posted().slice(1).join('');
    for (const { title } of shown) expect(posted).not.toContain(title);
  });
});
