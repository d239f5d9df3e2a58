import { SnowflakeUtil } from 'discord.js';
import { describe, expect, test } from 'vitest';
import type { PermissionName } from '../../playground/discord/world/permissions.ts';
import { MORNING, sendable, useBot } from './bot.ts';

const at = useBot({ validate: true });
const channel = (id = at.channelId) => sendable(at.client, id);
const post = (body: object, id = at.channelId) => at.client.rest.post(`/channels/${id}/messages`, { body });

describe('the history of a channel', () => {
  test('is paged by before and limit, newest first, with ids of the wall clock', async () => {
    const text = await channel();
    const ids: string[] = [];
    for (let i = 0; i < 7; i += 1) {
      at.clock.wall = MORNING + i * 60_000;
      ids.push((await text.send(`m${i}`)).id);
    }
    const contents = async (query: object) =>
      (await text.messages.fetch({ ...query, cache: false })).map(({ content }) => content);
    expect(await contents({ limit: 3 })).toEqual(['m6', 'm5', 'm4']);
    expect(await contents({ limit: 2, before: ids[4] })).toEqual(['m3', 'm2']);
    const until = String(
      SnowflakeUtil.generate({ timestamp: MORNING + 4 * 60_000, increment: 0n, workerId: 0n, processId: 0n }),
    );
    expect(await contents({ limit: 2, before: until })).toEqual(['m3', 'm2']);
    await expect(text.messages.fetch({ limit: 101 })).rejects.toMatchObject({ code: 50035 });
  });
});

describe('permissions', () => {
  const cases: [string, PermissionName, object, number][] = [
    ['View Channel', 'ViewChannel', { content: 'x' }, 50001],
    ['Send Messages', 'SendMessages', { content: 'x' }, 50013],
    [
      'Embed Links for Components V2',
      'EmbedLinks',
      { flags: 1 << 15, components: [{ type: 10, content: 'x' }] },
      50013,
    ],
  ];
  test.each(cases)('without %s a message is refused, and accepted once the bot has it', async (_, name, body, code) => {
    at.server.setup.setOverwrite(at.channelId, 'bot', { deny: [name] });
    await expect(post(body)).rejects.toMatchObject({ code, status: 403 });
    at.server.setup.setOverwrite(at.channelId, 'bot', {});
    await expect(post(body)).resolves.toBeDefined();
  });
});

test('a message notifies only whom allowed_mentions lets through, in Components V2 too', async () => {
  const components = [{ type: 10, content: `@everyone <@${at.member}> <@&${at.guildId}>` }];
  const rules = [{}, { allowed_mentions: { parse: [] } }, { allowed_mentions: { parse: ['users'] } }];
  for (const rule of rules) await post({ flags: 1 << 15, components, ...rule });
  const seen = at.server.acts
    .messages(at.channelId)
    .map((message) => [message.mention_everyone, message.mentions.map(({ id }) => id), message.mention_roles]);
  expect(seen).toEqual([
    [true, [at.member], [at.guildId]],
    [false, [], []],
    [false, [at.member], []],
  ]);
});

test('what does not exist, or is another’s, is refused with its code', async () => {
  const said = at.server.acts.say({ user: at.member, channel: at.channelId }, 'hello');
  const forum = at.server.setup.addChannel(at.guildId, { name: 'f', kind: 'forum' });
  const edit = (id: string) =>
    at.client.rest.patch(`/channels/${at.channelId}/messages/${id}`, { body: { content: 'x' } });
  await expect(at.client.rest.get('/channels/1')).rejects.toMatchObject({ code: 10003, status: 404 });
  await expect(post({ content: 'x' }, 'abc')).rejects.toMatchObject({ code: 50035 });
  await expect(post({ content: 'x' }, forum.id)).rejects.toMatchObject({ code: 50008 });
  await expect(edit('1')).rejects.toMatchObject({ code: 10008 });
  await expect(edit(said.id)).rejects.toMatchObject({ code: 50005 });
  await expect(at.client.rest.get('/nothing/here')).rejects.toMatchObject({ status: 404 });
});

test('a refused message of a forum post leaves no empty thread', async () => {
  const forum = at.server.setup.addChannel(at.guildId, { name: 'f', kind: 'forum' });
  const threads = () => [...at.server.world.channels.values()].filter(({ parentId }) => parentId === forum.id);
  const start = (message: object) =>
    at.client.rest.post(`/channels/${forum.id}/threads`, { body: { name: 'Ferries', message } });
  await expect(start({ content: 'x'.repeat(2_001) })).rejects.toMatchObject({ code: 50035 });
  expect(threads()).toEqual([]);
  await start({ content: 'x' });
  expect(threads()).toMatchObject([{ name: 'Ferries' }]);
});

describe('an enforced nonce', () => {
  const send = (nonce: string) => ({ content: 'once', nonce, enforceNonce: true });

  test('gives the same message back inside the window, and a new one after it', async () => {
    const text = await channel();
    const first = await text.send(send('a'));
    expect((await text.send(send('a'))).id).toBe(first.id);
    expect((await text.send(send('b'))).id).not.toBe(first.id);
    at.clock.extraMs += 3 * 60_000 + 1;
    expect((await text.send(send('a'))).id).not.toBe(first.id);
    expect(at.server.acts.messages(at.channelId)).toHaveLength(3);
  });

  test('is not remembered at all when the window is 0, nor without enforcement', async () => {
    const text = await channel();
    await text.send({ content: 'x', nonce: 'a' });
    await text.send({ content: 'x', nonce: 'a' });
    expect(at.server.acts.messages(at.channelId)).toHaveLength(2);
    await at.start({ settings: { nonceMs: 0 } });
    const forgetful = await channel();
    await forgetful.send(send('a'));
    await forgetful.send(send('a'));
    expect(at.server.acts.messages(at.channelId)).toHaveLength(2);
  });
});

test('a DM is opened once, and messages in it are refused if the user accepts none', async () => {
  const { id } = (await at.client.rest.post('/users/@me/channels', { body: { recipient_id: at.member } })) as {
    id: string;
  };
  const send = (content: string) => post({ content }, id);
  await send('one');
  await at.client.rest.post('/users/@me/channels', { body: { recipient_id: at.member } });
  await send('two');
  expect(at.server.acts.directMessages(at.member).map(({ content }) => content)).toEqual(['one', 'two']);
  at.server.setup.changeUser(at.member, { acceptsMessages: false });
  await expect(send('three')).rejects.toMatchObject({ code: 50007 });
});
