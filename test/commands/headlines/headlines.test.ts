import { expect, test } from 'vitest';
import { headlinesCard, sharedList } from '../../../src/discord/cards/headlines.ts';
import { textsFor } from '../../../src/discord/texts/texts.ts';
import { firstDay, hour, itemOf, openDesk, type TestDesk } from '../../desk/desk.ts';
import { events } from '../../desk/events.ts';
import type { Ask } from '../../desk/everything.ts';
import { textsOf } from '../../discord/digestFixture.ts';
import { controls, read } from '../scene.ts';

const texts = textsFor('en-GB');
const options = { texts, topicId: undefined } as const;

const withDigest = () =>
  openDesk({
    news: [{ '/ferry': events.ferry[0] }, { '/moose': events.moose[0] }],
    digest: { topics: ['world'], zone: 'UTC' },
  });

type Asker = Parameters<Ask['headlines']>[0];
const today = ({ ask, serverId }: TestDesk, asker: Asker = { serverId }) => ask.headlines(asker, undefined, 'today');

test('before anything was read, /headlines says that outlets are being read; afterwards it suggests a longer period', async () => {
  const at = await openDesk({ start: false });
  const first = textsOf(headlinesCard(await today(at), options)).join('\n');
  expect(first).toContain(texts.story.reading);
  at.sites[0]?.feed('/world.xml', [itemOf(events.ferry[0], '/ferry', firstDay + 5 * hour)]);
  await at.app.start();
  await at.drain();
  const [, technology] = await at.ask.topics(at.serverId);
  const headlines = await at.ask.headlines({ serverId: at.serverId }, technology?.id, 'today');
  expect(headlines.stories).toEqual([]);
  expect(textsOf(headlinesCard(headlines, options)).join('\n')).toContain('Try a longer period');
});

test('on a day without stories /headlines shows those of the channel’s last digest', async () => {
  const at = await withDigest();
  await at.to(0, '08:00');
  await at.to(1, '20:00');
  const { serverId, channelId } = at;
  const { stories, since } = await today(at, { serverId, channelId });
  expect(stories.map(({ title }) => title)).toEqual([events.moose[0].title]);
  expect(since).toBe(firstDay - 16 * hour);
  // A channel of another server.
  expect((await today(at, { serverId: '1', channelId })).stories).toEqual([]);
});

test('no story is dated in the future, even if an outlet’s clock is ahead', async () => {
  const at = await openDesk({
    startsAt: '07:55',
    news: [{}, { '/ferry': events.ferry[1] }],
    before: ([post]) => post?.feed('/world.xml', [itemOf(events.ferry[0], '/ferry', firstDay + 10 * hour)]),
    digest: { topics: ['world'] },
  });
  await at.to(0, '08:00');
  const { stories } = await today(at);
  expect(stories.map(({ outlets }) => outlets)).toEqual([2]);
  expect(stories[0]?.lastAt).toBeLessThanOrEqual(at.now);
});

test('/story without words, its suggestions and /headlines all begin with the same top story', async () => {
  const at = await openDesk({
    before: ([post, courier, lantern]) => {
      // Three outlets reported the first event yesterday, two report the second one now.
      const of = (event: (typeof events.ferry)[number], path: string) => itemOf(event, path, firstDay - 14 * hour);
      const now = firstDay + 5 * hour;
      post?.feed('/world.xml', [of(events.ferry[0], '/ferry'), itemOf(events.water[0], '/water', now)]);
      courier?.feed('/world.xml', [of(events.ferry[1], '/ferry'), itemOf(events.water[1], '/water', now)]);
      lantern?.feed('/world.xml', [of(events.ferry[2], '/ferry')]);
    },
  });
  await at.drain();
  const { ask, serverId } = at;
  const { stories } = await ask.headlines({ serverId }, undefined, '3days');
  expect(stories.map(({ voices }) => voices)).toEqual([3, 2]);
  expect(await ask.story('', { serverId })).toMatchObject({ kind: 'found', card: { storyId: stories[0]?.storyId } });
  const order = stories.map(({ storyId }) => storyId);
  expect((await ask.suggestStories(serverId, '')).map(({ storyId }) => storyId)).toEqual(order);
  const nothing = await ask.story('xylophone', { serverId });
  expect(nothing.kind === 'top' && nothing.stories.map(({ storyId }) => storyId)).toEqual(order);
});

