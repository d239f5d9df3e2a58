import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { allComponents } from '../../playground/server/reading.ts';
import { day, firstDay, hour, itemOf, minute, openDesk, type TestDesk } from '../desk/desk.ts';
import { events } from '../desk/events.ts';

const morning = firstDay + 5 * hour;

/** Two topics with news, and a channel that gets both at eight. */
async function withNews(options: Parameters<typeof openDesk>[0] = {}): Promise<TestDesk> {
  const at = await openDesk({
    ...options,
    before: ([post, courier, lantern]) => {
      post?.feed('/world.xml', [
        itemOf(events.ferry[0], '/ferry', morning),
        itemOf(events.water[0], '/water', morning),
        itemOf(events.moose[0], '/moose', morning),
      ]);
      courier?.feed('/world.xml', [
        itemOf(events.ferry[1], '/ferry', morning),
        itemOf(events.water[1], '/water', morning),
        itemOf(events.chess[0], '/chess', morning),
      ]);
      lantern?.feed('/tech.xml', [
        itemOf(events.reactor[0], '/reactor', morning),
        itemOf(events.phones[0], '/phones', morning),
      ]);
      options.before?.([post, courier, lantern].filter((site) => site !== undefined));
    },
  });
  await at.app.desk.change.subscribe(at.by, at.channelId, ['world', 'technology']);
  await at.drain();
  return at;
}

const posts = (at: TestDesk) => at.server.requests.list('POST', `/channels/${at.channelId}/messages`);
const stateOf = (at: TestDesk) =>
  at.rows<{ state: string }>('select state from deliveries order by due_at').map((row) => row.state);
const path = (at: TestDesk) => `/channels/${at.channelId}/messages`;

/** Half an hour in steps of what a loop would look at. */
async function wait(at: TestDesk, ms: number, stepMs = 10_000): Promise<void> {
  for (let waited = 0; waited < ms; waited += stepMs) await at.skip(stepMs);
}

test('a slot is posted once, at its time, and the outbox is empty then', async () => {
  const at = await withNews();
  await at.to(0, '07:59');
  expect(at.posted()).toEqual([]);
  await at.to(0, '08:00');
  await wait(at, 2 * minute);
  expect(at.posted()).toHaveLength(1);
  expect(posts(at)).toHaveLength(1);
  expect(stateOf(at)).toEqual(['sent']);
});

test.each(['500-after-commit', 'reset-after-commit'] as const)(
  'exactly one message stands in the channel after %s, without any memory for nonces',
  async (how) => {
    const at = await withNews({ server: { settings: { nonceMs: 0 } } });
    at.server.fail({ method: 'POST', path: path(at), how });
    await at.to(0, '08:00');
    await wait(at, 10 * minute);
    expect(at.posted()).toHaveLength(1);
    expect(posts(at)).toHaveLength(1);
    expect(stateOf(at)).toEqual(['sent']);
    expect(at.rows('select message_id from deliveries')).toEqual([{ message_id: at.messages()[0]?.id }]);
  },
);

test.each([500, 'reset', 503] as const)('what %s kept from the channel is looked for and then posted', async (how) => {
  const at = await withNews({ server: { settings: { nonceMs: 0 } } });
  at.server.fail({ method: 'POST', path: path(at), how });
  await at.to(0, '08:00');
  expect(at.posted()).toEqual([]);
  await wait(at, minute);
  expect(at.posted()).toHaveLength(1);
  expect(at.server.requests.list('GET', path(at)).length).toBeGreaterThan(0);
  expect(stateOf(at)).toEqual(['sent']);
});

test('nothing is posted again before what was lost can have arrived', async () => {
  const at = await withNews();
  at.server.fail({ method: 'POST', path: path(at), how: 'reset' });
  await at.to(0, '08:00');
  await wait(at, 29_000, 1_000);
  expect(posts(at)).toHaveLength(1);
  expect(at.server.requests.list('GET', path(at))).toEqual([]);
});

test('while Discord is away it is asked less and less often what became of a message', async () => {
  const at = await withNews({ server: { settings: { nonceMs: 0 } } });
  at.server.fail({ method: 'POST', path: path(at), how: '500-after-commit' });
  at.server.fail({ method: 'GET', path: path(at), how: 503, times: Number.POSITIVE_INFINITY });
  await at.to(0, '08:00');
  await wait(at, hour, minute);
  expect(at.server.requests.list('GET', path(at)).length).toBeLessThan(20);
  at.server.clearFaults();
  await wait(at, 5 * minute, minute);
  expect(stateOf(at)).toEqual(['sent']);
  expect(at.posted()).toHaveLength(1);
});

