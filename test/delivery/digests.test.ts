import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import type { Changer } from '../../src/desk/changes/parts.ts';
import { headlinesCard } from '../../src/discord/cards/headlines.ts';
import { textsFor } from '../../src/discord/texts/texts.ts';
import { day, firstDay, hour, itemOf, minute, openDesk, type TestDesk } from '../desk/desk.ts';
import { events } from '../desk/events.ts';
import { htmlOf, type Item, type Site } from '../desk/newsstand.ts';
import { textsOf } from '../discord/digestFixture.ts';
import { morning } from './scene.ts';

const world = ([post, courier, lantern]: Site[]) => {
  post?.feed('/world.xml', [itemOf(events.ferry[0], '/ferry', morning), itemOf(events.moose[0], '/moose', morning)]);
  courier?.feed('/world.xml', [itemOf(events.ferry[1], '/ferry', morning), itemOf(events.water[1], '/water', morning)]);
  lantern?.feed('/tech.xml', [itemOf(events.phones[0], '/phones', morning)]);
};

async function subscribed(topics = ['world'], before = world): Promise<TestDesk> {
  const at = await openDesk({ before });
  await at.app.desk.change.subscribe(at.by, at.channelId, topics);
  await at.drain();
  return at;
}

/** Another server on the same installation, with a channel that gets the same. */
async function neighbour(at: TestDesk, topics = ['world']) {
  const guild = at.server.setup.addGuild({ name: 'Next Door' });
  const channelId = at.server.setup.addChannel(guild.id, { name: 'news' }).id;
  const by = { serverId: guild.id, userId: at.admin, serverLocale: 'en-US' };
  await at.app.desk.change.subscribe(by, channelId, topics);
  await at.app.desk.change.reschedule(by, channelId, { zone: 'UTC' });
  return { by, serverId: guild.id, channelId };
}

/** A feed of a server's own; where no topic is named it makes one. */
const addFeed = (at: TestDesk, url: string, { by = at.by, topicId }: { by?: Changer; topicId?: string } = {}) =>
  at.app.desk.change.addFeed(by, { url, title: 'Own', items: [] }, topicId);

/** Small news without anything in common. */
const smallNews = (count: number, title: (n: number) => string, at: (n: number) => number): Item[] =>
  Array.from({ length: count }, (_, n) => ({
    title: title(n),
    link: `/small-${n}`,
    at: at(n),
    html: htmlOf([`${['thing', 'town', 'ville', 'son', 'ish'].map((end) => `n${n}${end}`).join(' ')}. `.repeat(9)]),
  }));

const titlesOf = (text: string | undefined) =>
  [...(text ?? '').matchAll(/\*\*\d · \[([^\]]+)\]/g)].map((match) => match[1]);

test('articles on one event are one story, told once, with all its outlets', async () => {
  const at = await subscribed();
  await at.to(0, '08:00');
  const [text] = at.posted();
  expect(titlesOf(text)).toHaveLength(3);
  expect(text).toContain('2 outlets');
  expect(text?.match(/deckhands/gi)?.length).toBeGreaterThan(1);
});

test('of two slots that were missed, the second digest begins where the first one ended', async () => {
  const at = await subscribed();
  await at.app.desk.change.reschedule(at.by, at.channelId, { zone: 'UTC', times: '08:00, 09:00' });
  await at.to(0, '08:00');
  await at.to(0, '09:00');
  at.sites[0]?.feed('/world.xml', [itemOf(events.chess[0], '/chess', firstDay + 30 * hour)]);
  await at.to(1, '06:30');
  // Away until three minutes after the second slot of the day.
  await at.to(1, '09:03');
  await at.skip(minute);
  const windows = at.rows<{ start: number; end: number }>(
    'select window_start as start, window_end as end from deliveries order by local_date, ordinal',
  );
  expect(windows).toHaveLength(4);
  expect(windows[3]?.start).toBe(windows[2]?.end);
});

