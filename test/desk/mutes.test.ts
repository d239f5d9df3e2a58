import { expect, test } from 'vitest';
import { firstDay, hour, itemOf, openDesk } from './desk.ts';
import { events } from './events.ts';

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

test('what the try of a word says that it hides is hidden everywhere, whichever outlet says the word', async () => {
  const at = await withNews();
  const { ask, change } = at.app.desk;
  await change.subscribe(at.by, at.channelId, ['world', 'technology']);
  await at.drain();
  // Of three outlets two tell it in their headline or lead, and a third one heads the story.
  await change.mute(at.by, 'Sound', undefined);
  const { hidden, examples } = await ask.tryMute(at.serverId, 'Sound');
  expect(hidden).toBe(1);
  expect(examples.map(({ title }) => title)).toEqual([events.ferry[1]?.title]);
  const left = [events.moose[0].title];
  const first = await ask.firstHeadlines(at.serverId, ['world', 'technology'], 3);
  expect(first.stories.map(({ title }) => title)).toEqual(left);
  const headlines = await ask.headlines({ serverId: at.serverId }, undefined, 'today');
  expect(headlines.stories.map(({ title }) => title)).toEqual(left);
  const preview = await ask.previewDigest(at.channelId, at.serverId);
  expect(preview.places.map(({ title }) => title)).toEqual(left);
  await at.to(0, '08:00');
  expect(at.posted()[0]).toContain(left[0]);
  expect(at.posted()[0]).not.toMatch(/\bSound\b/);
});

test('a mute of one server hides nothing in another, nor for who asks in a direct message', async () => {
  const at = await withNews();
  const { ask, change } = at.app.desk;
  await at.drain();
  await change.mute(at.by, 'ferries', undefined);
  expect((await ask.firstHeadlines(at.serverId, ['world'], 3)).stories).toHaveLength(1);
  const other = at.server.setup.addGuild({ name: 'Next Door' }).id;
  expect((await ask.firstHeadlines(other, ['world'], 3)).stories).toHaveLength(2);
  expect((await ask.headlines({}, undefined, 'today')).stories).toHaveLength(2);
});
