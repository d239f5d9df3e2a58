import { expect, test } from 'vitest';
import { renderDigest } from '../../../commands/digest/card.ts';
import { outletsCard } from '../../../commands/story/outletsCard.ts';
import type { Refusal } from '../../../src/desk/refusal.ts';
import { storyCard } from '../../../src/discord/cards/story.ts';
import { textsFor } from '../../../src/discord/texts/texts.ts';
import { itemOf, openDesk, type TestDesk } from '../../desk/desk.ts';
import { events } from '../../desk/events.ts';
import { catalogueOf, type Site } from '../../desk/newsstand.ts';
import { textsOf } from '../../discord/digestFixture.ts';
import { morning } from '../../outbox/scene.ts';

const english = textsFor('en-GB');
const [first, second, third] = events.ferry;

/** Three outlets report one event, and one of them also reports another. */
const news = ([post, courier, lantern]: readonly Site[]) => {
  post?.feed('/world.xml', [itemOf(first, '/ferry', morning), itemOf(events.moose[0], '/moose', morning)]);
  courier?.feed('/world.xml', [itemOf(second, '/ferry', morning)]);
  lantern?.feed('/world.xml', [itemOf(third, '/ferry', morning)]);
};

async function withNews(before: (sites: Site[]) => void = news): Promise<TestDesk> {
  const at = await openDesk({ before, digest: { topics: ['world'] } });
  return at;
}

/** Restarts the desk with a catalogue that has more details about its outlets. */
async function described(at: TestDesk, of: Record<string, object>): Promise<void> {
  const catalogue = catalogueOf(at.sites);
  const outlets = catalogue.outlets.map((outlet) => ({ ...outlet, ...of[outlet.id] }));
  await at.restart({ catalogue: { ...catalogue, outlets } });
}

const preview = async (at: TestDesk, channelId = at.channelId) => at.ask.previewDigest(channelId, at.serverId);
const storyOf = async (at: TestDesk, title: string) => {
  const { places } = await preview(at);
  return places.find((place) => place.title === title) ?? expect.fail(JSON.stringify(places.map((one) => one.title)));
};

test('a muted outlet does not count in its channel: its own stories and its weight are gone', async () => {
  const at = await withNews();
  const other = at.server.setup.addChannel(at.serverId, { name: 'other' }).id;
  await at.change.subscribe(at.by, other, ['world']);
  const before = await preview(at);
  expect(before.places.map(({ outlets }) => outlets).sort()).toEqual([1, 3]);
  await at.change.setOutlets(at.by, at.channelId, [['harbour-post', 'muted']]);
  const digest = await preview(at);
  expect(digest).toMatchObject({ outletsAll: 2, places: [{ outlets: 2, voices: 2 }] });
  expect(JSON.stringify(digest)).not.toContain('Harbour Post');
  const weight = ({ places }: typeof digest) =>
    places.find(({ outlets }) => outlets > 1)?.importance?.leadingOutlets ?? Number.NaN;
  expect([weight(before), weight(digest)]).toEqual([3, 2]);
  expect(await preview(at, other)).toMatchObject({ places: before.places, outletsAll: before.outletsAll });
  await at.to(0, '08:00');
  const [here, there] = [at.posted(), at.posted(other)];
  expect(here).toHaveLength(1);
  expect(here[0]).not.toContain('Harbour Post');
  expect(there[0]).toContain('Harbour Post');
});

test('a topic by words does not find a story that only a muted outlet’s text matches', async () => {
  const at = await withNews();
  const { change } = at;
  const topic = await change.createTopic(at.by, 'Rest', { all: [], any: ['conciliator', 'moose'], not: [] });
  await change.unsubscribe(at.by, at.channelId, 'world');
  await change.subscribe(at.by, at.channelId, [topic.id]);
  const titles = async () => (await preview(at)).places.map(({ title }) => title);
  expect(await titles()).toHaveLength(1);
  await change.setOutlets(at.by, at.channelId, [['harbour-post', 'muted']]);
  expect(await titles()).toEqual([]);
});

test('a story’s headline and sentences are those of the outlet that the channel prefers', async () => {
  const at = await withNews();
  const prefer = (id: string, stance?: 'preferred') => at.change.setOutlets(at.by, at.channelId, [[id, stance]]);
  for (const { id, name } of at.settings.catalogue.outlets) {
    await prefer(id, 'preferred');
    const place = (await preview(at)).places.find(({ outlets }) => outlets === 3);
    expect([place?.outlet, place?.sentences.map(({ outlet }) => outlet)]).toEqual([name, [name]]);
    await prefer(id);
  }
});

