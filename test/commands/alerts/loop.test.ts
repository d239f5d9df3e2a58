import { describe, expect, test } from 'vitest';
import type { Alert } from '../../../commands/alerts/card.ts';
import { alert } from '../../../commands/alerts/deliveries.ts';
import { addJoined } from '../../../commands/alerts/joined.ts';
import type { WireMessage } from '../../../playground/discord/wire.ts';
import { createTickCache } from '../../../src/newsroom/tickCache.ts';
import { isOf } from '../../../src/outbox/kinds.ts';
import type { Storage } from '../../../src/storage/storage.ts';
import { day, hour, minute, openDesk, type TestDesk, wait } from '../../desk/desk.ts';
import { events } from '../../desk/events.ts';
import type { Changes } from '../../desk/everything.ts';
import { quietMorning } from '../../desk/newsstand.ts';
import { digestOf, textsOf } from '../../discord/digestFixture.ts';
import { correct } from '../../outbox/correct.ts';
import { always, failPosts, filtered, notTaken, patch, refused, statesOf } from '../../outbox/scene.ts';
import { confirmAll, half, hear, noticesOf, postsIn, silenced, storyIdIn, toldArticleIn } from '../newsDesk.ts';
import { alertsOver, interrupted, partsOver } from './alertLoop.ts';

async function withAlerts(typed: Parameters<Changes['setAlert']>[2] = {}): Promise<TestDesk> {
  const at = await openDesk({ before: quietMorning });
  await at.change.setAlert(at.by, at.channelId, { voices: 2, ...typed });
  await at.drain();
  return at;
}