test('a message that was posted, whose look-up fails and whose process ends, is found at the next start', async () => {
  const at = await withNews({ server: { settings: { nonceMs: 0 } } });
  at.server.fail({ method: 'POST', path: path(at), how: '500-after-commit' });
  at.server.fail({ method: 'GET', path: path(at), how: 500, times: 2 });
  await at.to(0, '08:00');
  await wait(at, minute);
  await at.restart();
  await wait(at, 10 * minute);
  expect(at.posted()).toHaveLength(1);
  expect(stateOf(at)).toEqual(['sent']);
});

test('pending messages go after a restart', async () => {
  const at = await withNews();
  at.server.fail({ method: 'POST', path: path(at), how: { rateLimitMs: 60_000 } });
  await at.to(0, '08:00');
  expect(stateOf(at)).toEqual(['pending']);
  await at.restart();
  await wait(at, 90_000);
  expect(at.posted()).toHaveLength(1);
});

test('a missing permission is told once, the digest goes by itself when it is back', async () => {
  const at = await withNews();
  at.server.setup.setOverwrite(at.channelId, 'bot', { deny: ['SendMessages'] });
  await at.to(0, '08:00');
  await wait(at, 40 * minute, minute);
  expect(at.posted()).toEqual([]);
  expect(at.told()).toHaveLength(1);
  expect(at.told()[0]).toContain(`<#${at.channelId}>`);
  expect((await at.app.desk.ask.status(at.serverId)).notices.map((notice) => notice.kind)).toEqual(['paused']);
  at.server.setup.setOverwrite(at.channelId, 'bot', {});
  await wait(at, 11 * minute, minute);
  expect(at.posted()).toHaveLength(1);
  expect(at.told()).toHaveLength(1);
  expect((await at.app.desk.ask.status(at.serverId)).notices).toEqual([]);
});

test('a permission that stays away is no news every day, and its digests are no flood when it is back', async () => {
  const at = await withNews();
  // The second waits for the first, until both are late.
  await at.app.desk.change.reschedule(at.by, at.channelId, { times: '08:00, 08:05' });
  at.server.setup.setOverwrite(at.channelId, 'bot', { deny: ['ViewChannel'] });
  for (const dayNumber of [0, 1, 2]) {
    await at.to(dayNumber, '08:00');
    for (const clock of ['08:30', '09:30', '10:30']) await at.to(dayNumber, clock);
  }
  expect(at.told()).toHaveLength(1);
  at.server.setup.setOverwrite(at.channelId, 'bot', {});
  await at.to(3, '08:00');
  expect(at.posted()).toHaveLength(1);
  expect(stateOf(at)).toEqual(['expired', 'expired', 'expired', 'sent']);
  expect(at.told()).toHaveLength(1);
});

test('who waits for a permission hears of a digest that something else kept away', async () => {
  const at = await withNews();
  at.server.setup.setOverwrite(at.channelId, 'bot', { deny: ['SendMessages'] });
  await at.to(0, '08:00');
  for (const clock of ['09:00', '10:30']) await at.to(0, clock);
  expect(at.told()).toHaveLength(1);
  at.server.setup.setOverwrite(at.channelId, 'bot', {});
  const away = at.server.fail({ path: path(at), how: { status: 405, code: 0, message: 'no' }, times: 1_000 });
  await at.to(1, '08:00');
  for (const clock of ['09:00', '10:30']) await at.to(1, clock);
  away.remove();
  expect(stateOf(at)).toEqual(['expired', 'expired']);
  expect(at.told()).toHaveLength(2);
  await at.app.stop();
  at.now += day;
  await at.restart();
  await at.drain();
  expect(at.told()).toHaveLength(3);
});

test('what a digest that came too late would have told stands in the next one, also where that was due before', async () => {
  const at = await withNews();
  await at.app.desk.change.reschedule(at.by, at.channelId, { times: '08:00, 09:30' });
  at.server.setup.setOverwrite(at.channelId, 'bot', { deny: ['SendMessages'] });
  await at.to(0, '08:00');
  await wait(at, 95 * minute, 5 * minute);
  await wait(at, 30 * minute, 5 * minute);
  at.server.setup.setOverwrite(at.channelId, 'bot', {});
  await wait(at, 15 * minute, minute);
  expect(stateOf(at)).toEqual(['expired', 'sent']);
  expect(at.posted()).toHaveLength(1);
  expect(at.posted()[0]).not.toContain('A quiet day');
});

