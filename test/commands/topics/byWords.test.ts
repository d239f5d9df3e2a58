import { expect, test } from 'vitest';
import { firstDay, hour, itemOf, newsInBoth, openDesk } from '../../desk/desk.ts';
import { events } from '../../desk/events.ts';
import { controls, read } from '../scene.ts';

const morning = firstDay + 5 * hour;

test('stories of a topic by words come from everything the server reads, with their count of outlets', async () => {
  const at = await openDesk({
    before: (sites) => {
      newsInBoth(sites);
      sites[2]?.feed('/own.xml', [itemOf(events.chess[0], '/chess', morning)]);
    },
  });
  const { change, ask } = at;
  const words = { all: [], any: ['ferry', 'train', 'water'], not: [] };
  const topic = await change.createTopic(at.by, 'Sea and rail', words);
  await change.subscribe(at.by, at.channelId, [topic.id]);
  await at.drain();
  await at.to(0, '07:00');
  const headlines = await ask.headlines({ serverId: at.serverId }, topic.id, 'today');
  expect(headlines).toMatchObject({ stories: [{}, {}, {}], outletsAnswered: 3, outletsAll: 3 });
  // This server does not read another server's feed.
  const other = { ...at.by, serverId: at.server.setup.addGuild({ name: 'Next Door' }).id };
  await change.addFeed(other, { url: `${at.sites[2]?.origin}/own.xml`, title: 'Chess', items: [] }, undefined);
  await at.to(0, '08:00');
  expect(at.posted()[0]?.match(/\*\*\d · /g)).toHaveLength(3);
});

test('the preview of a topic counts stories of the server’s own feeds, which its digest would contain, but none of another server’s', async () => {
  const at = await openDesk({ before: newsInBoth });
  const club = at.sites[2];
  club?.feed('/own.xml', [itemOf(events.chess[0], '/chess', morning)]);
  const { change, ask } = at;
  await change.addFeed(at.by, { url: `${club?.origin}/own.xml`, title: 'Club', items: [] }, undefined);
  await at.drain();
  const words = { all: [], any: ['chess'], not: [] };
  const tried = await ask.tryWords(at.serverId, words);
  expect(tried).toMatchObject({ matches: 1, examples: [{ title: events.chess[0].title }] });
  const said = await at.say('topics create', { name: 'Board games', any: 'chess' });
  expect(said).toContain(`[${events.chess[0].title}](`);
  expect(await ask.tryWords('another', words)).toMatchObject({ matches: 0, of: tried.of - 1, examples: [] });
  const topic = await change.createTopic(at.by, 'Board games', words);
  await change.subscribe(at.by, at.channelId, [topic.id]);
  await at.to(0, '08:00');
  expect(at.posted()[0]).toContain(events.chess[0].title);
});

const rules = {
  title: 'Lawmakers weigh new A.I. rules after chip makers object',
  paragraphs: [
    'Lawmakers weighed new A.I. rules on Monday after three chip makers objected to a draft that would limit exports.',
  ],
};
const envoy = {
  title: 'U.S. envoy lands in Brannick for talks on fishing rights',
  paragraphs: [
    'The U.S. envoy landed in Brannick on Monday for two days of talks on fishing rights disputed since the spring.',
  ],
};
const quake = {
  title: '北海道で強い地震、津波の心配なし',
  paragraphs: ['北海道で24日朝、強い地震がありました。気象庁によりますと、この地震による津波の心配はありません。'],
};
const withPoints = () => openDesk({ news: [{ '/0': rules, '/1': envoy, '/2': quake }] });

