import { expect, test } from 'vitest';
import { day, firstDay, hour, itemOf, openDesk } from '../desk/desk.ts';
import { events } from '../desk/events.ts';

const morning = firstDay + 5 * hour;

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
