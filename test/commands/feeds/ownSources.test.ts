import { expect, test } from 'vitest';
import type { Changer } from '../../../src/desk/asker.ts';
import { day, firstDay, hour, itemOf, minute, openDesk, type TestDesk } from '../../desk/desk.ts';
import { events } from '../../desk/events.ts';
import { htmlOf, type Item } from '../../desk/newsstand.ts';
import { morning, subscribed } from '../../outbox/scene.ts';
import { changeIn } from '../../storage/beside.ts';

/** Adds a feed for one server; without `topicId` the feed gets its own topic. */
const addFeed = (at: TestDesk, url: string, { by = at.by, topicId }: { by?: Changer; topicId?: string } = {}) =>
  at.change.addFeed(by, { url, title: 'Own', items: [] }, topicId);

/** Minor news items that have nothing in common. */
const smallNews = (count: number, told: (n: number) => { title: string; at: number }): Item[] =>
  Array.from({ length: count }, (_, n) => ({
    ...told(n),
    link: `/small-${n}`,
    html: htmlOf([`${['thing', 'town', 'ville', 'son', 'ish'].map((end) => `n${n}${end}`).join(' ')}. `.repeat(9)]),
  }));

test('a topic by words finds matching stories, in its own server only', async () => {
  const at = await subscribed(['world']);
  const { change, ask } = at;
  const topic = await change.createTopic(at.by, 'Animals', { all: ['moose'], any: [], not: [] });
  const { words } = topic;
  expect(await change.mayTopic(at.by, { name: ' animals ', words }).catch((error) => error.code)).toBe('topic-exists');
  expect(await change.mayTopic(at.by, { name: 'animals', words }, topic.id)).toEqual({ name: 'animals', words });
  await change.subscribe(at.by, at.channelId, [topic.id]);
  const next = await at.addServer('world');
  expect(await change.subscribe(next.by, next.channelId, [topic.id]).catch((error) => error.code)).toBe('topic-gone');
  expect((await ask.topics(next.serverId)).map((one) => one.id)).toEqual(['world', 'technology']);
  await at.to(0, '08:00');
  expect(at.posted()[0]).toContain('-# Animals · Harbour Post');
  expect(at.posted(next.channelId)[0]).not.toContain('Animals');
});

test('a topic by words finds its story among many that hold such a word', async () => {
  const bill = {
    title: 'Parliament passes the water bill',
    paragraphs: [...events.water[0].paragraphs, 'A minister slept.'],
  };
  const resigns = {
    title: 'Minister resigns over a letter',
    paragraphs: ['The minister of fisheries resigned on Tuesday.'],
  };
  const old = smallNews(230, (n) => ({ title: `Minister n${n}way n${n}ford`, at: morning - 8 * day - n * minute }));
  const at = await openDesk({
    before: ([post]) =>
      post?.feed('/world.xml', [itemOf(bill, '/w', morning), itemOf(resigns, '/resigns', morning), ...old]),
  });
  await at.drain();
  const topic = await at.change.createTopic(at.by, 'Ministers', { all: [], any: ['ministers'], not: ['bridge'] });
  await at.change.subscribe(at.by, at.channelId, [topic.id]);
  const { places } = await at.ask.previewDigest(at.channelId, at.serverId);
  expect(places.map((place) => place.title)).toContain(resigns.title);
});

test('articles of a server’s own feed are visible only there: in digest, story, headlines, suggestions and search', async () => {
  const at = await subscribed();
  const { change, ask } = at;
  const [, , lantern] = at.sites;
  lantern?.feed('/own.xml', [
    itemOf(events.reactor[0], '/reactor', morning),
    itemOf(events.ferry[2], '/ferry-own', morning),
  ]);
  const next = await at.addServer('world');
  const feed = await addFeed(at, `${lantern?.origin}/own.xml`);
  await change.subscribe(at.by, at.channelId, [feed.topic.id]);
  await at.drain();
  const asker = { serverId: at.serverId, channelId: at.channelId };
  const stranger = { serverId: next.serverId, channelId: next.channelId };
  const found = await ask.story('burning plasma', asker);
  expect(found).toMatchObject({ kind: 'found', card: { title: events.reactor[0].title } });
  for (const other of [stranger, { serverId: undefined }]) {
    expect(JSON.stringify(await ask.story('burning plasma', other))).not.toMatch(/plasma|ferry-own/i);
    expect(JSON.stringify(await ask.story('deckhands', other))).not.toContain('ferry-own');
    expect(JSON.stringify(await ask.headlines(other, undefined, 'today'))).not.toMatch(/plasma|ferry-own/i);
    expect(JSON.stringify(await ask.suggestStories(other.serverId, 'plasma'))).not.toMatch(/plasma/i);
    expect(JSON.stringify(await ask.suggestStories(other.serverId, ''))).not.toMatch(/plasma/i);
    const { card } = found as { card: { storyId: string } };
    expect(await ask.storyById(card.storyId, other)).toBeUndefined();
    expect(await ask.whyGrouped(card.storyId, other.serverId)).toEqual([]);
  }
  const whyOf = async (query: string, serverId: string | undefined) => {
    const { card } = (await ask.story(query, { serverId })) as { card: { storyId: string } };
    return (await ask.whyGrouped(card.storyId, serverId)).map(({ url }) => new URL(url).pathname);
  };
  expect(await whyOf('burning plasma', at.serverId)).toEqual(['/reactor']);
  expect(await whyOf('deckhands', at.serverId)).toContain('/ferry-own');
  expect(await whyOf('deckhands', next.serverId)).not.toContain('/ferry-own');
  await at.to(0, '08:00');
  expect(at.posted()[0]).toContain(events.reactor[0].title);
  expect(at.posted()[0]).toContain('-# Our feeds · Lantern · ');
  expect(at.posted(next.channelId)[0]).not.toMatch(/plasma|ferry-own/i);
});

