import type { APIMessage, Message } from 'discord.js';
import { canonicalUrl } from '../articles/canonicalUrl.ts';

const address = /https?:\/\/[^\s<>"]{4,2000}/giu;
/** Characters that may follow an address without being part of it. */
const behind = /[.,;:!?*_~|'’”»]+$/u;
/** Hosts that have no articles: Discord's own, and those of animated pictures. */
const noArticle = /(?:^|\.)(?:discord(?:app)?\.(?:com|net|gg|media)|discord\.gg|tenor\.com|giphy\.com)$/i;
const brackets = [
  ['(', ')'],
  ['[', ']'],
] as const;
const depthMax = 8;

/** A closing bracket belongs to the address only if the address opens it. */
function trimmed(found: string): string {
  let url = found.replace(behind, '');
  for (const [open, close] of brackets) {
    while (url.endsWith(close) && url.split(close).length > url.split(open).length) {
      url = url.slice(0, -1).replace(behind, '');
    }
  }
  return url;
}

/** The addresses of pages in texts, in order, each once. */
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

/** The addresses in a message: in its text, components, embeds and forwarded messages. */
export function linksOf(message: Message | APIMessage): string[] {
  // As JSON both types look alike, except for the name of the forwarded messages.
  const { content, components, embeds } = message;
  const forwarded = 'message_snapshots' in message ? message.message_snapshots : undefined;
  const snapshots = 'messageSnapshots' in message ? [...message.messageSnapshots.values()] : forwarded;
  return linksIn(content, ...textsIn(JSON.parse(JSON.stringify([components, embeds, snapshots ?? []]))));
}

/** All texts and addresses within a part of a message. */
function textsIn(part: unknown, depth = 0): string[] {
  if (typeof part !== 'object' || part === null || depth > depthMax) return [];
  if (Array.isArray(part)) return part.flatMap((one) => textsIn(one, depth + 1));
  return Object.entries(part).flatMap(([name, value]) => {
    if (typeof value !== 'string') return textsIn(value, depth + 1);
    return name === 'content' || name === 'description' || name === 'url' ? [value] : [];
  });
}
