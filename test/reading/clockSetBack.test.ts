import { describe, expect, test } from 'vitest';
import { stallOf } from '../../src/operation/stall.ts';
import { openStorage } from '../../src/storage/storage.ts';
import { firstDay, hour, itemOf, minute, openDesk } from '../desk/desk.ts';
import { events } from '../desk/events.ts';
import { council, openPolitePost } from './politePress.ts';

const at8 = (day: number) => firstDay + day * 24 * hour + 8 * hour;

test('a clock that ran ahead for years keeps neither feeds nor digests waiting after the next start', async () => {
  const ranTo = 1200;
  const at = await openDesk({ news: [{ '/ferry': events.ferry[0] }], digest: { topics: ['world'], quiet: 'post' } });
  const [post, courier] = at.sites;
  await at.to(0, '08:05');
  expect(at.posted()).toHaveLength(1);
  await at.to(ranTo, '06:00');
  courier?.put('/world.xml', { status: 429, headers: { 'retry-after': '700000' } });
  await at.skip(2 * hour);
  await at.to(ranTo, '08:05');
  const posted = at.posted().length;
  expect(at.rows('select 1 from feeds where next_due_at > ?', at8(ranTo))).not.toEqual([]);

  at.now = at8(1) - hour;
  courier?.feed('/world.xml', [itemOf(events.chess[0], '/chess', at.now - 30 * minute)]);
  post?.feed('/world.xml', [itemOf(events.moose[0], '/moose', at.now - 30 * minute)]);
  await at.restart();
  await at.drain();
  expect(at.log.some(({ message }) => /clock ran ahead/.test(message))).toBe(true);
  await at.to(1, '08:05');
  expect(at.posted()).toHaveLength(posted + 1);
  expect(at.posted().some((text) => /moose/i.test(text))).toBe(true);
  // A digest that was already posted for this day is not posted again.
  for (let day = 2; day <= 5; day++) await at.to(day, '08:05');
  const days = at.rows("select local_date from deliveries where kind = 'daily' and state = 'sent'");
  expect(new Set(days.map((row) => JSON.stringify(row))).size).toBe(days.length);
  expect(at.posted()).toHaveLength(posted + 5);
  // A start that finds no future times logs nothing.
  at.log.length = 0;
  await at.restart();
  expect(at.log.some(({ message }) => /clock ran ahead/.test(message))).toBe(false);
});

describe('after a clock that ran 60 days ahead', () => {
  const ahead = 60 * 24 * hour;
  async function openPost() {
    const { at, post } = await openPolitePost();
    post.page('/a', council);
    return { at, post, start: at.now };
  }

  test('a postponed page is requested', async () => {
    const { at, post, start } = await openPost();
    post.feed('/world.xml', [{ title: 'T', link: '/a', at: start, html: '<p>Soon.</p>' }]);
    post.put('/a', () => {
      at.now = start + ahead;
      return { status: 503, headers: { 'retry-after': '60' } };
    });
    await at.drain();
    await at.drain();
    post.page('/a', council);
    at.now = start + hour;
    await at.restart();
    const before = post.count('/a');
    for (let hours = 0; hours < 4; hours++) {
      at.now += hour;
      await at.drain();
    }
    expect(post.count('/a')).toBeGreaterThan(before);
  });

  test('two days without reading are a stall, even if a feed is gone since', async () => {
    const { at, post, start } = await openPost();
    post.feed('/world.xml', [{ title: 'W', link: '/b', at: start }]);
    at.now = start + ahead;
    await at.drain();
    at.now = start;
    post.put('/tech.xml', { status: 410 });
    await at.restart();
    await at.drain();
    const stall = await stallOf(at.reading.storage, start, start + 48 * hour);
    expect(stall.polling).toBeDefined();
  });

  test('a day without sending is a stall', async () => {
    const at = await openDesk({ news: [{ '/ferry': events.ferry[0] }], digest: { topics: ['world'] } });
    await at.to(60, '08:00');
    at.now = firstDay + 12 * hour;
    await at.restart();
    await at.drain();
    const startedAt = at.now;
    await at.app.stop();
    const now = firstDay + 34 * hour;
    const storage = await openStorage({ url: at.databaseUrl, now: () => now });
    const stall = await stallOf(storage, startedAt, now);
    await storage.close();
    expect(stall.sending).toBeDefined();
  });
});
