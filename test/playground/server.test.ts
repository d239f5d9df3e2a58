import type { ChatInputCommandInteraction, Client } from 'discord.js';
import { ChannelType, SlashCommandBuilder } from 'discord.js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Scene } from './bot.ts';
import { ready, scene } from './bot.ts';

let at: Scene;
let client: Client<true>;

beforeEach(async () => {
  at = await scene({ validate: true });
  client = await ready(at.server);
});

afterEach(async () => {
  await client.destroy();
  await at.server.close();
});

const STORY = new SlashCommandBuilder().setName('story').setDescription('Open a story').toJSON();

describe('an unmodified discord.js client', () => {
  test('logs in and knows its guilds, channels and own member', () => {
    const guild = client.guilds.cache.get(at.guildId);
    expect(guild?.name).toBe('Newsroom');
    expect(guild?.members.me?.id).toBe(at.server.applicationId);
    expect(guild?.channels.cache.get(at.channelId)?.type).toBe(ChannelType.GuildText);
  });

  test('registers a command, receives it from a user and replies', async () => {
    await client.application.commands.set([STORY]);
    client.on('interactionCreate', async (interaction) => {
      await (interaction as ChatInputCommandInteraction).reply('Here is the story.');
    });
    const life = at.server.acts.run({ user: at.member, channel: at.channelId, command: 'story' });
    const shown = await life.shown;
    expect(shown).toMatchObject({ kind: 'message', message: { content: 'Here is the story.' } });
    expect(at.server.acts.messages(at.channelId).map(({ content }) => content)).toEqual(['Here is the story.']);
  });

  test('sends and edits a message', async () => {
    const channel = await client.channels.fetch(at.channelId);
    if (channel?.isSendable() !== true) throw new Error('not sendable');
    const message = await channel.send('first');
    await message.edit('second');
    expect(at.server.acts.messages(at.channelId)).toMatchObject([{ id: message.id, content: 'second' }]);
  });
});
