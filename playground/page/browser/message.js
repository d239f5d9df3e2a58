import { commandWords } from './commands.js';
import { componentElement, fileElement } from './components.js';
import { h } from './dom.js';
import { menuElement } from './menu.js';
import { threadElement } from './posts.js';
import { channelOf, store, userOf } from './store.js';
import { textElement } from './text.js';
import { timeElement } from './time.js';
import { say } from './words.js';

/**
 * @import { WireComponent, WireMessage } from '../protocol.ts'
 * @import { Controls } from './components.js'
 * @typedef {Ways & {
 *   act: (message: WireMessage) => Controls,
 *   menu(message: WireMessage, name: string): Promise<void>,
 *   dismiss(message: WireMessage): void,
 *   compare(message: WireMessage): void,
 *   countEveryItem(message: WireMessage): Promise<number | undefined>,
 * }} MessageWays
 * @import { Ways } from './text.js'
 */

const ephemeral = 1 << 6;
const loading = 1 << 7;
const suppressNotifications = 1 << 12;
const ofParts = 1 << 15;
const groupedMs = 7 * 60_000;

/**
 * Whether a message continues the one before, so that its author is not repeated.
 * @param {WireMessage | undefined} before @param {WireMessage} message
 */
function continues(before, message) {
  return (
    before !== undefined &&
    before.author.id === message.author.id &&
    (before.flags & ephemeral) === (message.flags & ephemeral) &&
    message.interaction_metadata === undefined &&
    message.author.bot !== true &&
    Date.parse(message.timestamp) - Date.parse(before.timestamp) < groupedMs
  );
}

/**
 * A message as a list item.
 * @param {WireMessage} message @param {WireMessage | undefined} before @param {MessageWays} ways
 */
export function messageElement(message, before, ways) {
  const isPrivate = (message.flags & ephemeral) !== 0;
  const isGrouped = continues(before, message);
  const body = h(
    'div',
    { class: 'body' },
    !isGrouped && headElement(message),
    ...contentOf(message, ways),
    threadElement(message.id, ways.openChannel),
    isPrivate &&
      h(
        'p',
        { class: 'only-you' },
        `${say().onlyYou} · `,
        h('button', { class: 'link', onclick: () => ways.dismiss(message) }, say().dismiss),
      ),
  );
  const item = h(
    'li',
    {
      id: `m-${message.id}`,
      class: ['message', isPrivate && 'private', isGrouped && 'grouped'].filter(Boolean).join(' '),
      tabindex: '-1',
    },
    commandLine(message),
    isGrouped ? h('span', { class: 'avatar' }) : avatar(message.author.id),
    body,
  );
  if ((message.flags & loading) === 0) item.append(menuElement(item, (name) => ways.menu(message, name)));
  if (isDigest(message)) addNote(item, message, ways);
  return item;
}

/** The first line of a message. @param {string} author @param {boolean} isApp @param {...(Node | string | false)} more */
function headLine(author, isApp, ...more) {
  const name = h('span', { class: 'author' }, author);
  return h('h2', { class: 'head' }, name, isApp && h('span', { class: 'tag' }, 'APP'), ...more);
}

/** @param {WireMessage} message */
function headElement(message) {
  return headLine(
    message.author.global_name ?? '',
    message.author.bot === true,
    timeElement(Date.parse(message.timestamp), 'f'),
    // Discord fills in a deferred answer by an edit, which should not show as “edited”.
    message.edited_timestamp !== null &&
      message.interaction_metadata === undefined &&
      h('span', { class: 'edited' }, say().edited),
    (message.flags & suppressNotifications) !== 0 && h('span', { class: 'edited' }, say().silent),
  );
}

const tones = ['#7a4a2b', '#4d5d2c', '#5b4a86', '#6b5560', '#2c6460'];

/** A circle with initials. Adjacent people in the list get different colours. @param {string} userId */
export function avatar(userId) {
  const user = userOf(userId);
  const initials = (user?.name ?? '?').split(' ').map((word) => word[0]);
  const place = store.state?.users.findIndex(({ id }) => id === userId) ?? 0;
  const tone = user?.bot === true ? '#14506b' : tones[place % tones.length];
  return circle(initials.join('').slice(0, 2), tone, user?.bot === true ? 'avatar bot' : 'avatar');
}

/** @param {string} letters @param {string | undefined} tone @param {string} [name] */
function circle(letters, tone = '', name = 'avatar') {
  const element = h('span', { class: name, 'aria-hidden': 'true' }, letters);
  element.style.setProperty('--tone', tone);
  return element;
}

/** Names of message commands contain spaces; names of slash commands do not. @param {string} name */
const isEntry = (name) => name.includes(' ');

/** The line above an answer that says who ran which command. @param {WireMessage} message */
function commandLine(message) {
  const used = /** @type {{ name?: string, user?: { id: string } } | undefined} */ (message.interaction_metadata);
  if (used?.name === undefined) return undefined;
  return h(
    'p',
    { class: 'used' },
    h('b', {}, userOf(used.user?.id ?? '')?.name ?? say().somebody),
    say().used[0],
    h('span', { class: 'mention' }, `${isEntry(used.name) ? '' : '/'}${commandWords(used.name)}`),
    say().used[1],
  );
}