test('a digest begins where the last sent one ended', async () => {
  const at = await subscribed();
  await at.to(0, '08:00');
  at.sites[1]?.feed('/world.xml', [itemOf(events.chess[0], '/chess', morning + 4 * hour)]);
  await at.to(0, '12:00');
  await at.to(1, '08:00');
  await at.to(2, '08:00');
  const windows = at.rows<{ a: number; b: number }>(
    'select window_start as a, window_end as b from deliveries order by due_at',
  );
  expect(windows.map(({ b }) => b)).toEqual([0, 1, 2].map((n) => firstDay + n * day + 8 * hour));
  expect(windows.map(({ a }) => a)).toEqual([-1, 0, 1].map((n) => firstDay + n * day + 8 * hour));
  expect(titlesOf(at.posted()[1])).toEqual([events.chess[0].title]);
  expect(at.posted()[2]).toContain('A quiet day');
});

test('a story that was told comes back as an update, headed and told by what is new in it', async () => {
  const at = await subscribed();
  await at.to(0, '08:00');
  // The outlet that headed the story; another one alone would not do.
  at.sites[1]?.feed('/world.xml', [itemOf(events.ferryLater, '/offer', firstDay + 20 * hour)]);
  await at.to(0, '20:30');
  await at.to(1, '08:00');
  const second = at.posted()[1] ?? '';
  expect(titlesOf(second)).toEqual([events.ferryLater.title]);
  expect(second).toContain('-# **Update** · in yesterday’s digest · ');
  expect(second).toContain(events.ferryLater.paragraphs[0]);
  for (const { sentences } of at.rows<{ sentences: string }>(
    'select sentences from told where delivery_id like ?',
    '%11-24#0',
  )) {
    for (const { text } of JSON.parse(sentences) as { text: string }[]) expect(second).not.toContain(text);
  }
});

test('a third outlet that tells the same again brings nothing back', async () => {
  const at = await subscribed();
  await at.to(0, '08:00');
  at.sites[2]?.feed('/world.xml', [itemOf(events.ferry[0], '/wire', firstDay + 9 * hour)]);
  await at.to(0, '12:00');
  await at.to(1, '08:00');
  expect(at.posted()[1]).toContain('A quiet day');
});

test('muted words hide a story in any inflection, until they expire', async () => {
  const at = await subscribed();
  await at.app.desk.change.mute(at.by, 'Deckhand', 1);
  await at.app.desk.change.mute(at.by, 'chess', undefined);
  await at.to(0, '08:00');
  expect(at.posted()[0]).not.toMatch(/deckhand/i);
  expect(titlesOf(at.posted()[0])).toHaveLength(2);
  at.sites[2]?.feed('/world.xml', [
    itemOf(events.ferryLater, '/f', firstDay + day + 9 * hour),
    itemOf(events.chess[0], '/c', firstDay + day + 9 * hour),
  ]);
  await at.to(1, '12:00');
  await at.to(2, '08:00');
  expect(at.posted().at(-1)).toMatch(/deckhand/i);
  expect(at.posted().at(-1)).not.toMatch(/chess/i);
});

