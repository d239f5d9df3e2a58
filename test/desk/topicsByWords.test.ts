import { expect, test } from 'vitest';
import { firstDay, hour, itemOf, newsInBoth, openDesk } from './desk.ts';
import { events } from './events.ts';

const morning = firstDay + 5 * hour;

test('stories of a topic by words come from all that the server reads: of so many articles and outlets', async () => {
  const at = await openDesk({
    before: (sites) => {
      newsInBoth(sites);
      sites[2]?.feed('/own.xml', [itemOf(events.chess[0], '/chess', morning)]);
    },
  });
  const { change, ask } = at.app.desk;
  const words = { all: [], any: ['ferry', 'train', 'water'], not: [] };
  const topic = await change.createTopic(at.by, 'Sea and rail', words);
  await change.subscribe(at.by, at.channelId, [topic.id]);
  await at.drain();
  await at.to(0, '07:00');
  const headlines = await ask.headlines({ serverId: at.serverId }, topic.id, 'today');
  expect(headlines).toMatchObject({ stories: [{}, {}, {}], articles: 4, outletsAnswered: 3, outletsAll: 3 });
  // A feed of another server is nothing that this one reads.
  const other = { ...at.by, serverId: at.server.setup.addGuild({ name: 'Next Door' }).id };
  const feed = { url: `${at.sites[2]?.origin}/own.xml`, title: 'Chess', items: [] };
  await change.addFeed(other, feed, undefined);
  await at.to(0, '08:00');
  expect(at.posted()[0]).toContain('3 stories from 4 articles');
  expect(at.posted()[0]).toContain('3 of 3 outlets');
  await change.addFeed(at.by, feed, 'world');
  await at.drain();
  expect(await ask.headlines({ serverId: at.serverId }, topic.id, 'today')).toMatchObject({ articles: 5 });
});
