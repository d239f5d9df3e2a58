import { expect, test } from 'vitest';
import { firstDay, hour, itemOf, openDesk } from '../../desk/desk.ts';
import { events } from '../../desk/events.ts';
import { rss } from '../../desk/newsstand.ts';

const morning = firstDay + 5 * hour;
const withNews = () =>
  openDesk({
    before: ([post, courier, lantern]) => {
      post?.feed('/world.xml', [itemOf(events.ferry[0], '/ferry', morning)]);
      courier?.feed('/world.xml', [
        itemOf(events.ferry[1], '/ferry', morning),
        itemOf(events.moose[0], '/moose', morning),
      ]);
      lantern?.feed('/tech.xml', [itemOf(events.ferry[2], '/ferry', morning)]);
    },
  });

test('the stories that a mute’s preview names are hidden everywhere, whichever outlet uses the word', async () => {
  const at = await withNews();
  const { ask, change } = at;
  await change.subscribe(at.by, at.channelId, ['world', 'technology']);
  await at.drain();
  // Two of three outlets have the word in their headline or lead, and the third one provides the story's headline.
  await change.mute(at.by, 'Sound', undefined);
  const { matches, examples } = await ask.tryWords(at.serverId, { all: [], any: ['Sound'], not: [] });
  expect(matches).toBe(1);
  expect(examples.map(({ title }) => title)).toEqual([events.ferry[1]?.title]);
  const left = [events.moose[0].title];
  const first = await ask.firstHeadlines(at.channelId, at.serverId, 3);
  expect(first.stories.map(({ title }) => title)).toEqual(left);
  const headlines = await ask.headlines({ serverId: at.serverId }, undefined, 'today');
  expect(headlines.stories.map(({ title }) => title)).toEqual(left);
  const preview = await ask.previewDigest(at.channelId, at.serverId);
  expect(preview.places.map(({ title }) => title)).toEqual(left);
  await at.to(0, '08:00');
  expect(at.posted()[0]).toContain(left[0]);
  expect(at.posted()[0]).not.toMatch(/\bSound\b/);
});

test.each(['<language>fr</language>', '', '<language>en-US</language>'])(
  'a muted word hides a French story that has it after an elision, if the feed states the language %j',
  async (stated) => {
    const at = await withNews();
    const [site] = at.sites;
    const law = {
      title: 'Le parlement de l’Uzonie adopte la loi sur les ports',
      paragraphs: [
        'Le parlement de l’Uzonie a adopté lundi soir la loi sur les ports, après neuf heures de débat à la chambre haute.',
        'Les villes d’Uzonie pourront racheter leurs quais, ce que plusieurs maires demandaient depuis dix ans.',
      ],
    };
    const moose = {
      title: 'Un élan retarde le train de nuit',
      paragraphs: [
        'Un élan sur la voie a retardé de quatre heures le train de nuit entre Brannick et Skarrow, selon la compagnie.',
        'Personne n’a été blessé dans le train, et les voyageurs ont reçu du café chaud avant d’arriver.',
      ],
    };
    const items = [itemOf(law, '/a', morning), itemOf(moose, '/b', morning)];
    const origin = site?.origin ?? '';
    site?.put('/fr.xml', {
      headers: { 'content-type': 'application/rss+xml' },
      body: rss(origin, items).replace('<description>d</description>', `<description>d</description>${stated}`),
    });
    await at.change.addFeed(at.by, { url: `${origin}/fr.xml`, title: 'Le Phare', items: [] }, 'world');
    const topic = await at.change.createTopic(at.by, 'Uzonie', { all: [], any: ['Uzonie'], not: [] });
    await at.drain();
    const titles = async (topicId?: string) =>
      (await at.ask.headlines({ serverId: at.serverId }, topicId, 'today')).stories.map(({ title }) => title);
    expect(await titles(topic.id)).toEqual([law.title]);
    expect(await titles()).toContain(moose.title);
    await at.change.mute(at.by, 'Uzonie', undefined);
    expect(await titles()).not.toContain(law.title);
  },
);

test('a server’s mute hides nothing in other servers or in direct messages', async () => {
  const at = await withNews();
  await at.drain();
  await at.change.mute(at.by, 'ferries', undefined);
  expect((await at.ask.headlines({ serverId: at.serverId }, undefined, 'today')).stories).toHaveLength(1);
  const other = at.server.setup.addGuild({ name: 'Next Door' }).id;
  expect((await at.ask.headlines({ serverId: other }, undefined, 'today')).stories).toHaveLength(2);
  expect((await at.ask.headlines({}, undefined, 'today')).stories).toHaveLength(2);
});

test('the same words are the same mute, regardless of spaces', async () => {
  const at = await withNews();
  const mute = (word: string) => at.say('digest settings', { mute: word });
  expect(await mute('new  york')).toContain('**new york** is muted in all channels');
  expect(await mute('New  York')).toContain('**new york** is already muted');
  expect(await at.ask.mutes(at.serverId)).toHaveLength(1);
});

test('a word without a letter or digit is refused, since no text can be searched for it, and nothing else is changed', async () => {
  const at = await withNews();
  await at.change.subscribe(at.by, at.channelId, ['world']);
  expect(await at.say('digest settings', { mute: '🎃', language: 'de' })).toMatch(/^“🎃” has no letter or digit/);
  expect(await at.ask.mutes(at.serverId)).toEqual([]);
  expect((await at.ask.subscription(at.serverId, at.channelId))?.schedule.language).toBeUndefined();
  // These must be accepted: words with punctuation, with digits, and in scripts without spaces.
  for (const word of ['C++', '9/11', 'été', '地震', 'A.I.']) await at.change.mute(at.by, word, undefined);
  expect(await at.ask.mutes(at.serverId)).toHaveLength(5);
});

test('/story’s top story and suggestions exclude muted stories', async () => {
  const at = await withNews();
  await at.drain();
  const asker = { serverId: at.serverId };
  const { ask, change } = at;
  const ferry = await at.say('story');
  expect(ferry).toContain('eckhands');
  expect(await ask.suggestStories(at.serverId, '')).toHaveLength(2);
  await change.mute(at.by, 'deckhands', undefined);
  expect(await at.say('story')).toContain('moose');
  expect((await ask.suggestStories(at.serverId, '')).map(({ title }) => title)).toEqual([events.moose[0].title]);
  const none = await ask.story('zzyzx', asker);
  expect(none).toMatchObject({ kind: 'top', stories: [{ title: events.moose[0].title }] });
  // UserInteraction for it by its words still finds it.
  expect(await ask.story('deckhands', asker)).toMatchObject({ kind: 'found' });
  expect((await ask.suggestStories(at.serverId, 'ferry')).length).toBe(1);
  await change.mute(at.by, 'moose', undefined);
  expect(await at.say('story')).toContain('There are no stories from the last 3 days');
});

test('related stories on a card exclude muted stories', async () => {
  const at = await openDesk({
    before: ([post]) => {
      const items = Object.values(events).map((told, n) => itemOf('title' in told ? told : told[0], `/${n}`, morning));
      post?.feed('/world.xml', items);
    },
  });
  await at.drain();
  const related = async () => {
    const answer = await at.ask.story('moose', { serverId: at.serverId });
    return answer.kind === 'found' ? answer.card.related.map(({ title }) => title) : [];
  };
  const [near = ''] = await related();
  expect(near).not.toBe('');
  await at.change.mute(at.by, near.split(' ')[0] ?? '', undefined);
  expect(await related()).not.toContain(near);
});
