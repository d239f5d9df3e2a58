import { expect, test } from 'vitest';
import { itemOf, openDesk, type TestDesk } from '../../desk/desk.ts';
import { events } from '../../desk/events.ts';
import { rss } from '../../desk/newsstand.ts';
import { morning } from '../../outbox/scene.ts';

const [first, second, third] = events.ferry;
const [moose] = events.moose;
const withNews = () =>
  openDesk({ news: [{ '/ferry': first }, { '/ferry': second, '/moose': moose }, { '/ferry': third }] });

const titlesOf = (stories: readonly { title: string }[]) => stories.map(({ title }) => title);
const headlines = async (at: TestDesk, topicId?: string, serverId: string | undefined = at.serverId) =>
  titlesOf((await at.ask.headlines({ serverId }, topicId, 'today')).stories);

test('the stories that a mute’s preview names are hidden everywhere, whichever outlet uses the word', async () => {
  const at = await withNews();
  const { ask, change } = at;
  await change.subscribe(at.by, at.channelId, ['world']);
  await at.drain();
  // Two of three outlets have the word in their headline or lead, and the third one provides the story's headline.
  await change.mute(at.by, 'Sound', undefined);
  const { matches, examples } = await ask.tryWords(at.serverId, { all: [], any: ['Sound'], not: [] });
  expect(matches).toBe(1);
  expect(titlesOf(examples)).toEqual([second.title]);
  expect(titlesOf((await ask.firstHeadlines(at.channelId, at.serverId, 3)).stories)).toEqual([moose.title]);
  expect(await headlines(at)).toEqual([moose.title]);
  expect(titlesOf((await ask.previewDigest(at.channelId, at.serverId)).places)).toEqual([moose.title]);
  await at.to(0, '08:00');
  expect(at.posted()[0]).toContain(moose.title);
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
    const train = {
      title: 'Un élan retarde le train de nuit',
      paragraphs: [
        'Un élan sur la voie a retardé de quatre heures le train de nuit entre Brannick et Skarrow, selon la compagnie.',
        'Personne n’a été blessé dans le train, et les voyageurs ont reçu du café chaud avant d’arriver.',
      ],
    };
    const origin = site?.origin ?? '';
    const feed = rss(origin, [itemOf(law, '/a', morning), itemOf(train, '/b', morning)]);
    site?.put('/fr.xml', {
      headers: { 'content-type': 'application/rss+xml' },
      body: feed.replace('<description>d</description>', `<description>d</description>${stated}`),
    });
    await at.change.addFeed(at.by, { url: `${origin}/fr.xml`, title: 'Le Phare', items: [] }, 'world');
    const topic = await at.change.createTopic(at.by, 'Uzonie', { all: [], any: ['Uzonie'], not: [] });
    await at.drain();
    expect(await headlines(at, topic.id)).toEqual([law.title]);
    expect(await headlines(at)).toContain(train.title);
    await at.change.mute(at.by, 'Uzonie', undefined);
    expect(await headlines(at)).not.toContain(law.title);
  },
);

test('a server’s mute hides nothing in other servers or in direct messages', async () => {
  const at = await withNews();
  await at.drain();
  await at.change.mute(at.by, 'ferries', undefined);
  expect(await headlines(at)).toHaveLength(1);
  const { serverId } = await at.addServer();
  expect(await headlines(at, undefined, serverId)).toHaveLength(2);
  expect((await at.ask.headlines({}, undefined, 'today')).stories).toHaveLength(2);
});

test('words with punctuation, digits or no spaces can be muted; the same ones with other spaces are the same mute', async () => {
  const at = await withNews();
  for (const word of ['C++', '9/11', 'été', '地震', 'A.I.', 'new  york'])
    expect(await at.say('digest settings', { mute: word })).toContain('is muted in all channels');
  expect(await at.say('digest settings', { mute: 'New York' })).toContain('**new york** is already muted');
  expect(await at.ask.mutes(at.serverId)).toHaveLength(6);
});

test('/story’s top story and suggestions exclude muted stories', async () => {
  const at = await withNews();
  await at.drain();
  const asker = { serverId: at.serverId };
  const { ask, change } = at;
  expect(await at.say('story')).toContain('eckhands');
  expect(await ask.suggestStories(at.serverId, '')).toHaveLength(2);
  await change.mute(at.by, 'deckhands', undefined);
  expect(await at.say('story')).toContain('moose');
  expect(titlesOf(await ask.suggestStories(at.serverId, ''))).toEqual([moose.title]);
  expect(await ask.story('zzyzx', asker)).toMatchObject({ kind: 'top', stories: [{ title: moose.title }] });
  // A search for its words still finds it.
  expect(await ask.story('deckhands', asker)).toMatchObject({ kind: 'found' });
  expect(await ask.suggestStories(at.serverId, 'ferry')).toHaveLength(1);
  await change.mute(at.by, 'moose', undefined);
  expect(await at.say('story')).toContain('There are no stories from the last 3 days');
});

test('related stories on a card exclude muted stories', async () => {
  const told = Object.values(events).map((event) => ('title' in event ? event : event[0]));
  const at = await openDesk({ news: [Object.fromEntries(told.map((event, n) => [`/${n}`, event]))] });
  await at.drain();
  const related = async () => {
    const answer = await at.ask.story('moose', { serverId: at.serverId });
    return answer.kind === 'found' ? titlesOf(answer.card.related) : [];
  };
  const [near = ''] = await related();
  expect(near).not.toBe('');
  await at.change.mute(at.by, near.split(' ')[0] ?? '', undefined);
  expect(await related()).not.toContain(near);
});
