import { describe, expect, test } from 'vitest';
import { day, hour, itemOf, minute, openDesk, type TestDesk } from '../desk/desk.ts';
import { events } from '../desk/events.ts';
import type { Site } from '../desk/newsstand.ts';

const half = 30 * minute;

/** The n-th outlet reports the event now. */
function report(at: TestDesk, outlet: number, event: { title: string; paragraphs: readonly string[] }, link: string) {
  at.sites[outlet]?.feed('/world.xml', [itemOf(event, link, at.now)]);
}

/** Their feeds list nothing yet. */
const quietMorning = (sites: readonly Site[]) => {
  for (const site of sites) for (const path of ['/world.xml', '/tech.xml']) site.feed(path, []);
};

async function withAlerts(typed: Parameters<TestDesk['app']['desk']['change']['setAlert']>[2] = {}): Promise<TestDesk> {
  const at = await openDesk({ before: quietMorning });
  await at.app.desk.change.setAlert(at.by, at.channelId, { voices: 2, ...typed });
  await at.drain();
  return at;
}

describe('an alert', () => {
  test('comes when enough newsrooms have reported by themselves, names them, and grows while others join', async () => {
    const at = await withAlerts();
    report(at, 0, events.ferry[0], '/ferry');
    await at.skip(half);
    expect(at.posted()).toEqual([]);
    report(at, 1, events.ferry[1], '/ferry');
    await at.skip(half);
    const [first = ''] = at.posted();
    expect(first).toContain('2 newsrooms report independently');
    for (const name of ['Harbour Post', 'Courier']) expect(first).toContain(name);
    report(at, 2, events.ferry[2], '/ferry');
    await at.skip(half);
    expect(at.posted()).toHaveLength(1);
    expect(at.posted()[0]).toContain('3 newsrooms report independently');
    expect(at.posted()[0]).toContain('Lantern');
  });

  test('waits for reports of their own: the same text again is none', async () => {
    const at = await withAlerts();
    report(at, 0, events.ferry[0], '/ferry');
    report(at, 1, events.ferry[0], '/wire');
    await at.skip(half);
    await at.skip(half);
    expect(at.posted()).toEqual([]);
  });

  test('tells no story twice, nor one that was confirmed before it was set; the digest does not tell it as new', async () => {
    const at = await openDesk({ before: quietMorning });
    await at.drain();
    report(at, 0, events.water[0], '/water');
    report(at, 1, events.water[1], '/water');
    await at.skip(half);
    await at.app.desk.change.setAlert(at.by, at.channelId, { voices: 2 });
    await at.app.desk.change.subscribe(at.by, at.channelId, ['world']);
    report(at, 0, events.ferry[0], '/ferry');
    report(at, 1, events.ferry[1], '/ferry');
    await at.skip(half);
    await at.skip(half);
    expect(at.posted()).toHaveLength(1);
    expect(at.posted()[0]).toContain('deckhands');
    await at.restart();
    await at.to(0, '08:00');
    const digest = at.posted()[1] ?? '';
    expect(digest).toContain('water bill');
    expect(digest).not.toContain(events.ferry[0].title);
    expect(digest).not.toContain(events.ferry[1].title);
  });

  test('is of its topic or its words only', async () => {
    const at = await withAlerts({ words: 'water bill, reservoir' });
    const other = at.server.setup.addChannel(at.serverId, { name: 'tech' }).id;
    await at.app.desk.change.setAlert(at.by, other, { voices: 2, topicId: 'technology' });
    for (const [outlet, ferry, water] of [
      [0, events.ferry[0], events.water[0]],
      [1, events.ferry[1], events.water[1]],
    ] as const)
      at.sites[outlet]?.feed('/world.xml', [itemOf(ferry, '/ferry', at.now), itemOf(water, '/water', at.now)]);
    await at.skip(half);
    expect(at.posted()).toHaveLength(1);
    expect(at.posted()[0]).toContain('water bill');
    expect(at.posted(other)).toEqual([]);
  });

  test('keeps quiet hours, after which one message tells what was confirmed in them', async () => {
    const at = await withAlerts({ quiet: '6-9' });
    report(at, 0, events.ferry[0], '/ferry');
    report(at, 1, events.ferry[1], '/ferry');
    await at.skip(half);
    report(at, 0, events.water[0], '/water');
    report(at, 1, events.water[1], '/water');
    await at.skip(half);
    expect(at.posted()).toEqual([]);
    await at.to(0, '09:00');
    expect(at.posted()).toHaveLength(1);
    expect(at.posted()[0]).toContain('2 new stories');
  });

  test('is the last of the day when the day has had as many as it may have', async () => {
    const at = await withAlerts({ perDay: 1 });
    for (const [ours, link] of [
      [events.ferry, '/ferry'],
      [events.water, '/water'],
    ] as const) {
      for (const outlet of [0, 1]) report(at, outlet, ours[outlet] ?? ours[0], link);
      await at.skip(half);
    }
    expect(at.posted()).toHaveLength(1);
    await at.skip(day);
    expect(at.posted()).toHaveLength(1);
  });

  test('is not sent once the channel gets none any more, nor half an hour late', async () => {
    const at = await withAlerts();
    const path = `/channels/${at.channelId}/messages`;
    at.server.fail({
      method: 'POST',
      path,
      how: { status: 405, code: 0, message: 'no' },
      times: Number.POSITIVE_INFINITY,
    });
    report(at, 0, events.ferry[0], '/ferry');
    report(at, 1, events.ferry[1], '/ferry');
    await at.skip(half);
    await at.skip(hour);
    expect(at.rows<{ state: string }>('select state from deliveries')).toEqual([{ state: 'expired' }]);
    expect(at.told()).toEqual([]);
  });

  test('shows a correction of what it quotes', async () => {
    const at = await withAlerts();
    report(at, 0, events.ferry[0], '/ferry');
    report(at, 1, events.ferry[1], '/ferry');
    await at.skip(half);
    const [{ id } = { id: '' }] = at.rows<{ id: string }>('select article_id as id from told_articles');
    await at.app.storage.records.edits.queue(
      { id, correction: { kind: 'corrected', text: 'It were ten routes.', at: at.now } },
      0,
      at.now,
    );
    await at.skip(minute);
    expect(at.posted()[0]).toContain('It were ten routes.');
    report(at, 2, events.ferry[2], '/ferry');
    await at.skip(half);
    expect(at.posted()[0]).toContain('It were ten routes.');
    expect(at.posted()[0]).toContain('3 newsrooms');
  });
});
