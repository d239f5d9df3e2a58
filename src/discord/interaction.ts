import type {
  ChatInputCommandInteraction,
  MessageComponentInteraction,
  MessageContextMenuCommandInteraction,
  ModalSubmitInteraction,
} from 'discord.js';
import { minuteMs } from '../clock.ts';
import type { Asker, Changer } from '../desk/asker.ts';
import type { Texts } from './texts/texts.ts';

/** Thrown if a command stops for a reason that the asker can change. */
export class Explained extends Error {
  readonly say: (texts: Texts) => string;
  constructor(say: (texts: Texts) => string) {
    super('explained to the asker');
    this.name = 'Explained';
    this.say = say;
  }
}

/** A submitted form. It always has a channel, since Lede opens forms only in channels. */
export type SubmittedForm = ModalSubmitInteraction & { readonly channelId: string };

/** The interaction of a typed command, an entry in a message's menu, a control, or a submitted form. */
export type UserInteraction =
  | ChatInputCommandInteraction
  | MessageContextMenuCommandInteraction
  | MessageComponentInteraction
  | SubmittedForm;

/** The server and channel of the interaction; in a DM only the channel. */
export function askerOf(interaction: UserInteraction): Asker {
  return {
    ...(interaction.guildId === null ? {} : { serverId: interaction.guildId }),
    ...(interaction.channelId === null ? {} : { channelId: interaction.channelId }),
  };
}

/** The member who changes something. Throws Explained in a DM. */
export function changerOf(interaction: UserInteraction): Changer {
  if (interaction.guildId === null) throw new Explained((texts) => texts.errors.needsServer);
  return {
    serverId: interaction.guildId,
    userId: interaction.user.id,
    serverLocale: interaction.guildLocale ?? 'en-US',
  };
}

/** How long Discord lets a bot answer an interaction and edit the answer. */
export const answerableMs = 15 * minuteMs;
