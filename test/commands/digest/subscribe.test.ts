import { PermissionFlagsBits } from 'discord.js';
import { beforeEach, describe, expect, test } from 'vitest';
import { previewQuestions } from '../../../commands/digest/preview.ts';
import { events } from '../../desk/events.ts';
import { storyOf } from '../madeUpStories.ts';
import { controlIn, controls, instead, isForOne, read, sceneForAll } from '../scene.ts';

const at = await sceneForAll();
await at.desk.drain();
beforeEach(() => at.enterServer());

const subscribed = async () =>
  (await at.ask.subscriptions(at.serverId)).map(({ channelId, topics }) => [channelId, ...topics.map(({ id }) => id)]);

describe('/subscribe', () => {
  test('answers with the next digest, the first headlines and what to do next', async () => {
    const message = await at.run('subscribe', { topic: 'world' });
    expect(isForOne(message)).toBe(true);
    expect(await subscribed()).toEqual([[at.channelId, 'world']]);
    expect(read(message)).toContain(`<#${at.channelId}> now gets **World**.`);
    expect(read(message)).toContain('Next digest: <t:1795611600:F>, <t:1795611600:R>.');
    expect(read(message)).toContain('-# 08:00 · every day · New York time · 8 stories');
    expect(read(message)).toContain('The time zone is a guess');
    expect(read(message)).toContain('Only 2 outlets report on this here, so few stories have two.');
    expect(read(message)).toContain(`- [${events.ferry[0].title}](${at.desk.sites[0]?.origin}/ferry) Harbour Post`);
    expect(controls(message)).toEqual([
      `digest:settings:${at.channelId}`,
      `digest:preview:${at.channelId}`,
      `digest:post:${at.channelId}`,
    ]);
  });

  test('a second topic joins the same digest and the answer says so', async () => {
    await at.run('subscribe', { topic: 'world' });
    const added = `New in the digest of <#${at.channelId}>: **Technology**. It now covers World and Technology.`;
    expect(await at.say('subscribe', { topic: 'technology' })).toContain(added);
    expect(await at.say('subscribe', { topic: 'world' })).toBe('The channel already gets that. Nothing was changed.');
  });

  test('for a misspelt topic, answer and suggestions have the one that was meant', async () => {
    const asked = await at.run('subscribe', { topic: 'Wrold' });
    expect(read(asked)).toBe('There is no topic “Wrold”. Did you mean **World**?');
    expect(await at.suggest('subscribe', { topic: 'wrold' }, 'topic')).toEqual(['World=world']);
    expect(await at.say('subscribe', { topic: 'Gardens' })).toContain('There is no topic “Gardens”. Choose one');
    expect(await subscribed()).toEqual([]);
    expect(read(await at.press(asked, `subscribe:one:${at.channelId}:world`))).toContain('now gets **World**');
  });

  test('without a topic several are chosen at once', async () => {
    const message = await at.run('subscribe');
    const answer = await at.pick(message, controlIn(message, 'subscribe:topics:'), ['world', 'technology']);
    expect(answer.id).toBe(message.id);
    expect(read(answer)).toContain('now gets **World and Technology**.');
    expect(await at.say('subscribe')).toContain('already gets every topic');
  });

  test('the answer says so while nothing is stored yet, and is edited when the first reading is done', async () => {
    let reading = true;
    const stories = [{ ...storyOf('ferry'), paywalled: false }];
    const firstHeadlines = async () => ({ stories: reading ? [] : stories, reading, outlets: 0 });
    instead(at, previewQuestions, { firstHeadlines });
    const message = await at.run('subscribe', { topic: 'world' });
    expect(read(message)).toContain('reading its outlets for the first time. This takes about a minute.');
    reading = false;
    const now = () => at.server.acts.messages(at.channelId, at.admin).find(({ id }) => id === message.id) ?? message;
    await expect.poll(() => read(now())).toContain('it would start with:');
  });

  test('the answer names the stories that a preview begins with, in its order', async () => {
    const said = await at.say('subscribe', { topic: 'world' });
    const { places, also } = await at.ask.previewDigest(at.channelId, at.serverId);
    const [, begin = ''] = said.split('it would start with:');
    const titles = [...begin.matchAll(/\[([^\]]+)\]/g)].map(([, title]) => title);
    expect(titles).toEqual([...places, ...also].slice(0, 3).map(({ title }) => title));
    expect(titles.length).toBeGreaterThan(0);
  });

  test('channels that can’t contain a digest are not offered, and a command there gets an explanation', async () => {
    const [voice = '', ...others] = (['voice', 'forum', 'category'] as const).map(
      (kind) => at.server.setup.addChannel(at.serverId, { name: `a-${kind}`, kind }).id,
    );
    for (const channel of [voice, ...others]) {
      expect(() => at.run('subscribe', { topic: 'world', channel })).toThrow('allowed are 0, 5, 10, 11, 12');
    }
    const said = await at.say('subscribe', { topic: 'world' }, at.admin, voice);
    expect(said).toContain('Choose a text or announcement channel');
    expect(await subscribed()).toEqual([]);
  });

  test('announcement channels and threads are accepted', async () => {
    const news = at.server.setup.addChannel(at.serverId, { name: 'news', kind: 'announcement' });
    const thread = at.server.setup.addThread(at.channelId, { name: 'daily' });
    for (const { id: channel } of [news, thread])
      expect(await at.say('subscribe', { topic: 'world', channel })).toContain('Next digest');
  });

  test('permissions that the bot lacks are named at once, even if those from the gateway are older', async () => {
    const { id: channel } = at.server.setup.addChannel(at.serverId, { name: 'closed' });
    const { channels, botId } = at.server.world;
    const deny = PermissionFlagsBits.EmbedLinks | PermissionFlagsBits.ReadMessageHistory;
    channels.get(channel)?.overwrites.set(botId, { type: 1, allow: 0n, deny });
    const said = await at.say('subscribe', { topic: 'world', channel });
    expect(said).toContain('It needs “Embed Links” and “Read Message History”');
    expect(await subscribed()).toEqual([]);
  });

  test('nobody can subscribe a channel in which they may not write themselves', async () => {
    const channel = at.server.setup.addChannel(at.serverId, { name: 'rules' });
    const manager = at.server.setup.addUser({ name: 'Mia', locale: 'de' }).id;
    at.server.setup.addMember(at.serverId, manager, { permissions: ['ManageGuild'] });
    at.server.setup.setOverwrite(channel.id, manager, { deny: ['SendMessages'] });
    const said = await at.say('subscribe', { topic: 'world', channel: channel.id }, manager);
    expect(said).toContain('brauchst du dort „Nachrichten senden“');
  });
});