test.each([
  { word: 'AI', query: 'AI rules', title: rules.title },
  { word: 'A.I.', query: 'a.i. rules', title: rules.title },
  { word: 'US', query: 'US envoy', title: envoy.title },
  { word: '地震', query: '地震', title: quake.title },
])(
  'a topic of the word $word, its preview, a mute of it and /story find the headline, with points or without',
  async ({ word, query, title }) => {
    const at = await withPoints();
    const { ask, change } = at;
    const words = { all: [], any: [word], not: [] };
    const topic = await change.createTopic(at.by, 'Ours', words);
    await change.subscribe(at.by, at.channelId, [topic.id]);
    await at.drain();
    expect(await ask.tryWords(at.serverId, words)).toMatchObject({ matches: 1, examples: [{ title }] });
    expect(await ask.story(query, { serverId: at.serverId })).toMatchObject({ kind: 'found', card: { title } });
    await at.to(0, '08:00');
    expect(at.posted()[0]).toContain(title.slice(0, 5));
    await change.mute(at.by, word, undefined);
    expect(await ask.tryWords(at.serverId, words)).toMatchObject({ matches: 1 });
  },
);

test('a topic’s word without any letter does not affect what the other words find', async () => {
  const at = await withPoints();
  await at.drain();
  const words = { all: ['🐟', 'envoy'], any: [], not: [] };
  expect(await at.ask.tryWords(at.serverId, words)).toMatchObject({ matches: 1 });
});

test('the topic for feeds gets another name if a topic by words has its name', async () => {
  const at = await openDesk({ sites: [] });
  await at.change.createTopic(at.by, 'our feeds', { all: [], any: ['ferry'], not: [] });
  await at.change.addFeed(at.by, { url: 'https://club.example/rss', title: 'Club', items: [] }, undefined);
  expect((await at.ask.ownTopics(at.serverId)).map(({ name }) => name)).toEqual(['our feeds', 'Our feeds 2']);
});

/** A desk on which an admin ran `/topics edit` for the topic "Boats" ("ferry") and has not pressed Save yet. */
async function editing(options: Record<string, string>) {
  const at = await openDesk({ sites: [] });
  const { change } = at;
  const topic = await change.createTopic(at.by, 'Boats', { all: [], any: ['ferry'], not: [] });
  const tried = await at.run('topics edit', { topic: topic.id, ...options });
  const customId = controls(tried).find((id) => id.startsWith('topics:save')) ?? '';
  const save = async () => read(await at.press(tried, customId));
  return { at, change, id: topic.id, save, own: () => at.ask.ownTopics(at.serverId) };
}

test('a pending edit keeps another admin’s changes and applies only its own', async () => {
  const { at, change, id, save, own } = await editing({ any: 'ferry, bridge' });
  await change.editTopic(at.by, id, { name: 'Ships', words: { any: ['ferry', 'quay'], not: ['toy'] } });
  expect(await save()).toBe('**Ships** is saved: *Any of these words* ferry, quay → **ferry, bridge**');
  expect(await own()).toMatchObject([
    { id, name: 'Ships', words: { all: [], any: ['ferry', 'bridge'], not: ['toy'] } },
  ]);
});

test('an edit of a name and a list and an edit of another list are both kept, whichever is stored first', async () => {
  const { at, change, id, save, own } = await editing({ name: 'Ships', not: 'toy' });
  await Promise.all([save(), change.editTopic(at.by, id, { words: { all: ['sound'] } })]);
  expect(await own()).toMatchObject([{ id, name: 'Ships', words: { all: ['sound'], any: ['ferry'], not: ['toy'] } }]);
});

test('a topic that was deleted meanwhile is refused without its id: at Save, in a select, and where it was chosen from a list', async () => {
  const { at, change, id, save } = await editing({ any: 'ferry, bridge' });
  const picker = await at.run('subscribe');
  await change.deleteTopic(at.by, id);
  const gone = 'That topic no longer exists. Choose another one.';
  expect(await save()).toBe(gone);
  const customId = controls(picker).find((one) => one.startsWith('subscribe:own')) ?? '';
  expect(read(await at.pick(picker, customId, [id]))).toContain(gone);
  for (const command of ['subscribe', 'unsubscribe', 'topics edit', 'topics delete', 'headlines']) {
    expect([command, read(await at.run(command, { topic: id }))]).toEqual([command, expect.stringContaining(gone)]);
  }
  expect(read(await at.run('subscribe', { topic: 'own-goals' }))).toContain('There is no topic “own-goals”.');
  at.server.setup.changeUser(at.admin, { locale: 'de' });
  expect(await save()).toContain('Dieses Thema gibt es nicht mehr.');
});
