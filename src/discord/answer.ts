import { type AttachmentBuilder, type MessageComponentInteraction, MessageFlags } from 'discord.js';
import { type MessageBody, sentence } from './cards/parts.ts';
import type { Asking } from './command.ts';

type State = 'none' | 'promised' | 'promised-update' | 'replied' | 'updated';

const forOne = { flags: [MessageFlags.IsComponentsV2, MessageFlags.Ephemeral] as const };
const forAll = { flags: [MessageFlags.IsComponentsV2] as const };

/** Whether a control stands in a message that only its reader sees. */
export function isPrivate(interaction: MessageComponentInteraction): boolean {
  return interaction.message.flags.has(MessageFlags.Ephemeral);
}

/** Answers one interaction; after `promiseAfterMs` without an answer, Discord is told that one comes. */
export function createAnswer(interaction: Asking, promiseAfterMs: number) {
  let state: State = 'none';
  let promising: Promise<void> | undefined;
  /** The message that `show` made, for the next `show`. */
  let shown: string | undefined;

  const promise = async (): Promise<void> => {
    if (interaction.isMessageComponent() && isPrivate(interaction)) {
      await interaction.deferUpdate();
      state = 'promised-update';
    } else {
      await interaction.deferReply({ flags: [MessageFlags.Ephemeral] });
      state = 'promised';
    }
  };
  const timer = setTimeout(() => {
    if (state !== 'none') return;
    // What fails here fails again in the answer, where it is reported.
    promising = promise().catch(() => undefined);
  }, promiseAfterMs);

  const begin = async (): Promise<State> => {
    clearTimeout(timer);
    await promising;
    return state;
  };

  /** For the asker alone; a second call replaces the first. A File part of the body shows a file. */
  const show = async ({ components }: MessageBody, files: AttachmentBuilder[] = []): Promise<void> => {
    const parts = { components, files };
    const now = await begin();
    if (shown !== undefined) {
      await interaction.editReply({ message: shown, ...parts, ...forAll });
    } else if (now === 'none') {
      // Set after Discord took it: else the sentence about a failure would edit an answer that isn't there.
      await interaction.reply({ ...parts, ...forOne });
      state = 'replied';
      shown = '@original';
    } else if (now === 'promised') {
      await interaction.editReply({ ...parts, ...forAll });
      state = 'replied';
      shown = '@original';
    } else {
      shown = (await interaction.followUp({ ...parts, ...forOne })).id;
    }
  };

  /** For the asker alone, under what `show` showed. */
  const showMore = async (body: MessageBody): Promise<void> => {
    await interaction.followUp({ components: body.components, ...forOne });
  };

  /** Replaces the private message that the control stands in; on a public message it shows a new one. */
  const replace = async (body: MessageBody): Promise<void> => {
    const { components } = body;
    const now = await begin();
    if (!interaction.isMessageComponent() || !isPrivate(interaction) || now === 'promised' || now === 'replied') {
      await show(body);
    } else if (now === 'none') {
      await interaction.update({ components, ...forAll });
      state = 'updated';
    } else {
      await interaction.editReply({ components, ...forAll });
      state = 'updated';
    }
  };

  /** For everybody in the channel; `confirmation` is for the asker if Discord was promised a private answer. */
  const post = async ({ components }: MessageBody, confirmation: string): Promise<void> => {
    const now = await begin();
    if (now === 'none') {
      await interaction.reply({ components, ...forAll });
      state = 'replied';
      return;
    }
    // The message after a promised private answer would take its place and stay private.
    if (now === 'promised') await show(sentence(confirmation));
    await interaction.followUp({ components, ...forAll });
  };

  return {
    show,
    showMore,
    replace,
    post,
    get answered() {
      return state === 'replied' || state === 'updated' || shown !== undefined;
    },
    /** Stops the timer; no promise is made after that. */
    settle: () => clearTimeout(timer),
  };
}

export type Answer = ReturnType<typeof createAnswer>;
