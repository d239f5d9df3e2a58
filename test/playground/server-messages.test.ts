import { describe, expect, test } from 'vitest';
import { sendable, useBot } from './bot.ts';

const at = useBot({ validate: true });
const channel = (id = at.channelId) => sendable(at.client, id);
const post = (body: object, id = at.channelId) => at.client.rest.post(`/channels/${id}/messages`, { body });

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
