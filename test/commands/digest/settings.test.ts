import { expect, test } from 'vitest';
import { clockOf, itemOf, minute, openDesk } from '../../desk/desk.ts';
import { events } from '../../desk/events.ts';
import { textsOf } from '../../discord/digestFixture.ts';
import { morning, subscribed, world } from '../../outbox/scene.ts';

const german = {
  title: 'Neunhundert Decksleute legen Fähren der Soundline lahm',
  paragraphs: [
    'Neunhundert Decksleute legen seit Dienstag die Fähren der Soundline lahm, teilte die Gewerkschaft mit. Gespräche über Lohn und Nachtruhe sind gescheitert.',
  ],
};

test('in a channel of one language, articles in other languages are not counted in any way', async () => {
  const at = await subscribed();
  const { ask, change } = at;
  at.sites[2]?.feed('/de.xml', [itemOf(german, '/streik', morning)]);
  await change.addFeed(at.by, { url: `${at.sites[2]?.origin}/de.xml`, title: 'Leuchtturm', items: [] }, 'world');
  await at.drain();
  const titles = async (languages: string) => {
    await change.saveSettings(at.by, at.channelId, { languages });
    const { places, also, outletsAll } = await ask.previewDigest(at.channelId, at.serverId);
    return { shown: [...places, ...also].map(({ title }) => title), outletsAll };
  };
  const english = await titles('English');
  expect(english.shown).not.toContain(german.title);
  expect(english).toMatchObject({ outletsAll: 2, shown: { length: 3 } });
  expect(await titles('Deutsch')).toEqual({ shown: [german.title], outletsAll: 1 });
  expect((await titles('all')).shown).toContain(german.title);
});

test('a day without stories brings nothing at all, and the next digest covers it', async () => {
  const at = await openDesk({ before: world, digest: { topics: ['world'] } });
  await at.to(0, '08:00');
  await at.to(1, '08:00');
  expect(at.posted()).toHaveLength(1);
  // The slot is used up: nothing comes later the same day, even after a restart.
  at.list(1, { '/chess': events.chess[0] }, at.now + 5 * minute);
  await at.restart();
  await at.to(1, '09:30');
  expect(at.posted()).toHaveLength(1);
  await at.to(2, '08:00');
  expect(at.posted()[1]).toContain(events.chess[0].title);
  expect(at.rows('select id from deliveries')).toHaveLength(2);
  const [last] = at.rows<{ start: number }>('select max(window_start) as start from deliveries');
  expect(last?.start).toBe(clockOf(0, '08:00'));
});

test('a compact digest has one line for each headline, and quotes no sentences', async () => {
  const at = await subscribed();
  await at.change.saveSettings(at.by, at.channelId, { style: 'compact' });
  await at.to(0, '08:00');
  const places = textsOf(at.messages()[0]).filter((text) => /^\*\*\d · /.test(text));
  expect(places).toHaveLength(3);
  for (const place of places) expect(place).toMatch(/^\*\*\d · \[[^\n]+\)\*\*\n-# [^\n]+$/);
  expect(at.rows("select 1 from told where sentences != '[]'")).toEqual([]);
});