test('a channel that was deleted while Lede was away is switched off and told', async () => {
  const at = await withNews();
  await at.app.stop();
  at.server.setup.removeChannel(at.channelId);
  await at.restart();
  await at.to(0, '08:00');
  await wait(at, 15 * minute, minute);
  await at.to(1, '08:00');
  expect(posts(at)).toHaveLength(2);
  expect(at.told()).toHaveLength(1);
  expect((await at.app.desk.ask.subscription(at.channelId))?.paused).toBe('channel-gone');
});

test('a closed thread that Discord denies once, before it tells of an outage, gets its digest', async () => {
  const at = await withNews();
  const thread = at.server.setup.addThread(at.channelId, { name: 'news', archived: true });
  await at.app.desk.change.subscribe(at.by, thread.id, ['world']);
  await at.restart();
  const denied = { status: 404, code: 10_003, message: 'Unknown Channel' };
  at.server.fail({ method: 'POST', path: `/channels/${thread.id}/messages`, how: denied });
  await at.to(0, '08:00');
  await wait(at, 15 * minute, minute);
  expect(at.posted(thread.id)).toHaveLength(1);
  await at.to(1, '08:00');
  expect(at.posted(thread.id)).toHaveLength(2);
  expect(at.told()).toEqual([]);
});

test('a channel that Discord denies during an outage of its server gets its digest when that is over', async () => {
  const at = await withNews();
  at.server.setup.setAvailable(at.serverId, false);
  await at.to(0, '08:00');
  // Long enough for every denial after the first.
  await wait(at, 25 * minute, minute);
  expect(at.told()).toEqual([]);
  at.server.setup.setAvailable(at.serverId, true);
  await wait(at, 10 * minute, minute);
  expect(at.posted()).toHaveLength(1);
});

test('a digest opens the closed thread that it goes to, of which the gateway does not tell', async () => {
  const at = await withNews({ server: { settings: { nonceMs: 0 } } });
  const thread = at.server.setup.addThread(at.channelId, { name: 'news' });
  await at.app.desk.change.subscribe(at.by, thread.id, ['world']);
  await at.app.stop();
  if (thread.thread) thread.thread.archived = true;
  await at.restart();
  at.server.fail({ method: 'POST', path: `/channels/${thread.id}/messages`, how: 500 });
  await at.to(0, '08:00');
  await wait(at, 2 * minute);
  expect(at.posted(thread.id)).toHaveLength(1);
  expect(thread.thread?.archived).toBe(false);
  expect(at.told()).toEqual([]);
});

test('a thread that is closed and locked is told once, and its whole digest goes by itself when it is open', async () => {
  const at = await withNews();
  const thread = at.server.setup.addThread(at.channelId, { name: 'news', archived: true, locked: true });
  await at.app.desk.change.subscribe(at.by, thread.id, ['world']);
  await at.to(0, '08:00');
  await wait(at, 30 * minute, minute);
  expect(at.posted(thread.id)).toEqual([]);
  expect(at.told()).toEqual([expect.stringContaining('unlock it')]);
  if (thread.thread) thread.thread.locked = false;
  await wait(at, 11 * minute, minute);
  expect(at.posted(thread.id)[0]).toContain('deckhands');
  expect(at.told()).toHaveLength(1);
});

test('a message that Discord refuses whatever is left out is told, and the next one goes', async () => {
  const at = await withNews();
  const refused = { status: 400, code: 50035, message: 'Invalid Form Body' };
  at.server.fail({ method: 'POST', path: path(at), how: refused, times: 100 });
  await at.to(0, '08:00');
  await wait(at, minute);
  expect(stateOf(at)).toEqual(['refused']);
  expect(at.told()).toEqual([expect.stringContaining('Discord did not take the digest')]);
  expect(at.posted()).toEqual([]);
  at.server.clearFaults();
  await at.to(1, '08:00');
  expect(at.posted()).toHaveLength(1);
  expect(at.posted()[0]).toContain('deckhands');
});

test('a digest of which Discord refuses every story goes as a quiet one', async () => {
  const at = await withNews();
  at.server.fail({
    method: 'POST',
    path: path(at),
    how: { status: 400, code: 240_000, message: 'Message blocked by harmful links filter' },
    times: 100,
    when: ({ body }) => JSON.stringify(body).includes('://'),
  });
  await at.to(0, '08:00');
  await wait(at, minute);
  expect(stateOf(at)).toEqual(['sent']);
  expect(at.posted()[0]).toContain('A quiet day');
  expect(at.rows('select * from told')).toEqual([]);
});

