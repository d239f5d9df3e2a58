import type { ChatInputCommandInteraction } from 'discord.js';
import {
  AttachmentBuilder,
  FileBuilder,
  MessageFlags,
  Routes,
  SlashCommandBuilder,
  TextDisplayBuilder,
} from 'discord.js';
import { beforeEach, describe, expect, test } from 'vitest';
import { ActRefused } from '../../playground/discord/acts/begin.ts';
import type { WireMessage } from '../../playground/discord/wire.ts';
import { useBot } from './bot.ts';

const at = useBot({ validate: true });

const command = new SlashCommandBuilder()
  .setName('import')
  .setDescription('Import a list')
  .addAttachmentOption((option) =>
    option.setName('file').setDescription('Which').setFileTypes('.opml', 'audio').setRequired(true),
  );

beforeEach(() => at.client.application.commands.set([command.toJSON()]));

const upload = () => ({ filename: 'my list.opml', type: 'text/x-opml', bytes: Buffer.from('<opml/>') });

/** Attaches a file as the admin and runs the command with it. */
async function run(handle: (interaction: ChatInputCommandInteraction) => Promise<unknown>): Promise<WireMessage> {
  const errors: unknown[] = [];
  at.client.on('interactionCreate', (interaction) => {
    if (interaction.isChatInputCommand()) handle(interaction).catch((error: unknown) => errors.push(error));
  });
  const place = { user: at.admin, channel: at.channelId };
  const file = at.server.acts.attach(place, upload());
  const shown = await at.server.acts.run({ ...place, command: 'import', options: { file } }).shown;
  if (shown.kind !== 'message') throw new Error(`shown: ${shown.kind}`, { cause: errors[0] });
  return shown.message;
}

const bodyOf = (name: string) => ({
  components: [new TextDisplayBuilder().setContent('Here'), new FileBuilder().setURL(`attachment://${name}`)],
  files: [new AttachmentBuilder(Buffer.from('<opml version="2.0"/>'), { name })],
});

describe('a file', () => {
  test('that a user gives to a command reaches the bot with an address to fetch it from', async () => {
    const seen: unknown[] = [];
    await run(async (interaction) => {
      const file = interaction.options.getAttachment('file', true);
      const answer = await fetch(file.url);
      seen.push(file.name, file.size, file.contentType, file.ephemeral);
      seen.push(await answer.text(), answer.headers.get('content-disposition'));
      await interaction.reply({ content: 'done' });
    });
    expect(seen).toEqual([
      'my list.opml',
      7,
      'text/x-opml',
      true,
      '<opml/>',
      "attachment; filename*=UTF-8''my%20list.opml",
    ]);
  });

  test('that is not attached can’t be referenced', async () => {
    const codes: unknown[] = [];
    await run(async (interaction) => {
      const { components } = bodyOf('other.opml');
      const flags = [MessageFlags.IsComponentsV2, MessageFlags.Ephemeral] as const;
      await interaction.reply({ components, flags }).catch((error: { code: number }) => codes.push(error.code));
      await interaction.reply('done');
    });
    expect(codes).toEqual([50035]);
  });

  test('of somebody else cannot be given', () => {
    const file = at.server.acts.attach({ user: at.member, channel: at.channelId }, upload());
    const act = { user: at.admin, channel: at.channelId, command: 'import', options: { file } };
    expect(() => at.server.acts.run(act)).toThrow(ActRefused);
  });

  test('of another type than the option takes is refused, and so are more types than Discord allows', async () => {
    const place = { user: at.admin, channel: at.channelId };
    const give = (name: string, type: string) => {
      const file = at.server.acts.attach(place, { ...upload(), filename: name, type });
      return () => at.server.acts.run({ ...place, command: 'import', options: { file } });
    };
    expect(give('list.json', 'application/json')).toThrow('only files of these types: .opml, audio');
    expect(give('LIST.OPML', 'text/x-opml')).not.toThrow();
    expect(give('note.mp3', 'audio/mpeg')).not.toThrow();
    const { options: [file] = [], ...rest } = command.toJSON();
    const many = { ...rest, options: [{ ...file, file_types: Array.from({ length: 11 }, (_, nth) => `.x${nth}`) }] };
    await expect(
      at.client.rest.put(Routes.applicationCommands(at.server.applicationId), { body: [many] }),
    ).rejects.toThrow('0.options[0]');
  });

  test('is served only at its full URL', async () => {
    const id = at.server.acts.attach({ user: at.admin, channel: at.channelId }, upload());
    const answer = await fetch(`${at.server.origin}/attachments/1/${id}/my%20list.opml`);
    expect(answer.status).toBe(404);
  });
});