test('a story stands once, with one of its topics; what finds no place has a line in brief', async () => {
  const at = await subscribed(['world', 'technology'], (sites) => {
    world(sites);
    sites[0]?.feed('/tech.xml', [itemOf(events.ferry[0], '/ferry', morning)]);
  });
  await at.app.desk.change.reschedule(at.by, at.channelId, { stories: 3 });
  await at.to(0, '08:00');
  const [text] = at.posted();
  expect(new Set(titlesOf(text)).size).toBe(3);
  expect(text?.match(/^-# World · /gm)).toHaveLength(3);
  expect(text).toContain(`**In brief**\n[${events.phones[0].title}](`);
});

test('fewer than two stories are a quiet day that offers the headlines', async () => {
  const at = await subscribed(['technology']);
  await at.to(0, '08:00');
  expect(at.posted()[0]).toContain('A quiet day: 1 story');
  expect(JSON.stringify(at.messages()[0]?.components)).toContain('headlines:open:');
});

test('a topic by words takes what its words fit, in this server only', async () => {
  const at = await subscribed(['world']);
  const { change, ask } = at.app.desk;
  const topic = await change.createTopic(at.by, 'Animals', { all: ['moose'], any: [], not: [] });
  const { words } = topic;
  expect(await change.mayTopic(at.by, { name: ' animals ', words }).catch((error) => error.code)).toBe('topic-exists');
  expect(await change.mayTopic(at.by, { name: 'animals', words }, topic.id)).toEqual({ name: 'animals', words });
  await change.subscribe(at.by, at.channelId, [topic.id]);
  const next = await neighbour(at);
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
  const old = smallNews(
    230,
    (n) => `Minister n${n}way n${n}ford`,
    (n) => morning - 8 * day - n * minute,
  );
  const at = await openDesk({
    before: ([post]) =>
      post?.feed('/world.xml', [itemOf(bill, '/w', morning), itemOf(resigns, '/resigns', morning), ...old]),
  });
  const { change, ask } = at.app.desk;
  await at.drain();
  const topic = await change.createTopic(at.by, 'Ministers', { all: [], any: ['ministers'], not: ['bridge'] });
  await change.subscribe(at.by, at.channelId, [topic.id]);
  const { places } = await ask.previewDigest(at.channelId, at.serverId);
  expect(places.map((place) => place.title)).toContain(resigns.title);
});

test('what an own feed brings is seen in its server only: digest, story, headlines, suggestions and search', async () => {
  const at = await subscribed();
  const { change, ask } = at.app.desk;
  const [, , lantern] = at.sites;
  lantern?.feed('/own.xml', [
    itemOf(events.reactor[0], '/reactor', morning),
    itemOf(events.ferry[2], '/ferry-own', morning),
  ]);
  const next = await neighbour(at);
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

test('what own feeds bring hides nothing from other servers: neither in search nor in suggestions', async () => {
  const volcano = {
    title: 'Ash falls on Brannick, and its schools close',
    paragraphs: [
      'The volcano above Brannick threw ash over the harbour on Tuesday and schools were closed, officials said.',
      'People were told to stay at home until the wind turns. '.repeat(8),
    ],
  };
  const at = await openDesk({
    before: ([post]) => post?.feed('/world.xml', [itemOf(volcano, '/wakes', morning)]),
  });
  const next = await neighbour(at);
  at.sites[1]?.feed(
    '/own.xml',
    smallNews(
      30,
      (n) => `Volcano n${n}way`,
      (n) => morning - n * hour,
    ),
  );
  await addFeed(at, `${at.sites[1]?.origin}/own.xml`, next);
  await at.drain();
  expect(at.rows('select id from stories where open = 0').length).toBeGreaterThan(25);
  const { ask } = at.app.desk;
  const found = await ask.story('volcano', { serverId: at.serverId });
  expect(found).toMatchObject({ kind: 'found', card: { title: volcano.title } });
  expect(await ask.suggestStories(at.serverId, 'volcano')).toMatchObject([{ title: volcano.title }]);
  expect(await ask.suggestStories(next.serverId, 'volcano')).toHaveLength(25);
});

test('what another server’s list called a feed names no outlet here; one that was named so gets its own title', async () => {
  const at = await openDesk({ sites: ['Harbour Post', 'Courier'], before: ([post]) => post?.feed('/world.xml', []) });
  const { change, ask } = at.app.desk;
  const [, courier] = at.sites;
  // With a query, so that it is not taken for a feed of the catalogue's outlet.
  const url = `${courier?.origin}/own.xml?all`;
  courier?.feed('/own.xml?all', [itemOf(events.ferry[0], '/f', morning)]);
  const next = await neighbour(at);
  await change.importFeeds(next.by, [{ url, title: 'FAKE – join us', folders: [] }], undefined);
  expect(await ask.feeds(next.serverId)).toMatchObject([{ title: courier?.host }]);
  await change.removeFeed(next.by, (await ask.feeds(next.serverId))[0]?.id ?? '');
  const feed = await change.addFeed(at.by, { url, title: 'Courier feed', items: [] }, undefined);
  await change.subscribe(at.by, at.channelId, [feed.topic.id]);
  await at.drain();
  const names = async () => (await ask.previewDigest(at.channelId, at.serverId)).places.map(({ outlet }) => outlet);
  expect(await names()).toEqual(['Courier feed']);
  const beside = new DatabaseSync(at.databasePath);
  beside.exec(`update feeds set outlet_name = 'FAKE' where catalogue = 0; update articles set outlet_name = 'FAKE'`);
  beside.close();
  courier?.feed('/own.xml?all', [
    itemOf(events.ferry[0], '/f', morning),
    itemOf(events.water[0], '/w', morning + 40 * minute),
  ]);
  await at.to(0, '07:00');
  expect(await names()).toEqual(['Courier feed', 'Courier feed']);
});

test('an own feed of the outlet that headed a story brings it back as an update in its server only', async () => {
  const at = await subscribed();
  const [, courier] = at.sites;
  courier?.feed('/own.xml', []);
  await addFeed(at, `${courier?.origin}/own.xml`, { topicId: 'world' });
  const next = await neighbour(at);
  await at.to(0, '08:00');
  courier?.feed('/own.xml', [itemOf(events.ferryLater, '/offer', firstDay + 20 * hour)]);
  await at.to(0, '20:30');
  await at.to(1, '08:00');
  expect(at.posted()[1]).toContain('**Update** · in yesterday’s digest');
  expect(at.posted(next.channelId)[1]).toContain('A quiet day');
});

test('the stories of an own feed keep their place beside a topic with far more', async () => {
  const many = smallNews(
    90,
    (n) => `Port${n}ham counts ${n} seals on its beach`,
    (n) => morning + n * 1_000,
  );
  const at = await openDesk({ before: ([post]) => post?.feed('/world.xml', many) });
  at.sites[2]?.feed('/own.xml', [itemOf(events.reactor[0], '/reactor', morning - 3 * hour)]);
  const feed = await addFeed(at, `${at.sites[2]?.origin}/own.xml`);
  await at.app.desk.change.subscribe(at.by, at.channelId, ['world', feed.topic.id]);
  await at.drain();
  const { places } = await at.app.desk.ask.previewDigest(at.channelId, at.serverId);
  expect(places.map((place) => place.title)).toContain(events.reactor[0].title);
});

test('what a digest that was asked for told is not told again the next morning', async () => {
  const at = await subscribed();
  await at.app.desk.change.postNow(at.by, at.channelId, '1');
  await at.drain();
  expect(titlesOf(at.posted()[0])).toHaveLength(3);
  await at.to(0, '08:00');
  expect(at.posted()[1]).toContain('A quiet day');
});

test('an outlet that is asked once a day counts as answering', async () => {
  const at = await openDesk({
    settings: { pollGapMsMax: undefined },
    sites: ['Harbour Post'],
    before: ([post]) => {
      post?.feed('/world.xml', [itemOf(events.ferry[0], '/ferry', morning)]);
      post?.feed('/tech.xml', [itemOf(events.phones[0], '/phones', morning)]);
    },
  });
  await at.app.desk.change.subscribe(at.by, at.channelId, ['world']);
  await at.drain();
  await at.to(1, '06:30');
  await at.to(1, '08:00');
  expect(at.posted().at(-1)).toContain('1 of 1 outlet');
});

test('the preview of a weekly channel before its first digest is what it will get', async () => {
  const at = await openDesk();
  const { ask, change } = at.app.desk;
  await change.subscribe(at.by, at.channelId, ['world']);
  // Tuesday; the first digest comes on Friday.
  await change.reschedule(at.by, at.channelId, { days: 'Fri', zone: 'UTC', times: '08:00' });
  await at.drain();
  at.sites[0]?.feed('/world.xml', [itemOf(events.ferry[0], '/ferry', firstDay + 10 * hour)]);
  at.sites[1]?.feed('/world.xml', [itemOf(events.water[1], '/water', firstDay + 10 * hour)]);
  await at.to(0, '11:00');
  await at.to(3, '07:55');
  const preview = await ask.previewDigest(at.channelId, at.serverId);
  expect(preview.places).toHaveLength(2);
  await at.to(3, '08:00');
  for (const { title } of preview.places) expect(at.posted()[0]).toContain(title);
});

test('a digest that is asked for in a weekly channel holds the news since its last one', async () => {
  const at = await openDesk({
    before: ([post]) => post?.feed('/world.xml', [itemOf(events.moose[0], '/moose', morning)]),
  });
  const { change } = at.app.desk;
  await change.subscribe(at.by, at.channelId, ['world']);
  await change.reschedule(at.by, at.channelId, { days: 'Tue', zone: 'UTC', times: '08:00' });
  await at.drain();
  await at.to(0, '08:00');
  at.sites[1]?.feed('/world.xml', [itemOf(events.water[1], '/water', firstDay + day + 9 * hour)]);
  await at.to(1, '10:00');
  await at.to(3, '12:00');
  expect(await change.postNow(at.by, at.channelId, '1')).toEqual({ empty: false });
  await at.drain();
  expect(at.posted()[1]).toContain(events.water[1]?.title);
  expect(at.posted()[1]).not.toContain(events.moose[0].title);
});

/** 66 words, as in a court report or an obituary: more than an article may give in public. */
const longLead =
  'The supreme court of Vennmark decided on Monday after a hearing of nine months that the owners of the seventeen wind farms along the northern coast, who had sued the ministry of energy and the two grid companies over the rules for the sale of power in the winters of the past three years, must be paid back one hundred and ninety million crowns with interest by the end of March next year.';
const title = 'Supreme court orders ministry to pay back wind farm owners';
const further = [
  'The ministry of energy said that it would pay the wind farms in three parts.',
  'Judge Ella Stroem read the ruling for two hours in the large hall of the court in Marhaven, where some two hundred people had come to listen.',
  'The owners had asked for three hundred million crowns, and the grid companies had offered sixty million before the trial began in February.',
];

test.each([
  ['a shorter sentence of the article stands under its headline', [longLead, ...further], further[0]],
  ['the lead does where the article has no other sentence', [longLead], longLead],
])('of a lead longer than 60 words %s', async (_, paragraphs, quoted = '') => {
  const at = await openDesk({
    before: ([post, courier, lantern]) => {
      post?.feed('/world.xml', [itemOf(events.ferry[0], '/ferry', morning)]);
      courier?.feed('/world.xml', [itemOf(events.ferry[1], '/ferry', morning)]);
      lantern?.feed('/tech.xml', [itemOf({ title, paragraphs }, '/ruling', morning)]);
    },
  });
  await at.app.desk.change.subscribe(at.by, at.channelId, ['world', 'technology']);
  await at.drain();
  const headlines = await at.app.desk.ask.headlines({ serverId: at.serverId }, undefined, 'today');
  const options = { texts: textsFor('en-GB'), topicId: undefined } as const;
  await at.to(0, '08:00');
  for (const text of [at.posted()[0], textsOf(headlinesCard(headlines, options)).join('\n')]) {
    expect(text).toContain(title);
    expect(text).toContain(quoted);
    expect(text).toContain('Lantern');
    expect(text?.includes(longLead)).toBe(quoted === longLead);
  }
});
