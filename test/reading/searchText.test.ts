import { expect, test } from 'vitest';
import { firstDay, hour, itemOf, minute, openDesk } from '../desk/desk.ts';
import { events } from '../desk/events.ts';

const morning = firstDay + 5 * hour;
const [ferry, other] = events.ferry;

const long = [
  ferry.paragraphs[0],
  ...Array.from(
    { length: 22 },
    (_, n) => `In harbour number ${n + 3} the strike of the ferry deckhands left lorries and commuters on the quay.`,
  ),
].join(' ');

test("a later outlet's words are found even if the first article is one long paragraph", async () => {
  const [lead, ...rest] = other.paragraphs;
  const at = await openDesk({
    before: ([post, courier]) => {
      post?.feed('/world.xml', [itemOf({ title: ferry.title, paragraphs: [long] }, '/ferry', morning)]);
      const later = { title: other.title, paragraphs: [`${lead} The Zamboni depot on Skarrow has no ice.`, ...rest] };
      courier?.feed('/world.xml', [itemOf(later, '/ferry', morning + hour / 2)]);
    },
  });
  const { ask, change } = at;
  const topic = await change.createTopic(at.by, 'Ice', { all: [], any: ['zamboni'], not: [] });
  await at.drain();
  expect(at.rows('select articles from stories')).toEqual([{ articles: 2 }]);
  expect((await ask.headlines({ serverId: at.serverId }, topic.id, 'today')).stories).toHaveLength(1);
  expect((await ask.story('zamboni depot', {})).kind).toBe('found');
  await change.mute(at.by, 'zamboni', undefined);
  expect((await ask.headlines({ serverId: at.serverId }, undefined, 'today')).stories).toEqual([]);
});

test('a person whom an article quotes far below its lead is found', async () => {
  const at = await openDesk({
    before: ([post]) => {
      const quoted =
        '“We will not sail on Sunday, whatever they offer,” said Ottoline von der Brugg, who leads the crews.';
      const paragraphs = [...ferry.paragraphs, ...Array.from({ length: 6 }, (_, n) => `Quay ${n} was quiet.`), quoted];
      post?.feed('/world.xml', [itemOf({ title: ferry.title, paragraphs }, '/ferry', morning)]);
    },
  });
  await at.drain();
  const { story } = at.ask;
  expect((await story('Ottoline von der Brugg', {})).kind).toBe('found');
  expect((await story('brugg', {})).kind).toBe('found');
});

test('the newest facts in a story of many articles are found', async () => {
  const at = await openDesk({
    sites: Array.from({ length: 12 }, (_, n) => `Outlet ${n}`),
    before: (sites) => {
      for (const [n, site] of sites.entries()) {
        const { title, paragraphs } = events.ferry[n % 3] ?? ferry;
        const item = { title: n === 11 ? `${title} near the Zamboni depot` : title, paragraphs };
        site.feed('/world.xml', [itemOf(item, '/ferry', morning + n * minute)]);
      }
    },
  });
  const topic = await at.change.createTopic(at.by, 'Ice', { all: [], any: ['zamboni'], not: [] });
  await at.drain();
  expect(at.rows('select articles from stories')).toEqual([{ articles: 12 }]);
  const headlines = await at.ask.headlines({ serverId: at.serverId }, topic.id, 'today');
  expect(headlines.stories).toHaveLength(1);
});
