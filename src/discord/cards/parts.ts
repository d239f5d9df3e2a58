import {
  type APIButtonComponentWithCustomId,
  type APIComponentInContainer,
  type APIMessageTopLevelComponent,
  ButtonStyle,
  ComponentType,
  MessageFlags,
} from 'discord.js';
import type { EpochMs } from '../../clock.ts';
import { cut } from '../../engine/text/cut.ts';
import type { ChannelId, UserId } from '../../ids.ts';
import { oneLine, safeUrl } from './escape.ts';

/** Colours of cards about Lede itself, and about news without a topic. */
export const accent = 0x3b6ea5;
export const grey = 0x8a8f98;

/** A message for Discord. All use Components V2, because an edit can't change a message from or to that format. */
export interface MessageBody {
  /** What phones show of a new message, since they show nothing of components. Its card follows by an edit. */
  content?: string;
  flags: typeof MessageFlags.IsComponentsV2;
  components: APIMessageTopLevelComponent[];
  /** Only an alert may ping, and only the role that an admin chose. */
  allowed_mentions: { parse: []; roles?: string[] };
}

/** Discord's limits for one message: characters of all texts and URLs, and components with nested ones. */
export const messageLimits = { characters: 4_000, components: 40 } as const;

/**
 * For threads and forum posts: Discord's limit of a name's characters, and the minutes without a message until they are
 * archived (three days).
 */
export const threadRules = { nameMax: 100, archivedAfterMinutes: 4_320 } as const;

export interface Choice {
  label: string;
  value: string;
  description?: string;
  chosen?: boolean;
}

export function message(components: APIMessageTopLevelComponent[]): MessageBody {
  return { flags: MessageFlags.IsComponentsV2, components, allowed_mentions: { parse: [] } };
}

/** One text as a message, cut to Discord's limit. */
export function sentence(markdown: string): MessageBody {
  return message([text(markdown)]);
}

export function text(markdown: string) {
  return { type: ComponentType.TextDisplay as const, content: cut(markdown, messageLimits.characters) };
}

export function separator() {
  return { type: ComponentType.Separator as const };
}

export function container(colour: number, components: APIComponentInContainer[]) {
  return { type: ComponentType.Container as const, accent_color: colour, components };
}

/** Shows the attached file with this name. */
export function file(name: string) {
  return { type: ComponentType.File as const, file: { url: `attachment://${name}` } };
}

/** Shows the attached picture with this name, with its alternative text. */
export function attachedPicture(name: string, alt: string) {
  return {
    type: ComponentType.MediaGallery as const,
    items: [{ media: { url: `attachment://${name}` }, description: alt }],
  };
}

/** Text beside a picture; only the text if Discord can't load the picture's address. */
export function withPicture(markdown: string, picture: { url: string; alt: string } | undefined) {
  const url = picture && safeUrl(picture.url);
  if (picture === undefined || url === undefined) return text(markdown);
  const description = oneLine(picture.alt, 1_000);
  return {
    type: ComponentType.Section as const,
    components: [text(markdown)],
    accessory: {
      type: ComponentType.Thumbnail as const,
      media: { url },
      ...(description === '' ? {} : { description }),
    },
  };
}

export function button(
  customId: string,
  label: string,
  style: APIButtonComponentWithCustomId['style'] = ButtonStyle.Secondary,
): APIButtonComponentWithCustomId {
  return { type: ComponentType.Button, style, label: oneLine(label, 80), custom_id: checkedId(customId) };
}

export function buttons(...all: APIButtonComponentWithCustomId[]) {
  return { type: ComponentType.ActionRow as const, components: all };
}

export const choicesMax = 25;

/** A choice for each value; `current` is chosen. */
export const choicesOf = <Value extends string | number>(
  values: readonly Value[],
  current: Value | undefined,
  labelOf: (value: Value) => string,
): Choice[] => values.map((value) => ({ label: labelOf(value), value: String(value), chosen: value === current }));

/** The first 25 choices in Discord's form, without repeated values and those over 100 characters. */
export function optionsOf(choices: readonly Choice[]) {
  const seen = new Set<string>();
  return choices
    .filter((choice) => choice.value.length <= 100 && !seen.has(choice.value) && seen.add(choice.value))
    .slice(0, choicesMax)
    .map((choice) => ({
      label: oneLine(choice.label, 100) || '…',
      value: choice.value,
      ...(choice.description ? { description: oneLine(choice.description, 100) } : {}),
      ...(choice.chosen ? { default: true } : {}),
    }));
}

/** An action row with one select. */
export function select(customId: string, placeholder: string, choices: readonly Choice[], max = 1) {
  const options = optionsOf(choices);
  return {
    type: ComponentType.ActionRow as const,
    components: [
      {
        type: ComponentType.StringSelect as const,
        custom_id: checkedId(customId),
        placeholder: oneLine(placeholder, 150),
        options,
        min_values: 1,
        max_values: Math.min(max, options.length),
      },
    ],
  };
}

/** Returns the custom_id. Throws RangeError if it is longer than Discord allows. */
export function checkedId(customId: string): string {
  if (customId.length > 100) throw new RangeError(`custom_id of ${customId.length} characters; Discord takes 100`);
  return customId;
}

/** A moment shown in the reader's own zone: f and F with date, t time, D date, R relative. */
export function moment(at: EpochMs, style: 'f' | 'F' | 't' | 'D' | 'R'): string {
  return `<t:${Math.floor(at / 1_000)}:${style}>`;
}

export const mention = {
  channel: (id: ChannelId) => `<#${id}>`,
  /** The id of a deleted channel: Discord shows nothing for its mention. */
  goneChannel: (id: ChannelId) => `\`${id}\``,
  user: (id: UserId) => `<@${id}>`,
  role: (id: string) => `<@&${id}>`,
};

/** The characters and components of a message, as Discord counts them. */
export function measure(body: { components: readonly unknown[] }): { characters: number; components: number } {
  let characters = 0;
  let components = 0;
  const visit = (part: unknown): void => {
    if (typeof part !== 'object' || part === null || !('type' in part)) return;
    components += 1;
    if ('content' in part && typeof part.content === 'string') characters += part.content.length;
    if ('components' in part && Array.isArray(part.components)) part.components.forEach(visit);
    if ('accessory' in part) visit(part.accessory);
  };
  body.components.forEach(visit);
  return { characters, components };
}

export function fits(body: { components: readonly unknown[] }): boolean {
  const { characters, components } = measure(body);
  return characters <= messageLimits.characters && components <= messageLimits.components;
}
