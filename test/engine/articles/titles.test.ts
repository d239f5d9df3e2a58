import { expect, test } from 'vitest';
import { articlesFrom } from '../../../src/engine/articles/fromFeed.ts';
import { unpacked } from '../../../src/engine/articles/packed.ts';

type Listed = { title: string; sourceName?: string; html?: string };

async function articlesOf(outletName: string, ...items: Listed[]) {
  const document = {
    format: 'rss' as const,
    title: outletName,
    bytes: 0,
    language: 'en',
    items: items.map((item, at) => ({ ...item, id: `${at}`, url: `https://feed.example/${at}`, categories: [] })),
  };
  const listing = { scope: 'feed', outletId: 'feed', outletName, language: 'en', now: 0 };
  return (await articlesFrom(document, listing)).listed.map(({ article }) => unpacked(article));
}
const titlesOf = async (outletName: string, ...titles: string[]) =>
  (await articlesOf(outletName, ...titles.map((title) => ({ title })))).map(({ title }) => title);

test.each([
  ['Post', 'Ferry crews walk out - Post', 'Ferry crews walk out'],
  ['Post', 'Ferry crews walk out | Post Business', 'Ferry crews walk out'],
  ['Post', 'Post+: Ferry crews walk out', 'Ferry crews walk out'],
  ['Post', 'Ferry crews walk out – live', 'Ferry crews walk out – live'],
  ['The Post', 'The Post view on ferries: crews are right', 'The Post view on ferries: crews are right'],
  ['Post', 'Opinion: Ferry crews walk out', 'Opinion: Ferry crews walk out'],
  ['Post', 'Halden - the town that sank', 'Halden - the town that sank'],
])('the headline of %s’s title %j is %j', async (outlet, title, cleaned) => {
  expect(await titlesOf(outlet, title)).toEqual([cleaned]);
});

test('an ending of nearly all titles counts as the feed’s name', async () => {
  const titles = ['Ferries stop', 'Minister resigns', 'Storm nears Skarrow', 'Baths reopen', 'Mill burns down'];
  expect(await titlesOf('Post', ...titles.map((title) => `${title} | Harbour Media`))).toEqual(titles);
});

test('an aggregator’s country prefixes are removed, an outlet’s own keywords before some titles are kept', async () => {
  const titles = ['Ferries Stop', 'Minister Resigns', 'Storm Nears', 'Baths Reopen', 'Mill Burns'];
  const sorted = titles.map((title, at) => `${['Skarrow', 'Olm'][at % 2]}: ${title}`);
  expect(await titlesOf('All Isles', ...sorted)).toEqual(titles);
  const keyed = ['Skarrow: Ferries Stop', 'Minister resigns', 'Storm nears', 'Baths reopen', 'Mill burns down'];
  expect(await titlesOf('Post', ...keyed)).toEqual(keyed);
});

test('an aggregator’s item is credited to its source, but belongs to the feed’s outlet', async () => {
  const html = '<a>Ferries stop</a> Harbour Courier';
  const [first, second] = await articlesOf(
    'Search',
    { title: 'Ferries stop - Harbour Courier', sourceName: 'Harbour Courier', html },
    { title: 'Minister resigns - Metro', sourceName: 'Metro' },
  );
  const outletId = 'feed';
  expect(first).toMatchObject({ title: 'Ferries stop', outletName: 'Harbour Courier', outletId, paragraphs: [] });
  expect(second).toMatchObject({ title: 'Minister resigns', outletName: 'Metro', outletId });
  const own = await articlesOf('Post', ...['A', 'B'].map((title) => ({ title, sourceName: 'Post: all news' })));
  expect(own.map(({ outletName }) => outletName)).toEqual(['Post', 'Post']);
});