test.each([
  ['in another outlet’s article', 0],
  ['in none that is half a day older than the headline’s', 13],
])('a list has the headline and sentence of the card, also if the sentence is %s', async (_, hoursOlder) => {
  const [bare, full] = events.ferry;
  const sentence = hoursOlder === 0 ? full.paragraphs[0] : undefined;
  const at = await openDesk({
    before: ([post, courier]) => {
      const thin = { title: bare.title, paragraphs: [`${bare.title}.`] };
      post?.feed('/world.xml', [itemOf(thin, '/ferry', firstDay + 5 * hour)]);
      const at = firstDay + (5 - hoursOlder) * hour;
      courier?.feed('/world.xml', [itemOf({ ...full, title: `${full.title}?` }, '/ferry', at)]);
    },
  });
  await at.drain();
  const { serverId } = at;
  const { stories } = await at.ask.headlines({ serverId }, undefined, '3days');
  expect(stories.map(({ title, outlets }) => [title, outlets])).toEqual([[bare.title, 2]]);
  expect(stories[0]?.sentence?.text).toBe(sentence);
  const answer = await at.ask.story('ferry', { serverId });
  const { title, sentences } = answer.kind === 'found' ? answer.card : { title: '', sentences: [] };
  expect([title, sentences[0]?.text]).toEqual([bare.title, sentence]);
});

test('Share here of headlines since the last digest posts what the asker saw, though a digest went out in between', async () => {
  const at = await withDigest();
  await at.to(0, '07:58');
  const asked = await at.run('headlines', { since: 'digest' });
  await at.to(0, '08:00');
  expect(at.posted()).toHaveLength(1);
  at.sites[2]?.feed('/world.xml', [itemOf(events.water[0], '/water', firstDay + 8 * hour)]);
  await at.to(0, '08:30');
  const customId = controls(asked).find((id) => id.startsWith('headlines:share')) ?? '';
  await at.press(asked, customId);
  // The article count is the current one, and the last line says who shared it.
  const told = (text: string) => text.replace(/from \d+ articles/, '').replace(/\n[^\n]*$/, '');
  expect(at.posted()).toHaveLength(2);
  expect(told(at.posted()[1] ?? '')).toBe(told(read(asked)));
});

test('a button of headlines fits into Discord’s 100 characters, with a topic of the server’s own', async () => {
  const at = await withDigest();
  const topic = await at.change.createTopic(at.by, 'Boats', { all: [], any: ['ferry'], not: [] });
  const headlines = await at.ask.headlines({ serverId: at.serverId }, topic.id, 'today');
  const card = JSON.stringify(headlinesCard(headlines, { texts, topicId: topic.id }));
  const customId = /headlines:share[^"]*/.exec(card)?.[0] ?? expect.fail();
  expect(customId.length).toBeLessThanOrEqual(100);
  const { since, until } = headlines;
  expect(sharedList(customId.slice('headlines:share:'.length))).toEqual({ topicId: topic.id, span: { since, until } });
});

test('in a channel without digests, “since the last digest” means the server’s last one, else a day ago', async () => {
  const at = await withDigest();
  await at.to(0, '08:00');
  at.sites[2]?.feed('/world.xml', [itemOf(events.water[0], '/water', firstDay + 20 * hour)]);
  await at.to(0, '20:10');
  await at.to(1, '00:10');
  const other = at.server.setup.addChannel(at.serverId, { name: 'talk' }).id;
  const since = async (asker: Asker) => {
    const headlines = await at.ask.headlines(asker, undefined, 'digest');
    return { since: headlines.since, titles: headlines.stories.map(({ title }) => title) };
  };
  const { serverId, channelId } = at;
  const here = { since: firstDay + 8 * hour, titles: [events.water[0].title] };
  expect(await since({ serverId, channelId })).toEqual(here);
  expect(await since({ serverId, channelId: other })).toEqual(here);
  const dayAgo = firstDay + 10 * 60_000;
  const nextDoor = at.server.setup.addGuild({ name: 'Next Door' }).id;
  for (const asker of [{}, { channelId: '1' }, { serverId: nextDoor, channelId: '1' }])
    expect((await since(asker)).since).toBe(dayAgo);
});
