import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { day, firstDay, hour, itemOf, minute, openDesk, type TestDesk } from '../desk/desk.ts';
import { events } from '../desk/events.ts';
import { htmlOf, type Site } from '../desk/newsstand.ts';

const morning = firstDay + 5 * hour;

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

test('words that no story holds get the top stories, and are told from those that are only not held together', async () => {
  const { app } = await subscribed();
  expect(await app.desk.ask.story('xyzzyqwv', {})).toMatchObject({ kind: 'top', stories: [{}, {}, {}] });
  expect(await app.desk.ask.story('deckhands phones', {})).toMatchObject({ kind: 'nearest' });
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
  const at = await openDesk({
    before: ([post]) => {
      const word = (n: number) =>
        [...n.toString(5).padStart(5, '0')].map((digit) => 'kolumabeti'.slice(+digit * 2, +digit * 2 + 2)).join('');
      const many = Array.from({ length: 230 }, (_, n) => {
        const words = Array.from({ length: 20 }, (_, k) => word(n * 13 + k * 251)).join(' ');
        return {
          title: `Minister ${words.slice(0, 32)}`,
          link: `/old-${n}`,
          at: morning - 8 * day - n * minute,
          html: htmlOf([`A minister ${words}.`]),
        };
      });
      post?.feed('/world.xml', [
        itemOf(
          {
            ...events.water[0],
            title: 'Parliament passes the water bill',
            paragraphs: [...events.water[0].paragraphs, 'A minister slept.'],
          },
          '/w',
          morning,
        ),
        {
          title: 'Minister resigns over a letter',
          link: '/resigns',
          at: morning,
          html: htmlOf(['The minister of fisheries resigned on Tuesday.']),
        },
        ...many,
      ]);
    },
  });
  const { change, ask } = at.app.desk;
  await at.drain();
  const topic = await change.createTopic(at.by, 'Ministers', { all: [], any: ['ministers'], not: ['bridge'] });
  await change.subscribe(at.by, at.channelId, [topic.id]);
  const { places } = await ask.previewDigest(at.channelId, at.serverId);
  expect(places.map((place) => place.title)).toContain('Minister resigns over a letter');
});

test('what an own feed brings is seen in its server only: digest, story, headlines, suggestions and search', async () => {
  const at = await subscribed();
  const { change, ask } = at.app.desk;
  const [, , lantern] = at.sites;
  lantern?.feed('/own.xml', [
    itemOf(events.reactor[0], '/reactor', morning),
    itemOf(events.ferry[2], '/ferry-own', morning),
  ]);
  const preview = { url: `${lantern?.origin}/own.xml`, title: 'Lab news', items: [] };
  const next = await neighbour(at);
  const feed = await change.addFeed(at.by, preview, undefined);
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
  const things =
    'umbrella trombone pickle saddle lantern gravel mosaic turnip velvet walrus yogurt zipper biscuit candle'
      .concat(
        ' dagger ferret goblet hammock anchor basket cactus dentist easel falcon guitar hermit igloo jacket kettle ladder',
      )
      .split(' ');
  at.sites[1]?.feed(
    '/own.xml',
    things.map((thing, n) => ({
      title: `Volcano ${thing}`,
      link: `/own-${n}`,
      at: morning - n * hour,
      html: htmlOf([`${thing} ${thing}town ${thing}ville ${thing}son ${thing}ish ${thing}ia. `.repeat(9)]),
    })),
  );
  const preview = { url: `${at.sites[1]?.origin}/own.xml`, title: 'Own', items: [] };
  await at.app.desk.change.addFeed(next.by, preview, undefined);
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
  const { change } = at.app.desk;
  const [, courier] = at.sites;
  courier?.feed('/own.xml', []);
  await change.addFeed(at.by, { url: `${courier?.origin}/own.xml`, title: 'Own', items: [] }, 'world');
  const next = await neighbour(at);
  await at.to(0, '08:00');
  courier?.feed('/own.xml', [itemOf(events.ferryLater, '/offer', firstDay + 20 * hour)]);
  await at.to(0, '20:30');
  await at.to(1, '08:00');
  expect(at.posted()[1]).toContain('**Update** · in yesterday’s digest');
  expect(at.posted(next.channelId)[1]).toContain('A quiet day');
});

test('the stories of an own feed keep their place beside a topic with far more', async () => {
  const at = await openDesk({
    before: ([post]) => {
      const many = Array.from({ length: 90 }, (_, n) => ({
        title: `Port${n}ham counts ${n} seals on its beach`,
        link: `/seals-${n}`,
        at: morning + n * 1_000,
        html: htmlOf([`Volunteers of Port${n}ham counted ${n} seals of kind${n} near lighthouse${n}.`]),
      }));
      post?.feed('/world.xml', many);
    },
  });
  const { change, ask } = at.app.desk;
  at.sites[2]?.feed('/own.xml', [itemOf(events.reactor[0], '/reactor', morning - 3 * hour)]);
  const feed = await change.addFeed(
    at.by,
    { url: `${at.sites[2]?.origin}/own.xml`, title: 'Own', items: [] },
    undefined,
  );
  await change.subscribe(at.by, at.channelId, ['world', feed.topic.id]);
  await at.drain();
  const { places } = await ask.previewDigest(at.channelId, at.serverId);
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
