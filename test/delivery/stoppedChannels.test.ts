import { expect, test } from 'vitest';
import { firstDay, hour, itemOf, minute, openDesk, type TestDesk } from '../desk/desk.ts';
import { events } from '../desk/events.ts';

const morning = firstDay + 5 * hour;
const path = (at: TestDesk) => `/channels/${at.channelId}/messages`;
const statesOf = (at: TestDesk) =>
  at.rows<{ state: string }>('select state from deliveries order by due_at').map(({ state }) => state);

/** Two topics with news, and a channel that gets both at eight. */
async function withNews(): Promise<TestDesk> {
  const at = await openDesk({
    server: { settings: { nonceMs: 0 } },
    before: ([post, , lantern]) => {
      post?.feed('/world.xml', [
        itemOf(events.ferry[0], '/ferry', morning),
        itemOf(events.moose[0], '/moose', morning),
      ]);
      lantern?.feed('/tech.xml', [itemOf(events.phones[0], '/phones', morning)]);
    },
  });
  await at.app.desk.change.subscribe(at.by, at.channelId, ['world', 'technology']);
  await at.drain();
  return at;
}

async function wait(at: TestDesk, ms: number, stepMs = minute): Promise<void> {
  for (let waited = 0; waited < ms; waited += stepMs) await at.skip(stepMs);
}

async function unsubscribeAll(at: TestDesk): Promise<void> {
  for (const topic of ['world', 'technology']) await at.app.desk.change.unsubscribe(at.by, at.channelId, topic);
}

const pause = (at: TestDesk) => at.app.desk.change.pause(at.by, at.channelId);

/** What Discord says to the digest of eight: that it did not take it, and nothing that proves it. */
const failures = { refusing: { status: 405, code: 0, message: 'Method Not Allowed' }, silent: 503 } as const;
const stops = { 'is paused': pause, 'has no topic any more': unsubscribeAll };

for (const [stopped, stop] of Object.entries(stops)) {
  test.each(Object.keys(failures) as (keyof typeof failures)[])(
    `a digest that waits for a ${'%s'} Discord does not come to a channel that ${stopped}`,
    async (kind) => {
      const at = await withNews();
      at.server.fail({ method: 'POST', path: path(at), how: failures[kind], times: Number.POSITIVE_INFINITY });
      await at.to(0, '08:00');
      await stop(at);
      at.server.clearFaults();
      await wait(at, 2.5 * hour, 5 * minute);
      expect(at.posted()).toEqual([]);
      expect(statesOf(at)).toEqual(['lost']);
      // Nobody who stopped it waits for it.
      expect(at.told()).toEqual([]);
    },
  );

  test(`a digest that arrived unheard before its channel ${stopped} is found and told no second time`, async () => {
    const at = await withNews();
    at.server.fail({ method: 'POST', path: path(at), how: '500-after-commit' });
    await at.to(0, '08:00');
    await stop(at);
    await wait(at, 10 * minute);
    expect(at.posted()).toHaveLength(1);
    expect(statesOf(at)).toEqual(['sent']);
  });
}

test.each([
  ['paused', pause],
  ['removed', unsubscribeAll],
])('a digest that Discord does not take just while its channel is %s does not come any more', async (_, stop) => {
  const at = await withNews();
  let stopping: Promise<unknown> | undefined;
  const when = () => {
    stopping ??= stop(at);
    return true;
  };
  at.server.fail({ method: 'POST', path: path(at), how: failures.refusing, when });
  await at.to(0, '08:00');
  await stopping;
  await wait(at, 20 * minute);
  expect(stopping).toBeDefined();
  expect(at.posted()).toEqual([]);
  expect(statesOf(at)).toEqual(['lost']);
});

test('what waits is given up with the pause, and the next digest after it covers its hours', async () => {
  const at = await withNews();
  const { change, ask } = at.app.desk;
  at.server.fail({ method: 'POST', path: path(at), how: failures.refusing, times: Number.POSITIVE_INFINITY });
  await at.to(0, '08:00');
  await pause(at);
  expect((await ask.status(at.serverId)).pendingDeliveries).toBe(0);
  at.server.clearFaults();
  const { nextDueAt } = await change.resume(at.by, at.channelId);
  expect(nextDueAt).toBe(firstDay + 32 * hour);
  await wait(at, 20 * minute);
  expect(at.posted()).toEqual([]);
  await at.to(1, '08:00');
  expect(at.posted()).toHaveLength(1);
  expect(at.posted()[0]).toContain(events.ferry[0].title);
  expect(at.posted()[0]).not.toContain('**Update**');
  expect(at.rows("select window_start as at from deliveries where state = 'sent'")).toEqual([
    { at: firstDay - 16 * hour },
  ]);
});

test('a digest of which nobody knows goes after all when the pause ends before it is too late', async () => {
  const at = await withNews();
  at.server.fail({ method: 'POST', path: path(at), how: failures.silent });
  await at.to(0, '08:00');
  await pause(at);
  await at.app.desk.change.resume(at.by, at.channelId);
  await wait(at, 5 * minute);
  expect(at.posted()).toHaveLength(1);
});

test('a digest of which nobody knows does not come to a channel that has got another topic since', async () => {
  const at = await withNews();
  at.server.fail({ method: 'POST', path: path(at), how: failures.silent });
  await at.to(0, '08:00');
  at.now += 1_000;
  await unsubscribeAll(at);
  await at.app.desk.change.subscribe(at.by, at.channelId, ['technology']);
  await wait(at, 10 * minute);
  expect(at.posted()).toEqual([]);
  await at.to(1, '08:00');
  expect(at.posted()).toHaveLength(1);
});

test('a digest that somebody asked for comes although the daily one is paused', async () => {
  const at = await withNews();
  at.server.fail({ method: 'POST', path: path(at), how: failures.refusing });
  await at.app.desk.change.postNow(at.by, at.channelId, '1');
  await at.drain();
  await pause(at);
  await wait(at, 5 * minute);
  expect(at.posted()).toHaveLength(1);
});

test('a digest that waits does not come when the only topic of its channel is deleted', async () => {
  const at = await withNews();
  const { change } = at.app.desk;
  const topic = await change.createTopic(at.by, 'Animals', { all: ['moose'], any: [], not: [] });
  await change.subscribe(at.by, at.channelId, [topic.id]);
  await unsubscribeAll(at);
  at.server.fail({ method: 'POST', path: path(at), how: failures.refusing, times: 3 });
  await at.to(0, '08:00');
  expect(statesOf(at)).toEqual(['pending']);
  await change.deleteTopic(at.by, topic.id);
  expect(statesOf(at)).toEqual(['lost']);
  await wait(at, 20 * minute);
  expect(at.posted()).toEqual([]);
});
