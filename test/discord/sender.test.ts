import { afterEach, describe, expect, test } from 'vitest';
import { find } from '../../src/discord/sending/find.ts';
import { sceneForAll } from '../commands/scene.ts';
import { digestOf, renderOne } from './digestFixture.ts';

const at = await sceneForAll({}, {}, 1);
afterEach(() => {
  at.server.clearFaults();
  at.server.setup.setOverwrite(at.channelId, 'bot', {});
});

const payloadOf = (deliveryKey: string) => renderOne(digestOf(), { deliveryKey, pictures: true }).payload;
const messagesPath = /\/messages$/;

describe('posting', () => {
  test('a digest is posted once, however often its nonce comes', async () => {
    const before = at.server.acts.messages(at.channelId).length;
    const first = await at.bot.sender.post(at, payloadOf('k1'), 'nonce-1');
    const second = await at.bot.sender.post(at, payloadOf('k1'), 'nonce-1');
    expect(first.kind).toBe('posted');
    expect(second).toEqual(first);
    expect(at.server.acts.messages(at.channelId)).toHaveLength(before + 1);
  });

  test.each([
    ['500', 500, { kind: 'unknown', reason: 'HTTP 500' }],
    ['a reset', 'reset-after-commit', { kind: 'unknown', reason: 'ECONNRESET' }],
    ['a limit', { rateLimitMs: 5_000 }, { kind: 'limited', retryAfterMs: expect.any(Number) }],
    ['a 403 of a proxy', { edge: 403 }, { kind: 'unsent', reason: 'HTTP 403, not of Discord' }],
    ['a 400 of a proxy', { edge: 400 }, { kind: 'unsent' }],
    ['a 200 of a proxy', { edge: 200 }, { kind: 'unknown', reason: 'an answer without a message' }],
    ['one 401', { status: 401, code: 0, message: '401: Unauthorized' }, { kind: 'unsent', reason: 'HTTP 401' }],
    ['50001', { status: 403, code: 50_001, message: 'Missing Access' }, { kind: 'lost', reason: 'missing-access' }],
  ] as const)('%s makes one attempt and says what it proves', async (_name, how, outcome) => {
    const channelId = at.server.setup.addChannel(at.serverId, { name: 'faulty' }).id;
    at.server.fail({ method: 'POST', path: messagesPath, how, times: 3 });
    at.server.requests.clear();
    expect(await at.bot.sender.post({ ...at, channelId }, payloadOf('k2'), 'nonce-2')).toMatchObject(outcome);
    expect(at.server.requests.list('POST', messagesPath)).toHaveLength(1);
  });

  test('a limit that discord.js noted while the clock was ahead ends when the clock is set right', async () => {
    const channelId = at.server.setup.addChannel(at.serverId, { name: 'ahead' }).id;
    at.server.fail({ method: 'POST', path: messagesPath, how: { rateLimitMs: 10 } });
    const post = (nonce: string) => at.bot.sender.post({ ...at, channelId }, payloadOf('k7'), nonce);
    const { now } = Date;
    Date.now = () => now() + 48 * 3_600_000;
    expect(await post('n10').finally(() => (Date.now = now))).toMatchObject({ kind: 'limited' });
    expect(await post('n11')).toMatchObject({ kind: 'limited' });
    at.bot.clockWentBack();
    expect(await post('n12')).toMatchObject({ kind: 'posted' });
  });

  test('without permission or channel the loss is named', async () => {
    at.server.setup.setOverwrite(at.channelId, 'bot', { deny: ['SendMessages'] });
    const { post, edit } = at.bot.sender;
    const [payload, channelId] = [payloadOf('k3'), '123456789012345678'];
    expect(await post(at, payload, 'n3')).toEqual({ kind: 'lost', reason: 'missing-permission' });
    expect(await post({ ...at, channelId }, payload, 'n4')).toEqual({ kind: 'lost', reason: 'channel-gone' });
    expect(await edit(at, channelId, payload)).toEqual({ kind: 'lost', reason: 'message-gone' });
  });

  test('a denied channel that its server still lists is not lost', async () => {
    const denied = { status: 404, code: 10_003, message: 'Unknown Channel' };
    at.server.fail({ method: 'POST', path: messagesPath, how: denied });
    expect(await at.bot.sender.post(at, payloadOf('k5'), 'n7')).toMatchObject({ kind: 'unsent' });
  });

  test('denied direct messages are not a loss, and no server is asked about them', async () => {
    at.server.requests.clear();
    const where = { serverId: '', channelId: '123456789012345678' };
    expect(await at.bot.sender.post(where, payloadOf('k3'), 'n4')).toMatchObject({ kind: 'unsent' });
    expect(at.server.requests.list('GET', /guilds/)).toEqual([]);
  });

  test('a refusal names the part at fault by the same path as is recorded for the story', async () => {
    const rendered = renderOne(digestOf(), { deliveryKey: 'k5', pictures: true });
    const payload = structuredClone(rendered.payload) as { components: [{ components: { content: string }[] }] };
    const part = payload.components[0].components.find(({ content }) => content?.includes('water bill'));
    if (part) part.content = '';
    const outcome = await at.bot.sender.post(at, payload, 'n5');
    expect(outcome).toMatchObject({ kind: 'refused', reason: expect.stringContaining('50035') });
    const path = outcome.kind === 'refused' ? outcome.componentPath : '';
    expect(path?.startsWith(rendered.told[1]?.path ?? '?')).toBe(true);
  });
});

