import {
  ActionRowBuilder,
  ButtonBuilder,
  ButtonStyle,
  ChannelType,
  type ChatInputCommandInteraction,
  MessageFlags,
  PermissionFlagsBits,
  SlashCommandBuilder,
  StringSelectMenuBuilder,
} from 'discord.js';
import { beforeEach, describe, expect, test } from 'vitest';
import { ActRefused } from '../../playground/discord/acts/begin.ts';
import { answer, answerCommands, callback, sendable, useBot } from './bot.ts';

const at = useBot({ validate: true });

const commands = [
  new SlashCommandBuilder()
    .setName('story')
    .setDescription('Open a story')
    .addStringOption((o) => o.setName('title').setDescription('Which').setRequired(true).setAutocomplete(true)),
  new SlashCommandBuilder()
    .setName('news')
    .setDescription('Subscriptions')
    .setDefaultMemberPermissions(PermissionFlagsBits.ManageGuild)
    .addSubcommand((sub) =>
      sub
        .setName('subscribe')
        .setDescription('Subscribe a channel')
        .addChannelOption((o) =>
          o.setName('channel').setDescription('Where').setRequired(true).addChannelTypes(ChannelType.GuildText),
        )
        .addIntegerOption((o) => o.setName('count').setDescription('How many').setMinValue(3).setMaxValue(9)),
    ),
].map((one) => one.toJSON());

beforeEach(() => at.client.application.commands.set(commands));

const place = () => ({ user: at.member, channel: at.channelId, command: 'story' });
const story = () => at.server.acts.run({ ...place(), options: { title: 'x' } });

describe('a slash command', () => {
  test('is withheld from members without its permissions', () => {
    const options = { channel: at.channelId };
    const act = { user: at.member, channel: at.channelId, command: 'news subscribe', options };
    expect(() => at.server.acts.run(act)).toThrow(ActRefused);
    expect(at.server.acts.commandsAt(act).map(({ name }) => name)).toEqual(['story']);
  });

  test('is refused as the client would, without an option that it needs, and with a wrong one', () => {
    const act = { user: at.admin, channel: at.channelId, command: 'news subscribe' };
    const channel = at.channelId;
    const wrong: Record<string, string | number>[] = [
      {},
      { channel, colour: 'red' },
      { channel, count: 10 },
      { channel: '1' },
    ];
    for (const options of wrong) expect(() => at.server.acts.run({ ...act, options })).toThrow(ActRefused);
  });
});

describe('the rules of answering', () => {
  test('after 3 s the interaction is unknown, and the user sees that it failed', async () => {
    await at.start({ settings: { answerMs: 30 } });
    await at.client.application.commands.set(commands);
    const late = Promise.withResolvers<ChatInputCommandInteraction>();
    answerCommands(at.client, async (command) => late.resolve(command));
    expect(await story().shown).toEqual({ kind: 'failed' });
    await expect((await late.promise).reply('too late')).rejects.toMatchObject({ code: 10062, status: 404 });
  });

  test('the token ends after 15 minutes', async () => {
    const errors = answerCommands(at.client, async (command) => {
      await command.deferReply();
      at.clock.extraMs += 15 * 60_000 + 1;
      await command.editReply('too late');
    });
    story();
    await expect.poll(() => errors).toMatchObject([{ code: 50027, status: 401 }]);
  });

  test('a wrong callback type and a bad body leave the interaction answerable', async () => {
    answerCommands(at.client, async (command) => {
      const codes: unknown[] = [];
      for (const body of [{ type: 6 }, { type: 4, data: { content: 'a'.repeat(2_001) } }])
        await callback(command, body).catch((error: { code: number }) => codes.push(error.code));
      await command.reply(codes.join(' '));
    });
    expect(await story().shown).toMatchObject({ message: { content: '50035 50035' } });
  });

  test('autocomplete answers with choices, of which Discord accepts at most 25', async () => {
    const errors = answer(at.client, async (interaction) => {
      if (!interaction.isAutocomplete()) return;
      const many = Array.from({ length: 26 }, (_, i) => ({ name: `n${i}`, value: `v${i}` }));
      await interaction.respond(many).catch((error: { code: number }) => errors.push(error.code));
      const choices = [{ name: interaction.options.getFocused(), value: 'x' }];
      await callback(interaction, { type: 8, data: { choices } });
    });
    const act = { ...place(), options: { title: 'fer' }, focused: 'title' };
    expect(await at.server.acts.type(act).shown).toEqual({ kind: 'choices', choices: [{ name: 'fer', value: 'x' }] });
    expect(errors).toEqual([50035]);
  });
});

describe('components', () => {
  const row = (...buttons: ButtonBuilder[]) => new ActionRowBuilder<ButtonBuilder>().addComponents(buttons);
  const button = (id: string) => new ButtonBuilder().setCustomId(id).setLabel(id).setStyle(ButtonStyle.Primary);

  async function post(components: ActionRowBuilder<ButtonBuilder | StringSelectMenuBuilder>[]): Promise<string> {
    return (await (await sendable(at.client, at.channelId)).send({ content: 'pick', components })).id;
  }

  test('a click updates its message', async () => {
    const messageId = await post([row(button('more'), button('off').setDisabled(true))]);
    answer(at.client, async (interaction) => {
      if (interaction.isButton()) await interaction.update({ content: `by ${interaction.user.id}`, components: [] });
    });
    const where = { user: at.member, channel: at.channelId, messageId };
    expect(() => at.server.acts.click({ ...where, customId: 'off' })).toThrow('disabled');
    expect(() => at.server.acts.click({ ...where, customId: 'none' })).toThrow(ActRefused);
    const life = at.server.acts.click({ ...where, customId: 'more' });
    expect(await life.shown).toMatchObject({ message: { id: messageId, content: `by ${at.member}`, components: [] } });
  });

  test('a choice is deferred, edits the message and can be followed up privately', async () => {
    const select = new StringSelectMenuBuilder()
      .setCustomId('open')
      .addOptions({ label: 'A', value: 'a' }, { label: 'B', value: 'b' });
    const messageId = await post([new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(select)]);
    answer(at.client, async (interaction) => {
      if (!interaction.isStringSelectMenu()) return;
      await interaction.deferUpdate();
      await interaction.editReply({ content: interaction.values.join() });
      await interaction.followUp({ content: 'private', flags: MessageFlags.Ephemeral });
    });
    const where = { user: at.member, channel: at.channelId, messageId, customId: 'open' };
    expect(() => at.server.acts.choose({ ...where, values: ['c'] })).toThrow(ActRefused);
    const life = at.server.acts.choose({ ...where, values: ['b'] });
    expect(await life.answered).toEqual({ kind: 'deferredUpdate' });
    expect(await life.shown).toMatchObject({ message: { id: messageId, content: 'b' } });
    await expect.poll(() => at.server.acts.whispers(at.member)).toMatchObject([{ content: 'private' }]);
    expect(at.server.acts.whispers(at.admin)).toEqual([]);
  });

  test('an ephemeral message can be clicked by its reader only', async () => {
    answerCommands(at.client, (command) =>
      command.reply({ content: 'p1', components: [row(button('next'))], flags: MessageFlags.Ephemeral }),
    );
    const first = await story().shown;
    if (first.kind !== 'message') throw new Error('no message');
    const act = { channel: at.channelId, messageId: first.message.id, customId: 'next' };
    expect(() => at.server.acts.click({ ...act, user: at.admin })).toThrow(ActRefused);
  });
});
