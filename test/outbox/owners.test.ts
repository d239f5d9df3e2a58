import { expect, test } from 'vitest';
import { coverageCard } from '../../commands/coverage/card.ts';
import { textsFor } from '../../src/discord/texts/texts.ts';
import { hour, itemOf, minute, openDesk, type TestDesk } from '../desk/desk.ts';
import { events } from '../desk/events.ts';
import { catalogueOf, quietMorning } from '../desk/newsstand.ts';
import { textsOf } from '../discord/digestFixture.ts';

type Event = { title: string; paragraphs: readonly string[] };

const half = 30 * minute;
const owner = 'Harl Media';
const sisters = ['Harbour Post', 'Courier', 'Lantern', 'Metro'];
const own: readonly Event[] = [
  ...events.ferry,
  {
    title: 'Strike of ferry deckhands empties the quay of Brannick',
    paragraphs: [
      'Deckhands of Soundline are on strike, and at the North Quay of Brannick the ferry company has sent its clerks home.',
      'Nobody knows when the ferries sail again, a harbour pilot said. The union asks for eleven hours of rest, and more pay for nights.',
    ],
  },
];

/** A desk whose first four outlets have the same owner; the others are independent. */
async function withSisters(): Promise<TestDesk> {
  const at = await openDesk({ sites: [...sisters, 'Radio Orn'], before: quietMorning, start: false });
  const catalogue = catalogueOf(at.sites);
  const outlets = catalogue.outlets.map((one) => (sisters.includes(one.name) ? { ...one, owner } : one));
  await at.restart({ catalogue: { ...catalogue, outlets } });
  await at.drain();
  return at;
}

const report = (at: TestDesk, outlet: number, event: Event = own[outlet] ?? events.ferry[0]) =>
  at.sites[outlet]?.feed('/world.xml', [itemOf(event, '/ferry', at.now)]);

test('three titles of one owner do not confirm a story, another newsroom does, and sister titles that join are not named', async () => {
  const at = await withSisters();
  await at.change.setAlert(at.by, at.channelId, { voices: 2 });
  for (const outlet of [0, 1, 2]) report(at, outlet);
  await at.skip(half);
  expect(at.rows('select outlets from stories')).toEqual([{ outlets: 3 }]);
  expect(at.posted()).toEqual([]);
  report(at, 4, own[3]);
  await at.skip(half);
  const [alert = ''] = at.posted();
  expect(alert).toContain('2 newsrooms report independently');
  expect(alert).toContain('4 outlets');
  expect(alert).toContain('Radio Orn');
  report(at, 3, events.ferryLater);
  await at.skip(hour);
  expect(at.rows('select max(outlets) as outlets from stories')).toEqual([{ outlets: 5 }]);
  expect(at.posted()).toEqual([alert]);
});

test('a text in four sister titles counts once: for importance, in lists and on cards', async () => {
  const at = await withSisters();
  await at.change.subscribe(at.by, at.channelId, ['world']);
  for (const outlet of [0, 1, 2, 3]) report(at, outlet, own[0]);
  await at.skip(half);
  const { places } = await at.ask.previewDigest(at.channelId, at.serverId);
  expect(places).toEqual([expect.objectContaining({ outlets: 4, voices: 1 })]);
  expect(places[0]?.importance).toMatchObject({ leadingOutlets: 1, otherOutlets: 0, articles: 0 });
  const asker = { serverId: at.serverId };
  const { stories } = await at.ask.headlines(asker, undefined, 'today');
  expect(stories).toEqual([expect.objectContaining({ outlets: 4, voices: 1 })]);
  const [found] = await at.ask.coverage([`${at.sites[2]?.origin}/ferry`], asker, at.admin);
  const said = (locale: string) => textsOf(coverageCard(found ? [found] : [], textsFor(locale)) as never).join('\n');
  expect(said('en-GB')).toContain('4 outlets');
  expect(said('de')).toContain('4 Medien');
});

test('a text counts for the outlet that had it first, even if others print it', async () => {
  const at = await withSisters();
  await at.change.subscribe(at.by, at.channelId, ['world']);
  for (const outlet of [0, 4]) report(at, outlet, own[0]);
  await at.skip(half);
  const printed = async () => {
    const { places } = await at.ask.previewDigest(at.channelId, at.serverId);
    return places.map(({ outlets, voices, importance }) => [outlets, voices, importance?.leadingOutlets]);
  };
  expect(await printed()).toEqual([[2, 1, 1]]);
  // Its own report makes it an independent newsroom.
  at.sites[4]?.feed('/world.xml', [itemOf(own[1] ?? events.ferry[0], '/ferry-2', at.now)]);
  await at.skip(half);
  expect(await printed()).toEqual([[2, 2, 2]]);
});
