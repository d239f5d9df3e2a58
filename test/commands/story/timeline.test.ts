import { expect, test } from 'vitest';
import { firstDay, hour, itemOf, openDesk, type TestDesk } from '../../desk/desk.ts';
import { events } from '../../desk/events.ts';

const morning = firstDay + 4 * hour;
const [ferry, again] = events.ferry;

async function openFerry(): Promise<TestDesk> {
  const at = await openDesk({
    sites: ['Harbour Post', 'Courier', 'Blog'],
    before: ([post, courier, blog]) => {
      post?.feed('/world.xml', [itemOf(ferry, '/ferry', morning), itemOf(events.moose[0], '/moose', morning)]);
      courier?.feed('/world.xml', [itemOf(again, '/ferry', morning + hour)]);
      blog?.feed('/own.xml', [itemOf(events.moose[0], '/own', morning + hour / 2)]);
    },
  });
  await at.drain();
  return at;
}

const storyOf = async (at: TestDesk, query: string) => {
  const found = await at.ask.story(query, {});
  return found.kind === 'found' ? found.card.storyId : expect.fail(found.kind);
};

test('“Who reported?” has a picture, drawn in a worker, with the outlets’ times and corrections', async () => {
  const at = await openFerry();
  const storyId = await storyOf(at, 'ferry');
  const card = await at.run('story', { query: 'ferry deckhands' });
  const [attached] = (await at.press(card, `story:outlets:${storyId}`)).attachments;
  expect(attached).toMatchObject({ filename: 'coverage.png', content_type: 'image/png' });
  const png = Buffer.from(await (await fetch(attached?.url ?? '')).arrayBuffer());
  expect(png.toString('latin1', 0, 4)).toBe('\u0089PNG');
  const timeline = await at.ask.timeline(storyId, { serverId: at.serverId });
  expect(timeline).toEqual({
    zone: 'UTC',
    outlets: [
      { name: 'Harbour Post', reports: [morning], corrections: [] },
      { name: 'Courier', reports: [morning + hour], corrections: [] },
    ],
  });
});

test('a story of one outlet has no picture, and what an own feed adds is in that server’s picture alone', async () => {
  const at = await openFerry();
  const storyId = await storyOf(at, 'moose');
  expect(await at.ask.timeline(storyId, { serverId: at.serverId })).toBeUndefined();
  const preview = { url: `${at.sites[2]?.origin}/own.xml`, title: 'Own', items: [] };
  await at.change.addFeed(at.by, preview, 'world');
  await at.drain();
  const other = at.server.setup.addGuild({ name: 'Other' }).id;
  const outletsFor = async (serverId?: string) =>
    (await at.ask.timeline(storyId, { serverId }))?.outlets.map(({ reports }) => reports[0]);
  expect(await outletsFor(at.serverId)).toEqual([morning, morning + hour / 2]);
  expect(await outletsFor(other)).toBeUndefined();
  expect(await outletsFor(undefined)).toBeUndefined();
});
