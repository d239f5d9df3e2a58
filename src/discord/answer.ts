import {
  type APIModalInteractionResponseCallbackData,
  type AttachmentBuilder,
  DiscordAPIError,
  type InteractionEditReplyOptions,
  MessageFlags,
  RESTJSONErrorCodes,
} from 'discord.js';
import { type MessageBody, sentence } from './cards/parts.ts';
import type { UserInteraction } from './interaction.ts';
import { outcomeOf } from './sending/outcomes.ts';

type State = 'none' | 'promised' | 'promised-update' | 'replied' | 'updated' | 'opened';

const forOne = { flags: [MessageFlags.IsComponentsV2, MessageFlags.Ephemeral] as const };
const forAll = { flags: [MessageFlags.IsComponentsV2] as const };

/** Whether the interaction comes from a control in an ephemeral message, or from a form opened there. */
export function isPrivate(interaction: UserInteraction): interaction is Extract<UserInteraction, { update: unknown }> {
  const isOfMessage = interaction.isMessageComponent() || (interaction.isModalSubmit() && interaction.isFromMessage());
  return isOfMessage && interaction.message.flags.has(MessageFlags.Ephemeral);
}

/**
 * Retries once if the request was not sent or its outcome is unknown: the command's work is already done. Only for
 * requests that may arrive twice.
 */
async function retryOnce<T>(send: () => Promise<T>): Promise<T> {
  try {
    return await send();
  } catch (error) {
    if (!['unknown', 'unsent'].includes(outcomeOf(error).kind)) throw error;
    return send();
  }
}

/** Answers one interaction; defers the answer after `promiseAfterMs`. */
export function createAnswer(interaction: UserInteraction, promiseAfterMs: number) {
  let state: State = 'none';
  let promising: Promise<void> | undefined;
  /** Id of the message from `show`, for the next `show` to edit. */
  let shown: string | undefined;

  /** Sends the first answer; `state` becomes `next` once Discord has it. */
  const first = async (next: State, send: () => Promise<unknown>): Promise<void> => {
    let sent = 0;
    try {
      await retryOnce(() => {
        sent += 1;
        return send();
      });
    } catch (error) {
      const code = error instanceof DiscordAPIError && error.code;
      if (sent < 2 || code !== RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged) throw error;
      // The first request arrived, and only Discord's response was lost. discord.js must know that before it edits.
      interaction.replied = true;
    }
    state = next;
  };
  const followUp = (parts: { components: MessageBody['components']; files?: AttachmentBuilder[] }) =>
    retryOnce(() => interaction.followUp({ ...parts, ...forOne }));
  const edit = (parts: InteractionEditReplyOptions) => retryOnce(() => interaction.editReply({ ...parts, ...forAll }));

  const promise = async (): Promise<void> => {
    if (isPrivate(interaction)) {
      await first('promised-update', () => interaction.deferUpdate());
    } else {
      await first('promised', () => interaction.deferReply({ flags: [MessageFlags.Ephemeral] }));
    }
  };
  const timer = setTimeout(() => {
    if (state !== 'none') return;
    // The same failure comes again when the answer is sent, and is reported then.
    promising = promise().catch(() => undefined);
  }, promiseAfterMs);

  const begin = async (): Promise<State> => {
    clearTimeout(timer);
    await promising;
    return state;
  };

  /** Answers the asker alone; a second call replaces the first answer. A File component shows an attached file. */
  const show = async ({ components }: MessageBody, files: AttachmentBuilder[] = []): Promise<void> => {
    const parts = { components, files };
    const now = await begin();
    if (shown !== undefined) {
      await edit({ message: shown, ...parts });
    } else if (now === 'none') {
      // Set only after Discord has the answer, or an error message would edit an answer that doesn't exist.
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

  /** Adds another message for the asker alone. */
  const showMore = async (body: MessageBody): Promise<void> => {
    await followUp({ components: body.components });
  };

  /** Replaces the private message that has the pressed control. If that message is public, shows a new private one. */
  const replace = async (body: MessageBody): Promise<void> => {
    const { components } = body;
    const now = await begin();
    if (!isPrivate(interaction) || now === 'promised' || now === 'replied') {
      await show(body);
    } else if (now === 'none') {
      await first('updated', () => interaction.update({ components, ...forAll }));
    } else {
      await edit({ components });
      state = 'updated';
    }
  };

  /** Opens a form. Discord allows that only as the first answer, so after a deferral it shows `instead`. */
  const open = async (modal: APIModalInteractionResponseCallbackData, instead: () => Promise<MessageBody>) => {
    if ((await begin()) !== 'none' || interaction.isModalSubmit()) return show(await instead());
    await first('opened', () => interaction.showModal(modal));
  };

  /** Posts to everybody in the channel. After a deferred private answer, the asker gets `confirmation`. */
  const post = async ({ components }: MessageBody, confirmation: string): Promise<void> => {
    const now = await begin();
    if (now === 'none') {
      await first('replied', () => interaction.reply({ components, ...forAll }));
      return;
    }
    // The first message after a deferral replaces the private answer and is private, too.
    if (now === 'promised') await show(sentence(confirmation));
    await interaction.followUp({ components, ...forAll });
  };

  return {
    show,
    showMore,
    replace,
    open,
    post,
    get answered() {
      return ['replied', 'updated', 'opened'].includes(state) || shown !== undefined;
    },
    /** Stops the timer that defers the answer. */
    settle: () => clearTimeout(timer),
  };
}

export type Answer = ReturnType<typeof createAnswer>;
