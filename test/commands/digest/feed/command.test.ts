import { beforeEach, expect, test } from 'vitest';
import type { WireMessage } from '../../../../playground/discord/wire.ts';
import { controlIn, controls, createScene, isForOne, read, sceneForAll } from '../../scene.ts';
import { atExample } from './reader.ts';

const at = await sceneForAll({}, { settings: atExample });
beforeEach(async () => {
  at.enterServer();
  await at.run('subscribe', { topic: 'world' });
});

const addressIn = (message: WireMessage) =>
  /<https:\/\/lede\.example\/news\/digest\/([\w-]{32})>/.exec(read(message))?.[1];
const undo = (message: WireMessage) => at.press(message, controlIn(message, ':undo:'));
const stored = () => at.desk.rows<{ address: string }>('select * from digest_feeds where server_id = ?', at.serverId);

test('/digest feed shows the asker alone three secret addresses, once', async () => {
  const message = await at.run('digest feed');
  const secret = addressIn(message);
  expect(isForOne(message)).toBe(true);
  expect(read(message)).toContain(`https://lede.example/news/digest/${secret}.atom>`);
  expect(read(message)).toContain(`https://lede.example/news/digest/${secret}.json`);
  const before = stored();
  const again = await at.run('digest feed');
  expect(read(again)).toContain('The channel has an address already.');
  expect(read(again)).not.toContain('https://');
  expect(stored()).toEqual(before);
  for (const one of [message, again])
    expect(controls(one)).toEqual([`digest:renew:${at.channelId}`, `digest:end:${at.channelId}`]);
});

test('neither the database nor the log holds the address', async () => {
  const secret = addressIn(await at.run('digest feed')) ?? '';
  expect(stored()).toHaveLength(1);
  expect(JSON.stringify([stored(), at.log, at.desk.log])).not.toContain(secret);
});

test('a new address replaces the old one, and Undo brings the old one back', async () => {
  const message = await at.run('digest feed');
  const [before] = stored();
  const renewed = await at.press(message, `digest:renew:${at.channelId}`);
  expect(renewed.id).toBe(message.id);
  expect(read(renewed)).toContain('The old one no longer works.');
  expect(addressIn(renewed)).not.toBe(addressIn(message));
  expect(stored()[0]?.address).not.toBe(before?.address);
  expect(read(await undo(renewed))).toBe('Undone: everything is as it was before.');
  expect(stored()[0]?.address).toBe(before?.address);
});

test('the address ends at once, also with the channel’s digest, and Undo brings it back', async () => {
  const message = await at.run('digest feed');
  const [before] = stored();
  const outside = 'Can be read outside Discord: /digest feed renews or ends the address.';
  expect(await at.say('digest settings')).toContain(outside);
  const ended = await at.press(message, `digest:end:${at.channelId}`);
  expect(await at.say('digest settings')).not.toContain(outside);
  expect(stored()).toEqual([]);
  await undo(ended);
  expect(stored()).toMatchObject([{ address: before?.address }]);
  const unsubscribed = await at.run('unsubscribe', { topic: 'world' });
  expect(stored()).toEqual([]);
  await undo(unsubscribed);
  expect(stored()).toMatchObject([{ address: before?.address }]);
});

test('a channel without a digest, or whose messages the asker can’t read, gets no address', async () => {
  const other = at.server.setup.addChannel(at.serverId, { name: 'other' }).id;
  expect(await at.say('digest feed', {}, at.admin, other)).toContain('doesn’t get a digest');
  at.server.setup.setOverwrite(at.channelId, 'bot', { deny: ['SendMessages'] });
  expect(await at.say('digest feed')).toContain('It needs “Send Messages”');
  expect(stored()).toEqual([]);
});

test('without a public address the command says that the operator has set up none', async () => {
  const off = await createScene();
  await off.run('subscribe', { topic: 'world' });
  expect(await off.say('digest feed')).toContain('the operator of this Lede has set up no public address');
});