const forumPost = (deliveryKey: string) => ({ name: 'A post', message: payloadOf(deliveryKey) });

test.each([
  ['of the route', {}],
  ['that all apps share', { shared: true }],
  ['with its time only in the body', { bare: true }],
])(
  'a limit %s pauses posts in that forum for its time, at once and without another request, and nothing else',
  async (_, more) => {
    const { id: channelId } = at.server.setup.addChannel(at.serverId, { name: 'stories', kind: 'forum' });
    const forum = { ...at, channelId, isForum: true };
    const path = `/channels/${channelId}/threads`;
    at.server.fail({ method: 'POST', path, how: { rateLimitMs: 45_000, ...more } });
    for (const nth of [1, 2]) {
      const outcome = await at.bot.sender.post(forum, forumPost(`f${nth}`), `f${nth}`);
      expect(outcome).toEqual({ kind: 'limited', retryAfterMs: expect.any(Number) });
      expect(outcome.kind === 'limited' && outcome.retryAfterMs > 5_000 && outcome.retryAfterMs < 46_000).toBe(true);
    }
    expect(at.server.requests.list('POST', path)).toHaveLength(1);
    const { id: other } = at.server.setup.addChannel(at.serverId, { name: 'elsewhere' });
    const posted = await at.bot.sender.post({ ...at, channelId: other }, payloadOf('f3'), `f3 ${channelId}`);
    expect(posted.kind).toBe('posted');
  },
);

