import { expect, test } from 'vitest';
import { day, firstDay, hour, minute, wait } from '../desk/desk.ts';
import { events } from '../desk/events.ts';
import { failOn } from '../storage/beside.ts';
import { always, failPosts, forbidden, notTaken, pathOf, statesOf, withNews } from './scene.ts';

test('a message over two hours late is left out and reported, and the next digest covers its hours', async () => {
  const at = await withNews();
  const busy = failPosts(at, { rateLimitMs: 30 * minute }, always);
  await at.to(0, '08:00');
  await wait(at, 3 * hour, 10 * minute);
  expect(statesOf(at)).toEqual(['expired']);
  expect(at.told()).toHaveLength(1);
  busy.remove();
  await at.to(1, '08:00');
  expect(at.posted()).toHaveLength(1);
  expect(at.posted()[0]).toContain('deckhands');
  expect(at.posted()[0]).not.toContain('**Update**');
  expect(at.rows('select window_start as at from deliveries where state = ?', 'sent')).toEqual([
    { at: firstDay + 8 * hour - day },
  ]);
});

test('the next digest includes the stories of one that was left out as too late, even if that next one was already due', async () => {
  const at = await withNews();
  await at.change.saveSettings(at.by, at.channelId, { times: '08:00, 09:30' });
  const denied = failPosts(at, forbidden, always);
  await at.to(0, '08:00');
  await wait(at, 125 * minute, 5 * minute);
  denied.remove();
  await wait(at, 15 * minute);
  expect(statesOf(at)).toEqual(['expired', 'sent']);
  expect(at.posted()).toEqual([expect.stringContaining('deckhands')]);
});

test('leaving out a digest and opening its notice are stored together or not at all, whatever breaks in between', async () => {
  const at = await withNews();
  failPosts(at, notTaken, always);
  await at.to(0, '08:00');
  const mend = failOn(at.databaseUrl, 'insert on notices', 'broken');
  await wait(at, 2.5 * hour, 10 * minute);
  expect(statesOf(at)).toEqual(['pending']);
  mend();
  await wait(at, 30 * minute, 5 * minute);
  expect(statesOf(at)).toEqual(['expired']);
  expect(at.told()).toHaveLength(1);
});

test.each([
  ['a day', day, 'could not be posted in time', 2],
  ['days', 3 * day + 7 * hour, / 4 digests .* from Tuesday.* to Friday/, 4],
])(
  'a process that was away for %s leaves out digests that are too late, reports them once, and goes on with the next slot',
  async (_, awayMs, told, next) => {
    const at = await withNews();
    await at.app.stop();
    at.now += awayMs;
    await at.restart();
    await at.drain();
    expect(at.posted()).toEqual([]);
    expect(at.told()).toEqual([expect.stringMatching(told)]);
    await at.to(next, '08:00');
    expect(at.posted()).toHaveLength(1);
  },
);

test('an admin who could not be notified because Discord was away is notified when it is back', async () => {
  const at = await withNews();
  const away = at.server.fail({ method: 'POST', how: 503, ...always });
  at.server.fail({ method: 'GET', path: pathOf(at), how: 503, ...always });
  await at.to(0, '08:00');
  await wait(at, 150 * minute, 5 * minute);
  expect(statesOf(at)).not.toContain('sent');
  expect(at.told()).toEqual([]);
  away.remove();
  at.server.clearFaults();
  await wait(at, 15 * minute);
  expect(at.told()).toHaveLength(1);
});

test('a permission that stays away is not reported every day, and its return does not flood the channel with digests', async () => {
  const at = await withNews();
  // The second digest waits for the first one until both are too late.
  await at.change.saveSettings(at.by, at.channelId, { times: '08:00, 08:05' });
  at.server.setup.setOverwrite(at.channelId, 'bot', { deny: ['ViewChannel'] });
  for (const dayNumber of [0, 1, 2]) for (const clock of ['08:00', '09:30', '10:30']) await at.to(dayNumber, clock);
  at.server.setup.setOverwrite(at.channelId, 'bot', {});
  await at.to(3, '08:00');
  expect(at.posted()).toEqual([expect.stringContaining(events.ferry[0].title)]);
  expect(statesOf(at)).toEqual(['expired', 'expired', 'expired', 'sent']);
  expect(at.told()).toHaveLength(1);
});

test('an admin who waits for a permission still hears of a digest that failed for another reason', async () => {
  const at = await withNews();
  at.server.setup.setOverwrite(at.channelId, 'bot', { deny: ['SendMessages'] });
  for (const clock of ['08:00', '09:00', '10:30']) await at.to(0, clock);
  expect(at.told()).toHaveLength(1);
  at.server.setup.setOverwrite(at.channelId, 'bot', {});
  const away = failPosts(at, notTaken, always);
  for (const clock of ['08:00', '09:00', '10:30']) await at.to(1, clock);
  away.remove();
  expect(statesOf(at)).toEqual(['expired', 'expired']);
  expect(at.told()).toHaveLength(2);
  await at.app.stop();
  at.now += day;
  await at.restart();
  await at.drain();
  expect(at.told()).toHaveLength(3);
});
