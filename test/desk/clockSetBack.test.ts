import { expect, test } from 'vitest';
import { firstDay, hour, itemOf, minute, openDesk } from './desk.ts';
import { events } from './events.ts';

const at8 = (day: number) => firstDay + day * 24 * hour + 8 * hour;

test.for([
  ['three days', 4],
  ['years', 1200],
] as const)(
  'a clock that ran ahead for %s keeps neither feeds nor digests waiting after the next start',
  async ([, ranTo]) => {
    const at = await openDesk();
    const [post, courier] = at.sites;
    post?.feed('/world.xml', [itemOf(events.ferry[0], '/ferry', at8(0) - hour)]);
    await at.app.desk.change.subscribe(at.by, at.channelId, ['world']);
    await at.to(0, '08:05');
    expect(at.posted()).toHaveLength(1);
    await at.to(ranTo, '06:00');
    courier?.put('/world.xml', { status: 429, headers: { 'retry-after': '700000' } });
    await at.skip(2 * hour);
    await at.to(ranTo, '08:05');
    const posted = at.posted().length;
    expect(
      at.rows<{ n: number }>('select count(*) as n from feeds where next_due_at > ?', at8(ranTo))[0]?.n,
    ).toBeGreaterThan(0);

    at.now = at8(1) - hour;
    courier?.feed('/world.xml', [itemOf(events.chess[0], '/chess', at.now - 30 * minute)]);
    post?.feed('/world.xml', [itemOf(events.moose[0], '/moose', at.now - 30 * minute)]);
    await at.restart();
    await at.drain();
    expect(at.log.some(({ message }) => /clock ran ahead/.test(message))).toBe(true);
    await at.to(1, '08:05');
    expect(at.posted()).toHaveLength(posted + 1);
    expect(at.posted().some((text) => /moose/i.test(text))).toBe(true);
    // What was posted in the name of this day is not posted again.
    for (let day = 2; day <= 5; day++) await at.to(day, '08:05');
    const days = at.rows<{ date: string }>(
      "select local_date as date from deliveries where kind = 'daily' and state = 'sent'",
    );
    expect(new Set(days.map(({ date }) => date)).size).toBe(days.length);
    expect(at.posted()).toHaveLength(posted + (ranTo === 4 ? 4 : 5));
    // A start that finds nothing of the kind says nothing.
    at.log.length = 0;
    await at.restart();
    expect(at.log.some(({ message }) => /clock ran ahead/.test(message))).toBe(false);
  },
);
