import { h } from './dom.js';
import { parseMarkdown } from './markdown.js';
import { channelOf, known, userOf } from './store.js';
import { timeElement } from './time.js';
import { say } from './words.js';

/** @import { Block, Inline } from './markdown.js' */

/**
 * Callbacks for links within the page.
 * @typedef {{ openChannel(id: string, messageId?: string): void, startCommand(name: string): void }} Ways
 */

/**
 * Renders markdown as elements. All headings become level 3, below a message's author, because a message may start with
 * a heading of any level.
 * @param {string} source @param {Ways} ways
 */
export function textElement(source, ways) {
  return h(
    'div',
    { class: 'text' },
    parseMarkdown(source).map((block) => blockElement(block, ways)),
  );
}

/** @param {Block} block @param {Ways} ways @returns {HTMLElement} */
function blockElement(block, ways) {
  switch (block.kind) {
    case 'heading':
      return h('h3', { class: `size-${block.level}` }, inline(block.children, ways));
    case 'small':
      return h('p', { class: 'small' }, inline(block.children, ways));
    case 'paragraph':
      return h('p', {}, inline(block.children, ways));
    case 'quote':
      return h(
        'blockquote',
        {},
        block.children.map((child) => blockElement(child, ways)),
      );
    case 'list': {
      const items = block.items.map((item) => h('li', {}, inline(item, ways)));
      return block.ordered ? h('ol', { start: block.start }, items) : h('ul', {}, items);
    }
  }
}

/** @param {Inline[]} parts @param {Ways} ways @returns {(Node | string)[]} */
function inline(parts, ways) {
  return parts.map((part) => inlineNode(part, ways));
}

const tags = /** @type {const} */ ({ strong: 'strong', em: 'em', underline: 'u', strike: 's' });

/** @param {Inline} part @param {Ways} ways @returns {Node | string} */
function inlineNode(part, ways) {
  switch (part.kind) {
    case 'text':
      return part.text;
    case 'break':
      return h('br');
    case 'code':
      return h('code', {}, part.text);
    case 'link':
      return linkElement(part.url, inline(part.children, ways), ways);
    case 'time':
      return timeElement(part.at, part.style);
    case 'channel':
      return channelElement(part.id, ways);
    case 'role':
      return h('span', { class: 'mention' }, `@${known().roles.find(({ id }) => id === part.id)?.name ?? part.id}`);
    case 'user':
      return h('span', { class: 'mention' }, `@${userOf(part.id)?.name ?? say().somebody}`);
    case 'command':
      return h('button', { class: 'mention', onclick: () => ways.startCommand(part.name) }, `/${part.name}`);
    default:
      return h(tags[part.kind], {}, inline(part.children, ways));
  }
}

/** @param {string} id @param {Ways} ways */
function channelElement(id, ways) {
  const channel = channelOf(id);
  if (channel === undefined) return h('span', { class: 'mention' }, '#unknown');
  return h('button', { class: 'mention', onclick: () => ways.openChannel(id) }, `#${channel.name}`);
}

/**
 * A link. If it leads to a message of this server, it opens within the page.
 * @param {string} url @param {(Node | string)[]} children @param {Ways} ways
 */
function linkElement(url, children, ways) {
  const [, guildId, channelId, messageId] = /^https:\/\/discord\.com\/channels\/(\d+)\/(\d+)\/(\d+)$/.exec(url) ?? [];
  if (channelId !== undefined && guildId === known().guild.id) {
    return h('button', { class: 'link', onclick: () => ways.openChannel(channelId, messageId) }, children);
  }
  return h('a', { href: url, target: '_blank', rel: 'noreferrer noopener' }, children);
}
