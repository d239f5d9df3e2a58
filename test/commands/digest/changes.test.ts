import { expect, test } from 'vitest';
import { clockOf, type TestDesk } from '../../desk/desk.ts';
import { posts, withNews } from '../../outbox/scene.ts';

const subscription = (at: TestDesk) => at.ask.subscription(at.serverId, at.channelId);

test('a server that removed Lede gets nothing, and has its settings when it adds Lede again', async () => {
  const at = await withNews();
  await at.change.saveSettings(at.by, at.channelId, { times: '07:30, 18:00' });
  await at.change.serverLeft(at.serverId);
  await at.to(0, '07:30');
  expect(posts(at)).toBe(0);
  expect((await subscription(at))?.nextDueAt).toBeUndefined();
  await at.to(0, '12:00');
  await at.change.serverJoined(at.serverId, 'en-GB');
  expect((await subscription(at))?.schedule.times).toEqual(['07:30', '18:00']);
  await at.to(0, '18:00');
  expect(at.posted()).toHaveLength(1);
});

test('a server that leaves or comes back while all servers are compared is recorded as Discord reported it last', async () => {
  const at = await withNews();
  const { change } = at;
  const others = Array.from({ length: 20 }, (_, count) => String(count));
  const isPresent = () => at.rows('select 1 from servers where present = 1 and id = ?', at.serverId).length === 1;
  // A new session lists the server, and Discord's next event is that it is gone.
  await Promise.all([change.serversPresent([...others, at.serverId], () => true), change.serverLeft(at.serverId)]);
  expect(isPresent()).toBe(false);
  await change.serverJoined(at.serverId, 'en-GB');
  await Promise.all([change.serversPresent(others, () => true), change.serverJoined(at.serverId, 'en-GB')]);
  expect(isPresent()).toBe(true);
  await at.to(0, '08:00');
  expect(at.posted()).toHaveLength(1);
});

test('nothing about a server is stored thirty days after it removed Lede', async () => {
  const at = await withNews();
  await at.to(0, '08:00');
  await at.change.mute(at.by, 'chess', undefined);
  await at.change.setLogChannel(at.by, at.channelId);
  at.server.setup.removeGuild(at.serverId);
  await at.change.serverLeft(at.serverId);
  await at.to(29, '08:00');
  expect(at.rows('select * from channels')).toHaveLength(1);
  await at.to(31, '08:00');
  for (const table of ['servers', 'channels', 'subscriptions', 'deliveries', 'told', 'edits', 'mutes', 'notices']) {
    expect(at.rows(`select * from ${table}`), table).toEqual([]);
  }
  expect(at.rows("select * from keyv where namespace = 'servers'")).toEqual([]);
});

test('two changes of one channel at the same moment both count', async () => {
  const at = await withNews();
  const { change } = at;
  await Promise.all([change.pause(at.by, at.channelId), change.saveSettings(at.by, at.channelId, { times: '09:00' })]);
  expect(await subscription(at)).toMatchObject({ paused: 'admin', schedule: { times: ['09:00'] } });
  await change.resume(at.by, at.channelId);
  await change.unsubscribe(at.by, at.channelId, 'technology');
  await Promise.all([
    change.subscribe(at.by, at.channelId, ['technology']),
    change.unsubscribe(at.by, at.channelId, 'world'),
  ]);
  await change.saveSettings(at.by, at.channelId, { quiet: 'post' });
  await at.to(1, '09:00');
  expect(at.posted()).toHaveLength(1);
});

test('a digest started before an admin paused or moved it is not stored', async () => {
  const at = await withNews();
  await Promise.all([at.to(0, '08:00'), at.change.saveSettings(at.by, at.channelId, { times: '18:00' })]);
  await at.drain();
  expect((await subscription(at))?.nextDueAt).toBeGreaterThanOrEqual(clockOf(0, '18:00'));
  await at.to(0, '18:00');
  expect(at.posted()).toHaveLength(1);
  await Promise.all([at.to(1, '18:00'), at.change.pause(at.by, at.channelId)]);
  expect((await subscription(at))?.nextDueAt).toBeUndefined();
});

test('if Discord refuses the token later, Lede ends with a sentence', async () => {
  const at = await withNews();
  at.server.acceptToken(false);
  await at.to(0, '08:00').catch(() => undefined);
  expect((await at.app.over).message).toContain('Discord no longer takes the token');
  const asked = at.server.requests.list().length;
  await at.to(0, '09:00').catch(() => undefined);
  expect(at.server.requests.list()).toHaveLength(asked);
  at.server.acceptToken(true);
  await at.restart();
  await at.drain();
  expect(at.posted()).toHaveLength(1);
});
