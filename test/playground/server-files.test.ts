import type { ChatInputCommandInteraction } from 'discord.js';
import { FileBuilder, MessageFlags, Routes, SlashCommandBuilder } from 'discord.js';
import { beforeEach, describe, expect, test } from 'vitest';
import { ActRefused } from '../../playground/discord/acts/begin.ts';
import type { WireMessage } from '../../playground/discord/wire.ts';
import { answerCommands, useBot } from './bot.ts';

const at = useBot({ validate: true });

const command = new SlashCommandBuilder()
  .setName('import')
  .setDescription('Import a list')
  .addAttachmentOption((option) =>
    option.setName('file').setDescription('Which').setFileTypes('.opml', 'audio').setRequired(true),
  );

beforeEach(() => at.client.application.commands.set([command.toJSON()]));

const upload = { filename: 'my list.opml', type: 'text/x-opml', bytes: Buffer.from('<opml/>') };
const attach = (file: Partial<typeof upload> = {}, user = at.admin) =>
  at.server.acts.attach({ user, channel: at.channelId }, { ...upload, ...file });
/** Runs the command as the admin with an attached file. */
const give = (file = attach()) =>
  at.server.acts.run({ user: at.admin, channel: at.channelId, command: 'import', options: { file } });

/** Attaches a file as the admin and runs the command with it. */
async function run(handle: (interaction: ChatInputCommandInteraction) => Promise<unknown>): Promise<WireMessage> {
  const errors = answerCommands(at.client, handle);
  const shown = await give().shown;
  if (shown.kind !== 'message') throw new Error(`shown: ${shown.kind}`, { cause: errors[0] });
  return shown.message;
}

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
    const saved = "attachment; filename*=UTF-8''my%20list.opml";
    expect(seen).toEqual(['my list.opml', 7, 'text/x-opml', true, '<opml/>', saved]);
  });

  test('that is not attached can’t be referenced', async () => {
    const codes: unknown[] = [];
    await run(async (interaction) => {
      const components = [new FileBuilder().setURL('attachment://other.opml')];
      const flags = [MessageFlags.IsComponentsV2, MessageFlags.Ephemeral] as const;
      await interaction.reply({ components, flags }).catch((error: { code: number }) => codes.push(error.code));
      await interaction.reply('done');
    });
    expect(codes).toEqual([50035]);
  });

  test('of somebody else cannot be given', () => {
    const file = attach({}, at.member);
    expect(() => give(file)).toThrow(ActRefused);
  });

  test('of another type than the option takes is refused, and so are more types than Discord allows', async () => {
    const json = attach({ filename: 'list.json', type: 'application/json' });
    expect(() => give(json)).toThrow('only files of these types: .opml, audio');
    give(attach({ filename: 'LIST.OPML' }));
    give(attach({ filename: 'note.mp3', type: 'audio/mpeg' }));
    const { options: [file] = [], ...rest } = command.toJSON();
    const many = { ...rest, options: [{ ...file, file_types: Array.from({ length: 11 }, (_, nth) => `.x${nth}`) }] };
    await expect(
      at.client.rest.put(Routes.applicationCommands(at.server.applicationId), { body: [many] }),
    ).rejects.toThrow('0.options[0]');
  });

  test('is served only at its full URL', async () => {
    const answer = await fetch(`${at.server.origin}/attachments/1/${attach()}/my%20list.opml`);
    expect(answer.status).toBe(404);
  });
});
