import { describe, expect, test } from 'vitest';
import { textOf } from '../../playground/discord/reading.ts';
import type { WireMessage } from '../../playground/discord/wire.ts';
import type { Refusal } from '../../src/desk/refusal.ts';
import type { Undo } from '../../src/desk/undoable.ts';
import { controls } from '../commands/scene.ts';
import { failPosts, notTaken } from '../outbox/scene.ts';
import { hour, minute, newsInBoth, openDesk, type TestDesk, wait } from './desk.ts';

const withNews = () => openDesk({ before: newsInBoth, digest: { topics: ['world'], quiet: 'post' } });

/** The server's whole set-up, without the slots, which advance meanwhile. */
const setUp = (at: TestDesk) => ({
  channels: at.rows('select channel_id, settings, paused, created_at from channels order by channel_id'),
  subscriptions: at.rows('select * from subscriptions order by channel_id, topic_id'),
  outlets: at.rows('select * from channel_outlets order by channel_id, outlet_id'),
  topics: at.rows('select * from own_topics order by id'),
  feeds: at.rows('select * from own_feeds order by feed_id'),
  alerts: at.rows('select * from alerts order by channel_id'),
  mutes: at.rows('select * from mutes order by word'),
});
const slotOf = (at: TestDesk) =>
  at.rows('select next_due_at, next_date, next_ordinal from channels order by channel_id');

/** Sets up one of everything for the server. */
async function furnish(at: TestDesk): Promise<string> {
  const { change } = at;
  const topic = await change.createTopic(at.by, 'Boats', { all: [], any: ['ferry'], not: [] });
  await change.addFeed(at.by, { url: `${at.sites[0]?.origin}/own.xml`, title: 'Own', items: [] }, topic.id);
  await change.subscribe(at.by, at.channelId, [topic.id]);
  await change.saveSettings(at.by, at.channelId, { times: '07:30, 19:00', languages: 'English', style: 'compact' });
  await change.setOutlets(at.by, at.channelId, [['courier', 'muted']]);
  await change.mute(at.by, 'football', 7);
  await change.setAlert(at.by, at.channelId, { topicId: topic.id, quiet: '22-7' });
  return topic.id;
}

test('every change that removes something is undone completely', async () => {
  const at = await withNews();
  const { ask, change } = at;
  const topicId = await furnish(at);
  const other = at.server.setup.addChannel(at.serverId, { name: 'other' }).id;
  await change.subscribe(at.by, other, [topicId]);
  const [feed] = await ask.feeds(at.serverId);
  const [before, slots] = [setUp(at), slotOf(at)];
  const changes: Record<string, () => Promise<{ undo: Undo }>> = {
    unsubscribe: () => change.unsubscribe(at.by, other, topicId),
    deleteTopic: () => change.deleteTopic(at.by, topicId),
    removeFeed: () => change.removeFeed(at.by, feed?.id ?? ''),
    pause: () => change.pause(at.by, at.channelId),
    reschedule: () => change.saveSettings(at.by, at.channelId, { stories: 3 }, other),
    mute: () => change.mute(at.by, 'election'),
    unmute: () => change.unmute(at.by, 'football'),
    setOutlets: () => change.setOutlets(at.by, at.channelId, [['courier', 'preferred']]),
    setAlert: () => change.setAlert(at.by, at.channelId, { voices: 5 }),
    removeAlert: () => change.removeAlert(at.by, at.channelId),
    reset: () => change.setOutlets(at.by, at.channelId, [['courier', undefined]]),
  };
  for (const [name, make] of Object.entries(changes)) {
    // Serialized, as it is stored between the answer and the press of the button.
    const undo = JSON.parse(JSON.stringify((await make()).undo)) as Undo;
    expect(setUp(at), name).not.toEqual(before);
    at.now += 5 * minute;
    expect(await change.undo(at.by, undo), name).toMatchObject({ kept: 0 });
    expect(setUp(at), name).toEqual(before);
    expect(slotOf(at), name).toEqual(slots);
    expect(await change.undo(at.by, undo), name).toMatchObject({ done: 0 });
  }
});

const stop = {
  unsubscribe: (at: TestDesk) => at.change.unsubscribe(at.by, at.channelId, 'world'),
  pause: (at: TestDesk) => at.change.pause(at.by, at.channelId),
};

