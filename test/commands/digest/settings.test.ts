import { expect, test } from 'vitest';
import { allComponents } from '../../../playground/discord/reading.ts';
import { firstDay, hour, itemOf, minute, openDesk } from '../../desk/desk.ts';
import { events } from '../../desk/events.ts';
import { morning, subscribed, world } from '../../outbox/scene.ts';

const german = {
  title: 'Neunhundert Decksleute legen Fähren der Soundline lahm',
  paragraphs: [
    'Neunhundert Decksleute legen seit Dienstag die Fähren der Soundline lahm, teilte die Gewerkschaft mit. Gespräche über Lohn und Nachtruhe sind gescheitert.',
    'Die Gewerkschaft verlangt elf Stunden Ruhe zwischen zwei Schichten, und die Inseln Skarrow und Brannick sind für Autos nicht mehr zu erreichen.',
    'Fischerboote bringen Post und Arznei hinüber, und der Bürgermeister von Skarrow sagte, die Schulen blieben geöffnet.',
  ],
};

test('in a channel of one language, articles in other languages are not counted in any way', async () => {
  const at = await subscribed();
  const { ask, change } = at;
  at.sites[2]?.feed('/de.xml', [itemOf(german, '/streik', morning)]);
  await change.addFeed(at.by, { url: `${at.sites[2]?.origin}/de.xml`, title: 'Leuchtturm', items: [] }, 'world');
  await at.drain();
  const titles = async () => {
    const { places, also, outletsAll } = await ask.previewDigest(at.channelId, at.serverId);
    return { shown: [...places, ...also].map(({ title }) => title), outletsAll };
  };
  expect((await titles()).shown).toContain(german.title);
  await change.saveSettings(at.by, at.channelId, { languages: 'English' });
  const english = await titles();
  expect(english.shown).not.toContain(german.title);
  expect(english).toMatchObject({ outletsAll: 2, shown: { length: 3 } });
  await change.saveSettings(at.by, at.channelId, { languages: 'Deutsch' });
  expect(await titles()).toEqual({ shown: [german.title], outletsAll: 1 });
  await change.saveSettings(at.by, at.channelId, { languages: 'all' });
  expect((await titles()).shown).toContain(german.title);
});

test('a day without stories brings nothing at all, and the next digest covers it', async () => {
  const at = await openDesk({ before: world, digest: { topics: ['world'] } });
  await at.to(0, '08:00');
  await at.to(1, '08:00');
  expect(at.posted()).toHaveLength(1);
  // The slot is used up: nothing comes later the same day, even after a restart.
  at.sites[1]?.feed('/world.xml', [itemOf(events.chess[0], '/chess', firstDay + 32 * hour + 5 * minute)]);
  await at.restart();
  await at.to(1, '09:30');
  expect(at.posted()).toHaveLength(1);
  await at.to(2, '08:00');
  expect(at.posted()[1]).toContain(events.chess[0].title);
  expect(at.rows('select id from deliveries')).toHaveLength(2);
  const [last] = at.rows<{ start: number }>('select max(window_start) as start from deliveries');
  expect(last?.start).toBe(firstDay + 8 * hour);
});

test('a compact digest has one line for each headline, and quotes no sentences', async () => {
  const at = await subscribed();
  await at.change.saveSettings(at.by, at.channelId, { style: 'compact' });
  await at.to(0, '08:00');
  const [message] = at.messages();
  const shown = allComponents(message?.components ?? []).flatMap(({ content }) => content ?? []);
  const places = shown.filter((text) => /^\*\*\d · /.test(text));
  expect(places).toHaveLength(3);
  for (const place of places) expect(place).toMatch(/^\*\*\d · \[[^\n]+\)\*\*\n-# [^\n]+$/);
  expect(at.rows<{ sentences: string }>('select sentences from told').map(({ sentences }) => sentences)).toEqual([
    '[]',
    '[]',
    '[]',
  ]);
});
