import {
  type APIMessageTopLevelComponent,
  AttachmentBuilder,
  type ChatInputCommandInteraction,
  type MessageComponentInteraction,
  MessageFlags,
} from 'discord.js';
import { type MessageBody, sentence } from './cards/parts.ts';

/** A file that an answer brings; a File part of its body shows it. */
export interface AnswerFile {
  name: string;
  bytes: Uint8Array;
}

/** The answers to one interaction; the first comes within Discord's 3 s, if need be as a promise of one. */
export interface Answer {
  /** For the asker alone; a second call replaces the first. */
  show(body: MessageBody, files?: readonly AnswerFile[]): Promise<void>;
  /** For the asker alone, under what `show` showed. */
  showMore(body: MessageBody): Promise<void>;
  /** Replaces the private message that the control stands in; on a public message it shows a new one. */
  replace(body: MessageBody): Promise<void>;
  /** For everybody in the channel; `confirmation` is for the asker if Discord was promised a private answer. */
  post(body: MessageBody, confirmation: string): Promise<void>;
  readonly answered: boolean;
  /** Stops the timer; after it no promise is made. */
  settle(): void;
}

type Answerable = ChatInputCommandInteraction | MessageComponentInteraction;
type State = 'none' | 'promised' | 'promised-update' | 'replied' | 'updated';

const forOne = { flags: [MessageFlags.IsComponentsV2, MessageFlags.Ephemeral] as const };
const forAll = { flags: [MessageFlags.IsComponentsV2] as const };
type Parts = { components: APIMessageTopLevelComponent[]; files?: AttachmentBuilder[] };

/** Whether a control stands in a message that only its reader sees. */
export function isPrivate(interaction: MessageComponentInteraction): boolean {
  return interaction.message.flags.has(MessageFlags.Ephemeral);
}

const attachmentOf = ({ name, bytes }: AnswerFile) => new AttachmentBuilder(Buffer.from(bytes), { name });

/** Answers one interaction; after `promiseAfterMs` without an answer, Discord is told that one comes. */
export function createAnswer(interaction: Answerable, promiseAfterMs: number): Answer {
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

  const show = async (body: MessageBody, files: readonly AnswerFile[] = []): Promise<void> => {
    const parts: Parts = {
      components: body.components,
      ...(files.length === 0 ? {} : { files: files.map(attachmentOf) }),
    };
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

  const showMore = async (body: MessageBody): Promise<void> => {
    await interaction.followUp({ components: body.components, ...forOne });
  };

  const replace = async (body: MessageBody): Promise<void> => {
    const parts: Parts = { components: body.components };
    const now = await begin();
    if (!interaction.isMessageComponent() || !isPrivate(interaction) || now === 'promised' || now === 'replied') {
      await show(body);
    } else if (now === 'none') {
      await interaction.update({ ...parts, ...forAll });
      state = 'updated';
    } else {
      await interaction.editReply({ ...parts, ...forAll });
      state = 'updated';
    }
  };

  const post = async (body: MessageBody, confirmation: string): Promise<void> => {
    const parts: Parts = { components: body.components };
    const now = await begin();
    if (now === 'none') {
      await interaction.reply({ ...parts, ...forAll });
      state = 'replied';
      return;
    }
    // The message after a promised private answer would take its place and stay private.
    if (now === 'promised') await show(sentence(confirmation));
    await interaction.followUp({ ...parts, ...forAll });
  };

  return {
    show,
    showMore,
    replace,
    post,
    get answered() {
      return state === 'replied' || state === 'updated' || shown !== undefined;
    },
    settle: () => clearTimeout(timer),
  };
}
