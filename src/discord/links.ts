import type { APIMessage, Message } from 'discord.js';
import { canonicalUrl } from '../articles/canonicalUrl.ts';

const address = /https?:\/\/[^\s<>"]{4,2000}/giu;
/** What stands behind an address in a sentence, or closes a masked link. */
const behind = /[.,;:!?*_~|'’”»]+$/u;
/** Discord's own addresses, and those of animated pictures, lead to no article. */
const noArticle = /(?:^|\.)(?:discord(?:app)?\.(?:com|net|gg|media)|discord\.gg|tenor\.com|giphy\.com)$/i;
const brackets = [
  ['(', ')'],
  ['[', ']'],
] as const;
const depthMax = 8;

/** Closing brackets count as part of an address only if it opens them. */
function trimmed(found: string): string {
  let url = found.replace(behind, '');
  for (const [open, close] of brackets) {
    while (url.endsWith(close) && url.split(close).length > url.split(open).length) {
      url = url.slice(0, -1).replace(behind, '');
    }
  }
  return url;
}

/** Addresses of pages that stand in a text, in order, each once. */
export function linksIn(...texts: readonly string[]): string[] {
  const found = new Map<string, string>();
  for (const [match] of texts.flatMap((text) => [...text.matchAll(address)])) {
    const url = trimmed(match);
    const canonical = canonicalUrl(url);
    if (canonical === undefined || noArticle.test(new URL(url).hostname) || found.has(canonical)) continue;
    found.set(canonical, url);
  }
  return [...found.values()];
}

/** Addresses in what a message says: its words, a bot's components, embeds, and messages that it forwards. */
export function linksOf(message: Message | APIMessage): string[] {
  // Both kinds look alike as JSON, but for the names of what is forwarded.
  const { content, components, embeds } = message;
  const forwarded = 'message_snapshots' in message ? message.message_snapshots : undefined;
  const snapshots = 'messageSnapshots' in message ? [...message.messageSnapshots.values()] : forwarded;
  return linksIn(content, ...textsIn(JSON.parse(JSON.stringify([components, embeds, snapshots ?? []]))));
}

/** Texts and addresses of a message's parts. */
function textsIn(part: unknown, depth = 0): string[] {
  if (typeof part !== 'object' || part === null || depth > depthMax) return [];
  if (Array.isArray(part)) return part.flatMap((one) => textsIn(one, depth + 1));
  return Object.entries(part).flatMap(([name, value]) => {
    if (typeof value !== 'string') return textsIn(value, depth + 1);
    return name === 'content' || name === 'description' || name === 'url' ? [value] : [];
  });
}