describe('looking for a message', () => {
  test('finds it by its delivery key, on later pages too', async () => {
    const channelId = at.server.setup.addChannel(at.serverId, { name: 'busy' }).id;
    const start = at.desk.now;
    for (let count = 0; count < 130; count += 1) at.server.acts.say({ user: at.admin, channel: channelId }, 'hello');
    const where = { ...at, channelId };
    const posted = await at.bot.sender.post(where, payloadOf('2/daily/2026-11-24#0'), 'n6');
    const find = (since: number, slot = 0) => at.bot.sender.find(where, since, `2/daily/2026-11-24#${slot}`);
    const found = { kind: 'found', messageId: posted.kind === 'posted' ? posted.messageId : '' };
    expect(await find(start - 60_000)).toEqual(found);
    expect(await find(start - 60_000, 1)).toEqual({ kind: 'absent' });
    // The machine's clock may run ahead of Discord's.
    expect(await find(start + 5 * 3_600_000)).toEqual(found);
  });

  test('an empty history without Read Message History proves nothing', async () => {
    const { id: channelId } = at.server.setup.addChannel(at.serverId, { name: 'empty' });
    const { id: threadId } = at.server.setup.addThread(channelId, { name: 'empty', archived: true });
    const find = (id: string) => at.bot.sender.find({ ...at, channelId: id }, at.desk.now, 'k9');
    expect([await find(channelId), await find(threadId)]).toEqual([{ kind: 'absent' }, { kind: 'absent' }]);
    at.server.setup.setOverwrite(channelId, 'bot', { deny: ['ReadMessageHistory'] });
    const unknown = { kind: 'cannot-look-up' };
    expect([await find(channelId), await find(threadId)]).toEqual([unknown, unknown]);
  });

  test('a message is absent from a DM channel that has no messages yet', async () => {
    const { id: user } = at.server.setup.addUser({ name: 'Nia' });
    const { id: channelId } = at.server.setup.dm(user);
    expect(await at.bot.sender.find({ serverId: '', channelId }, at.desk.now, 'k9')).toEqual({ kind: 'absent' });
  });

  /** Lede's posts in a new forum, a minute apart, and the times that they were opened. */
  async function forumOf(count: number) {
    const where = { ...at, channelId: at.server.setup.addChannel(at.serverId, { name: 'f', kind: 'forum' }).id };
    const ids: string[] = [];
    for (let nth = 0; nth < count; nth += 1) {
      at.desk.now += 60_000;
      const outcome = await at.bot.sender.post({ ...where, isForum: true }, forumPost(`p${nth}`), `p${nth}`);
      ids.push(outcome.kind === 'posted' ? outcome.messageId : '');
    }
    const since = at.desk.now - count * 60_000;
    const find = (key: string, others: readonly string[] = []) =>
      at.bot.sender.find({ ...where, isForum: true }, since, key, { name: 'A post', others });
    return { ...where, ids, find };
  }
  const opened = () => at.server.requests.list('GET', /\/messages\/\d+$/).length;

  test('a post is found, or known to be missing, among many of Lede’s posts in the same forum', async () => {
    const { ids, find } = await forumOf(12);
    expect(await find('p0')).toEqual({ kind: 'found', messageId: ids[0] });
    expect(await find('p12')).toEqual({ kind: 'absent' });
    // Those that other deliveries are known to have posted are not opened.
    const before = opened();
    expect(await find('p7', ids.toSpliced(7, 1))).toEqual({ kind: 'found', messageId: ids[7] });
    expect(await find('p12', ids)).toEqual({ kind: 'absent' });
    expect(opened() - before).toBe(1);
  });

  test('a post that was closed since is found behind more than a hundred others', async () => {
    const { channelId, ids, find } = await forumOf(1);
    const { thread } = at.server.setup.channel(ids[0] ?? '');
    if (thread !== undefined) thread.archived = true;
    for (let nth = 0; nth < 130; nth += 1) {
      at.desk.now += 1_000;
      at.server.setup.addThread(channelId, { name: 'Talk', archived: true });
    }
    expect(await find('p0')).toEqual({ kind: 'found', messageId: ids[0] });
    expect(await find('p1')).toEqual({ kind: 'absent' });
  });

  test('a post stays unknown among more than a hundred that may be it', async () => {
    const opened: string[] = [];
    const idOf = (nth: number) => String((BigInt(at.desk.now - 1_420_070_400_000) << 22n) + BigInt(nth));
    const postsOf = (count: number) =>
      Array.from({ length: count }, (_, nth) => ({ id: idOf(nth), parent_id: '1', owner_id: '9', name: 'A post' }));
    const among = (count: number) => {
      const get = async (route: string) => {
        if (route.endsWith('/active')) return { threads: postsOf(count) };
        if (route.endsWith('/public')) return { threads: [], has_more: false };
        opened.push(route);
        return { components: [] };
      };
      return find(get, '9', { serverId: '3', channelId: '1', isForum: true }, at.desk.now, 'p', undefined);
    };
    expect([await among(100), opened.length]).toEqual([{ kind: 'absent' }, 100]);
    expect([await among(101), opened.length]).toMatchObject([{ kind: 'unknown' }, 200]);
  });

  test.each([200, 403])('a %i of a proxy proves nothing', async (edge) => {
    at.server.fail({ method: 'GET', path: messagesPath, how: { edge } });
    expect(await at.bot.sender.find(at, at.desk.now, 'k9')).toMatchObject({ kind: 'unknown' });
  });

  test('gives up after ten pages without a wrong answer', async () => {
    const channelId = at.server.setup.addChannel(at.serverId, { name: 'flood' }).id;
    for (let count = 0; count < 1_001; count += 1) at.server.acts.say({ user: at.admin, channel: channelId }, 'hello');
    const found = await at.bot.sender.find({ ...at, channelId }, at.desk.now - 60_000, 'k10');
    expect(found.kind).toBe('unknown');
  });
});

