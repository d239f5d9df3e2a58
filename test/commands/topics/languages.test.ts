import { expect, test } from 'vitest';
import { builtInCatalogue, type Catalogue, readCatalogue } from '../../../src/newsroom/catalogue.ts';
import { firstDay, hour, itemOf, openDesk, type TestDesk } from '../../desk/desk.ts';
import { events } from '../../desk/events.ts';
import { catalogueOf, type Site } from '../../desk/newsstand.ts';
import { controls, read } from '../scene.ts';

const { topics } = readCatalogue(builtInCatalogue);
const idsIn = (language: string) => topics.filter((topic) => topic.language === language).map(({ id }) => id);
const othersOf = (language: string) => topics.filter((topic) => topic.language !== language).map(({ id }) => id);

/** The built-in catalogue's topics. The first outlet publishes English in World, the others German in Deutschland. */
function twoLanguages(sites: readonly Site[]): Catalogue {
  const outlets = catalogueOf(sites).outlets.map((outlet, index) => ({
    ...outlet,
    language: index === 0 ? 'en' : 'de',
    feeds: outlet.feeds.slice(0, 1).map((feed) => ({ ...feed, topicId: index === 0 ? 'world' : 'deutschland' })),
  }));
  return { topics, outlets };
}

const german = {
  title: 'Fährleute legen die Arbeit nieder',
  paragraphs: ['Die Fährleute im Sund haben am Dienstag die Arbeit niedergelegt, wie ihre Gewerkschaft mitteilte.'],
};

async function deskIn(locale: string): Promise<TestDesk> {
  const at = await openDesk({ sites: ['Harbour Post', 'Hafenblatt'] });
  at.sites[0]?.feed('/world.xml', [itemOf(events.ferry[0], '/ferry', firstDay + 5 * hour)]);
  at.sites[1]?.feed('/world.xml', [itemOf(german, '/faehre', firstDay + 5 * hour)]);
  await at.restart({ catalogue: twoLanguages(at.sites) });
  at.server.setup.setLocale(at.serverId, locale);
  await expect.poll(async () => (await at.ask.server(at.serverId)).locale).toBe(locale);
  await at.drain();
  return at;
}

test.each([
  ['de', idsIn('de'), othersOf('de')],
  ['en-GB', idsIn('en'), othersOf('en')],
  ['fr', idsIn('fr'), othersOf('fr')],
  ['es-419', idsIn('es'), othersOf('es')],
  ['it', idsIn('en'), othersOf('en')],
])('/subscribe offers a server in %s the topics of its language first, and hides none', async (locale, own, others) => {
  const at = await deskIn(locale);
  const place = { user: at.admin, channel: at.channelId };
  const typing = at.server.acts.type({ ...place, command: 'subscribe', options: { topic: '' }, focused: 'topic' });
  const suggested = await typing.shown;
  const values = suggested.kind === 'choices' ? suggested.choices.map(({ value }) => value) : [];
  expect(values).toEqual([...own, ...others].slice(0, 25));
  const shown = await at.run('subscribe');
  const text = JSON.stringify(shown.components);
  expect([...own, ...others].filter((id) => !text.includes(`"value":"${id}"`))).toEqual([]);
  const [select = ''] = controls(shown);
  expect(read(await at.pick(shown, select, [own[0] ?? '', others[0] ?? '']))).toContain(`<#${at.channelId}>`);
  const { topics: got = [] } = (await at.ask.subscription(at.serverId, at.channelId)) ?? {};
  expect(new Set(got.map(({ id }) => id))).toEqual(new Set([own[0], others[0]]));
});

test.each([
  ['de', german.title, 'world', events.ferry[0].title],
  ['en-GB', events.ferry[0].title, 'deutschland', german.title],
])(
  '/headlines without a topic shows a server in %s the stories of its language, and of the channel’s topics',
  async (locale, own, other, told) => {
    const at = await deskIn(locale);
    const titles = async (topicId?: string) =>
      (await at.ask.headlines({ serverId: at.serverId }, topicId, '3days')).stories.map(({ title }) => title);
    expect(await titles()).toEqual([own]);
    expect((await at.ask.suggestStories(at.serverId, '')).map(({ title }) => title)).toEqual([own]);
    expect(await titles(other)).toEqual([told]);
    await at.change.subscribe({ ...at.by, serverLocale: locale }, at.channelId, [other]);
    expect(new Set(await titles())).toEqual(new Set([own, told]));
  },
);
