import { expect, test } from 'vitest';
import type { Refusal } from '../../../src/desk/refusal.ts';
import { refusalText } from '../../../src/discord/cards/reasons.ts';
import { textsFor } from '../../../src/discord/texts/texts.ts';
import { clockOf, hour, minute, newsInBoth, openDesk, type TestDesk, wait } from '../../desk/desk.ts';
import { events } from '../../desk/events.ts';
import { quietMorning } from '../../desk/newsstand.ts';
import * as deliveries from '../../outbox/kinds.ts';
import { failPosts, notTaken, withNews } from '../../outbox/scene.ts';
import { changeIn } from '../../storage/beside.ts';

/** Requests a digest; returns the code of a refusal. */
const ask = (at: TestDesk, interactionId: string) =>
  at.change.postNow(at.by, at.channelId, interactionId).catch((refusal: Refusal) => refusal.code);

test('an earlier time that is added after the day’s digest begins the next day', async () => {
  const at = await withNews();
  await at.change.saveSettings(at.by, at.channelId, { times: '18:00' });
  await at.to(0, '18:00');
  await at.to(0, '18:12');
  const { nextDueAt } = await at.change.saveSettings(at.by, at.channelId, { times: '08:00, 18:00' });
  expect(nextDueAt).toBe(clockOf(1, '08:00'));
  await wait(at, 10 * minute);
  expect(at.posted()).toHaveLength(1);
  await at.to(1, '08:00');
  await at.to(1, '18:00');
  expect(at.posted()).toHaveLength(3);
});

test('no change of time, zone or days posts a digest by itself; the next digest is the next one of the new schedule', async () => {
  const at = await withNews();
  const { change } = at;
  at.now = clockOf(0, '07:30');
  // Each change moves the day's slot into the last two hours.
  for (const settings of [
    { times: '07:00' },
    { zone: 'Europe/Berlin', times: '08:00' },
    { zone: 'Europe/London', times: '06:00, 07:29', days: 'Mon-Fri' },
  ]) {
    const { nextDueAt } = await change.saveSettings(at.by, at.channelId, settings);
    expect(nextDueAt, JSON.stringify(settings)).toBeGreaterThan(at.now);
    await wait(at, minute);
    expect(at.posted()).toEqual([]);
  }
  await change.pause(at.by, at.channelId);
  await change.saveSettings(at.by, at.channelId, { times: '07:33' });
  await wait(at, 10 * minute);
  expect((await change.resume(at.by, at.channelId)).nextDueAt).toBe(clockOf(1, '07:33'));
  await change.saveSettings(at.by, at.channelId, { times: '07:33, 20:00' });
  await at.to(0, '20:00');
  expect(at.posted()).toHaveLength(1);
});

test('a digest is requested once per interaction, and not within a minute of another, which shows the same', async () => {
  const at = await withNews();
  await at.to(0, '08:00');
  expect([at.posted().length, await ask(at, '1')]).toEqual([1, 'digest-just-now']);
  at.now += 61_000;
  const atOnce = await Promise.all([ask(at, '2'), ask(at, '2'), ask(at, '3')]);
  expect(atOnce).toEqual([{ empty: false }, { empty: false }, 'digest-just-now']);
  // A digest that Discord refuses counts as pending until it is posted.
  failPosts(at, 'reset');
  await at.drain();
  at.now += 61_000;
  expect(await ask(at, '4')).toBe('digest-just-now');
  await wait(at, 10 * minute);
  expect(at.posted()).toHaveLength(2);
});

test('a digest can be requested right after an alert', async () => {
  const at = await openDesk({ before: quietMorning, digest: { topics: ['world'] } });
  await at.change.setAlert(at.by, at.channelId, { voices: 2 });
  await at.drain();
  await at.confirm(events.ferry, '/ferry');
  expect(at.posted()).toHaveLength(1);
  await at.change.postNow(at.by, at.channelId, '1');
  await at.drain();
  expect(at.posted()).toHaveLength(2);
});

test('no digest can be requested while the scheduled one is being made', async () => {
  let asked: Promise<unknown> | undefined;
  const { daily, ...others } = deliveries;
  const draw: typeof daily.draw = (digest, options) => {
    asked ??= ask(at, '1');
    return daily.draw(digest, options);
  };
  const at: TestDesk = await withNews({ kinds: [{ ...daily, draw }, ...Object.values(others)] });
  await at.to(0, '08:00');
  expect([at.posted().length, await asked]).toEqual([1, 'digest-just-now']);
});

