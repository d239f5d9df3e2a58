import type { APIAttachment, APIUser } from 'discord-api-types/v10';

/** A JSON object from outside, not yet validated. */
export type Fields = { readonly [key: string]: unknown };

/** A user as Discord writes one; `bot` is left out for people. */
export type WireUser = Readonly<Pick<APIUser, 'id' | 'username' | 'discriminator' | 'avatar' | 'bot'>> & {
  readonly global_name: string;
};

/** A component as the bot sent it, with an `id` and without nulls. */
export interface WireComponent {
  readonly type: number;
  readonly id?: number;
  readonly custom_id?: string;
  readonly style?: number;
  readonly label?: string;
  readonly disabled?: boolean;
  readonly content?: string;
  readonly placeholder?: string;
  readonly min_values?: number;
  readonly max_values?: number;
  readonly accent_color?: number;
  readonly divider?: boolean;
  readonly spacing?: number;
  readonly description?: string;
  readonly media?: { readonly url: string };
  readonly file?: { readonly url: string };
  readonly items?: readonly { readonly media: { readonly url: string }; readonly description?: string }[];
  readonly name?: string;
  readonly size?: number;
  readonly options?: readonly WireSelectOption[];
  readonly components?: readonly WireComponent[];
  readonly accessory?: WireComponent;
  /** The field of a label, in a modal. */
  readonly component?: WireComponent;
  readonly value?: string;
  readonly required?: boolean;
  readonly min_length?: number;
  readonly max_length?: number;
  readonly default?: boolean;
  readonly default_values?: readonly { readonly id: string }[];
  readonly channel_types?: readonly number[];
}

/** A modal as the bot sent it. */
export interface WireModal {
  readonly custom_id: string;
  readonly title: string;
  readonly components: readonly WireComponent[];
}

/** One choice of a string select, or of a group of buttons or boxes. */
interface WireSelectOption {
  readonly label: string;
  readonly value: string;
  readonly description?: string;
  readonly default?: boolean;
}

export type WireAttachment = Readonly<
  Pick<APIAttachment, 'id' | 'filename' | 'size' | 'url' | 'proxy_url' | 'content_type'>
>;

/** A message as Discord writes one to a bot. */
export interface WireMessage {
  readonly id: string;
  readonly type: number;
  readonly channel_id: string;
  readonly author: WireUser;
  readonly content: string;
  readonly timestamp: string;
  readonly edited_timestamp: string | null;
  readonly tts: boolean;
  readonly mention_everyone: boolean;
  readonly mentions: readonly WireUser[];
  readonly mention_roles: readonly string[];
  readonly attachments: readonly WireAttachment[];
  readonly embeds: readonly never[];
  readonly pinned: boolean;
  readonly flags: number;
  readonly components: readonly WireComponent[];
  readonly nonce?: string | number;
  readonly webhook_id?: string;
  readonly application_id?: string;
  readonly interaction_metadata?: Fields;
}

/** An option of a command, or one of its subcommands (types 1 and 2). */
export interface WireCommandOption {
  readonly type: number;
  readonly name: string;
  readonly description?: string;
  readonly required?: boolean;
  readonly autocomplete?: boolean;
  readonly choices?: readonly { readonly name: string; readonly value: string | number }[];
  readonly options?: readonly WireCommandOption[];
  readonly channel_types?: readonly number[];
  readonly file_types?: readonly string[];
  readonly min_value?: number;
  readonly max_value?: number;
  readonly min_length?: number;
  readonly max_length?: number;
}

/** A registered command: what the bot sent, with id and version. */
export interface WireCommand {
  readonly id: string;
  readonly application_id: string;
  readonly version: string;
  readonly type: number;
  readonly name: string;
  readonly description: string;
  readonly options?: readonly WireCommandOption[];
  readonly default_member_permissions: string | null;
  readonly contexts?: readonly number[] | null;
  /** Installation contexts: 0 for servers, 1 for members' own accounts. */
  readonly integration_types?: readonly number[];
  readonly [key: string]: unknown;
}

/** Whether something from outside is a JSON object (arrays are not). */
export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The objects in a list from outside; none if it is no list. */
export const fieldsIn = (value: unknown): Fields[] => (Array.isArray(value) ? value.filter(isFields) : []);