test('a digest that fell due while its channel was unsubscribed or paused comes once after the undo', async () => {
  for (const name of ['unsubscribe', 'pause'] as const) {
    const at = await withNews();
    await at.to(0, '07:58');
    const { undo } = await stop[name](at);
    await wait(at, 5 * minute);
    expect(at.posted()).toHaveLength(0);
    await at.change.undo(at.by, undo);
    await wait(at, 2 * minute);
    expect(at.posted(), name).toHaveLength(1);
    await wait(at, 12 * hour);
    expect(at.posted(), name).toHaveLength(1);
    await at.to(1, '08:00');
    expect(at.posted(), name).toHaveLength(2);
  }
});

test('a pending digest is dropped with its channel, and pending again after an undo', async () => {
  for (const name of ['unsubscribe', 'pause'] as const) {
    const at = await withNews();
    // Discord refuses everything for a moment, so that the digest stays pending with a known outcome.
    failPosts(at, notTaken);
    await at.to(0, '08:00');
    expect(at.rows('select state from deliveries')).toEqual([{ state: 'pending' }]);
    const { undo } = await stop[name](at);
    await wait(at, 3 * minute);
    expect([at.posted(), at.rows('select state from deliveries')]).toEqual([[], [{ state: 'lost' }]]);
    await at.change.undo(at.by, undo);
    await wait(at, 5 * minute);
    expect(at.posted(), name).toHaveLength(1);
    await wait(at, 12 * hour);
    expect(at.posted(), name).toHaveLength(1);
  }
});

test('a channel that was subscribed again and got its digest meanwhile gets no second one', async () => {
  const at = await withNews();
  await at.to(0, '07:58');
  const { undo } = await at.change.unsubscribe(at.by, at.channelId, 'world');
  await at.change.subscribe(at.by, at.channelId, ['technology']);
  await wait(at, 6 * minute);
  expect(at.posted()).toHaveLength(1);
  expect(await at.change.undo(at.by, undo)).toEqual({ done: 1, kept: 1 });
  expect(at.rows('select topic_id from subscriptions order by topic_id')).toEqual([
    { topic_id: 'technology' },
    { topic_id: 'world' },
  ]);
  await wait(at, 12 * hour);
  expect(at.posted()).toHaveLength(1);
});

test('later changes by others are kept, and nothing is restored over them', async () => {
  const at = await withNews();
  const { ask, change } = at;
  const topicId = await furnish(at);
  const { undo } = await change.unmute(at.by, 'football');
  await change.mute(at.by, 'football', 30);
  expect(await change.undo(at.by, undo)).toEqual({ done: 0, kept: 1 });
  const { undo: gone } = await change.deleteTopic(at.by, topicId);
  for (let n = 0; n < 20; n += 1) {
    await change.createTopic(at.by, `Topic ${n}`, { all: [], any: [`word${n}`], not: [] });
  }
  const code = await change.undo(at.by, gone).catch((error: Refusal) => error.code);
  expect(code).toBe('too-many-topics');
  expect((await ask.subscription(at.serverId, at.channelId))?.topics.map(({ id }) => id)).toEqual(['world']);
});

