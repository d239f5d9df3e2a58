import { allComponents, textOf } from '../../playground/discord/reading.ts';
import type { WireMessage } from '../../playground/discord/wire.ts';
// @ts-expect-error: it is written for browsers and has no types here.
import { parseMarkdown } from '../../playground/page/browser/markdown.js';
import { textsFor } from '../../src/discord/texts/texts.ts';
import { readMarkdown } from '../discord/discordMarkdown.ts';
import { evilHost, evilId, evilSecond, mark } from './pieces.ts';

interface Node {
  kind: string;
  text?: string;
  url?: string;
  at?: number;
  name?: string;
  id?: string;
  children?: Node[];
  items?: Node[][];
}

/** Markup that Lede's cards themselves may contain. */
export interface OwnMarks {
  hosts: ReadonlySet<string>;
  commands: ReadonlySet<string>;
  channels: { has(id: string): boolean };
  /** By channel id, the role that its alerts mention. */
  roles: ReadonlyMap<string, string>;
}

/** The only line that cards write in italics. */
const ownLine = `*${textsFor('en-GB').digest.takenOut}*`;

const never = new Set(['code', 'em', 'underline', 'strike', 'spoiler', 'user', 'role']);
const blocks = new Set(['heading', 'small', 'quote', 'list']);
/** Markup found by `readMarkdown` that no card contains by itself. */
const neverMarks = new Set(['italic', 'struck', 'code', 'spoiler', 'everyone', 'emoji', 'invite']);
const unseen =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
  /[\u0000-\u0008\u000b-\u001f\u007f\u00ad\u061c\u115f\u1160\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff]/u;
const stacked = /\p{M}{5}/u;

/** Markup in a message that comes from a feed. Both the page's markdown parser and `readMarkdown` search for it. */
export function survivorsIn(message: WireMessage, own: OwnMarks): string[] {
  const found: string[] = [];
  const { mention_everyone, mentions, mention_roles, channel_id } = message;
  const role = own.roles.get(channel_id);
  if (mention_everyone || mentions.length > 0 || mention_roles.some((id) => id !== role))
    found.push('it notifies somebody');
  const parts = [message.content, ...allComponents(message.components).flatMap(({ content }) => content ?? [])];
  for (const part of parts) found.push(...survivorsInText(part, own));
  for (const { label, placeholder, options, url, description, items } of allComponents(
    message.components,
  ) as unknown as Record<string, unknown>[]) {
    const listed = [options, items].filter(Array.isArray).flat() as Record<string, unknown>[];
    const plain = [label, placeholder, description, ...listed.flatMap((one) => [one.label, one.description])];
    for (const text of plain) if (typeof text === 'string') found.push(...unseenIn(text));
    if (typeof url === 'string' && hostOf(url) === evilHost) found.push(`a button to ${url}`);
  }
  return found;
}

/** Markup in one text of a card that comes from a feed. */
export function survivorsInText(text: string, own: OwnMarks): string[] {
  const found: string[] = [];
  const lines = text.replace(ownLine, '');
  for (const node of parseMarkdown(lines) as Node[]) visit(node, own, found);
  // Removes the URLs of links already identified as Lede's own, in which special characters have no effect.
  const bare = lines
    .replace(/\]\(<?https?:[^)\s]*\)/g, ']')
    .replace(/<t:(\d+):\w>/g, (made, second) => (second === evilSecond ? made : ''))
    .replace(/(?<!\\)\*\*/g, '');
  for (const line of bare.split('\n')) {
    const { marks } = readMarkdown(line);
    found.push(...marks.filter((name) => neverMarks.has(name)).map((name) => `${name} in ${JSON.stringify(line)}`));
    for (const address of line.matchAll(/(?<!\\)(?::\/\/|<(?:mailto|tel|sms):)/g))
      found.push(`address in ${JSON.stringify(line.slice(Math.max(0, address.index - 30)))}`);
    for (const made of line.matchAll(/(?<!\\)<(?:@[!&]?|#|id:|\/[^:>]*:|t:|a?:\w+:)(\w+)(?::\w)?>/g)) {
      const isEvil = [evilId, evilSecond, 'browse', 'customize', 'guide', 'linked'].includes(made[1] ?? '');
      if (isEvil) found.push(`${made[0]} in ${JSON.stringify(line)}`);
    }
  }
  return [...found, ...unseenIn(text)];
}

/** Characters that no text may contain, not even one that Discord shows without markdown. */
export function unseenIn(text: string): string[] {
  const found: string[] = [];
  if (unseen.test(text)) found.push(`unseen characters in ${JSON.stringify(text)}`);
  if (stacked.test(text)) found.push(`stacked marks in ${JSON.stringify(text)}`);
  if (!text.isWellFormed()) found.push(`half a character in ${JSON.stringify(text)}`);
  return found;
}

function visit(node: Node, own: OwnMarks, found: string[]): void {
  const shown = JSON.stringify(node).slice(0, 300);
  const isOwnRole = node.kind === 'role' && [...own.roles.values()].includes(node.id ?? '');
  if (never.has(node.kind) && !isOwnRole) found.push(shown);
  if (node.kind === 'link' && !own.hosts.has(hostOf(node.url ?? ''))) found.push(shown);
  if (node.kind === 'time' && String((node.at ?? 0) / 1_000) === evilSecond) found.push(shown);
  if (node.kind === 'command' && !own.commands.has(node.name ?? '')) found.push(shown);
  if (node.kind === 'channel' && !own.channels.has(node.id ?? '')) found.push(shown);
  // Lede's own blocks begin with Lede's words, or with the characters that introduce a feed's text.
  if (blocks.has(node.kind) && readOf(node).trimStart().startsWith(mark)) found.push(shown);
  if (node.kind === 'strong' && readOf(node) === mark) found.push(shown);
  for (const child of [...(node.children ?? []), ...(node.items ?? []).flat()]) visit(child, own, found);
}

function readOf({ text = '', children = [], items = [] }: Node): string {
  return text + [...children, ...items.flat()].map(readOf).join('');
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : url;
}

/** How many constructs appear in the message, to prove that the message was really attacked. */
export const triedIn = (message: WireMessage): number => textOf(message).split(mark).length - 1;