describe('an alert', () => {
  test('comes when enough newsrooms have reported by themselves, and counts others that join', async () => {
    const at = await withAlerts();
    await hear(at, 0, events.ferry[0], '/ferry');
    expect(at.posted()).toEqual([]);
    await hear(at, 1, events.ferry[1], '/ferry');
    expect(at.posted()[0]).toContain('2 newsrooms report independently');
    await hear(at, 2, events.ferry[2], '/ferry');
    expect(at.posted()).toHaveLength(1);
    expect(at.posted()[0]).toContain('3 newsrooms report independently');
    expect(at.posted()[0]).toContain('3 outlets');
  });

  test('is headed by what newsrooms have in common, not by the newest claim of one', async () => {
    const at = await withAlerts();
    await hear(at, 0, events.ferry[0], '/ferry', 14 * hour);
    await hear(at, 1, { ...events.ferry[1], title: 'Sound ferries sail, and Big Port wants deckhands gone' }, '/ferry');
    expect(at.posted()).toHaveLength(1);
    expect(at.posted()[0]).toContain(events.ferry[0].title);
    expect(at.posted()[0]).not.toContain('Big Port wants');
  });

  test('waits for independent reports, which a repeated text isn’t', async () => {
    const at = await withAlerts();
    at.report(0, events.ferry[0], '/ferry');
    await hear(at, 1, events.ferry[0], '/wire');
    await at.skip(half);
    expect(at.posted()).toEqual([]);
    await hear(at, 2, events.ferry[2], '/ferry');
    expect(at.posted()[0]).toContain('2 newsrooms report independently');
  });

  test('counts outlets that name one source once, until one is read that doesn’t', async () => {
    const at = await withAlerts();
    const told = ({ title, paragraphs }: { title: string; paragraphs: readonly string[] }) => ({
      title,
      paragraphs: ['Nine of eleven routes stand still, the union told Reuters.', ...paragraphs],
    });
    at.report(0, told(events.ferry[0]), '/ferry');
    await hear(at, 1, told(events.ferry[1]), '/ferry');
    await at.skip(half);
    expect(at.posted()).toEqual([]);
    await hear(at, 2, events.ferry[2], '/ferry');
    const [posted = ''] = at.posted();
    expect(posted).toContain('2 newsrooms report independently');
    expect(posted).toContain('3 outlets');
    // Its own report makes the Courier an origin, too.
    await hear(at, 1, events.ferryLater, '/later', hour);
    expect(at.posted()[0]).toContain('3 newsrooms report independently');
    expect(at.posted()[0]).toContain('3 outlets');
  });

  test('posts each story once, and none that was confirmed before the alert was set; the digest does not call them new', async () => {
    const at = await openDesk({ before: quietMorning });
    await at.drain();
    await at.confirm(events.water, '/water');
    await at.change.setAlert(at.by, at.channelId, { voices: 2 });
    await at.change.subscribe(at.by, at.channelId, ['world']);
    await at.confirm(events.ferry, '/ferry');
    await at.skip(half);
    expect(at.posted()).toHaveLength(1);
    expect(at.posted()[0]).toContain('deckhands');
    await at.restart();
    await at.to(0, '08:00');
    const digest = at.posted()[1] ?? '';
    expect(digest).toContain('water bill');
    for (const { title } of events.ferry) expect(digest).not.toContain(title);
  });

  test.each(['water bill, reservoir', 'water bill, deckhands, -ferries'])(
    'is posted only for stories of its topic, or with its words and none that it excludes: %s',
    async (words) => {
      const at = await withAlerts({ words });
      const other = at.server.setup.addChannel(at.serverId, { name: 'tech' }).id;
      await at.change.setAlert(at.by, other, { voices: 2, topicId: 'technology' });
      await confirmAll(at);
      expect(at.posted()).toEqual([expect.stringContaining('water bill')]);
      expect(at.posted(other)).toEqual([]);
    },
  );

  test('is not posted for stories that the server muted', async () => {
    const at = await withAlerts();
    await at.change.mute(at.by, 'deckhands', undefined);
    await confirmAll(at);
    expect(at.posted()).toEqual([expect.stringContaining('water bill')]);
    expect(at.posted()[0]).not.toMatch(/deckhands/i);
  });

  test('waits during quiet hours, after which one message shows all stories confirmed meanwhile', async () => {
    const at = await withAlerts({ quiet: '6-12' });
    await at.confirm(events.ferry, '/ferry');
    await at.confirm(events.water, '/water');
    expect(at.posted()).toEqual([]);
    // Longer than the delay after which an alert is normally dropped.
    await at.to(0, '12:00');
    expect(at.posted()).toEqual([expect.stringContaining('2 new stories')]);
  });

  test('with `silent: quiet` is posted without a notification in quiet hours, and with one after them', async () => {
    const at = await withAlerts({ quiet: '6-12', silent: 'quiet' });
    await at.confirm(events.ferry, '/ferry');
    await at.to(0, '12:00');
    expect(silenced(at)).toEqual([true]);
    await at.confirm(events.water, '/water');
    expect(silenced(at)).toEqual([true, false]);
  });

  test('is not posted for further stories once the daily limit is reached, not even the day after', async () => {
    const at = await withAlerts({ perDay: 1 });
    await at.confirm(events.ferry, '/ferry');
    await at.confirm(events.water, '/water');
    expect(at.posted()).toHaveLength(1);
    await at.skip(day);
    expect(at.posted()).toHaveLength(1);
  });

  test('is its headline first, which phones show, and its card by an edit that even a kill does not lose', async () => {
    const at = await withAlerts();
    const posts: WireMessage[] = [];
    at.server.on((event) => event.type === 'message' && event.change === 'created' && posts.push(event.message));
    at.server.fail({ ...patch, how: 500 });
    await at.confirm(events.ferry, '/ferry');
    const [first] = posts;
    expect(first?.content).toBe(events.ferry[1].title);
    expect(textsOf(first).join()).not.toContain('newsrooms report');
    await at.restart();
    await at.skip(minute);
    expect(at.posted()[0]).toContain('newsrooms report independently');
    expect(posts).toHaveLength(1);
    expect(at.server.acts.messages(at.channelId).at(-1)?.content).toBe('');
  });

  test('stays its headline if Discord refuses the card', async () => {
    const at = await withAlerts();
    at.server.fail({ ...patch, how: refused, ...always });
    await at.confirm(events.ferry, '/ferry');
    await at.skip(minute);
    expect(at.posted()).toEqual([events.ferry[1].title]);
  });

  test('is not posted at all if Discord refuses its only story', async () => {
    const at = await withAlerts();
    failPosts(at, filtered, always);
    await at.confirm(events.ferry, '/ferry');
    await at.skip(minute);
    expect(statesOf(at)).toEqual(['refused']);
    expect([at.posted(), at.told()]).toEqual([[], []]);
  });

  test('is dropped silently when half an hour late', async () => {
    const at = await withAlerts();
    failPosts(at, notTaken, always);
    await at.confirm(events.ferry, '/ferry');
    await at.skip(hour);
    expect(statesOf(at)).toEqual(['expired']);
    expect(at.told()).toEqual([]);
  });

  test('shows corrections of the articles that it quotes', async () => {
    const at = await withAlerts();
    await at.confirm(events.ferry, '/ferry');
    await correct(at.app.storage, toldArticleIn(at), 'It were ten routes.', at.now);
    await at.skip(minute);
    expect(at.posted()[0]).toContain('It were ten routes.');
    await hear(at, 2, events.ferry[2], '/ferry');
    expect(at.posted()[0]).toContain('It were ten routes.');
    expect(at.posted()[0]).toContain('3 newsrooms');
  });
});

describe('a channel with alerts', () => {
  test('that was deleted while Lede was away gets no more, and its admin is notified once', async () => {
    const at = await withAlerts();
    await at.app.stop();
    at.server.setup.removeChannel(at.channelId);
    await at.restart();
    await at.confirm(events.ferry, '/ferry');
    await wait(at, 15 * minute);
    expect(at.told()).toEqual([expect.stringContaining('was deleted, so nothing more is posted there')]);
    expect(await at.ask.alerts(at.serverId)).toEqual([]);
    expect(await noticesOf(at)).toEqual([]);
    await at.confirm(events.water, '/water');
    expect(statesOf(at)).toEqual(['lost']);
  });

  test('has no open notice any more once its alerts end', async () => {
    const at = await withAlerts();
    at.server.setup.setOverwrite(at.channelId, 'bot', { deny: ['SendMessages'] });
    await at.confirm(events.ferry, '/ferry');
    await at.skip(minute);
    expect(at.told()).toEqual([expect.stringContaining('is paused')]);
    expect(await noticesOf(at)).toHaveLength(1);
    await at.change.removeAlert(at.by, at.channelId);
    expect(await noticesOf(at)).toEqual([]);
  });
});

