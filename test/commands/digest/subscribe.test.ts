import { PermissionFlagsBits } from 'discord.js';
import { beforeEach, describe, expect, test } from 'vitest';
import { previewQuestions } from '../../../commands/digest/preview.ts';
import { events } from '../../desk/events.ts';
import { storyOf } from '../madeUpStories.ts';
import { controls, instead, isForOne, read, sceneForAll } from '../scene.ts';

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
    const message = await at.run('subscribe', { topic: 'technology' });
    expect(read(message)).toContain(
      `New in the digest of <#${at.channelId}>: **Technology**. It now covers World and Technology.`,
    );
    expect(read(await at.run('subscribe', { topic: 'world' }))).toBe(
      'The channel already gets that. Nothing was changed.',
    );
  });

  test('for a misspelt topic, answer and suggestions have the one that was meant', async () => {
    const asked = await at.run('subscribe', { topic: 'Wrold' });
    expect(read(asked)).toBe('There is no topic “Wrold”. Did you mean **World**?');
    expect(await at.suggest('subscribe', { topic: 'wrold' }, 'topic')).toEqual(['World=world']);
    expect(read(await at.run('subscribe', { topic: 'Gardens' }))).toContain('There is no topic “Gardens”. Choose one');
    expect(await subscribed()).toEqual([]);
    expect(read(await at.press(asked, `subscribe:one:${at.channelId}:world`))).toContain('now gets **World**');
  });

  test('without a topic several are chosen at once', async () => {
    const message = await at.run('subscribe');
    const [select = ''] = controls(message);
    const answer = await at.pick(message, select, ['world', 'technology']);
    expect(answer.id).toBe(message.id);
    expect(read(answer)).toContain('now gets **World and Technology**.');
    const again = await at.run('subscribe');
    expect(read(again)).toContain('already gets every topic');
  });

  test('the answer says so while nothing is stored yet, and is edited when the first reading is done', async () => {
    let reading = true;
    const stories = [{ ...storyOf('ferry'), paywalled: false }];
    const firstHeadlines = async () => ({ stories: reading ? [] : stories, reading, outlets: 0 });
    instead(at, previewQuestions, { firstHeadlines });
    const message = await at.run('subscribe', { topic: 'world' });
    expect(read(message)).toContain('reading its outlets for the first time. This takes about a minute.');
    const edited = new Promise<void>((resolve) => {
      const off = at.server.on((event) => {
        if (event.type !== 'request' || event.request.method !== 'PATCH') return;
        off();
        resolve();
      });
    });
    reading = false;
    await edited;
    const now = at.server.acts.messages(at.channelId, at.admin).find((one) => one.id === message.id);
    expect(now && read(now)).toContain('it would start with:');
  });

  test('the answer names the stories that a preview begins with, in its order', async () => {
    const said = read(await at.run('subscribe', { topic: 'world' }));
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
    const message = await at.run('subscribe', { topic: 'world' }, at.admin, voice);
    expect(read(message)).toContain('Choose a text or announcement channel');
    expect(await subscribed()).toEqual([]);
  });

  test('announcement channels and threads are accepted', async () => {
    const news = at.server.setup.addChannel(at.serverId, { name: 'news', kind: 'announcement' });
    expect(read(await at.run('subscribe', { topic: 'world', channel: news.id }))).toContain('Next digest');
    const thread = at.server.setup.addThread(at.channelId, { name: 'daily' });
    expect(read(await at.run('subscribe', { topic: 'world', channel: thread.id }))).toContain('Next digest');
  });

  test('permissions that the bot lacks in the channel are named at once', async () => {
    const channel = at.server.setup.addChannel(at.serverId, { name: 'closed' });
    at.server.setup.setOverwrite(channel.id, 'bot', { deny: ['EmbedLinks', 'ReadMessageHistory'] });
    const message = await at.run('subscribe', { topic: 'world', channel: channel.id });
    expect(read(message)).toContain('It needs “Embed Links” and “Read Message History”');
    expect(await subscribed()).toEqual([]);
  });

  test('permissions that Discord sends with the command count, even if those from the gateway are older', async () => {
    const channel = at.server.setup.addChannel(at.serverId, { name: 'closed' });
    const { channels, botId } = at.server.world;
    channels.get(channel.id)?.overwrites.set(botId, { type: 1, allow: 0n, deny: PermissionFlagsBits.EmbedLinks });
    expect(read(await at.run('subscribe', { topic: 'world', channel: channel.id }))).toContain(
      'It needs “Embed Links”',
    );
    expect(await subscribed()).toEqual([]);
  });

  test('nobody can subscribe a channel in which they may not write themselves', async () => {
    const channel = at.server.setup.addChannel(at.serverId, { name: 'rules' });
    const manager = at.server.setup.addUser({ name: 'Mia', locale: 'de' }).id;
    at.server.setup.addMember(at.serverId, manager, { permissions: ['ManageGuild'] });
    at.server.setup.setOverwrite(channel.id, manager, { deny: ['SendMessages'] });
    const message = await at.run('subscribe', { topic: 'world', channel: channel.id }, manager);
    expect(read(message)).toContain('brauchst du dort „Nachrichten senden“');
  });

  test('is not offered to members who do not manage the server', () => {
    const offered = at.server.acts
      .commandsAt({ user: at.reader, channel: at.channelId })
      .map((command) => command.name);
    expect(offered).toContain('story');
    expect(offered).not.toContain('digest');
  });
});
