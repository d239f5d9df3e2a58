import { expect, test } from 'vitest';
import { headlinesCard } from '../../src/discord/cards/headlines.ts';
import { textsFor } from '../../src/discord/texts/texts.ts';
import { textsOf } from '../discord/digestFixture.ts';
import { firstDay, hour, itemOf, openDesk } from './desk.ts';
import { events } from './events.ts';

const texts = textsFor('en-GB');
const options = { texts, topicId: undefined, since: 'today' } as const;

test('before anything was read /headlines says that the outlets are being read, afterwards to try a longer time', async () => {
  const at = await openDesk({ start: false });
  const { ask } = at.app.desk;
  const asker = { serverId: at.serverId };
  const first = textsOf(headlinesCard(await ask.headlines(asker, undefined, 'today'), options)).join('\n');
  expect(first).toContain(texts.story.headlines.reading);
  at.sites[0]?.feed('/world.xml', [itemOf(events.ferry[0], '/ferry', firstDay + 5 * hour)]);
  await at.app.start();
  await at.drain();
  const [, technology] = await ask.topics(at.serverId);
  const headlines = await ask.headlines(asker, technology?.id, 'today');
  expect(headlines.stories).toEqual([]);
  expect(textsOf(headlinesCard(headlines, options)).join('\n')).toContain('Try a longer time');
});

test('no story is of a moment that is still to come, though an outlet’s clock is ahead', async () => {
  const at = await openDesk({
    startsAt: '07:55',
    before: ([post, courier]) => {
      post?.feed('/world.xml', [itemOf(events.ferry[0], '/ferry', firstDay + 10 * hour)]);
      courier?.feed('/world.xml', [itemOf(events.ferry[1], '/ferry', firstDay + 5 * hour)]);
    },
  });
  const { ask, change } = at.app.desk;
  await change.subscribe(at.by, at.channelId, ['world']);
  await at.drain();
  await at.to(0, '08:00');
  const { stories } = await ask.headlines({ serverId: at.serverId }, undefined, 'today');
  expect(stories.map(({ outlets }) => outlets)).toEqual([2]);
  expect(stories[0]?.lastAt).toBeLessThanOrEqual(at.now);
});