test('a message over two hours late is left out and told, and the next digest covers its hours', async () => {
  const at = await withNews();
  at.server.fail({ method: 'POST', path: path(at), how: { rateLimitMs: 30 * minute }, times: 20 });
  for (const clock of ['08:00', '08:31', '09:02', '09:33', '10:05']) await at.to(0, clock);
  await wait(at, minute);
  expect(stateOf(at)).toEqual(['expired']);
  expect(at.told()).toHaveLength(1);
  at.server.clearFaults();
  await at.to(1, '08:00');
  expect(at.posted()).toHaveLength(1);
  expect(at.posted()[0]).toContain('deckhands');
  expect(at.posted()[0]).not.toContain('**Update**');
  expect(at.rows('select window_start from deliveries where state = ?', 'sent')).toEqual([
    { window_start: firstDay + 8 * hour - day },
  ]);
});

test('a digest is left out only together with the notice that tells it, whatever breaks in between', async () => {
  const at = await withNews();
  at.server.fail({ method: 'POST', path: path(at), how: 503, times: 1_000 });
  await at.to(0, '08:00');
  const beside = new DatabaseSync(at.databasePath);
  beside.exec("create trigger no_notice before insert on notices begin select raise(abort, 'broken'); end");
  await wait(at, 2.5 * hour, 10 * minute);
  expect(stateOf(at)).toEqual(['pending']);
  beside.exec('drop trigger no_notice');
  beside.close();
  await wait(at, 30 * minute, 5 * minute);
  expect(stateOf(at)).toEqual(['expired']);
  expect(at.told()).toHaveLength(1);
});

test('a process that was away for a day leaves out what is too late, tells it, and goes on with the next slot', async () => {
  const at = await withNews();
  await at.app.stop();
  at.now += day;
  await at.restart();
  await at.drain();
  expect(at.posted()).toEqual([]);
  expect(at.told()).toHaveLength(1);
  await at.to(2, '08:00');
  expect(at.posted()).toHaveLength(1);
});

test('after days away the admin is told once how many digests there were not, of which days', async () => {
  const at = await withNews();
  await at.app.stop();
  at.now += 3 * day + 7 * hour;
  await at.restart();
  await at.drain();
  expect(at.told()).toHaveLength(1);
  expect(at.told()[0]).toMatch(/4 digests .* from Tuesday.* to Friday/);
  await at.to(4, '08:00');
  expect(at.posted()).toHaveLength(1);
});

test('who could not be told because Discord was away is told when it is back', async () => {
  const at = await withNews();
  const everything = at.server.fail({ method: 'POST', how: 503, times: Number.POSITIVE_INFINITY });
  at.server.fail({ method: 'GET', path: path(at), how: 503, times: Number.POSITIVE_INFINITY });
  await at.to(0, '08:00');
  await wait(at, 150 * minute, 5 * minute);
  expect(stateOf(at)).not.toContain('sent');
  expect(at.told()).toEqual([]);
  everything.remove();
  at.server.clearFaults();
  await wait(at, 15 * minute, minute);
  expect(at.told()).toHaveLength(1);
});

test('a message that Discord refuses for one story goes without it, and the story is not told', async () => {
  const at = await withNews();
  const digest = await at.app.desk.ask.previewDigest(at.channelId, at.serverId);
  at.server.fail({
    method: 'POST',
    path: path(at),
    how: { status: 400, code: 50035, message: 'Invalid Form Body' },
  });
  await at.to(0, '08:00');
  expect(posts(at)).toHaveLength(2);
  expect(at.posted()).toHaveLength(1);
  const options = allComponents(at.messages()[0]?.components ?? []).flatMap((part) => part.options ?? []);
  expect(options.length).toBeLessThan(digest.places.length + digest.also.length);
  const told = at.rows<{ story_id: string }>('select story_id from told');
  expect(told.map((row) => row.story_id).sort()).toEqual(options.map((option) => option.value).sort());
});

test('refusals are made up for also after attempts that never arrived', async () => {
  const at = await withNews();
  at.server.fail({
    method: 'POST',
    path: path(at),
    how: { status: 405, code: 0, message: 'Method Not Allowed' },
    times: 5,
  });
  at.server.fail({ method: 'POST', path: path(at), how: { status: 400, code: 50035, message: 'Invalid Form Body' } });
  await at.to(0, '08:00');
  await wait(at, 15 * minute, minute);
  expect(stateOf(at)).toEqual(['sent']);
});

