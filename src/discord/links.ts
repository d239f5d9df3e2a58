import { canonicalUrl } from '../engine/articles/canonicalUrl.ts';

const address = /https?:\/\/[^\s<>"]{4,2000}/giu;
/** Characters after an address that are no part of it. */
const behind = /(?<![.,;:!?*_~|'’”»])[.,;:!?*_~|'’”»]+$/u;
/** Hosts without articles: Discord's own, and those of animated pictures. */
const noArticle = /(?:^|\.)(?:discord(?:app)?\.(?:com|net|gg|media)|discord\.gg|tenor\.com|giphy\.com)$/i;
const brackets = [
  ['(', ')'],
  ['[', ']'],
] as const;
/** Maximum depth at which parts are searched; no Discord message is nested deeper, forwarded ones included. */
const depthMax = 12;

/** A closing bracket is part of the address only if the address opens it. */
function trimmed(found: string): string {
  let url = found.replace(behind, '');
  for (const [open, close] of brackets) {
    while (url.endsWith(close) && url.split(close).length > url.split(open).length)
      url = url.slice(0, -1).replace(behind, '');
  }
  return url;
}

/** The page addresses in texts, in order, each once. */
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

/**
 * All text of a message from Discord, joined: its content, components, embeds, poll, and forwarded messages. The
 * message's shape is untrusted.
 */
export function messageTextOf(message: unknown): string {
  if (typeof message !== 'object' || message === null) return '';
  const { content, components, embeds, poll, message_snapshots } = message as Record<string, unknown>;
  return textsIn({ content, parts: [components, embeds, poll, message_snapshots] }).join('\n');
}

const textNames: ReadonlySet<string> = new Set(['content', 'description', 'text', 'url']);

/** All texts and addresses within a part of a message. */
function textsIn(part: unknown, depth = 0): string[] {
  if (typeof part !== 'object' || part === null || depth > depthMax) return [];
  if (Array.isArray(part)) return part.flatMap((one) => textsIn(one, depth + 1));
  return Object.entries(part).flatMap(([name, value]) => {
    if (typeof value !== 'string') return textsIn(value, depth + 1);
    return textNames.has(name) ? [value] : [];
  });
}