test.each<[string, (at: TestDesk, storyId: string) => Promise<unknown>]>([
  ['its channel wants other alerts', ({ change, by, channelId }) => change.setAlert(by, channelId, { voices: 3 })],
  [
    'a digest tells the story',
    ({ app, channelId, serverId, now }, storyId) => {
      const times = { windowStart: now, windowEnd: now, dueAt: now };
      const daily = { channelId, serverId, kind: 'daily', localDate: '2026-11-24', ordinal: 0, ...times } as const;
      const told = [{ storyId, articleIds: [], sentences: [], part: 0 }];
      return app.storage.records.deliveries.add(
        { delivery: { id: 'd', ...daily, content: digestOf({}), payloads: [] }, told },
        now,
      );
    },
  ],
])('an alert is not stored if %s while it is made', async (_, change) => {
  const at = await openDesk({ before: quietMorning });
  await at.drain();
  await at.confirm(events.ferry, '/ferry');
  const id = storyIdIn(at);
  const { storage } = at.app;
  const { channelId, serverId } = at;
  const rule = { channelId, serverId, createdAt: at.now - hour, voices: 2, perDay: 5, zone: 'UTC' };
  await storage.records.alerts.save(rule);
  const runWith = async (within: Storage) => {
    await storage.records.changed.note(id, at.now);
    return alertsOver(within).run(at.now);
  };
  expect(await runWith(interrupted(storage, () => change(at, id)))).toBe(0);
  expect(at.rows("select 1 from deliveries where kind = 'alert'")).toEqual([]);
  const another = at.server.setup.addChannel(serverId, { name: 'other' }).id;
  await storage.records.alerts.save({ ...rule, channelId: another });
  expect(await runWith(storage)).toBe(1);
});

describe('newsrooms that join', () => {
  /** A desk with an alert of two newsrooms that is stored as if only one had reported. */
  async function withJoining() {
    const at = await withAlerts();
    await at.confirm(events.ferry, '/ferry');
    await at.skip(hour);
    const { deliveries } = at.app.storage.records;
    const [{ id } = { id: '' }] = at.rows<{ id: string }>('select id from deliveries');
    const delivery = await deliveries.byId(id);
    if (delivery === undefined || !isOf(delivery, alert)) throw new Error('no alert');
    const [place = expect.fail('no story')] = delivery.content.places;
    const content = { ...delivery.content, places: [{ ...place, voices: 1 }], joinedAt: at.now };
    const change = (changed: Alert) => deliveries.edited(id, changed, delivery.payloads, at.now);
    await change(content);
    await at.app.storage.records.changed.note(place.storyId, at.now);
    const stored = async () => {
      const now = await deliveries.byId(id);
      return now && isOf(now, alert) ? now.content : undefined;
    };
    const counted = async () => (await stored())?.places.map(({ voices }) => voices);
    return { at, storyId: place.storyId, content, change, stored, counted };
  }

  test('are counted ten minutes after the last ones, no sooner', async () => {
    const { at, counted } = await withJoining();
    await at.skip(9 * minute);
    expect(await counted()).toEqual([1]);
    await at.skip(minute);
    expect(await counted()).toEqual([2]);
  });

  test('do not overwrite a correction stored meanwhile, and are counted next time', async () => {
    const { at, storyId, content, change, stored, counted } = await withJoining();
    const { storage } = at.app;
    const meanwhile = { ...content, paywalled: ['https://o.example/1'] };
    const late = interrupted(storage, () => change(meanwhile));
    const later = at.now + 10 * minute;
    const join = (within: Storage) =>
      addJoined(partsOver(within), createTickCache(storage.records, new Map()), [storyId], later);
    expect([await join(late), await stored()]).toEqual([
      { done: 0, rematches: [{ storyId, channelId: '', dueAt: later }] },
      meanwhile,
    ]);
    expect(await join(storage)).toEqual({ done: 1, rematches: [] });
    expect(await stored()).toMatchObject({ paywalled: meanwhile.paywalled });
    expect(await counted()).toEqual([2]);
  });
});

test('in an announcement channel alerts are published, with a thread below each if the channel asked for threads', async () => {
  const at = await openDesk({ before: quietMorning });
  const channel = at.server.setup.addChannel(at.serverId, { name: 'news', kind: 'announcement' }).id;
  await at.run('alerts set', { voices: 2, channel, thread: 'true' });
  await at.drain();
  at.server.fail({ path: /\/crosspost$/, how: '500-after-commit' });
  await at.confirm(events.ferry, '/ferry');
  await at.skip(5 * minute);
  const [message] = at.messages(channel);
  expect((message?.flags ?? 0) & 2).toBe(2);
  expect(postsIn(at, channel).map(({ id, name }) => [id, name])).toEqual([
    [message?.id, expect.stringMatching(/deckhands/i)],
  ]);
});