test('of two equal outlets the headline is the free one’s, not the one’s behind a paywall; links behind a paywall are marked', async () => {
  const alike = { ...third, title: second.title };
  const at = await withNews(([post, courier, lantern]) => {
    post?.feed('/world.xml', [itemOf(events.moose[0], '/moose', morning)]);
    courier?.feed('/world.xml', [itemOf(second, '/ferry', morning)]);
    lantern?.feed('/world.xml', [itemOf(alike, '/ferry', morning + 1_000)]);
  });
  const ferry = async () => (await storyOf(at, second.title)).outlet;
  expect(await ferry()).toBe('Lantern');
  const { serverId } = at;
  const listed = async () => {
    const { ask } = at;
    const line = (await ask.headlines({ serverId }, undefined, 'today')).stories.find(({ outlets }) => outlets === 2);
    const card = await ask.storyById(line?.storyId ?? '', { serverId });
    return [line?.outlet, line?.voices, card?.outlet];
  };
  const [stored] = await listed();
  const other = stored === 'Lantern' ? 'Courier' : 'Lantern';
  await described(at, { [stored?.toString().toLowerCase() ?? '']: { paywall: true } });
  expect(await listed()).toEqual([other, 2, other]);
  await described(at, { lantern: { paywall: true }, 'harbour-post': { paywall: true } });
  expect(await ferry()).toBe('Courier');
  const { payloads } = renderDigest(await preview(at), { deliveryKey: 'key', pictures: false });
  const shown = payloads.flatMap((body) => textsOf(body as never)).join('\n');
  expect(shown).toContain('Harbour Post (paywall)');
  expect(shown).not.toContain('Courier (paywall)');
});

test('“Who reported?” names country and owner of each outlet, and the card marks links behind a paywall', async () => {
  const at = await withNews();
  await described(at, { courier: { paywall: true, country: 'GB', owner: 'Ink *and* Sons' } });
  const { places } = await preview(at);
  const { storyId = '' } = places.find(({ outlets }) => outlets === 3) ?? {};
  const card = (await at.ask.storyById(storyId, { serverId: at.serverId })) ?? expect.fail();
  const sources = textsOf(outletsCard(card, english) as never).join('\n');
  expect(sources).toMatch(/Courier \(paywall\) · \[[^\n]+\n-# United Kingdom · Ink \\\*and\\\* Sons/);
  expect(sources).toContain('-# Lantern');
  const german = textsOf(outletsCard(card, textsFor('de')) as never).join('\n');
  expect(german).toContain('Courier (Bezahlschranke)');
  expect(german).toContain('-# Vereinigtes Königreich · Ink');
  const whole = textsOf(storyCard(card, { texts: english, pictures: false }) as never).join('\n');
  expect(whole).toMatch(/\[Courier\]\([^)]+\/ferry\) \(paywall\)/);
  expect(whole).not.toMatch(/\[Lantern\]\([^)]+\) \(paywall\)/);
});

test('a channel’s outlet settings end with its last topic, and stay within its server', async () => {
  const at = await withNews();
  const { ask, change } = at;
  await change.setOutlets(at.by, at.channelId, [['courier', 'muted']]);
  const stranger = { ...at.by, serverId: '999' };
  const refused = (work: Promise<unknown>) =>
    work.then(
      () => 'done',
      (error: Refusal) => error.code,
    );
  expect(await refused(change.setOutlets(stranger, at.channelId, [['courier', undefined]]))).toBe('not-subscribed');
  const some = [
    ['lantern', 'muted'],
    ['nobody', 'muted'],
  ] as const;
  expect(await refused(change.setOutlets(at.by, at.channelId, some))).toBe('unknown-outlet');
  expect(await ask.channelOutlets(at.serverId, at.channelId)).toEqual([
    { id: 'courier', name: 'Courier', stance: 'muted' },
  ]);
  await change.unsubscribe(at.by, at.channelId, 'world');
  await change.subscribe(at.by, at.channelId, ['world']);
  expect(await ask.channelOutlets(at.serverId, at.channelId)).toEqual([]);
});

test('the outlets of own feeds are offered to their server only, and can be muted', async () => {
  const at = await withNews();
  at.sites[2]?.feed('/own.xml', [itemOf(events.chess[0], '/chess', morning)]);
  const url = `${at.sites[2]?.origin.replace('127.0.0.1', 'localhost')}/own.xml`;
  await at.restart({ privateOrigins: [...(at.settings.privateOrigins ?? []), new URL(url).host] });
  await at.change.addFeed(at.by, { url, title: 'Chess Club', items: [] }, 'world');
  await at.drain();
  const own = (await at.ask.outlets(at.serverId, at.channelId)).find(({ id }) => id.startsWith('localhost'));
  expect(own).toBeDefined();
  expect((await at.ask.outlets('999', at.channelId)).map(({ id }) => id)).not.toContain(own?.id);
  expect((await preview(at)).places.map(({ title }) => title)).toContain(events.chess[0].title);
  await at.change.setOutlets(at.by, at.channelId, [[own?.id ?? '', 'muted']]);
  expect((await preview(at)).places.map(({ title }) => title)).not.toContain(events.chess[0].title);
});