describe('telling an admin', () => {
  const payload = payloadOf('notice');

  test('goes to the log channel, else by DM, else to the system channel, else nowhere', async () => {
    const log = at.server.setup.addChannel(at.serverId, { name: 'log' }).id;
    const target = { serverId: at.serverId, logChannelId: log, userId: at.reader };
    expect(await at.bot.sender.notifyAdmin(target, payload)).toBe(true);
    expect(at.server.acts.messages(log)).toHaveLength(1);
    at.server.setup.removeChannel(log);
    expect(await at.bot.sender.notifyAdmin(target, payload)).toBe(true);
    expect(at.server.acts.directMessages(at.reader)).toHaveLength(1);
    at.server.setup.changeUser(at.reader, { acceptsMessages: false });
    expect(await at.bot.sender.notifyAdmin(target, payload)).toBe(false);
    at.server.setup.setSystemChannel(at.serverId, at.channelId);
    expect(await at.bot.sender.notifyAdmin(target, payload)).toBe(true);
  });

  test.each([503, 'reset', { edge: 403 }, { edge: 200 }] as const)(
    'whose DM channel can’t be opened because of %j is told later, not in public',
    async (how) => {
      const { id: serverId } = at.server.setup.addGuild({ name: 'Public' });
      const square = at.server.setup.addChannel(serverId, { name: 'everyone-reads-this' }).id;
      at.server.setup.setSystemChannel(serverId, square);
      expect(await at.bot.sender.notifyAdmin({ serverId }, payload)).toBe(true);
      const userId = at.server.setup.addUser({ name: 'Eve' }).id;
      at.server.setup.addMember(serverId, userId);
      at.server.fail({ method: 'POST', path: '/users/@me/channels', how });
      expect(await at.bot.sender.notifyAdmin({ serverId, userId }, payload)).toBe(false);
      expect(at.server.acts.messages(square)).toHaveLength(1);
      expect(await at.bot.sender.notifyAdmin({ serverId, userId }, payload)).toBe(true);
      expect(at.server.acts.directMessages(userId)).toHaveLength(1);
    },
  );

  test('a member whose DM channel hits a rate limit gets the message later, and keeps nobody waiting', async () => {
    const path = '/users/@me/channels';
    const target = { serverId: at.serverId, userId: at.server.setup.addUser({ name: 'Kim' }).id };
    at.server.fail({ method: 'POST', path, how: { rateLimitMs: 20_000 } });
    const asked = at.server.requests.list('POST', path).length;
    expect(await at.bot.sender.notifyAdmin(target, payload)).toBe(false);
    expect(await at.bot.sender.notifyAdmin(target, payload)).toBe(false);
    expect(at.server.requests.list('POST', path)).toHaveLength(asked + 1);
    expect(await at.bot.sender.notifyAdmin({ ...target, logChannelId: at.channelId }, payload)).toBe(true);
  });
});