test('articles of own feeds displace nothing in other servers’ search or suggestions', async () => {
  const volcano = {
    title: 'Ash falls on Brannick, and its schools close',
    paragraphs: [
      'The volcano above Brannick threw ash over the harbour on Tuesday and schools were closed, officials said.',
      'People were told to stay at home until the wind turns. '.repeat(8),
    ],
  };
  const at = await openDesk({ news: [{ '/wakes': volcano }] });
  const next = await at.addServer('world');
  const volcanoes = smallNews(30, (n) => ({ title: `Volcano n${n}way`, at: morning - n * hour }));
  at.sites[1]?.feed('/own.xml', volcanoes);
  await addFeed(at, `${at.sites[1]?.origin}/own.xml`, next);
  await at.drain();
  expect(at.rows('select id from stories where open = 0').length).toBeGreaterThan(25);
  const found = await at.ask.story('volcano', { serverId: at.serverId });
  expect(found).toMatchObject({ kind: 'found', card: { title: volcano.title } });
  expect(await at.ask.suggestStories(at.serverId, 'volcano')).toMatchObject([{ title: volcano.title }]);
  expect(await at.ask.suggestStories(next.serverId, 'volcano')).toHaveLength(25);
});

test('another server’s name for a feed names no outlet here, and an outlet that has such a name gets the feed’s own title', async () => {
  const at = await openDesk({ sites: ['Harbour Post', 'Courier'], news: [{}] });
  const { change, ask } = at;
  const [, courier] = at.sites;
  // The query keeps it from being recognized as a feed of the catalogue's outlet.
  const url = `${courier?.origin}/own.xml?all`;
  courier?.feed('/own.xml?all', [itemOf(events.ferry[0], '/f', morning)]);
  const next = await at.addServer('world');
  await change.importFeeds(next.by, [{ url, title: 'FAKE – join us', folders: [] }], undefined);
  expect(await ask.feeds(next.serverId)).toMatchObject([{ title: courier?.host }]);
  await change.removeFeed(next.by, (await ask.feeds(next.serverId))[0]?.id ?? '');
  const feed = await change.addFeed(at.by, { url, title: 'Courier feed', items: [] }, undefined);
  await change.subscribe(at.by, at.channelId, [feed.topic.id]);
  await at.drain();
  const names = async () => (await ask.previewDigest(at.channelId, at.serverId)).places.map(({ outlet }) => outlet);
  expect(await names()).toEqual(['Courier feed']);
  changeIn(at.databaseUrl, "update feeds set outlet_name = 'FAKE' where catalogue = 0");
  courier?.feed('/own.xml?all', [
    itemOf(events.ferry[0], '/f', morning),
    itemOf(events.water[0], '/w', morning + 40 * minute),
  ]);
  await at.to(0, '07:00');
  expect(await names()).toEqual(['Courier feed', 'Courier feed']);
});

test('an own feed confirms what one outlet newly reports, which is an update in the feed’s server only', async () => {
  const at = await subscribed();
  const [, courier] = at.sites;
  courier?.feed('/own.xml', []);
  await addFeed(at, `${courier?.origin}/own.xml`, { topicId: 'world' });
  const next = await at.addServer('world');
  await at.to(0, '08:00');
  const { title } = events.ferryLater;
  courier?.feed('/own.xml', [itemOf(events.ferryLater, '/offer', firstDay + 20 * hour)]);
  at.list(2, { '/offer': { title: `Soundline ferries: ${title}`, paragraphs: [] } }, firstDay + 20 * hour);
  await at.to(0, '20:30');
  await at.to(1, '08:00');
  expect(at.posted()[1]).toContain('**Update** · yesterday: “');
  expect(at.posted(next.channelId)[1]).toContain('A quiet day');
});

test('the stories of an own feed keep their places beside a topic with far more stories', async () => {
  const many = smallNews(90, (n) => ({ title: `Port${n}ham counts ${n} seals on its beach`, at: morning + n * 1_000 }));
  const at = await openDesk({ before: ([post]) => post?.feed('/world.xml', many) });
  at.sites[2]?.feed('/own.xml', [itemOf(events.reactor[0], '/reactor', morning - 3 * hour)]);
  const feed = await addFeed(at, `${at.sites[2]?.origin}/own.xml`);
  await at.change.subscribe(at.by, at.channelId, ['world', feed.topic.id]);
  await at.change.mute(at.by, 'seals', undefined);
  await at.drain();
  const { places } = await at.ask.previewDigest(at.channelId, at.serverId);
  expect(places.map((place) => place.title)).toEqual([events.reactor[0].title]);
});
