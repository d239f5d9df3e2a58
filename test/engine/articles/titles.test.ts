import { expect, test } from 'vitest';
import { articlesFrom } from '../../../src/engine/articles/fromFeed.ts';
import { unpacked } from '../../../src/engine/articles/packed.ts';

interface Listed {
  title: string;
  sourceName?: string;
  html?: string;
}

async function articlesOf(outletName: string, ...items: Listed[]) {
  const document = {
    format: 'rss' as const,
    title: outletName,
    bytes: 0,
    language: 'en',
    items: items.map((item, at) => ({ ...item, id: `${at}`, url: `https://feed.example/${at}`, categories: [] })),
  };
  const { listed } = await articlesFrom(document, {
    scope: 'feed',
    outletId: 'feed',
    outletName,
    language: 'en',
    now: 0,
  });
  return listed.map(({ article }) => unpacked(article));
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
  expect(await titlesOf('Post', ...titles.map((title) => `${title} today | Harbour Media`))).toEqual(
    titles.map((title) => `${title} today`),
  );
});

test('an aggregator’s country prefixes are removed, an outlet’s own keywords before some titles are kept', async () => {
  const sorted = [
    'Skarrow: Ferries Stop',
    'Olm: Minister Resigns',
    'Skarrow: Storm Nears',
    'Olm: Baths Reopen',
    'Olm: Mill Burns',
  ];
  expect(await titlesOf('All Isles', ...sorted)).toEqual([
    'Ferries Stop',
    'Minister Resigns',
    'Storm Nears',
    'Baths Reopen',
    'Mill Burns',
  ]);
  const keyed = ['Skarrow: Ferries Stop', 'Minister resigns', 'Storm nears', 'Baths reopen', 'Mill burns down'];
  expect(await titlesOf('Post', ...keyed)).toEqual(keyed);
});

test('an aggregator’s item is credited to its source, but belongs to the feed’s outlet', async () => {
  const [first, second] = await articlesOf(
    'Search',
    {
      title: 'Ferries stop - Harbour Courier',
      sourceName: 'Harbour Courier',
      html: '<a>Ferries stop</a> Harbour Courier',
    },
    { title: 'Minister resigns - Metro', sourceName: 'Metro' },
  );
  expect(first).toMatchObject({
    title: 'Ferries stop',
    outletName: 'Harbour Courier',
    outletId: 'feed',
    paragraphs: [],
  });
  expect(second).toMatchObject({ title: 'Minister resigns', outletName: 'Metro', outletId: 'feed' });
  const own = await articlesOf(
    'Post',
    { title: 'Ferries stop', sourceName: 'Post: all news' },
    { title: 'B', sourceName: 'Post: all news' },
  );
  expect(own.map(({ outletName }) => outletName)).toEqual(['Post', 'Post']);
});
