import {
  type AttachmentBuilder,
  DiscordAPIError,
  type InteractionEditReplyOptions,
  type MessageComponentInteraction,
  MessageFlags,
  RESTJSONErrorCodes,
} from 'discord.js';
import { type MessageBody, sentence } from './cards/parts.ts';
import type { Asking } from './command.ts';
import { outcomeOf } from './sending/outcomes.ts';

type State = 'none' | 'promised' | 'promised-update' | 'replied' | 'updated';

const forOne = { flags: [MessageFlags.IsComponentsV2, MessageFlags.Ephemeral] as const };
const forAll = { flags: [MessageFlags.IsComponentsV2] as const };

/** Whether a control stands in a message that only its reader sees. */
export function isPrivate(interaction: MessageComponentInteraction): boolean {
  return interaction.message.flags.has(MessageFlags.Ephemeral);
}

/**
 * Sends once more if nobody knows whether Discord took the first request, because the command has already done its work.
 * Only for requests that do no harm if both arrive.
 */
async function surely<T>(send: () => Promise<T>): Promise<T> {
  try {
    return await send();
  } catch (error) {
    if (!['unknown', 'unsent'].includes(outcomeOf(error).kind)) throw error;
    return send();
  }
}

/** Answers one interaction; after `promiseAfterMs` without an answer, Discord is told that one comes. */
export function createAnswer(interaction: Asking, promiseAfterMs: number) {
  let state: State = 'none';
  let promising: Promise<void> | undefined;
  /** The message that `show` made, for the next `show`. */
  let shown: string | undefined;

  /** Sends the first answer; `next` counts from when Discord has it. */
  const first = async (next: State, send: () => Promise<unknown>): Promise<void> => {
    let sent = 0;
    try {
      await surely(() => {
        sent += 1;
        return send();
      });
    } catch (error) {
      const code = error instanceof DiscordAPIError && error.code;
      if (sent < 2 || code !== RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged) throw error;
      // The first had arrived, and only what Discord said to it was lost; discord.js must know before it edits.
      interaction.replied = true;
    }
    state = next;
  };
  const followUp = (parts: { components: MessageBody['components']; files?: AttachmentBuilder[] }) =>
    surely(() => interaction.followUp({ ...parts, ...forOne }));
  const edit = (parts: InteractionEditReplyOptions) => surely(() => interaction.editReply({ ...parts, ...forAll }));

  const promise = async (): Promise<void> => {
    if (interaction.isMessageComponent() && isPrivate(interaction)) {
      await first('promised-update', () => interaction.deferUpdate());
    } else {
      await first('promised', () => interaction.deferReply({ flags: [MessageFlags.Ephemeral] }));
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
      await edit({ message: shown, ...parts });
    } else if (now === 'none') {
      // Set after Discord took it: else the sentence about a failure would edit an answer that isn't there.
      await first('replied', () => interaction.reply({ ...parts, ...forOne }));
      shown = '@original';
    } else if (now === 'promised') {
      await edit(parts);
      state = 'replied';
      shown = '@original';
    } else {
      shown = (await followUp(parts)).id;
    }
  };

  /** For the asker alone, under what `show` showed. */
  const showMore = async (body: MessageBody): Promise<void> => {
    await followUp({ components: body.components });
  };

  /** Replaces the private message that the control stands in; on a public message it shows a new one. */
  const replace = async (body: MessageBody): Promise<void> => {
    const { components } = body;
    const now = await begin();
    if (!interaction.isMessageComponent() || !isPrivate(interaction) || now === 'promised' || now === 'replied') {
      await show(body);
    } else if (now === 'none') {
      await first('updated', () => interaction.update({ components, ...forAll }));
    } else {
      await edit({ components });
      state = 'updated';
    }
  };

  /** For everybody in the channel; `confirmation` is for the asker if Discord was promised a private answer. */
  const post = async ({ components }: MessageBody, confirmation: string): Promise<void> => {
    const now = await begin();
    if (now === 'none') {
      await first('replied', () => interaction.reply({ components, ...forAll }));
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