test('a due digest that is not made yet is not lost when its times change', async () => {
  const at = await withNews();
  await at.change.saveSettings(at.by, at.channelId, { times: '18:00' });
  at.now = clockOf(0, '18:12');
  const { nextDueAt } = await at.change.saveSettings(at.by, at.channelId, { times: '08:00, 18:00' });
  // Readers are told when it actually comes, which is now, and not that it was due twelve minutes ago.
  expect(nextDueAt).toBe(clockOf(0, '18:12'));
  await at.drain();
  expect(at.posted()).toHaveLength(1);
});

test('the second digest of a night in which both times are skipped is not lost when the number of stories changes', async () => {
  const at = await withNews();
  await at.change.saveSettings(at.by, at.channelId, { zone: 'Europe/Berlin', times: '02:15, 02:30' });
  const gapEnds = Date.UTC(2027, 2, 28, 1);
  at.now = gapEnds - minute;
  await at.drain();
  const before = at.posted().length;
  // Discord refuses everything for a while, so that the second digest, due at the same moment, waits for the first.
  failPosts(at, notTaken, { times: 3 });
  await at.skip(minute);
  const { nextDueAt } = await at.change.saveSettings(at.by, at.channelId, { stories: 7 });
  expect(nextDueAt).toBe(gapEnds);
  await wait(at, 10 * minute);
  expect(at.posted()).toHaveLength(before + 2);
});

test('topics added again on the day of a digest get the next day’s digest, as announced', async () => {
  const at = await withNews();
  await at.change.saveSettings(at.by, at.channelId, { times: '07:00' });
  await at.to(0, '07:00');
  await at.to(0, '07:20');
  for (const topic of ['world', 'technology']) await at.change.unsubscribe(at.by, at.channelId, topic);
  const { subscription } = await at.change.subscribe(at.by, at.channelId, ['world']);
  expect(subscription.nextDueAt).toBe(clockOf(1, '08:00'));
  await at.change.saveSettings(at.by, at.channelId, { quiet: 'post' });
  await at.to(0, '08:00');
  await at.to(1, '08:00');
  expect(at.posted()).toHaveLength(2);
  expect(at.log.filter(({ message }) => message === 'digest made')).toHaveLength(2);
});

test('a slot that already has a digest gets no other one, and none is announced', async () => {
  const at = await withNews();
  await at.to(0, '08:00');
  const unclaimed = `update channels set last_date = null, next_date = '2026-11-24', next_due_at = ${at.now}`;
  changeIn(at.databaseUrl, unclaimed);
  await wait(at, 10 * minute);
  expect(at.log.filter(({ message }) => message === 'digest made')).toHaveLength(1);
  expect((await at.ask.subscription(at.serverId, at.channelId))?.nextDueAt).toBe(clockOf(1, '08:00'));
});

test('topics appear in the order of subscription, even if the clock was set back in between', async () => {
  const at = await openDesk({ before: newsInBoth });
  const shown = async () => (await at.ask.subscription(at.serverId, at.channelId))?.topics.map(({ id }) => id);
  await at.change.subscribe(at.by, at.channelId, ['world']);
  await at.change.subscribe(at.by, at.channelId, ['technology']);
  expect(await shown()).toEqual(['world', 'technology']);
  await at.change.unsubscribe(at.by, at.channelId, 'world');
  at.now -= hour;
  await at.restart();
  await at.change.subscribe(at.by, at.channelId, ['world']);
  const { topics } = await at.ask.previewDigest(at.channelId, at.serverId);
  for (const names of [await shown(), topics.map(({ id }) => id)]) expect(names).toEqual(['technology', 'world']);
});

test('a channel with the maximum of topics is refused, without advice to delete the server’s topics', async () => {
  const ids = Array.from({ length: 26 }, (_, n) => `t${n}`);
  const topics = ids.map((id) => ({ id, names: { en: id, de: id }, colour: 0 }));
  const at = await openDesk({ sites: [], settings: { catalogue: { topics, outlets: [] } } });
  await at.change.subscribe(at.by, at.channelId, ids.slice(0, 25));
  const refused = await at.change.subscribe(at.by, at.channelId, ids.slice(25)).catch((error) => error);
  expect(refusalText(refused, textsFor('en-GB'))).toBe(
    'A channel can have at most 25 topics. Remove one first: /unsubscribe.',
  );
  expect(refusalText(refused, textsFor('de'))).toContain('/abbestellen');
});
