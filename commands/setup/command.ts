import { AttachmentBuilder, ButtonStyle } from 'discord.js';
import { escapeMarkdown } from '../../src/discord/cards/escape.ts';
import { listed } from '../../src/discord/cards/lists.ts';
import { button, file, message, sentence, text } from '../../src/discord/cards/parts.ts';
import { type Command, keepPending, type SlashContext, takePending } from '../../src/discord/command.ts';
import { serversOf } from '../../src/discord/gateway/servers.ts';
import { changerOf, Explained } from '../../src/discord/interaction.ts';
import { localizer } from '../../src/discord/localize.ts';
import { undoButtons } from '../../src/discord/undo.ts';
import { setupQuestions } from './ask.ts';
import { changesNothing, setupCard } from './card.ts';
import { setupChanges } from './change.ts';
import { findChannels } from './channels.ts';
import { parseSetup, type SetupFile } from './file.ts';

const { managed, sub, option } = localizer((texts) => texts.setup.command);
const fileName = 'lede-setup.json';

export default {
  data: managed()
    .addSubcommand((part) => sub(part, 'export'))
    .addSubcommand((part) =>
      sub(part, 'import').addAttachmentOption((given) => option(given, 'file').setFileTypes('.json').setRequired(true)),
    ),
  audience: 'managers',

  execute: (context) =>
    (context.interaction.options.getSubcommand() === 'export' ? exportSetup : previewImport)(context),

  component: async (context, { action, rest }) => {
    const { interaction, answer, desk, texts } = context;
    if (action === 'cancel') return answer.replace(sentence(texts.topics.cancelled));
    if (action !== 'go') throw new Explained((say) => say.errors.expired);
    const setup = await takePending<SetupFile>(context, rest);
    // Channels and permissions may have changed since the preview.
    const { places, missing } = findChannels(setup, interaction);
    const { undo, left } = await desk.use(setupChanges).importSetup(changerOf(interaction), setup, places);
    const offers = await undoButtons(context, [undo]);
    await answer.replace(setupCard(texts.setup.done, undo, [...missing, ...left], offers, texts));
  },
} satisfies Command;

async function exportSetup({ interaction, answer, desk, texts }: SlashContext) {
  const { serverId } = changerOf(interaction);
  const servers = serversOf(interaction.client);
  const setup = await desk
    .use(setupQuestions)
    .exportSetup(serverId, (channelId) => servers.place(serverId, channelId)?.name);
  const whole = new AttachmentBuilder(Buffer.from(`${JSON.stringify(setup, undefined, 2)}\n`), { name: fileName });
  const channels = new Set([...setup.channels, ...setup.alerts].map(({ id }) => id));
  await answer.show(message([text(texts.setup.exported({ channels: channels.size })), file(fileName)]), [whole]);
}

/** Reads the attached file, for up to 20 s, and shows what it would change. */
async function previewImport(context: SlashContext): Promise<void> {
  const { interaction, answer, desk, texts } = context;
  const by = changerOf(interaction);
  const say = texts.setup;
  const { url } = interaction.options.getAttachment('file', true);
  const given = await desk.oneAtATime(by.serverId, () => desk.readTextFile(url));
  if (given.kind === 'busy') return answer.show(sentence(texts.topics.busy));
  if (given.kind === 'failed') return answer.show(sentence(say.file[given.code]));
  const parsed = parseSetup(given.text);
  if ('faults' in parsed) {
    const faults = parsed.faults.map((fault) => `- ${escapeMarkdown(fault, 200)}`);
    return answer.show(message([text(listed(say.file.broken, faults, texts))]));
  }
  const { places, missing } = findChannels(parsed.file, interaction);
  const { undo, left } = await desk.use(setupChanges).importSetup(by, parsed.file, places, { isTrial: true });
  const all = [...missing, ...left];
  if (changesNothing(undo)) return answer.show(setupCard(say.nothing, undo, all, [], texts));
  const id = await keepPending(context, parsed.file);
  const offers = [
    button(`setup:go:${id}`, say.go, ButtonStyle.Primary),
    button(`setup:cancel:${id}`, texts.topics.cancel),
  ];
  await answer.show(setupCard(say.preview, undo, all, offers, texts));
}