test('without Read Message History an unknown outcome stays unknown: told, and not sent again', async () => {
  const at = await withNews({ server: { settings: { nonceMs: 0 } } });
  at.server.setup.setOverwrite(at.channelId, 'bot', { deny: ['ReadMessageHistory'] });
  at.server.fail({ method: 'POST', path: path(at), how: '500-after-commit' });
  await at.to(0, '08:00');
  await wait(at, 10 * minute);
  expect(stateOf(at)).toEqual(['pending']);
  expect(at.told()).toEqual([expect.stringContaining('Read Message History')]);
  await wait(at, 2 * hour, 5 * minute);
  expect(at.posted()).toHaveLength(1);
  expect(posts(at)).toHaveLength(1);
  expect(stateOf(at)).toEqual(['unknown']);
  expect(at.told()).toHaveLength(2);
  await at.to(1, '08:00');
  expect(at.posted()[1]).not.toContain('deckhands');
});

test('a digest of unknown outcome goes once Read Message History is back and shows that it is not there', async () => {
  const at = await withNews({ server: { settings: { nonceMs: 0 } } });
  at.server.setup.setOverwrite(at.channelId, 'bot', { deny: ['ReadMessageHistory'] });
  at.server.fail({ method: 'POST', path: path(at), how: 500 });
  await at.to(0, '08:00');
  await wait(at, 20 * minute, minute);
  expect(at.posted()).toEqual([]);
  at.server.setup.setOverwrite(at.channelId, 'bot', {});
  await wait(at, 20 * minute, minute);
  expect(at.posted()).toHaveLength(1);
  expect(stateOf(at)).toEqual(['sent']);
});

test('the digests of a channel go in their order, also when the first one has to wait', async () => {
  const at = await withNews();
  await at.app.desk.change.reschedule(at.by, at.channelId, { times: '08:00 08:05' });
  at.server.fail({ method: 'POST', path: path(at), how: 503, times: 4 });
  await at.to(0, '08:00');
  await at.to(0, '08:05');
  expect(at.posted()).toEqual([]);
  await wait(at, 30 * minute, minute);
  expect(stateOf(at)).toEqual(['sent', 'sent']);
  const times = at.rows<{ at: number }>('select sent_at as at from deliveries order by ordinal').map((row) => row.at);
  expect(times[0]).toBeLessThanOrEqual(times[1] ?? 0);
  const ids = at.rows<{ id: string }>('select message_id as id from deliveries order by ordinal').map((row) => row.id);
  expect(BigInt(ids[0] ?? 0)).toBeLessThan(BigInt(ids[1] ?? 0));
});

test('a server that left gets nothing, and finds its settings when it is back', async () => {
  const at = await withNews();
  const { change, ask } = at.app.desk;
  await change.reschedule(at.by, at.channelId, { times: '07:30, 18:00' });
  await change.serverLeft(at.serverId);
  await at.to(0, '07:30');
  expect(posts(at)).toEqual([]);
  expect((await ask.subscription(at.channelId))?.nextDueAt).toBeUndefined();
  await at.to(0, '12:00');
  await change.serverJoined(at.serverId, 'en-GB');
  expect((await ask.subscription(at.channelId))?.schedule.times).toEqual(['07:30', '18:00']);
  await at.to(0, '18:00');
  expect(at.posted()).toHaveLength(1);
});

test('a server that leaves or comes back while all servers are compared is what it was told to be last', async () => {
  const at = await withNews();
  const { change } = at.app.desk;
  const others = Array.from({ length: 20 }, (_, count) => String(count));
  const isPresent = () => at.rows('select 1 from servers where present = 1 and id = ?', at.serverId).length === 1;
  // A new session names it, and the next thing that Discord says is that it is gone.
  await Promise.all([change.serversPresent([...others, at.serverId]), change.serverLeft(at.serverId)]);
  expect(isPresent()).toBe(false);
  await change.serverJoined(at.serverId, 'en-GB');
  await Promise.all([change.serversPresent(others), change.serverJoined(at.serverId, 'en-GB')]);
  expect(isPresent()).toBe(true);
  await at.to(0, '08:00');
  expect(at.posted()).toHaveLength(1);
});

