import { describe, expect, test } from 'vitest';
import { clockOf, hour, minute, type TestDesk, wait } from '../../desk/desk.ts';
import { events } from '../../desk/events.ts';
import { failPosts, notTaken, statesOf, withNews } from '../../outbox/scene.ts';

const pause = (at: TestDesk) => at.change.pause(at.by, at.channelId);
async function unsubscribeAll(at: TestDesk): Promise<void> {
  for (const topic of ['world', 'technology']) await at.change.unsubscribe(at.by, at.channelId, topic);
}

describe.each([
  ['is paused', pause],
  ['has no topic any more', unsubscribeAll],
])('when its channel %s', (_, stop) => {
  test.each([
    ['says that it refused', notTaken],
    ['says nothing certain of', 503],
  ])('a digest that Discord %s is not posted any more', async (_, how) => {
    const at = await withNews();
    failPosts(at, how);
    await at.to(0, '08:00');
    await stop(at);
    await wait(at, 2.5 * hour, 5 * minute);
    expect(at.posted()).toEqual([]);
    expect(statesOf(at)).toEqual(['lost']);
    // Whoever stopped the channel does not expect a notice.
    expect(at.told()).toEqual([]);
  });

  test('a digest that had arrived without an answer is found, and counts as sent', async () => {
    const at = await withNews();
    failPosts(at, '500-after-commit');
    await at.to(0, '08:00');
    await stop(at);
    await wait(at, 10 * minute);
    expect(at.posted()).toHaveLength(1);
    expect(statesOf(at)).toEqual(['sent']);
  });

  test('a digest that Discord refuses at just that moment is not posted any more', async () => {
    const at = await withNews();
    let stopping: Promise<unknown> | undefined;
    const when = () => {
      stopping ??= stop(at);
      return true;
    };
    failPosts(at, notTaken, { when });
    await at.to(0, '08:00');
    await stopping;
    await wait(at, 20 * minute);
    expect(at.posted()).toEqual([]);
    expect(statesOf(at)).toEqual(['lost']);
  });
});

test('a pause gives up the digest that waits, and the next digest after the pause covers its hours', async () => {
  const at = await withNews();
  failPosts(at, notTaken);
  await at.to(0, '08:00');
  await pause(at);
  expect((await at.ask.status(at.serverId)).pendingDeliveries).toBe(0);
  expect((await at.change.resume(at.by, at.channelId)).nextDueAt).toBe(clockOf(1, '08:00'));
  await wait(at, 20 * minute);
  expect(at.posted()).toEqual([]);
  await at.to(1, '08:00');
  expect(at.posted()).toEqual([expect.stringContaining(events.ferry[0].title)]);
  expect(at.posted()[0]).not.toContain('**Update**');
  const sent = at.rows("select window_start as at from deliveries where state = 'sent'");
  expect(sent).toEqual([{ at: clockOf(-1, '08:00') }]);
});

test('a digest with an unknown outcome is posted after all if the pause ends before it is too late', async () => {
  const at = await withNews();
  failPosts(at, 503);
  await at.to(0, '08:00');
  await pause(at);
  await at.change.resume(at.by, at.channelId);
  await wait(at, 5 * minute);
  expect(at.posted()).toHaveLength(1);
});

test('a digest with an unknown outcome is not posted in a channel that has another topic since', async () => {
  const at = await withNews();
  failPosts(at, 503);
  await at.to(0, '08:00');
  at.now += 1_000;
  await unsubscribeAll(at);
  await at.change.subscribe(at.by, at.channelId, ['technology']);
  await wait(at, 10 * minute);
  expect(at.posted()).toEqual([]);
  await at.to(1, '08:00');
  expect(at.posted()).toHaveLength(1);
});

test('a requested digest is posted although the daily one is paused', async () => {
  const at = await withNews();
  failPosts(at, notTaken);
  await at.change.postNow(at.by, at.channelId, '1');
  await at.drain();
  await pause(at);
  await wait(at, 5 * minute);
  expect(at.posted()).toHaveLength(1);
});

test('a waiting digest is not posted if the only topic of its channel is deleted', async () => {
  const at = await withNews();
  const topic = await at.change.createTopic(at.by, 'Animals', { all: ['moose'], any: [], not: [] });
  await at.change.subscribe(at.by, at.channelId, [topic.id]);
  await unsubscribeAll(at);
  failPosts(at, notTaken, { times: 3 });
  await at.to(0, '08:00');
  expect(statesOf(at)).toEqual(['pending']);
  await at.change.deleteTopic(at.by, topic.id);
  expect(statesOf(at)).toEqual(['lost']);
  await wait(at, 20 * minute);
  expect(at.posted()).toEqual([]);
});