describe('what somebody else changed since', () => {
  type Change = TestDesk['change'];
  type Step = (change: Change, at: TestDesk) => Promise<Undo>;
  const schedule =
    (typed: Parameters<Change['saveSettings']>[2]): Step =>
    async (change, at) =>
      (await change.saveSettings(at.by, at.channelId, typed)).undo;
  const alert =
    (typed: Parameters<Change['setAlert']>[2]): Step =>
    async (change, at) =>
      (await change.setAlert(at.by, at.channelId, typed)).undo;
  const stored = (at: TestDesk) => {
    const [row] = at.rows<Record<'digest' | 'alert', string>>(
      'select c.settings as digest, a.settings as alert from channels c join alerts a on a.channel_id = c.channel_id',
    );
    return { ...JSON.parse(row?.digest ?? '{}'), alert: JSON.parse(row?.alert ?? '{}') };
  };

  test.each<[what: string, first: Step, since: Step, left: object, counts: { done: number; kept: number }]>([
    [
      'another setting of the channel stays, and the change is undone',
      schedule({ style: 'full' }),
      schedule({ stories: 7 }),
      { style: 'compact', stories: 7 },
      { done: 1, kept: 0 },
    ],
    [
      'the same setting stays, and nothing is undone',
      schedule({ stories: 4 }),
      schedule({ stories: 7 }),
      { stories: 7 },
      { done: 0, kept: 1 },
    ],
    [
      'one of two settings stays, and the other is undone',
      schedule({ stories: 4, style: 'full' }),
      schedule({ stories: 7 }),
      { stories: 7, style: 'compact' },
      { done: 1, kept: 1 },
    ],
    [
      'the limit of an alert stays, and its quiet hours are undone',
      alert({ quiet: '20-9' }),
      alert({ perDay: 9 }),
      { alert: { quiet: { from: '22:00', until: '07:00' }, perDay: 9 } },
      { done: 1, kept: 0 },
    ],
    [
      'what an alert is about stays whole, since one part of it makes no sense without another',
      alert({ voices: 5 }),
      alert({ topicId: 'technology' }),
      { alert: { voices: 5, topicId: 'technology' } },
      { done: 0, kept: 1 },
    ],
  ])('%s', async (_, first, since, left, counts) => {
    const at = await withNews();
    const { change } = at;
    await furnish(at);
    const undo = await first(change, at);
    await since(change, at);
    const version = await at.app.storage.records.alerts.version();
    const before = stored(at);
    expect(await change.undo(at.by, undo)).toEqual(counts);
    expect(stored(at)).toMatchObject(left);
    const isAlertBack = JSON.stringify(stored(at).alert) !== JSON.stringify(before.alert);
    expect((await at.app.storage.records.alerts.version()) !== version).toBe(isAlertBack);
  });

  test('a new topic that an alert has got stays', async () => {
    const at = await withNews();
    const { id, undo } = await at.change.createTopic(at.by, 'Boats', { all: [], any: ['ferry'], not: [] });
    await at.change.setAlert(at.by, at.channelId, { topicId: id });
    expect(await at.change.undo(at.by, undo)).toEqual({ done: 0, kept: 1 });
    expect(await at.ask.ownTopics(at.serverId)).toMatchObject([{ id }]);
  });

  test('the words of a topic stay, and its name is undone', async () => {
    const at = await withNews();
    const { ask, change } = at;
    const { id } = await change.createTopic(at.by, 'Boats', { all: [], any: ['ferry'], not: [] });
    const undo = (await change.editTopic(at.by, id, { name: 'Ships' })).undo;
    await change.editTopic(at.by, id, { words: { all: [], any: ['ferry', 'tug'], not: [] } });
    expect(await change.undo(at.by, undo)).toEqual({ done: 1, kept: 0 });
    expect(await ask.ownTopics(at.serverId)).toMatchObject([{ name: 'Boats', words: { any: ['ferry', 'tug'] } }]);
  });

  test('the time of the digest stays, and the next one comes at it', async () => {
    const at = await withNews();
    const { undo } = await at.change.saveSettings(at.by, at.channelId, { style: 'compact' });
    await at.change.saveSettings(at.by, at.channelId, { times: '19:00' });
    const slot = slotOf(at);
    expect(await at.change.undo(at.by, undo)).toEqual({ done: 1, kept: 0 });
    expect(slotOf(at)).toEqual(slot);
    await at.to(0, '18:59');
    expect(at.posted()).toEqual([]);
    await at.to(0, '19:00');
    expect(at.posted()).toHaveLength(1);
  });
});

test('the button works for ten minutes, for those who manage that server', async () => {
  const at = await withNews();
  const press = (message: WireMessage) => at.press(message, controls(message)[0] ?? '');
  const unsubscribed = await at.run('unsubscribe', { topic: 'world' });
  expect(textOf(unsubscribed)).toContain('Its digest has ended');
  expect(at.rows('select * from channels')).toEqual([]);
  const back = await press(unsubscribed);
  expect(textOf(back)).toContain('Undone: everything is as it was before.');
  expect(at.rows('select * from subscriptions')).toHaveLength(1);

  const paused = await at.run('digest pause');
  at.now += 11 * minute;
  expect(textOf(await press(paused))).toContain('Changes can be undone for 10 minutes');
  expect(at.rows('select paused from channels')).toEqual([{ paused: 'admin' }]);

  const { undo: chess } = await at.change.mute(at.by, 'chess');
  const elsewhere = at.server.setup.addGuild({ name: 'Elsewhere' });
  const stranger = { ...at.by, serverId: elsewhere.id };
  const refused = await at.change.undo(stranger, chess).catch((error: Refusal) => error.code);
  expect(refused).toBe('not-subscribed');
  expect(at.rows('select word from mutes')).toEqual([{ word: 'chess' }]);
  await at.change.undo(at.by, chess);
  const muted = await at.run('digest settings', { mute: 'football' });
  expect(textOf(await press(muted))).toContain('Undone');
  expect(at.rows('select * from mutes')).toEqual([]);
});