test('two changes of one channel at the same moment both count', async () => {
  const at = await withNews();
  const { change, ask } = at.app.desk;
  await Promise.all([change.pause(at.by, at.channelId), change.reschedule(at.by, at.channelId, { times: '09:00' })]);
  expect(await ask.subscription(at.channelId)).toMatchObject({ paused: 'admin', schedule: { times: ['09:00'] } });
  await change.resume(at.by, at.channelId);
  await change.unsubscribe(at.by, at.channelId, 'technology');
  await Promise.all([
    change.subscribe(at.by, at.channelId, ['technology']),
    change.unsubscribe(at.by, at.channelId, 'world'),
  ]);
  await at.to(1, '09:00');
  expect(at.posted()).toHaveLength(1);
});

test('nothing of a server is left thirty days after it left', async () => {
  const at = await withNews();
  await at.to(0, '08:00');
  await at.app.desk.change.mute(at.by, 'chess', undefined);
  await at.app.desk.change.setLogChannel(at.by, at.channelId);
  at.server.setup.removeGuild(at.serverId);
  await at.app.desk.change.serverLeft(at.serverId);
  await at.to(29, '08:00');
  expect(at.rows('select * from channels')).toHaveLength(1);
  await at.to(31, '08:00');
  for (const table of ['servers', 'channels', 'subscriptions', 'deliveries', 'told', 'edits', 'mutes', 'notices']) {
    expect(at.rows(`select * from ${table}`), table).toEqual([]);
  }
  expect(at.rows("select * from keyv where namespace = 'servers'")).toEqual([]);
});

test('no change of the schedule doubles a day', async () => {
  const at = await withNews();
  const { change } = at.app.desk;
  await at.to(0, '08:00');
  for (const times of ['09:00', '10:00', '08:30']) {
    await change.reschedule(at.by, at.channelId, { times });
    await at.skip(20 * minute);
  }
  await change.reschedule(at.by, at.channelId, { zone: 'America/New_York', times: '08:00' });
  await at.to(0, '13:00');
  await change.reschedule(at.by, at.channelId, { zone: 'Pacific/Kiritimati', times: '06:00' });
  await at.to(0, '23:00');
  expect(at.rows<{ id: string }>('select id from deliveries').map((row) => row.id.split('/').at(-1))).toEqual(
    expect.arrayContaining(['2026-11-24#0']),
  );
  expect(
    new Set(at.rows<{ local_date: string }>('select local_date from deliveries').map((row) => row.local_date)).size,
  ).toBe(at.posted().length);
});

test('a digest that was begun before an admin paused or moved it is not made', async () => {
  const at = await withNews();
  at.now = firstDay + 8 * hour;
  const { change, ask } = at.app.desk;
  const [, moved] = await Promise.all([at.drain(), change.reschedule(at.by, at.channelId, { times: '18:00' })]);
  expect(moved.schedule.times).toEqual(['18:00']);
  await at.drain();
  expect((await ask.subscription(at.channelId))?.nextDueAt).toBeGreaterThanOrEqual(firstDay + 18 * hour);
  await at.to(0, '18:00');
  expect(at.posted()).toHaveLength(1);
  at.now = firstDay + day + 18 * hour;
  await Promise.all([at.drain(), change.pause(at.by, at.channelId)]);
  expect((await ask.subscription(at.channelId))?.nextDueAt).toBeUndefined();
});

test('a digest that is asked for is posted once an interaction, and one a minute', async () => {
  const at = await withNews();
  const { change } = at.app.desk;
  const ask = (id: string) =>
    change.postNow(at.by, at.channelId, id).then(
      () => 'queued',
      (error) => error.code,
    );
  expect(await Promise.all([ask('1'), ask('1'), ask('2')])).toEqual(['queued', 'queued', 'digest-recently-asked']);
  await at.drain();
  expect(at.posted()).toHaveLength(1);
  await at.skip(minute);
  expect(await ask('3')).toBe('queued');
  await at.drain();
  expect(at.posted()).toHaveLength(2);
});

test('a token that is refused later ends everything with a sentence', async () => {
  const at = await withNews();
  at.server.acceptToken(false);
  await at.to(0, '08:00').catch(() => undefined);
  expect(await at.app.over).toContain('Discord no longer takes the token');
  const asked = at.server.requests.list().length;
  await at.to(0, '09:00').catch(() => undefined);
  expect(at.server.requests.list()).toHaveLength(asked);
  expect(at.posted()).toHaveLength(0);
  at.server.acceptToken(true);
  await at.restart();
  await at.drain();
  expect(at.posted()).toHaveLength(1);
});