/** @param {WireMessage} message @param {MessageWays} ways @returns {(Node | string)[]} */
function contentOf(message, ways) {
  if ((message.flags & loading) !== 0) return [thinking(say().isThinking({ name: message.author.global_name ?? '' }))];
  const controls = ways.act(message);
  return [
    ...(message.content === '' ? [] : [textElement(message.content, ways)]),
    ...message.components.map((part) => componentElement(part, controls)),
    // A message of components shows its files in file components.
    ...((message.flags & ofParts) === 0
      ? message.attachments.map(({ url, filename, size }) => fileElement(url, filename, size))
      : []),
  ];
}

/** A line for something in progress. @param {string} words */
export const thinking = (words) => h('p', { class: 'thinking' }, `${words} …`);

/**
 * The first of what is read from components and those within them.
 * @param {readonly WireComponent[]} parts @param {(part: WireComponent) => string | undefined} read
 * @returns {string | undefined}
 */
const firstIn = (parts, read) =>
  parts.map((part) => read(part) ?? firstIn(part.components ?? [], read)).find((found) => found !== undefined);

/** The first custom id of a message that matches. @param {WireMessage} message @param {RegExp} pattern */
export const controlIn = ({ components }, pattern) =>
  firstIn(components, ({ custom_id: id = '' }) => (pattern.test(id) ? id : undefined));

/** @param {WireMessage} message @param {RegExp} pattern */
const hasControl = (message, pattern) => message.author.bot === true && controlIn(message, pattern) !== undefined;

/** The first message of a scheduled digest: one of its controls ends with the slot. @param {WireMessage} message */
export const isDigest = (message) => hasControl(message, /\/daily\/[\d-]+#\d+$/);

/** @param {WireMessage} message */
export const isAlert = (message) => hasControl(message, /\/alert\//);

/**
 * The first story that a digest or alert shows. A new alert is only its headline, after pings.
 * @param {WireMessage} message
 */
export function firstStory({ components, content }) {
  const shown =
    firstIn(components, ({ options }) => options?.[0]?.label) ??
    firstIn(components, (part) => /\*\*\[((?:\\.|[^\]\\])+)\]/.exec(part.content ?? '')?.[1]) ??
    content.replace(/^(?:<@&\d+>\s*)+/, '');
  return shown.replace(/\\(.)/g, '$1');
}

/**
 * Adds a note to a digest: how many messages a plain feed bot would have posted in the same hours.
 * @param {HTMLElement} item @param {WireMessage} message @param {MessageWays} ways
 */
function addNote(item, message, ways) {
  ways.countEveryItem(message).then((count) => {
    // On a quiet day there is nothing to compare.
    if (count === undefined || count < 2) return;
    const [before, after] = say().feedBotPosted;
    const [lede, end] = say().ledePosted;
    item.classList.add('noted');
    item.append(
      h(
        'div',
        { class: 'note', role: 'note' },
        h('p', {}, before, h('b', {}, say().messageCount({ count })), after),
        h('p', {}, lede, h('b', {}, '1'), end),
        h('button', { class: 'button', onclick: () => ways.compare(message) }, say().seeAll),
      ),
    );
  });
}

/**
 * A line for an interaction of the visitor that has no message yet, such as a waiting or failed one.
 * @param {{ id: string, name: string, state: string }} life
 */
export function lifeElement(life) {
  const bot = store.state?.users.find((user) => user.bot);
  const isFailed = life.state === 'failed';
  return h(
    'li',
    { class: `message ${isFailed ? 'failed' : ''}` },
    bot === undefined ? undefined : avatar(bot.id),
    h(
      'div',
      { class: 'body' },
      isFailed ? h('p', {}, say().didNotRespond({ name: bot?.name ?? '' })) : thinking(say().waiting),
    ),
  );
}

/** An item as a plain feed bot would post it. @param {import('../protocol.ts').EveryItem['items'][number]} item */
export function plainItemElement(item) {
  return h(
    'li',
    { class: 'message' },
    circle('F', tones[3]),
    h(
      'div',
      { class: 'body' },
      headLine(say().plainFeedBot, true, timeElement(item.at, 'f')),
      h(
        'div',
        { class: 'container' },
        h('p', { class: 'small' }, item.outlet),
        h('p', {}, h('a', { href: item.url, target: '_blank', rel: 'noreferrer noopener' }, h('b', {}, item.title))),
        h('p', {}, item.text),
      ),
    ),
  );
}

/** A message of Lede that exists on the page only. @param {import('../protocol.ts').WireComponent[]} components */
export function drawnMessageElement(components) {
  const bot = store.state?.users.find((user) => user.bot);
  const controls = { openChannel() {}, startCommand() {}, click: async () => {}, choose: async () => {} };
  return h(
    'div',
    { class: 'message' },
    avatar(bot?.id ?? ''),
    h(
      'div',
      { class: 'body' },
      headLine(bot?.name ?? '', true),
      components.map((part) => componentElement(part, controls)),
    ),
  );
}

/** The text in place of messages in an empty channel, or one that can't have any. @param {string} channelId */
export function emptyWords(channelId) {
  const { empty } = say();
  const kind = channelOf(channelId)?.kind;
  return kind === 'voice' || kind === 'forum' || kind === 'dm' ? empty[kind] : empty.other;
}
